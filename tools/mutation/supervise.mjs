// Keeps judges at work: hands out changes, ends a judge that hangs, hires another, and reports what became of each change.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../install.mjs';

/** A judge that has computed for this long without answering is caught in a loop that the change has made endless. */
const HUNG_SECONDS = 12;
/** Where the machine does not say how long a process has computed, or it waits for nothing. */
const LONGEST_SECONDS = 240;

const judgeScript = join(root, 'tools/mutation/judge.mjs');

/** Starts a judge over built test files: [{ name, path }]; gives the process once it has answered. */
export function hire(work, environment, patience = 1200) {
  const child = fork(judgeScript, {
    cwd: root,
    env: { ...process.env, ...environment },
    execArgv: ['--max-old-space-size=3000'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const testFiles = work.testFiles.map(({ name, path }) => ({ name, url: pathToFileURL(path).href }));
  child.send({ ...work, type: 'begin', testFiles });
  return answer(child, patience).then((begun) => ({ child, begun }));
}

/** What a judge says next; undefined where it dies or hangs, and then it is gone. */
function answer(child, patience = HUNG_SECONDS) {
  return new Promise((resolve) => {
    const [from, began] = [secondsOf(child), performance.now()];
    const end = (said) => {
      clearInterval(timer);
      child.off('message', end);
      child.off('exit', gone);
      resolve(said);
    };
    const gone = () => end(undefined);
    const timer = setInterval(() => {
      const longest = Math.max(LONGEST_SECONDS, patience);
      if (secondsOf(child) - from < patience && performance.now() - began < 1000 * longest) return;
      child.kill('SIGKILL');
      gone();
    }, 500);
    child.once('message', end);
    child.once('exit', gone);
  });
}

/** Seconds a process has computed, where the system reports it (Linux); the hundredths of its field 14. */
function secondsOf({ pid }) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) / 100;
  } catch {
    return 0;
  }
}

/** Judges changes, id → names of the tests that reach it, with this many processes; `tell` receives each verdict { id, status, by? } as it is made. */
export async function judgeAll(judgesOf, workers, work, environment, tell) {
  const queue = [...judgesOf.keys()];
  const again = new Set();
  const oneWorker = async () => {
    let judge;
    while (queue.length > 0) {
      const id = queue.shift();
      judge ??= (await hire(work, environment)).child;
      judge.send({ type: 'judge', id, names: judgesOf.get(id) });
      const verdict = await answer(judge);
      if (!verdict) {
        judge.kill('SIGKILL');
        judge = undefined;
        tell({ id, status: 'Timeout' });
        continue;
      }
      if (verdict.isSpoilt) {
        judge.kill('SIGKILL');
        judge = undefined;
        // The failure may have been left behind by a change before this one: a fresh judge tries once more.
        if (!again.has(id)) {
          again.add(id);
          queue.unshift(id);
          continue;
        }
      }
      tell(verdict);
    }
    judge?.kill('SIGKILL');
  };
  await Promise.all(Array.from({ length: workers }, oneWorker));
}

/** Judges one change in a process of its own that has it on before anything is loaded. */
export async function judgeFromTheStart(id, work, environment) {
  const { child, begun } = await hire({ ...work, fromTheStart: id }, environment, HUNG_SECONDS);
  child.kill('SIGKILL');
  if (!begun) return { id, status: 'Timeout' };
  return { id, status: begun.failed.length > 0 ? 'Killed' : 'Survived', by: begun.failed[0]?.name };
}
