// The engine with every change in it, each behind a switch, built together with the tests that judge them.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { rolldown } from 'rolldown';
import { root } from '../install.mjs';

const activity = join(root, 'tools/mutation/activity.mjs');
const stand = join(root, 'tools/mutation/stand.mjs');
const silent = new Proxy({}, { get: () => () => false });

/** Every change of these files: { mutants: [{ id, fileName, mutatorName, location, replacement }], texts: path → text }. */
export async function changesOf(paths) {
  const files = paths.map((path) => ({ name: path, mutate: true, content: readFileSync(join(root, path), 'utf8') }));
  const options = {
    plugins: null,
    // Sentences are for people, and the words of documents are held by types.
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    noHeader: false,
  };
  const { files: changed, mutants } = await new Instrumenter(silent).instrument(files, options);
  return { mutants, texts: new Map(changed.map(({ name, content }) => [join(root, name), withOurSwitches(content)])) };
}

/** Stryker's own switches look a name up in a global object at each step; ours compare two numbers. */
function withOurSwitches(text) {
  const from = text.indexOf('function stryNS_9fa48');
  const end = 'return isActive(id);\n}';
  const to = text.indexOf(end);
  const body = from < 0 ? text : text.slice(0, from) + text.slice(to + end.length);
  return `import { act as stryMutAct_9fa48, passed as stryPassed } from ${JSON.stringify(activity)};\n${body}`;
}

const idsIn = (list) => list.replaceAll(/["\s]/g, '').split(',');

/** Nothing is changed, and every place that could be leaves a mark. */
const forLooking = (text) =>
  text.replace(/stryMutAct_9fa48\([^)]*\)/g, 'false').replace(
    /stryCov_9fa48\(([^)]*)\)/g,
    (_all, list) =>
      `(${idsIn(list)
        .map((id) => `stryPassed[${id}] = `)
        .join('')}1)`,
  );

/** One change can be on. */
const forJudging = (text) =>
  text.replace(/stryCov_9fa48\([^)]*\)/g, '0').replace(/stryMutAct_9fa48\("(\d+)"\)/g, 'stryMutAct_9fa48($1)');

/** Builds the test files over the changed engine into a folder; one build records which test reaches which changes, the other is for judging. */
export async function buildInto(outDir, texts, testFiles, isForLooking) {
  rmSync(outDir, { recursive: true, force: true });
  const bundle = await rolldown({
    input: Object.fromEntries(testFiles.map((path) => [path.replace(/\.ts$/, ''), join(root, path)])),
    platform: 'node',
    cwd: root,
    logLevel: 'silent',
    treeshake: false,
    external: (id) =>
      id === activity || id === stand || id.startsWith('node:') || (id !== 'vitest' && /^[@a-z]/.test(id)),
    plugins: [
      {
        name: 'changed-engine',
        resolveId: (id) => (id === 'vitest' ? { id: stand, external: true } : null),
        load(id) {
          const text = texts.get(id);
          if (text === undefined) return null;
          return { code: isForLooking ? forLooking(text) : forJudging(text), moduleType: 'ts' };
        },
      },
    ],
  });
  await bundle.write({
    dir: outDir,
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: root,
    entryFileNames: '[name].mjs',
  });
  await bundle.close();
  // Tests read models and stories from beside themselves.
  for (const folder of ['models', 'test/golden'])
    cpSync(join(root, folder), join(outDir, folder), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  mkdirSync(outDir, { recursive: true });
  return testFiles.map((path) => join(outDir, relative(root, join(root, path)).replace(/\.ts$/, '.mjs')));
}
