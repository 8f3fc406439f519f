// Stops commands that keep what finishes, at random moments and by every signal, spoils what they left, and goes on until they are done: the bytes must be those of an undisturbed run.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { root } from './install.mjs';

const MODEL = 'ilkeston-2019';
const SHORT = ['--set', 'calendar.runDays=120'];
/** Each takes about as long to simulate as to start, so that moments fall into both. */
const commands = {
  run: ['run', MODEL, ...SHORT, '--replications', '120'],
  compare: ['compare', MODEL, ...SHORT, '--options', 'today,proposed-16', '--replications', '60', '--json'],
  sweep: ['sweep', MODEL, ...SHORT, '--over', 'stations.p2.beds=3:14:1', '--replications', '12'],
  worlds: ['worlds', MODEL, ...SHORT, '--option', 'proposed-16', '--worlds', '20', '--replications', '3', '--json'],
  verify: ['verify', '--only', 'one-bed', '--replications', '60', '--json'],
};
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'];
const FINISHED = 'finished.jsonl';
/** Of so many stops one is followed by damage to what it left. */
const SPOILT = 8;

/** A number from 0 to 1, always the same ones from the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ends by itself, or at that moment by that signal. */
function start(args, afterMs, signal) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
      cwd: root,
      env: { ...process.env, ONWARD_QUEUE: 'none' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer = signal && setTimeout(() => child.kill(signal), afterMs);
    child.on('error', reject);
    child.on('close', (code, by) => {
      clearTimeout(timer);
      resolve({ code, by, stdout, stderr, ms: performance.now() - began });
    });
  });
}

/** What people read: the text printed, and the files but for the record of what has finished and what a kill left half-written. */
function bytesOf({ stdout }, folder) {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name !== FINISHED && !name.startsWith('.'))
    : [];
  return JSON.stringify([stdout, files.sort().map((name) => [name, readFileSync(join(folder, name), 'base64')])]);
}

/** A bit is turned, or the end is missing, as after a power cut. */
function spoil(file, random) {
  const { size } = statSync(file);
  const at = Math.floor(random() * size);
  if (random() < 0.5) return truncateSync(file, at);
  const bytes = readFileSync(file);
  bytes[at] ^= 1 << Math.floor(random() * 8);
  writeFileSync(file, bytes);
}

/** Its tables go into the folder in which it keeps. */
const tablesInto = (name, folder) => (commands[name].includes('--json') ? [] : ['--out', folder]);

/** Stops the commands in turn, `times` times in all or for so many seconds; throws at the first that then differs. */
export async function interruptions({
  times,
  seed,
  seconds = Infinity,
  names = Object.keys(commands),
  tell = () => {},
}) {
  const until = performance.now() + 1000 * seconds;
  await build('cli');
  const random = randomFrom(seed);
  const scratch = mkdtempSync(join(tmpdir(), 'onward-interruptions-'));
  const folder = join(scratch, 'kept');
  const counts = { stopped: 0, spoilt: 0, refused: 0, tooLate: 0, whole: 0, by: { SIGINT: 0, SIGTERM: 0, SIGKILL: 0 } };
  try {
    const undisturbed = {};
    for (const name of names) {
      const out = join(scratch, name);
      const ended = await start([...commands[name], ...tablesInto(name, out)]);
      if (ended.code !== 0) throw new Error(`${name} does not run: ${ended.stderr}`);
      undisturbed[name] = { bytes: bytesOf(ended, out), ms: ended.ms };
    }
    for (let story = 0; counts.stopped < times && performance.now() < until; story++) {
      const name = names[story % names.length];
      rmSync(folder, { recursive: true, force: true });
      const args = [...commands[name], '--keep', folder, ...tablesInto(name, folder)];
      let ended;
      let goes = 0;
      while (ended?.code !== 0) {
        goes++;
        const isLast = counts.stopped >= times;
        const signal = isLast ? undefined : SIGNALS[Math.floor(random() * SIGNALS.length)];
        ended = await start(
          [...args, '--workers', random() < 0.5 ? '1' : '2'],
          random() * undisturbed[name].ms,
          signal,
        );
        if (ended.code === 2 && ended.stderr.includes('damaged or of something else')) {
          counts.refused++;
          rmSync(folder, { recursive: true, force: true });
        } else if (ended.code === 130 || ended.by !== null) {
          counts.stopped++;
          counts.by[signal]++;
          const file = join(folder, FINISHED);
          if (random() * SPOILT < 1 && existsSync(file) && statSync(file).size > 0) {
            counts.spoilt++;
            spoil(file, random);
          }
        } else if (ended.code !== 0) throw new Error(`${name} ended with ${ended.code}: ${ended.stderr}`);
        else if (signal) {
          counts.tooLate++;
          // The computer has become quicker: others may have been at work on it.
          if (goes === 1) undisturbed[name].ms = ended.ms;
        }
      }
      if (bytesOf(ended, folder) !== undisturbed[name].bytes) {
        cpSync(scratch, `${scratch}-kept`, { recursive: true });
        throw new Error(`${name}, story ${story} of seed ${seed}, came to other bytes; see ${scratch}-kept.`);
      }
      counts.whole++;
      tell({ name, ...counts });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { times: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' } },
  });
  const began = performance.now();
  const counts = await interruptions({
    times: Number(values.times ?? 100),
    seed: Number(values.seed ?? 1),
    seconds: Number(values.seconds ?? Infinity),
    tell: ({ stopped, whole }) => process.stderr.write(`\r${stopped} stops, ${whole} answers whole `),
  });
  const { stopped, by, spoilt, refused, tooLate, whole } = counts;
  console.log(`
${stopped} stops: ${Object.entries(by)
    .map(([signal, count]) => `${count} by ${signal}`)
    .join(', ')}; ${tooLate} signals came too late.
${spoilt} times what had been left was then spoilt; ${refused} times its first line was, and the folder was refused.
${whole} answers of ${Object.keys(commands).join(', ')}: every one has the bytes of an undisturbed run. ${Math.round((performance.now() - began) / 1000)} seconds.`);
}
