// Where things lie in the queue. Names are hashes alone: nothing that anybody wrote is in one.
export const PREFIX = 'onward';

export const modelKey = (hash: string): string => `${PREFIX}:model:${hash}`;
export const answerKey = (id: string): string => `${PREFIX}:answer:${id}`;
/** Longer than the answer itself, so that a chunk that is run again is compared. */
export const checksumKey = (id: string): string => `${PREFIX}:checksum:${id}`;
/** Who is there: workers and askers. */
export const presentKey = `${PREFIX}:present`;
/** By chunk: two workers that gave different bytes. */
export const alarmsKey = (engine: string): string => `${PREFIX}:alarms:${engine}`;
/** Workers that gave other bytes than an asker's own computer. */
export const distrustedKey = (engine: string): string => `${PREFIX}:distrusted:${engine}`;
/** By chunk: the worker that has begun it, for whoever takes it up after that one has stopped. */
export const begunKey = (engine: string, model: string): string => `${PREFIX}:begun:${engine}:${model}`;
/** Workers that stopped in the middle of this model, with none in between that ended a chunk of it. */
export const stoppedKey = (engine: string, model: string): string => `${PREFIX}:stopped:${engine}:${model}`;
/** Of BullMQ: a line for each engine, so that a worker never takes what it should not. */
export const lineName = (engine: string): string => `chunks-${engine}`;

export const HOUR = 3600;
export const DAY = 24 * HOUR;
/** A fetched answer stays for a moment, for whoever asks the same. */
export const FETCHED = 60;
