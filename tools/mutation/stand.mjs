// Stands in for Vitest while changes are judged: the same tests and the same expectations, in one process that stays warm.
import * as chai from 'chai';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  customMatchers,
  setState,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;
expect.extend(expect, customMatchers);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);

/** What a file is made of: { name, parent, before, after, beforeEach, afterEach }, and its tests { suite, name, body }. */
let suite;
let tests;

/** Imports a test file and gives its tests, in the order they are written. */
export async function collect(name, load) {
  suite = suiteOf(name);
  tests = [];
  await load();
  return tests;
}

const suiteOf = (name, parent) => ({ name, parent, before: [], after: [], beforeEach: [], afterEach: [] });

export function describe(name, ...rest) {
  const outer = suite;
  suite = suiteOf(`${outer.name} > ${name}`, outer);
  try {
    rest.find((part) => typeof part === 'function')?.();
  } finally {
    suite = outer;
  }
}
export const it = (name, ...rest) => {
  const body = rest.find((part) => typeof part === 'function');
  if (body) tests.push({ suite, name: `${suite.name} > ${name}`, body });
};
const each =
  (declare) =>
  (cases) =>
  (name, ...rest) => {
    const body = rest.find((part) => typeof part === 'function');
    for (const [at, one] of [...cases].entries()) {
      const args = Array.isArray(one) ? one : [one];
      declare(`${name} [${at}]`, () => body(...args));
    }
  };
const skipped = () => {};
for (const declare of [describe, it])
  Object.assign(declare, {
    each: each(declare),
    concurrent: declare,
    skip: skipped,
    skipIf: (isSkipped) => (isSkipped ? skipped : declare),
    runIf: (isRun) => (isRun ? declare : skipped),
  });
export const test = it;

export const beforeAll = (hook) => void suite.before.push(hook);
export const afterAll = (hook) => void suite.after.push(hook);
export const beforeEach = (hook) => void suite.beforeEach.push(hook);
export const afterEach = (hook) => void suite.afterEach.push(hook);
/** Time is watched from outside this process. */
export const vi = { setConfig() {} };

const lineOf = (suite) => (suite ? [...lineOf(suite.parent), suite] : []);

/** Runs one test with what its suites ask for before; `ready` remembers the suites that are prepared. Throws as it fails. */
export async function runTest({ suite, body }, ready) {
  const line = lineOf(suite);
  for (const one of line) {
    if (ready.has(one)) continue;
    ready.add(one);
    for (const hook of one.before) await hook();
  }
  for (const one of line) for (const hook of one.beforeEach) await hook();
  await body();
  for (const one of line.toReversed()) for (const hook of one.afterEach) await hook();
}

/** Clears up after the suites that were prepared. */
export async function finish(ready) {
  for (const one of [...ready].reverse()) for (const hook of one.after) await hook();
  ready.clear();
}
