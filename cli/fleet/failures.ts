// Why a chunk was not run, as words that travel through the queue.

/** Said by a worker; none of them is mended by another try. */
export const REASONS = {
  modelIsGone: 'the model is not in the queue',
  otherEngine: 'this worker has another engine',
  stopsWorkers: 'this model stopped several workers',
  otherBytes: 'two workers gave different bytes',
  /** BullMQ's own words. */
  stalled: 'job stalled more than allowable limit',
} as const;

/** A worker need not try it again. */
export class Final extends Error {}

/** So many workers that stop in the middle of one model are no chance. */
export const MOST_STOPPED = 3;
