// Makes the package that others build on: the library's modules one by one, their types, and a package.json of its own.
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { Plain, capture, root } from './install.mjs';

/** The doors of the package, as `exports` of package.json names them. */
const DOORS = ['index', 'formats', 'statistics'];

/** Under the names that npm looks for. */
export const PAPERS = {
  'docs/library.md': 'README.md',
  LICENSE: 'LICENSE',
  'CHANGELOG.md': 'CHANGELOG.md',
  'CITATION.cff': 'CITATION.cff',
};

/** `folder`: an empty one, which becomes the package. */
export async function writeLibrary(folder) {
  const packages = await writeModules(folder);
  await writeTypes(folder);
  cpSync(join(root, 'models'), join(folder, 'models'), { recursive: true });
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version, description, license, type, engines, dependencies } = whole;
  const exports = JSON.parse(JSON.stringify(whole.exports).replaceAll('./dist/library/', './'));
  const its = Object.fromEntries(packages.map((each) => [each, dependencies[each]]));
  const described = {
    name,
    version,
    description,
    license,
    type,
    engines,
    sideEffects: false,
    exports,
    dependencies: its,
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  for (const [from, to] of Object.entries(PAPERS)) copyFileSync(join(root, from), join(folder, to));
}

/**
 * Module by module, so that whoever builds a page from them leaves out whatever it does not use. Which packages they stand on comes
 * back, by name.
 */
async function writeModules(folder) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(DOORS.map((door) => [`library/${door}`, join(root, `library/${door}.ts`)])),
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    treeshake: { moduleSideEffects: false },
    logLevel: 'warn',
  });
  try {
    const { output } = await bundle.write({
      dir: folder,
      format: 'esm',
      preserveModules: true,
      preserveModulesRoot: root,
      entryFileNames: '[name].js',
    });
    const named = new Set(output.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]));
    const isOurs = (name) => output.some(({ fileName }) => fileName === name);
    const packages = [...named].filter((name) => !isOurs(name)).map(packageOf);
    const ofNode = packages.filter((name) => builtinModules.includes(name.replace(/^node:/, '')));
    if (ofNode.length > 0) throw new Error(`The library needs Node: ${ofNode.join()}.`);
    return [...new Set(packages)].sort();
  } finally {
    await bundle.close();
  }
}

/** "read-excel-file/universal" is of "read-excel-file". */
const packageOf = (name) => /^(@[^/]+\/)?[^/]+/.exec(name)[0];

async function writeTypes(folder) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', root, '--outDir', folder];
  const { code, output } = await capture(process.execPath, [tsc, '-p', join(root, 'library'), ...flags]);
  if (code !== 0) throw new Plain(`The types of the library could not be written:\n${output.trim()}`);
  // Older compilers look for a file of exactly that name.
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/((?:from |import\()(['"])\.{1,2}\/[^'"]*)\.ts\2/g, '$1.js$2'));
  }
}
