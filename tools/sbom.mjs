// The list of parts (SBOM) of this version in the form of CycloneDX, as npm writes it from the lockfile; no network is needed.
import { capture, npmScript, Plain } from './install.mjs';

export async function sbom() {
  const flags = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { code, output } = await capture(process.execPath, [npmScript(), ...flags]);
  if (code !== 0) throw new Plain(`npm ${flags.join(' ')} failed; it needs npm 10 or later:\n${output.trim()}`);
  const parts = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  // npm names the folder; the product has a name of its own.
  parts.metadata.component.name = 'onward';
  return parts;
}
