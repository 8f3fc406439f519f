// What a worker does with a chunk: sees that it may, runs it, puts the answer into the queue, and compares it with an earlier one.
import type { Problem } from '../../engine/index.ts';
import { type Answer, answerOf, packed } from './answer.ts';
import { type Chunk, sha256 } from './chunk.ts';
import { Final, MOST_STOPPED, REASONS } from './failures.ts';
import { DAY, HOUR, alarmsKey, answerKey, begunKey, checksumKey, distrustedKey, modelKey, stoppedKey } from './keys.ts';
import type { Store } from './queue.ts';

export interface Ran {
  readonly values: readonly Float64Array[];
  readonly refused?: readonly Problem[];
}

export interface Worker {
  readonly name: string;
  readonly engine: string;
  readonly store: Store;
  run(chunk: Chunk, documentText: string): Promise<Ran>;
  /** Says what a person should know. */
  say(words: string): void;
}

/** `stops` says how many workers have stopped in the middle of this chunk before. Throws a reason where there is no answer. */
export async function workOn(worker: Worker, id: string, chunk: Chunk, stops: number): Promise<void> {
  const { store, engine, name } = worker;
  if (chunk.engine !== engine) throw new Final(REASONS.otherEngine);
  const stopped = stoppedKey(engine, chunk.model);
  const begun = begunKey(engine, chunk.model);
  // One worker that stops leaves as many chunks as it has threads, and counts once.
  if (stops > 0) await store.put(stopped, (await store.all(begun))[id] ?? `${id}:${stops}`, name, HOUR);
  const before = Object.keys(await store.all(stopped)).length;
  if (before >= MOST_STOPPED) throw new Final(REASONS.stopsWorkers);
  const [document] = await Promise.all([store.get(modelKey(chunk.model)), store.put(begun, id, name, HOUR)]);
  if (document === null || sha256(document) !== chunk.model) throw new Final(REASONS.modelIsGone);

  const { values, refused } = await worker.run(chunk, Buffer.from(document).toString());
  const answer = answerOf(name, values, refused);
  await compareWithEarlier(worker, id, answer);
  await store.set(answerKey(id), packed(answer), HOUR);
  await store.take(begun, id);
  // A model that was run to an end is not what stopped them.
  if (before > 0) await store.remove(stopped);
}

async function compareWithEarlier({ store, engine, say }: Worker, id: string, answer: Answer): Promise<void> {
  const mine = JSON.stringify({ worker: answer.worker, checksum: answer.checksum });
  const text = await store.setNew(checksumKey(id), mine, HOUR);
  if (text === null) return;
  const earlier = JSON.parse(text) as { worker: string; checksum: string };
  if (earlier.checksum === answer.checksum) return;
  if (earlier.worker in (await store.all(distrustedKey(engine)))) return store.set(checksumKey(id), mine, HOUR);
  await store.put(alarmsKey(engine), id, JSON.stringify([earlier.worker, answer.worker]), DAY);
  say(
    `ALARM: the same replications gave other bytes here than at ${earlier.worker}. One of the two computers is at fault.`,
  );
  throw new Final(REASONS.otherBytes);
}
