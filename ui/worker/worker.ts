// Hosts the engine in a Web Worker: one step of work, then a turn for messages, so that a cancel is always seen.
import {
  Refusal,
  childOf,
  compileAsWritten,
  isAsWritten,
  offered,
  programOf,
  work,
  type Compiler,
  type Model,
  type NumberFacts,
  type WorkReply,
} from '../../engine/index.ts';
import type * as Checking from './checking.ts';
import type { PageReply, PageRequest, Reading, Sent, Study } from './protocol.ts';
import { stillAtWork } from './still-at-work.ts';
import { nextOfFirst, passesOn, type InTurn } from './turns.ts';

interface Job extends InTurn {
  readonly id: number;
  /** A step without a reply is a part of a long one. */
  readonly steps: Iterator<PageReply | undefined, void>;
  taken: number;
  /** Goes after all others that wait until nothing else is due. */
  readonly isLast: boolean;
}

/** The map and what is read off the document: done before any further simulated year, but not before the first ones. */
const urgent: Job[] = [];
/** Simulated years, in turn, so that two options advance together and can be compared early. */
let patient: Job[] = [];
/** Studies: when nothing else is due. */
const idle: Job[] = [];
/** Requests whose code is on its way. */
const awaited = new Set<number>();
const turn = new MessageChannel();
turn.port1.onmessage = step;
let turnAsked = false;

type Asked = Exclude<PageRequest, { type: 'cancel' }>;
type Run = Exclude<Asked, Study | { type: 'shipped' | 'validate' }>;

/** The document that came last: a question without one is about this one. */
let open: Model | undefined;

self.onmessage = ({ data: sent }: MessageEvent<Sent>) => {
  const data = inFull(sent);
  if (data.type === 'cancel') drop(data.id);
  else if (data.type === 'shipped') begin(data, shipped(data));
  else if (isToRunAsWritten(data)) begin(data, stepsOf(data, compileAsWritten, asKnown(data)));
  else void fetchFor(data);
};

function inFull(sent: Sent): PageRequest {
  if (!('model' in sent)) return sent as PageRequest;
  open = sent.model ?? open;
  return { ...sent, model: open } as PageRequest;
}

const isStudy = (request: Asked): request is Study =>
  ['weeks', 'spread', 'warm-up', 'numbers', 'settling', 'worlds', 'history', 'combinations'].includes(request.type);

/** As the first view does: nothing is laid over the document, so there is nothing to check. */
const isToRunAsWritten = (request: Asked): request is Run =>
  'run' in request && !isStudy(request) && isAsWritten(request.run) && (request.type !== 'read' || !!request.known);

function begin(request: Asked, steps: Job['steps']): void {
  const isSimulated = request.type === 'replicate';
  const whenIdle = 'whenIdle' in request ? request.whenIdle : undefined;
  // What is only read off the document does not wait for simulated years.
  const waits =
    whenIdle !== undefined || (isStudy(request) && request.type !== 'numbers' && request.type !== 'settling');
  const first = isSimulated ? (request.first ?? 1) : 0;
  const isLast = whenIdle === 'last' || request.type === 'worlds';
  const job = { id: request.id, steps, first, taken: 0, isLast };
  if (waits) waitForIdle(job);
  else (isSimulated ? patient : urgent).push(job);
  askForTurn();
}

function waitForIdle(job: Job): void {
  const at = job.isLast ? -1 : idle.findIndex(({ isLast }) => isLast);
  idle.splice(at < 0 ? idle.length : at, 0, job);
}

/** The code of studies and of checks is fetched only now: a first number does not wait for it. */
async function fetchFor(request: Exclude<Asked, { type: 'shipped' }>): Promise<void> {
  const { id } = request;
  awaited.add(id);
  try {
    const steps = isStudy(request)
      ? (await import('./studies.ts')).stepsOfStudy(request)
      : checkedSteps(request, await import('./checking.ts'));
    if (awaited.delete(id)) begin(request, steps);
  } catch (error) {
    // What could not be fetched once, some browsers never fetch again for this worker: it ends, and another asks.
    if (awaited.delete(id))
      setTimeout(() => {
        throw error;
      });
  }
}

function askForTurn(): void {
  if (turnAsked || urgent.length + patient.length + idle.length === 0) return;
  turnAsked = true;
  turn.port2.postMessage(null);
}

function step(): void {
  turnAsked = false;
  const job = nextOfFirst(patient) ?? urgent[0] ?? patient[0] ?? idle[0];
  if (!job) return;
  try {
    const { value: reply, done } = job.steps.next();
    if (reply) self.postMessage(reply, { transfer: transferOf(reply) });
    if (reply?.type === 'chunk') yearIsOver(job);
    if (done) drop(job.id);
  } catch (error) {
    drop(job.id);
    self.postMessage(answerTo(error, job.id));
  }
  askForTurn();
}

function yearIsOver(job: Job): void {
  job.taken++;
  // The first numbers are out: the first move of a slider must not wait for its checks.
  if (job.taken === job.first) void import('./checking.ts').catch(() => {});
  if (patient.includes(job) && passesOn(job)) patient = [...patient.filter((one) => one !== job), job];
}

function drop(id: number): void {
  awaited.delete(id);
  for (const list of [urgent, idle]) {
    const at = list.findIndex((job) => job.id === id);
    if (at >= 0) list.splice(at, 1);
  }
  patient = patient.filter((job) => job.id !== id);
}

function answerTo(error: unknown, id: number): PageReply {
  if (error instanceof Refusal) return { type: 'refused', id, problems: [...error.problems] };
  return { type: 'failed', id, message: error instanceof Error ? error.message : String(error) };
}

type NumberAt = typeof Checking.numberAt;

/** Of what the page knows already; anything else takes the schema, which is fetched. */
function asKnown(request: Run): NumberAt {
  const known = ('known' in request && request.known) || {};
  return (model, path) => ({
    value: path.split('.').reduce<unknown>(childOf, model) as number | 'unlimited',
    facts: known[path],
  });
}

function* stepsOf(request: Run, compile: Compiler, numberAt: NumberAt): Generator<PageReply | undefined, void> {
  const { id } = request;
  if (request.type === 'read') yield { type: 'reading', id, reading: readingOf(request, compile, numberAt) };
  else yield* work(request, compile, null, stillAtWork);
  // Those that say so themselves are gone by now, and a second word is not heard.
  yield { type: 'done', id };
}

function* checkedSteps(
  request: Run | Extract<Asked, { type: 'validate' }>,
  { compile, numberAt, readModel }: typeof Checking,
): Generator<PageReply | undefined, void> {
  const { id } = request;
  if (request.type !== 'validate') return yield* stepsOf(request, compile, numberAt);
  yield { type: 'validated', id, ...readModel(request.text) };
  yield { type: 'done', id };
}

/** That it has no fault, and is as the schema would read it, is for a test to say and not for each who opens the page. */
function* shipped({ id, text }: Extract<Asked, { type: 'shipped' }>): Generator<PageReply, void> {
  yield { type: 'validated', id, model: JSON.parse(text) as Model, problems: [] };
  yield { type: 'done', id };
}

function readingOf(
  { model, run, paths }: Extract<Asked, { type: 'read' }>,
  compile: Compiler,
  numberAt: NumberAt,
): Reading {
  const program = programOf(model, run, compile);
  const values: Record<string, number | 'unlimited'> = {};
  const facts: Record<string, NumberFacts> = {};
  for (const path of paths) {
    try {
      ({ value: values[path], facts: facts[path] } = numberAt(program.model, path));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // a slider for a number this option does not have
    }
  }
  return { offered: offered(program), values, facts };
}

/** Large columns change hands instead of being copied. Nothing here is read again by this worker. */
function transferOf(reply: PageReply | WorkReply): Transferable[] {
  if (reply.type === 'chunk')
    return [reply.values, ...(reply.weeks ? [reply.weeks] : [])].map(({ buffer }) => buffer as ArrayBuffer);
  if (reply.type !== 'watched') return [];
  const { day, verb, patient: who, station, other, value } = reply.trace;
  const { need, stream, keyHigh, keyLow } = reply.people;
  const columns = [day, verb, who, station, other, value, need, stream, keyHigh, keyLow, reply.values];
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))];
}

self.postMessage({ type: 'ready', id: 0 } satisfies PageReply);
