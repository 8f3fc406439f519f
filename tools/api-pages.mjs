// `node tools/api-pages.mjs [FOLDER]`: the pages of the library's interface, made from its sources by TypeDoc.
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Plain, capture, npmScript, prepare, root, run } from './install.mjs';

/** TypeDoc reads sources by a TypeScript that has an interface for programs, which version 7 has not yet; so the two live apart. */
const wanted = join(root, 'tools/api-pages');
const cache = join(root, 'node_modules/.cache/api-pages');
const program = join(cache, 'node_modules/typedoc/bin/typedoc');

const doors = ['index', 'statistics', 'formats'].map((door) => join(root, 'library', `${door}.ts`));
const documented = ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'];

const options = {
  entryPoints: doors,
  tsconfig: join(root, 'library/tsconfig.json'),
  readme: join(root, 'docs/library.md'),
  name: 'Onward as a library',
  disableSources: true,
  excludeExternals: true,
  hideGenerator: true,
  // What is said of nothing, or leads nowhere, is a mistake. Types that only the engine names are no part of the interface.
  validation: { notDocumented: true, invalidLink: true, notExported: false },
  requiredToBeDocumented: documented,
  treatValidationWarningsAsErrors: true,
  treatWarningsAsErrors: true,
  logLevel: 'Warn',
};

const versionIn = (folder) => {
  const file = join(folder, 'node_modules/typedoc/package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
};

/** Whether exactly the TypeDoc that is wanted is there. */
const hasTypeDoc = () =>
  versionIn(cache) === JSON.parse(readFileSync(join(wanted, 'package.json'), 'utf8')).devDependencies.typedoc;

/** Exactly the versions of tools/api-pages/package-lock.json; none of them has a script that runs when it is installed. */
async function fetchTypeDoc() {
  console.error('Fetching TypeDoc from the package registry (about 10 MB) …');
  mkdirSync(cache, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(wanted, name), join(cache, name));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const { code, output } = await capture(process.execPath, [
    npmScript(),
    'ci',
    '--prefix',
    realpathSync(cache),
    ...quiet,
  ]);
  if (code !== 0) throw new Plain(`TypeDoc could not be fetched:\n${output.trim().split('\n').slice(-3).join('\n')}`);
}

/** Into a folder of its own, which is made anew. */
export async function writeApiPages(folder) {
  if (!hasTypeDoc()) await fetchTypeDoc();
  const asked = join(cache, 'typedoc.json');
  writeFileSync(asked, JSON.stringify(options));
  const { code, output } = await capture(process.execPath, [program, '--options', asked, '--out', resolve(folder)]);
  if (code !== 0) throw new Plain(`The pages of the interface could not be made:\n${output.trim()}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await run(async () => {
    const [folder = 'dist/api', ...more] = process.argv.slice(2);
    if (more.length > 0 || folder.startsWith('-')) throw new Plain('Usage: node tools/api-pages.mjs [FOLDER]');
    await prepare();
    await writeApiPages(folder);
    console.log(`Written to ${resolve(folder)}: open index.html.`);
  });
