// `node tools/hashes.mjs`: the SHA-256 of every shipped model's results from every runtime, as a table; code 1 if any two differ.
// `node tools/hashes.mjs --here [FILE]`: from this Node alone, every option of every model; code 1 if they differ from FILE, an earlier table.
import { readFileSync } from 'node:fs';
import { prepare, run } from './install.mjs';

const here = { name: 'this Node', kind: 'node', path: process.execPath };

await run(async () => {
  await prepare();
  const { findOrInstallRuntimes, versionOf } = await import('./runtimes.mjs');
  const { everyOption, hashesIn, shippedModels } = await import('./same-bytes.mjs');
  if (process.argv[2] === '--here') return compareWithEarlier(process.argv[3], await hashesIn(here, everyOption()));

  const runtimes = await findOrInstallRuntimes();
  const columns = [];
  for (const runtime of runtimes)
    columns.push({
      title: runtime.path ? await versionOf(runtime) : runtime.name,
      hashes: runtime.path ? await hashesIn(runtime) : new Map(),
    });

  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(['model', ...columns.map(({ title }) => title)]);
  line(['---', ...columns.map(() => '---')]);
  let isSame = true;
  for (const { id } of shippedModels()) {
    const found = columns.map(({ hashes }) => hashes.get(id));
    if (new Set(found.filter(Boolean)).size > 1) isSame = false;
    line([`\`${id}\``, ...found.map((hash) => (hash ? `\`${hash.slice(0, 16)}\`` : 'not found here'))]);
  }
  const missing = runtimes.filter(({ path }) => !path).map(({ name }) => name);
  if (missing.length > 0) console.error(`Not found here, so not compared: ${missing.join(', ')}.`);
  if (!isSame) console.error('The results differ.');
  process.exitCode = isSame ? 0 : 1;
});

/** Prints the table, to be saved in a file for later, and what has changed. */
function compareWithEarlier(file, hashes) {
  for (const [id, hash] of hashes) console.log(`${hash}  ${id}`);
  if (file === undefined) return;
  const earlier = new Map(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ').toReversed()),
  );
  const ids = [...new Set([...earlier.keys(), ...hashes.keys()])];
  const changed = ids.filter((id) => earlier.get(id) !== hashes.get(id));
  console.error(
    changed.length > 0 ? `Not as in ${file}: ${changed.join(', ')}.` : `All ${ids.length} are as in ${file}.`,
  );
  process.exitCode = changed.length > 0 ? 1 : 0;
}
