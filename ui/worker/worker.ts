// Hosts the engine in a Web Worker: one step of work, then a turn for messages, so that a cancel is always seen.
import { Refusal, compile, numberAt, offered, work, type NumberFacts, type WorkReply } from '../../engine/index.ts';
import type { PageReply, PageRequest, Reading, Study } from './protocol.ts';

interface Job {
  readonly id: number;
  readonly steps: Iterator<PageReply, void>;
  taken: number;
}

/** The map and what is read off the document: done before any further simulated year, but not before the first ones. */
const urgent: Job[] = [];
/** Simulated years, one step each in turn, so that two options advance together and can be compared early. */
let patient: Job[] = [];
/** Studies: when nothing else is due. */
const idle: Job[] = [];
/** Studies asked for whose code is on its way. */
const awaited = new Set<number>();
/** The names of the numbers and two years: with as many from another worker, enough for a first number on the screen. */
const FIRST_STEPS = 3;

const turn = new MessageChannel();
turn.port1.onmessage = step;
let turnAsked = false;

self.onmessage = ({ data }: MessageEvent<PageRequest>) => {
  if (data.type === 'cancel') return drop(data.id);
  if (isStudy(data)) return void study(data);
  const job: Job = { id: data.id, steps: stepsOf(data), taken: 0 };
  const isIdle = 'whenIdle' in data && data.whenIdle === true;
  (isIdle ? idle : data.type === 'replicate' ? patient : urgent).push(job);
  askForTurn();
};

const isStudy = (request: PageRequest): request is Study =>
  ['weeks', 'spread', 'warm-up', 'numbers'].includes(request.type);

/** Its code is fetched only now: a first number does not wait for it. */
async function study(request: Study): Promise<void> {
  const { id } = request;
  awaited.add(id);
  try {
    const { stepsOfStudy } = await import('./studies.ts');
    // What is only read off the document does not wait for simulated years.
    const list = request.type === 'numbers' ? urgent : idle;
    if (awaited.delete(id)) list.push({ id, steps: stepsOfStudy(request), taken: 0 });
    askForTurn();
  } catch (error) {
    if (awaited.delete(id)) self.postMessage(answerTo(error, id));
  }
}

function askForTurn(): void {
  if (turnAsked || urgent.length + patient.length + idle.length === 0) return;
  turnAsked = true;
  turn.port2.postMessage(null);
}

function step(): void {
  turnAsked = false;
  const job = patient.find(({ taken }) => taken < FIRST_STEPS) ?? urgent[0] ?? patient[0] ?? idle[0];
  if (!job) return;
  job.taken++;
  try {
    const { value: reply, done } = job.steps.next();
    if (reply) self.postMessage(reply, { transfer: transferOf(reply) });
    if (done) drop(job.id);
    else if (job === patient[0]) patient = [...patient.slice(1), job];
  } catch (error) {
    drop(job.id);
    self.postMessage(answerTo(error, job.id));
  }
  askForTurn();
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

function* stepsOf(request: Exclude<PageRequest, Study | { type: 'cancel' }>): Generator<PageReply, void> {
  const { id } = request;
  if (request.type === 'read') yield { type: 'reading', id, reading: readingOf(request) };
  else yield* work(request);
  // Those that say so themselves are gone by now, and a second word is not heard.
  yield { type: 'done', id };
}

function readingOf({ model, run, paths }: Extract<PageRequest, { type: 'read' }>): Reading {
  const program = compile(model, run);
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
  if (reply.type === 'chunk') return [reply.values.buffer as ArrayBuffer];
  if (reply.type !== 'watched') return [];
  const { day, verb, patient: who, station, other, value } = reply.trace;
  const { need, stream, keyHigh, keyLow } = reply.people;
  const columns = [day, verb, who, station, other, value, need, stream, keyHigh, keyLow, reply.values];
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))];
}

self.postMessage({ type: 'ready', id: 0 } satisfies PageReply);
