// Which tests judge the mutants of which engine file: its own first, and the quick before the slow, because the first to fail ends it.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './install.mjs';

/** Hundreds of spoilt documents kill little that the others leave alive, and cost a second each time. */
const tooSlow = /fuzz/;

const words =
  'calendar confidence dates fingerprint json-text levels portable problem random rates recorder shares'.split(' ');
/** What a run does is told by stories, corners and cases by hand, and then by laws over models that nobody wrote. */
const runs = [
  'test/golden',
  'test/laws/rule-corners',
  'test/laws/hour-corners',
  'test/theory/hours-by-hand',
  'test/theory/visits-by-hand',
  'test/theory/turns-by-hand',
  'test/engine/arrivals',
  'test/engine/experiment',
  'test/laws/trace',
  'test/laws/sums',
  'test/laws/tables',
];

/** The first that fits decides. A folder stands for all tests in it, a name for that one; missing ones count for nothing. */
const judges = [
  // Sums that stand on nothing of the model are told right from wrong by their own tests alone.
  [({ name }) => words.includes(name), []],
  [({ path }) => path.startsWith('engine/statistics/'), ['test/engine/stability']],
  [({ path }) => path.startsWith('engine/distributions/'), ['test/engine/quantiles', 'test/engine/distributions']],
  [({ path }) => /^engine\/(checks\/|verify)/.test(path), ['test/checks/checks', 'test/checks/rules']],
  [({ path }) => path.startsWith('engine/twin/'), ['test/twins/planted-faults', 'test/twins/second-engine']],
  [({ path }) => /^engine\/(measures|stations|disciplines)\//.test(path), [...runs, 'test/theory/mirror']],
  [
    ({ name, path }) => /^(document|schema|schema-at)$/.test(name) || path.startsWith('engine/validation/'),
    ['test/engine/validate', 'test/engine/path', 'test/engine/option', 'test/engine'],
  ],
  [() => true, runs],
];

/** Every engine file with code in it, from the top, or those named (a folder names all in it). */
export function engineFiles(named) {
  const all = readdirSync(join(root, 'engine'), { recursive: true })
    .map((name) => `engine/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && path !== 'engine/index.ts')
    .sort();
  const wanted = named.map((name) => name.replace(/^\.\//, '').replace(/\/$/, ''));
  return wanted.length === 0
    ? all
    : all.filter((path) => wanted.some((name) => path === name || path.startsWith(`${name}/`)));
}

/** Files with the same judges, to be mutated in one go: [{ name, files, tests }]. */
export function groupsOf(files) {
  const groups = new Map();
  for (const path of files) {
    const tests = testsFor(path);
    const key = tests.join(' ');
    const group = groups.get(key) ?? { name: path.replace(/\.ts$/, '').replaceAll('/', '-'), files: [], tests };
    group.files.push(path);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function testsFor(path) {
  const name = basename(path, '.ts');
  const [, others] = judges.find(([fits]) => fits({ path, name }));
  return [...new Set([`test/engine/${name}`, ...others].flatMap(testFiles))];
}

function testFiles(named) {
  if (existsSync(join(root, `${named}.test.ts`))) return [`${named}.test.ts`];
  if (!existsSync(join(root, named))) return [];
  const inside = readdirSync(join(root, named)).filter((name) => name.endsWith('.test.ts') && !tooSlow.test(name));
  return inside.sort().map((name) => `${named}/${name}`);
}
