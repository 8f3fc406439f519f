// A process that judges changes one after another: loads the tests once, then switches changes on and off under them.
import { collect, finish, runTest } from './stand.mjs';
import { switchOn, takePassed } from './activity.mjs';

/** A change that no test notices in this many seconds of the tests that reach it counts as not noticed. */
const PATIENCE_MILLISECONDS = 3000;

/** By name of a test: what is known of it so far, { test, milliseconds, tries, kills }. */
const known = new Map();

process.on('message', async (message) => {
  if (message.type === 'begin') await begin(message);
  else if (message.type === 'judge') process.send({ type: 'judged', ...(await judge(message)) });
});

/**
 * Loads the tests, with the change `fromTheStart` on if there is one. With `times` from an earlier run that is all;
 * without, each is run once, and the changes it reaches are reported if this is the build for `looking`.
 */
async function begin(work) {
  const tests = [];
  switchOn(work.fromTheStart ?? -1);
  for (const path of work.testFiles)
    try {
      for (const test of await collect(path.name, () => import(path.url))) tests.push(test);
    } catch (error) {
      // With a change that is on from the start, a file that cannot be loaded has noticed it.
      process.send({ type: 'begun', failed: [{ name: path.name, why: String(error) }] });
      return;
    }
  const atLoading = takePassed();
  if (work.times) {
    for (const test of tests) known.set(test.name, { test, milliseconds: work.times[test.name], tries: 0, kills: 0 });
    process.send({ type: 'begun', failed: [] });
    return;
  }
  const ready = new Set();
  const failed = [];
  const passedBy = {};
  const times = {};
  for (const test of tests) {
    if (work.leaveOut?.includes(test.name)) continue;
    const began = performance.now();
    try {
      await runTest(test, ready);
    } catch (error) {
      failed.push({ name: test.name, why: String(error).slice(0, 300) });
      if (work.fromTheStart !== undefined) break;
    }
    times[test.name] = performance.now() - began;
    if (work.looking) passedBy[test.name] = takePassed();
  }
  await finish(ready);
  process.send({ type: 'begun', failed, passedBy, atLoading, times });
}

/** How soon a test is expected to notice something, for the time it takes. */
const promise = ({ milliseconds, tries, kills }) => (kills + 0.5) / (tries + 1) / (milliseconds + 0.5);

async function judge({ id, names }) {
  const judges = names.map((name) => known.get(name));
  const ready = new Set();
  const began = process.cpuUsage();
  let tried = 0;
  for (const one of judges.toSorted((a, b) => promise(b) - promise(a))) {
    // Time of this process alone: others on the machine must not make a change look unnoticed.
    if (process.cpuUsage(began).user / 1000 > PATIENCE_MILLISECONDS) break;
    tried++;
    one.tries++;
    switchOn(id);
    try {
      await runTest(one.test, ready);
    } catch {
      one.kills++;
      switchOn(-1);
      await finish(ready).catch(() => {});
      return { id, status: 'Killed', by: one.test.name, isSpoilt: !(await isSound(one)), tried };
    }
  }
  switchOn(-1);
  await finish(ready).catch(() => {});
  return { id, status: 'Survived', tried, of: judges.length };
}

/** Without the change the test passes again; if not, the change has left something behind, and this process is of no more use. */
async function isSound({ test }) {
  const ready = new Set();
  try {
    await runTest(test, ready);
    await finish(ready);
    return true;
  } catch {
    return false;
  }
}

process.on('unhandledRejection', () => {});
