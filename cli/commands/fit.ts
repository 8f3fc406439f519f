// `onward fit`: lengths of stay, or arrivals, from what happened, as a piece of a model.
import { type Given } from '../arguments.ts';
import { unknownWord } from '../bad-command.ts';

export async function command(given: Given): Promise<number> {
  const [what = 'nothing'] = given.words;
  if (what === 'stays') return (await import('../fit-stays.ts')).fitStaysOf(given);
  if (what === 'arrivals') return (await import('../fit-arrivals.ts')).fitArrivalsOf(given);
  throw unknownWord('fit', what, ['stays', 'arrivals'], 'onward fit stays FILE, or onward fit arrivals FILE');
}
