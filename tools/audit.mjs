// `node tools/audit.mjs [--sbom FILE]`: licences of all packages, faults that the registry knows of, and if asked the list of parts (CycloneDX).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { capture, npmScript, Plain, run } from './install.mjs';
import { licencesOf, lockfile } from './licences.mjs';
import { sbom } from './sbom.mjs';

const [CLEAN, FOUND, NOT_ASKED] = [0, 1, 2];

await run(async () => {
  const file = asked();
  const { counts, problems } = licencesOf(lockfile());
  const all = [...counts].toSorted(([, one], [, other]) => other - one).map(([name, count]) => `${count} ${name}`);
  console.log(`Licences: ${all.join(', ')}.`);
  for (const problem of problems) console.log(`  not allowed: ${problem}`);
  if (file !== undefined) {
    const parts = await sbom();
    writeFileSync(file, `${JSON.stringify(parts, null, 2)}\n`);
    console.log(`Parts: ${parts.components.length} packages written to ${file} (CycloneDX ${parts.specVersion}).`);
  }
  const known = await knownFaults();
  console.log(known.said);
  process.exitCode = problems.length > 0 || known.code === FOUND ? FOUND : known.code;
});

/** What the registry's list of advisories says of the lockfile. An answer that did not come is no good news, and not taken for any. */
async function knownFaults() {
  const { output } = await capture(process.execPath, [npmScript(), 'audit', '--json', '--package-lock-only']);
  const said = jsonIn(output);
  const counts = said?.metadata?.vulnerabilities;
  if (!counts) {
    const why = said?.message ?? said?.error?.summary ?? output.trim().split('\n').at(-1);
    return { code: NOT_ASKED, said: `Known faults: NOT CHECKED. The registry did not answer: ${why}` };
  }
  if (counts.total === 0) return { code: CLEAN, said: 'Known faults: none in the registry’s list.' };
  const lines = Object.values(said.vulnerabilities).map(
    ({ name, severity, range }) => `  ${name} ${range}: ${severity}`,
  );
  return { code: FOUND, said: `Known faults: ${counts.total}.\n${lines.join('\n')}` };
}

/** npm may say other things around it. */
function jsonIn(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

function asked() {
  try {
    return parseArgs({ options: { sbom: { type: 'string' } } }).values.sbom;
  } catch (error) {
    throw new Plain(`${error.message}\nUsage: node tools/audit.mjs [--sbom FILE]`);
  }
}
