// Which tests judge changes of the engine: every test that needs neither a browser nor a terminal, and answers quickly.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../install.mjs';

const folders = ['engine', 'golden', 'laws', 'theory', 'checks', 'twins'];

/** Hundreds of spoilt documents or thousands of studies notice little that the others do not; some start a terminal. */
const isSlow = (name) =>
  /fuzz|coverage|false-verdicts|verify-command|at-work|blocking|loss|one-bed|several-beds|priority|stay-shapes|unlimited|oracles/.test(
    name,
  );

export const testsOf = () =>
  folders.flatMap((folder) =>
    readdirSync(join(root, 'test', folder))
      .filter((name) => name.endsWith('.test.ts') && !isSlow(name))
      .sort()
      .map((name) => `test/${folder}/${name}`),
  );

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

/** For a change that must be on before its file is loaded, in a process of its own: the file's own tests and the quick ones. */
export function testsFor(path) {
  const name = basename(path, '.ts');
  const wanted = new Set([`test/engine/${name}.test.ts`, ...quickFor(path)]);
  return testsOf().filter((test) => wanted.has(test));
}

function quickFor(path) {
  const named = (...names) => names.map((name) => `test/${name}.test.ts`);
  if (path.startsWith('engine/checks/')) return named('checks/checks');
  if (path.startsWith('engine/twin/')) return named('twins/planted-faults', 'twins/second-engine');
  if (path.startsWith('engine/distributions/'))
    return named(
      'engine/distributions',
      'engine/stay-table',
      'engine/polynomial',
      'engine/quantiles',
      'engine/validate',
    );
  if (path.startsWith('engine/study/statistics/')) return named('engine/stability', 'engine/confidence');
  return named(
    'golden/golden',
    'engine/validate',
    'engine/validate-accepted',
    'engine/path',
    'engine/option',
    'laws/tables',
  );
}
