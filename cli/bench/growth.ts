// Figure: how the time of a replication grows with stations, places and people in the system, and how workers share it, each with a fitted exponent.
import { compile, replicate, sayProblem, validate } from '../../engine/index.ts';
import { openPool } from '../pool.ts';
import type { Figure } from './figure.ts';
import { median } from './timing.ts';

const ROUNDS = 5;
const STAY_DAYS = 10;
/** Of the places of a ward, on average. */
const BUSY = 0.9;

/** Lines of wards one after another, all equally busy, each line with its need. */
export function wards({ lines, long, beds, days }: { lines: number; long: number; beds: number; days: number }) {
  const each = Array.from({ length: lines }, (_, line) => line);
  const ward = (line: number, at: number) => ({
    kind: 'ward',
    label: `Ward ${line}, ${at}`,
    beds,
    stay: { shape: 'exponential', meanDays: STAY_DAYS },
    next: [{ to: at + 1 < long ? `w${line}-${at + 1}` : 'home' }],
  });
  return {
    schemaVersion: 1,
    id: 'growth-bench',
    title: 'Lines of wards, for timing',
    about: 'Made up to time engines. Not any real place.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: days },
    experiment: { replications: 1, seed: 1 },
    needs: Object.fromEntries(each.map((line) => [`n${line}`, { label: `Need ${line}`, goesTo: `w${line}-0` }])),
    streams: Object.fromEntries(
      each.map((line) => {
        const arrivalsPerDay = (BUSY * beds) / STAY_DAYS;
        return [`s${line}`, { label: `People ${line}`, arrivalsPerDay, shares: { [`n${line}`]: 1 } }];
      }),
    ),
    stations: {
      ...Object.fromEntries(
        each.flatMap((line) => Array.from({ length: long }, (_, at) => [`w${line}-${at}`, ward(line, at)])),
      ),
      home: { kind: 'exit', label: 'Home' },
    },
  };
}

const WAITING_DAYS = 100;

/** People who wait from the start for one ward, which takes them all by the end: the longest list there can be. */
function waiting(people: number): object {
  const most = 100_000;
  const groups = Array.from({ length: Math.ceil(people / most) }, (_, at) => `g${at}`);
  const each = Math.min(people, most);
  return {
    schemaVersion: 1,
    id: 'growth-bench',
    title: 'A long list, for timing',
    about: 'Made up to time engines. Not any real place.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: WAITING_DAYS },
    experiment: { replications: 1, seed: 1 },
    needs: Object.fromEntries(groups.map((id) => [id, { label: id, goesTo: 'ward' }])),
    streams: { late: { label: 'One more', atDays: [1], shares: { g0: 1 } } },
    stations: {
      ward: {
        kind: 'ward',
        label: 'Ward',
        beds: Math.max(1, people / WAITING_DAYS),
        stay: { shape: 'exponential', meanDays: 1 },
        next: [{ to: 'home' }],
      },
      home: { kind: 'exit', label: 'Home' },
    },
    initial: { ward: { waiting: Object.fromEntries(groups.map((id) => [id, each])) } },
  };
}

/** CPU seconds of compiling and of one replication, the median of several; the first, in which the engine is made quick, does not count. */
function cpuSeconds(document: object): number {
  const { model, problems } = validate(document);
  if (model === undefined) throw new Error(`The model to time is not sound: ${problems.map(sayProblem).join('; ')}`);
  const one = () => {
    const start = process.cpuUsage();
    replicate(compile({ ...model }, { option: 'today' }), 1, 0);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  one();
  return median(Array.from({ length: ROUNDS }, one));
}

interface Grown {
  readonly what: string;
  readonly sizes: readonly number[];
  readonly cpuSeconds: readonly number[];
  /** Of size, where seconds are proportional to a power of it: least squares of the logarithms. */
  readonly exponent: number;
  /** What n log n would give over the same sizes, at most. */
  readonly ofNLogN: number;
}

/** Slope of ln(y) against ln(x). */
export function slopeOfLogs(x: readonly number[], y: readonly number[]): number {
  const [across, up] = [x, y].map((all) => all.map(Math.log));
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [middle, height] = [mean(across), mean(up)];
  const apart = across.map((one) => one - middle);
  return (
    apart.reduce((sum, one, at) => sum + one * (up[at] - height), 0) / apart.reduce((sum, one) => sum + one * one, 0)
  );
}

function grown(what: string, sizes: readonly number[], documentOf: (size: number) => object): Grown {
  const seconds = sizes.map((size) => cpuSeconds(documentOf(size)));
  return {
    what,
    sizes,
    cpuSeconds: seconds,
    exponent: slopeOfLogs(sizes, seconds),
    ofNLogN: slopeOfLogs(
      sizes,
      sizes.map((size) => size * Math.log2(size)),
    ),
  };
}

/**
 * Seconds until all tasks are done: one asker hands them over one after another, each taking so long of its time, to whichever worker is
 * free first. By hand-over and task in seconds.
 */
export function madeBy(workers: number, tasks: number, { handOver, task }: { handOver: number; task: number }): number {
  const freeAt = new Float64Array(workers);
  let asker = 0;
  for (let n = 0; n < tasks; n++) {
    const worker = freeAt.indexOf(Math.min(...freeAt));
    asker = Math.max(asker, freeAt[worker]) + handOver;
    freeAt[worker] = asker + task;
  }
  return Math.max(...freeAt);
}

/** A task that is no work at all, over a real thread and back: what handing over costs. */
async function handOverSeconds(): Promise<number> {
  const model = validate(wards({ lines: 1, long: 1, beds: 1, days: 1 })).model!;
  const pool = await openPool(model, 2);
  try {
    const task = { request: { option: 'today' }, seed: 1, replications: [] };
    await pool.run(task, 0);
    const rounds: number[] = [];
    for (let n = 0; n < 200; n++) {
      const start = performance.now();
      await pool.run(task, 0);
      rounds.push((performance.now() - start) / 1000);
    }
    return median(rounds);
  } finally {
    await pool.close();
  }
}

const WORKERS = [1, 2, 4, 8, 16, 32, 64];
/** As `gather` makes them: about 150,000 events, some 20 milliseconds; 10,000 settings of 20 replications are about 2,000 of them. */
const TASK_SECONDS = 0.02;
const TASKS = 2000;

export async function growth(): Promise<Figure> {
  const all = [
    grown('stations, 10 places each, two lines of them', [4, 12, 40, 120, 400], (stations) =>
      wards({ lines: 2, long: stations / 2, beds: 10, days: 4000 }),
    ),
    grown('places of one ward', [10, 100, 1000, 10_000, 100_000], (beds) =>
      wards({ lines: 1, long: 1, beds, days: 100 }),
    ),
    grown('people in the system', [100, 1000, 10_000, 100_000, 1_000_000], waiting),
  ];
  const handOver = await handOverSeconds();
  const seconds = WORKERS.map((workers) => madeBy(workers, TASKS, { handOver, task: TASK_SECONDS }));
  const sharing = { handOver, seconds, workers: WORKERS, exponent: slopeOfLogs(WORKERS, seconds) };
  return {
    name: 'growth',
    result: { all, sharing },
    sentences: [
      ...all.map(
        ({ what, sizes, cpuSeconds: took, exponent, ofNLogN }) =>
          `${what}: ${sizes.map((size, at) => `${size.toLocaleString('en-GB')} ${took[at].toPrecision(2)} s`).join(', ')}; exponent ${exponent.toFixed(2)} (n log n: ${ofNLogN.toFixed(2)}).`,
      ),
      `Workers, by a model of the queue with ${(1e6 * handOver).toFixed(0)} µs a hand-over and ${TASK_SECONDS * 1000} ms a task: ${WORKERS.map((workers, at) => `${workers} ${(seconds[0] / seconds[at]).toFixed(1)}`).join(', ')} times as quick as one; exponent ${sharing.exponent.toFixed(2)} (shared perfectly: -1).`,
    ],
  };
}
