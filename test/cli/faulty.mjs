// Loaded before a command by a test: what befalls its processes and threads, at the nth look at the clock that one of them takes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** `in`: main or worker; `once`: a file that is there once it has happened; `at`: the look, or the write, at which it does. */
const fault = JSON.parse(process.env.ONWARD_TEST_FAULT);
const isHere = (fault.in === 'worker') !== isMainThread;

/** Only the first to come here is the one. */
function isMine() {
  if (fault.once === undefined) return true;
  try {
    fs.closeSync(fs.openSync(fault.once, 'wx'));
    return true;
  } catch {
    return false;
  }
}

const eats = [];
const happens = {
  fails: () => {
    throw new Error('As the test will have it.');
  },
  interrupts: () => process.kill(process.pid, 'SIGINT'),
  leaves: () => process.exit(1),
  /** Until there is none left. */
  eatsMemory: () => {
    for (;;) eats.push(Array.from({ length: 100_000 }, (_, at) => `${at} of ${eats.length}`));
  },
  /** For as long as it is let. */
  hangs: () => {
    for (;;);
  },
};

if (isHere && fault.kind in happens) {
  const { now } = Date;
  let looks = 0;
  Date.now = () => {
    if (++looks >= fault.at && isMine()) happens[fault.kind]();
    return now();
  };
}

/** Each look is an hour before the one before. */
if (isHere && fault.kind === 'clockRunsBack') {
  let last = Date.now();
  Date.now = () => (last -= 3_600_000);
}

/** From the nth write on there is room for half of it, and for nothing after that. */
if (isHere && fault.kind === 'diskFull') {
  const { writeSync } = fs;
  let writes = 0;
  fs.writeSync = (file, bytes, from = 0) => {
    if (file <= 2 || ++writes < fault.at) return writeSync(file, bytes, from);
    if (writes === fault.at) return writeSync(file, bytes, from, Math.floor((bytes.length - from) / 2));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  syncBuiltinESMExports();
}
