// `node tools/hashes.mjs`: the SHA-256 of every shipped model's results from every runtime, as a table; code 1 if any two differ.
import { prepare, run } from './install.mjs';

await run(async () => {
  await prepare();
  const { findOrInstallRuntimes, versionOf } = await import('./runtimes.mjs');
  const { hashesIn, shippedModels } = await import('./same-bytes.mjs');

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
