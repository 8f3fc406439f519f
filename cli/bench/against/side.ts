// One side of a comparison: a separate process with the engine of one build, which runs each piece of work on request.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Model, readModel } from '../../../engine/index.ts';
import { type Stretch, stretch } from '../timing.ts';
import { type Work, kinds, runsOf } from './timed-work.ts';

export type Asked =
  | { readonly ask: 'begin'; readonly kind: string; readonly document: string }
  | { readonly ask: 'slice'; readonly seconds: number }
  | { readonly ask: 'memory'; readonly document: string };

/** Fields of the document that this build does not know, by path; the run went without them. */
interface Unread {
  readonly unread: readonly string[];
}

export interface Begun extends Unread {
  readonly checksum: string;
}

/** Resident memory of a process, in megabytes, around one run. */
export interface Memory extends Unread {
  readonly beforeMB: number;
  readonly afterMB: number;
  readonly peakMB: number;
}

export type Answer = Begun | Stretch | Memory | { readonly failed: string };

/** What an engine of another time lacks, in words that follow the name of the build. */
class Lacking extends Error {}

let work: Work | undefined;

function answerTo(asked: Asked): Answer {
  if (asked.ask === 'memory') return memoryOf(asked.document);
  if (asked.ask === 'slice') return stretch(asked.seconds, work!.piece);
  const { needs, begin } = kinds[asked.kind];
  const missing = Object.keys(needs).filter((name) => needs[name] === undefined);
  if (missing.length > 0) throw new Lacking(`has no ${missing.join(', ')} in engine/index.ts`);
  const { model, unread } = modelOf(asked.document);
  work = begin(model);
  return { checksum: checksumOf(work.sample()), unread };
}

/** An earlier build is spared what it does not know yet; whether that bears on the results, their checksums tell. */
function modelOf(document: string): { readonly model: Model } & Unread {
  const whole: unknown = JSON.parse(document);
  const unread: string[] = [];
  for (;;) {
    const { model, problems } = readModel(JSON.stringify(whole));
    if (model) return { model, unread };
    const unknown = problems.filter(({ found }) => found.startsWith('unknown field'));
    if (unknown.length === 0) throw new Lacking(`refuses the document: ${problems[0].path}: ${problems[0].found}`);
    for (const { path } of unknown) leaveOut(whole, path.split('.'));
    unread.push(...unknown.map(({ path }) => path));
  }
}

function leaveOut(whole: unknown, path: readonly string[]): void {
  const [last, ...before] = path.toReversed();
  const holder = before.reduceRight((of, key) => Object(of)[key] as unknown, whole);
  // Another build may name its places in another way.
  if (!Object.hasOwn(Object(holder), last)) throw new Lacking(`refuses the document: ${path.join('.')}: unknown field`);
  Reflect.deleteProperty(holder as object, last);
}

/** By what the numbers say: whether no number is written with a sign differs between slow and fast code. */
function checksumOf(values: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const each of values) hash.update(`${each.join()}\n`);
  return hash.digest('hex');
}

function memoryOf(document: string): Memory {
  const before = process.memoryUsage.rss();
  const { model, unread } = modelOf(document);
  runsOf(model)(0);
  return {
    unread,
    beforeMB: megabytes(before),
    afterMB: megabytes(process.memoryUsage.rss()),
    peakMB: Math.round(peakKilobytes() / 1024),
  };
}

/** Linux counts what the process was before it became this program to `maxRSS`, but not to its own record. */
function peakKilobytes(): number {
  const record = '/proc/self/status';
  const own = existsSync(record) ? /VmHWM:\s+(\d+)/.exec(readFileSync(record, 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS);
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

process.on('message', (asked: Asked) => {
  let answer: Answer;
  try {
    answer = answerTo(asked);
  } catch (error) {
    answer = { failed: error instanceof Lacking ? error.message : `fails: ${String(error)}` };
  }
  process.send!(answer);
});
// Ctrl-C reaches every process of a terminal; the one that asks cleans up, and then the channel closes.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
