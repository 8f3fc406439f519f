// The library as somebody else has it: packed by npm, unpacked into an empty project, beside the packages it stands on.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../../tools/build.mjs';
import { capture, npmScript } from '../../tools/install.mjs';
import { root } from '../source-files.ts';

export interface Project {
  readonly folder: string;
  /** What npm put into the package, by name. */
  readonly packed: readonly string[];
  /** Writes a file of the project and returns its path. */
  file(name: string, text: string): string;
  remove(): void;
}

/** No network is needed: what the package depends on is linked from this folder's own packages. */
export async function packedProject(): Promise<Project> {
  await build('library');
  const folder = mkdtempSync(join(tmpdir(), 'onward-library-'));
  const library = join(root, 'dist/library');
  const flags = ['--pack-destination', folder, '--ignore-scripts', '--offline'];
  const packing = await capture(process.execPath, [npmScript(), 'pack', library, ...flags]);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packing.code !== 0 || tarball === undefined) throw new Error(`npm pack: ${packing.output}`);

  const installed = join(folder, 'node_modules/onward');
  mkdirSync(installed, { recursive: true });
  const unpacking = await capture('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  if (unpacking.code !== 0) throw new Error(`tar: ${unpacking.output}`);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  file('package.json', '{ "name": "somebody-elses", "private": true, "type": "module" }');
  return {
    folder,
    packed: readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(installed.length + 1)
          .replaceAll('\\', '/'),
      ),
    file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the project asks for, wherever it runs; the terminal is asked for the same by `ASKED`. */
export const QUESTION = `import { experiment, readModel, resultText, sayProblem } from 'onward';
export function answer(text) {
  const { model, problems } = readModel(text);
  if (!model) throw new Error(problems.map(sayProblem).join('\\n'));
  const run = experiment(model, { options: ['proposed-18'], replications: 12, set: { 'stations.p2.beds': 9 } });
  const compared = experiment(model, { options: ['today', 'proposed-16'], replications: 8, seed: 7 });
  return [run, compared].map((each) => resultText(each) + '\\n');
}
`;

export const ASKED = [
  'run ilkeston-2019 --option proposed-18 --replications 12 --set stations.p2.beds=9 --json',
  'compare ilkeston-2019 --options today,proposed-16 --replications 8 --seed 7 --json',
];
