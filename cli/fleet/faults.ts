// What can be wrong with a queue or its workers, each with what to do about it. None of it is a fault of the model's numbers.
import { type BadCommand, badCommand } from '../bad-command.ts';
import { type Present } from './present.ts';
import { shortVersion } from '../engine-print.ts';

const fault = (path: string, found: string, expected: string, hint: string): BadCommand =>
  badCommand(path, found, expected, hint, 'The queue');

export function nobodyThere(engine: string, there: Iterable<Present>): BadCommand {
  const others = [...there].filter(({ role }) => role === 'worker');
  const versions = [...new Set(others.map((one) => `${one.version} (engine ${shortVersion(one.engine)})`))];
  const found =
    others.length === 0
      ? 'no worker'
      : `${others.length === 1 ? 'a worker' : `${others.length} workers`} of Onward ${versions.join(', ')}`;
  return fault(
    'workers',
    `no worker of this version: ${found}`,
    `a worker with engine ${shortVersion(engine)}, the same as here`,
    others.length === 0
      ? 'Start onward worker with the same queue, on this computer or others.'
      : 'Bring all computers to the same version of Onward, and start their workers anew.',
  );
}

export const stopsWorkers = (what: string): BadCommand =>
  fault(
    'the model',
    `workers that stopped in the middle of it, one after the other (${what})`,
    'a model that can be run to its end',
    'Run it on one computer without --queue and look at its memory. For an hour the workers refuse it; after any change it is another model.',
  );

export const stallsWorkers = (what: string): BadCommand =>
  fault(
    'these replications',
    `every worker that began them stopped or lost the queue (${what})`,
    'workers that stay until a chunk is done',
    'Look at the memory and the network of the workers, or run these replications on one computer without --queue.',
  );

export const otherBytes = (workers: readonly string[], what: string): BadCommand =>
  fault(
    `worker ${workers.join(' or ')}`,
    `other bytes than ${workers.length > 1 ? 'the other of the two' : 'this computer'} (${what})`,
    'the same to the last bit',
    `ALARM: a computer counts wrongly. Stop ${workers.length > 1 ? 'both workers' : 'that worker'}, test ${workers.length > 1 ? 'the computers' : 'its memory and processor'}, then run this again. No answer of theirs was used.`,
  );

export const spoilt = (what: string): BadCommand =>
  fault(
    'the queue',
    `models or answers that are lost or damaged again and again (${what})`,
    'values that stay as they were put there',
    'Look at the queue’s memory and network.',
  );

/** For what Redis refuses in the middle of work; nothing for other errors. */
export function refusedByRedis(error: unknown): BadCommand | undefined {
  const words = error instanceof Error ? error.message : '';
  if (words.startsWith('OOM'))
    return fault(
      'memory',
      'a full queue',
      'room for answers',
      'Raise maxmemory in the settings of Redis, with maxmemory-policy noeviction.',
    );
  if (words.startsWith('NOPERM'))
    return fault(
      'user',
      words.replace('NOPERM ', ''),
      'a user that may do what Onward needs',
      'Give it the rules that docs/fleet.md lists.',
    );
  if (/^(WRONGPASS|NOAUTH)/.test(words))
    return fault(
      'user',
      'a user or password that Redis does not accept',
      'those that it knows',
      'Write redis://user:password@host, or put the address into ONWARD_QUEUE.',
    );
  if (/^(READONLY|MISCONF|LOADING|MASTERDOWN)/.test(words))
    return fault('Redis', words, 'a Redis server that can be written to', 'See its log.');
  return undefined;
}
