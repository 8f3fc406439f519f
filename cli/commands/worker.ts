// `onward worker`: runs replications for whoever asks by a queue, until it is stopped.
import { availableParallelism } from 'node:os';
import { type Given, isOn, wholeNumber } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { addressGiven } from '../fleet/address.ts';

export async function command(given: Given): Promise<number> {
  const queue = addressGiven(given);
  if (queue === undefined)
    throw badCommand('--queue', 'nothing', 'the queue to work for', 'Such as --queue redis://queue.example:6379.');
  const threads = wholeNumber(given, 'workers', 1, 256, availableParallelism());
  const { work } = await import('../fleet/work.ts');
  return work(queue, { threads, quiet: isOn(given, 'quiet') });
}
