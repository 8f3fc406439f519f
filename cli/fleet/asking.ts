// Asks workers for replications, and sees to it that every chunk is answered once: what was lost is asked for again.
import { Refusal, type Model } from '../../engine/index.ts';
import type { Combinations, Task } from '../replicator.ts';
import { Spoilt, unpacked } from './answer.ts';
import { type Chunk, chunkId, chunkOf, chunkWords, documentOf, firstOf, resultsOf } from './chunk.ts';
import { REASONS } from './failures.ts';
import * as faults from './faults.ts';
import { DAY, FETCHED, alarmsKey, answerKey, checksumKey, distrustedKey, modelKey } from './keys.ts';
import type { Clock, Line, Store } from './queue.ts';

export interface Asker {
  readonly engine: string;
  readonly store: Store;
  readonly line: Line;
  readonly clock: Clock;
  /** The one result of a task, run here: the first answer of each worker is compared with it. */
  runHere(task: Task | Combinations): Promise<Float64Array>;
}

interface Asked {
  readonly chunk: Chunk;
  readonly answer: Promise<Float64Array[]>;
  settle(values: Float64Array[] | Error): void;
  /** How often what came or what was put there was spoilt or lost. */
  times: number;
  isBusy: boolean;
  isToBeLookedAt: boolean;
}

const MOST_TIMES = 50;

export interface Asking {
  run(task: Task | Combinations): Promise<Float64Array[]>;
  /** Something has happened to this chunk. */
  hint(id: string): void;
  /** Looks after every chunk that is asked for: hints may have been lost. */
  look(): Promise<void>;
  /** Takes back what no worker has begun; what is begun still comes. */
  withdraw(): Promise<void>;
  /** Gives up what is asked for: it comes back empty, and nothing more is asked. */
  stop(): void;
  /** Ends all of it with an error. */
  fail(error: Error): void;
}

export function ask(model: Model, { engine, store, line, runHere }: Asker): Asking {
  const document = documentOf(model);
  const asked = new Map<string, Asked>();
  const everAsked = new Set<string>();
  /** By worker: the comparison of its first answer with this computer's own. */
  const compared = new Map<string, Promise<void>>();
  const distrusted = new Set<string>();
  let isModelThere = false;
  let isEnding = false;
  let failure: Error | undefined;

  async function putInLine(id: string, { chunk }: Asked): Promise<void> {
    if (!isModelThere) await store.set(modelKey(document.hash), document.text, DAY);
    isModelThere = true;
    await line.add(id, chunk);
  }

  /** Asks whether it is answered, failed or lost, and does what follows. */
  async function lookAt(id: string): Promise<void> {
    const one = asked.get(id);
    if (one === undefined) return;
    one.isToBeLookedAt = true;
    if (one.isBusy) return;
    one.isBusy = true;
    try {
      while (one.isToBeLookedAt && asked.get(id) === one) {
        one.isToBeLookedAt = false;
        await see(id, one);
      }
    } catch (error) {
      end(id, faults.refusedByRedis(error) ?? (error as Error));
    } finally {
      one.isBusy = false;
    }
  }

  async function see(id: string, one: Asked): Promise<void> {
    const early = await store.get(answerKey(id));
    if (early !== null) return accept(id, one, early);
    const state = await line.state(id);
    if (state === 'in line') return;
    if (state === 'failed') return failed(id, one, await line.reason(id));
    // It may have ended between the two questions.
    const late = await store.get(answerKey(id));
    if (late !== null) return accept(id, one, late);
    if (!isEnding) return putInLine(id, one);
    end(id, []);
  }

  async function accept(id: string, one: Asked, bytes: Uint8Array): Promise<void> {
    try {
      const { worker, values, refused } = unpacked(bytes);
      if (refused !== undefined) return end(id, new Refusal([...refused]));
      const isWhole = values.length === resultsOf(one.chunk);
      if (!isWhole) throw new Spoilt('The answer has another number of results.');
      if (distrusted.has(worker)) throw new Spoilt('The answer is of a worker that gave other bytes.');
      if (!compared.has(worker)) compared.set(worker, compare(worker, one.chunk, values[0]));
      await compared.get(worker);
      end(id, [...values]);
      // If this is lost, it only stays longer.
      store.expire(answerKey(id), FETCHED).catch(() => {});
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error;
      if (++one.times > MOST_TIMES) throw faults.spoilt(chunkWords(one.chunk));
      await forget(id);
      one.isToBeLookedAt = true;
    }
  }

  async function compare(worker: string, chunk: Chunk, theirs: Float64Array): Promise<void> {
    if (worker in (await store.all(distrustedKey(engine)))) {
      distrusted.add(worker);
      throw new Spoilt('The answer is of a worker that gave other bytes to somebody else.');
    }
    const first = firstOf(chunk);
    const ours = await runHere(first);
    const bytes = (values: Float64Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    if (bytes(ours).equals(bytes(theirs))) return;
    await store.put(distrustedKey(engine), worker, chunkId(chunk), DAY);
    await forget(chunkId(chunk));
    throw faults.otherBytes([worker], chunkWords({ task: first }));
  }

  async function forget(id: string): Promise<void> {
    await Promise.all([store.remove(answerKey(id)), store.remove(checksumKey(id))]);
  }

  async function failed(id: string, one: Asked, reason: string): Promise<void> {
    await line.withdraw(id);
    const what = chunkWords(one.chunk);
    if (reason.includes(REASONS.stopsWorkers)) throw faults.stopsWorkers(what);
    if (reason.includes(REASONS.stalled)) throw faults.stallsWorkers(what);
    if (reason.includes(REASONS.otherBytes)) return seeAlarms();
    // None is there where the queue has lost the chunk since: it is asked for again.
    if (reason !== '' && !reason.includes(REASONS.modelIsGone))
      throw new Error(`A worker could not run ${what}: ${reason}`);
    if (++one.times > MOST_TIMES) throw faults.spoilt(what);
    isModelThere = false;
    one.isToBeLookedAt = true;
  }

  async function seeAlarms(): Promise<void> {
    for (const [id, text] of Object.entries(await store.all(alarmsKey(engine)))) {
      if (!everAsked.has(id)) continue;
      // Said once: whoever runs it again has done something about it.
      await Promise.all([store.take(alarmsKey(engine), id), forget(id)]);
      throw faults.otherBytes(JSON.parse(text) as string[], 'the same replications, run twice');
    }
  }

  function end(id: string, outcome: Float64Array[] | Error): void {
    const one = asked.get(id);
    asked.delete(id);
    one?.settle(outcome);
  }

  function endAll(outcome: Float64Array[] | Error): void {
    isEnding = true;
    for (const id of asked.keys()) {
      end(id, outcome);
      // Nobody waits for it any more; if this is lost, some worker runs it for nothing.
      line.withdraw(id).catch(() => {});
    }
  }

  return {
    run(task) {
      const chunk = chunkOf(engine, document.hash, task);
      const id = chunkId(chunk);
      if (failure !== undefined) return Promise.reject(failure);
      if (isEnding) return Promise.resolve([]);
      // Two worlds may be the same question.
      const before = asked.get(id);
      if (before !== undefined) return before.answer;
      everAsked.add(id);
      let settle: Asked['settle'];
      const answer = new Promise<Float64Array[]>((resolve, reject) => {
        settle = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
      });
      asked.set(id, { chunk, answer, settle: settle!, times: 0, isBusy: false, isToBeLookedAt: false });
      void lookAt(id);
      return answer;
    },
    hint: (id) => void lookAt(id),
    async look() {
      await seeAlarms();
      for (const worker of Object.keys(await store.all(distrustedKey(engine)))) distrusted.add(worker);
      await Promise.all([...asked.keys()].map(lookAt));
    },
    async withdraw() {
      isEnding = true;
      // What is out of line now has perhaps been answered: that is kept.
      await Promise.all([...asked.keys()].map(async (id) => (await line.withdraw(id)) && lookAt(id)));
    },
    stop: () => endAll([]),
    fail(error) {
      failure ??= error;
      endAll(error);
    },
  };
}
