// A program in C that simulates the discharge network: compiled here, and run in turn with both builds.
import { type ChildProcess, execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { badCommand } from '../../bad-command.ts';
import type { Stretch } from '../timing.ts';
import type { Later } from './leaving-nothing.ts';

const FLAGS = ['-O3', '-march=native', '-DARY=4'];
const DAYS = '365';
/** Enough to see how long one takes. */
const TO_TRY = 500;

export interface CProgram {
  /** About that long; the people are others in each round. */
  slice(seconds: number, round: number): Promise<Stretch>;
  readonly eventsAYear: number;
}

/**
 * The program is called as `PROGRAM d2a REPLICATIONS DAYS WARM_UP_DAYS SEED` and prints one line of JSON with `events` and `cpu`, the
 * CPU seconds that it took.
 */
export async function cProgram(source: string, scratch: string, later: Later): Promise<CProgram> {
  if (!existsSync(source))
    throw badCommand('--c', `no file ${source}`, 'the path of a program in C', 'Give the path of the .c file.');
  const program = join(scratch, process.platform === 'win32' ? 'program.exe' : 'program');
  await compiled(source, program, later);

  const years = async (replications: number, seed: number): Promise<Stretch> => {
    const args = ['d2a', String(replications), DAYS, '0', String(seed)];
    const { failed, stdout } = await ran(program, args, later);
    const { events, cpu } = failed === undefined ? numbersIn(stdout) : {};
    if (typeof events === 'number' && typeof cpu === 'number' && events > 0) return { amount: events, cpuSeconds: cpu };
    throw badCommand(
      '--c',
      `that ${source}, called with ${args.join(' ')}, ${failed ?? `printed ${stdout.trim().slice(0, 100) || 'nothing'}`}`,
      'one line of JSON with the numbers "events" and "cpu"',
      'Make it read d2a REPLICATIONS DAYS WARM_UP_DAYS SEED and print that line.',
    );
  };

  const tried = await years(TO_TRY, 1);
  const secondsAYear = Math.max(tried.cpuSeconds, 1e-3) / TO_TRY;
  return {
    slice: (seconds, round) => years(Math.max(1, Math.round(seconds / secondsAYear)), 1 + round),
    eventsAYear: tried.amount / TO_TRY,
  };
}

async function compiled(source: string, program: string, later: Later): Promise<void> {
  const compilers = process.env.CC ? [process.env.CC] : ['cc', 'gcc'];
  for (const compiler of compilers) {
    const { failed, stderr, isMissing } = await ran(compiler, [...FLAGS, source, '-o', program, '-lm'], later);
    if (failed === undefined) return;
    if (isMissing) continue;
    const why = /error:.*/.exec(stderr)?.[0] ?? stderr.trim().split('\n').at(-1) ?? failed;
    throw badCommand(
      '--c',
      `${source}, which ${compiler} ${FLAGS.join(' ')} does not compile: ${why}`,
      'a program in C that compiles',
      'Compile it by hand to see everything the compiler says.',
    );
  }
  throw badCommand(
    '--c',
    `no C compiler (looked for ${compilers.join(' and ')})`,
    'cc or gcc, or the environment variable CC',
    'Install one, or leave --c out: the two builds are compared without it.',
  );
}

interface Ran {
  readonly failed?: string;
  readonly isMissing: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

function ran(program: string, args: readonly string[], later: Later): Promise<Ran> {
  return new Promise((resolve) => {
    const child: ChildProcess = execFile(program, args, (error, stdout, stderr) =>
      resolve({
        failed: error ? `ended with ${error.signal ?? error.code}` : undefined,
        isMissing: (error?.code as unknown) === 'ENOENT',
        stdout,
        stderr,
      }),
    );
    later(() => child.kill('SIGKILL'));
  });
}

function numbersIn(line: string): { events?: unknown; cpu?: unknown } {
  try {
    return JSON.parse(line) as { events?: unknown; cpu?: unknown };
  } catch {
    return {};
  }
}
