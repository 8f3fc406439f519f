// `onward fit`: lengths of stay from what happened, as a piece of a model.
import { type Given } from '../arguments.ts';
import { unknownWord } from '../bad-command.ts';

export async function command(given: Given): Promise<number> {
  const [what = 'nothing'] = given.words;
  if (what === 'stays') return (await import('../fit-stays.ts')).fitStaysOf(given);
  throw unknownWord('fit', what, ['stays'], 'onward fit stays FILE');
}
