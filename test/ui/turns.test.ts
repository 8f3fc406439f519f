// The order of simulated years in one worker: pairs first, everything once, and stretches that grow.
import { describe, expect, it } from 'vitest';
import { nextOfFirst, passesOn, type InTurn } from '../../ui/worker/turns.ts';

/** As a worker takes them: option and number of the year, by turns, from those that are not done. */
function order(options: readonly string[], years: number, first: number): string[] {
  let queue = options.map((option) => ({ option, taken: 0, first }));
  const taken: string[] = [];
  while (queue.length > 0) {
    const job = nextOfFirst(queue) ?? queue[0];
    taken.push(`${job.option}${job.taken++}`);
    if (job.taken === years) queue = queue.filter((one) => one !== job);
    else if (passesOn(job)) queue = [...queue.filter((one) => one !== job), job];
  }
  return taken;
}

/** Years of one option in a row. */
const stretchesOf = (taken: readonly string[]): number[] =>
  taken.reduce<{ option: string; lengths: number[] }>(
    ({ option, lengths }, year) =>
      year[0] === option
        ? { option, lengths: [...lengths.slice(0, -1), lengths.at(-1)! + 1] }
        : { option: year[0], lengths: [...lengths, 1] },
    { option: '', lengths: [] },
  ).lengths;

describe('two options', () => {
  it.each([1, 2, 3])('begin with %d pairs of the same year', (first) => {
    const pairs = Array.from({ length: first }, (_, year) => [`t${year}`, `o${year}`]).flat();
    expect(order(['t', 'o'], 20, first).slice(0, 2 * first)).toEqual(pairs);
  });

  it.each([
    [1, 1],
    [7, 1],
    [10, 2],
    [50, 2],
    [3, 4],
  ])('of %d years each are simulated whole, and no year twice', (years, first) => {
    const taken = order(['t', 'o'], years, first);
    const all = ['t', 'o'].flatMap((option) => Array.from({ length: years }, (_, year) => `${option}${year}`));
    expect(taken.toSorted()).toEqual(all.toSorted());
    for (const option of ['t', 'o'])
      expect(taken.filter((year) => year[0] === option)).toEqual(all.filter((year) => year[0] === option));
  });

  it('take turns in stretches that grow, and never get far ahead of each other', () => {
    expect(stretchesOf(order(['t', 'o'], 16, 2))).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 4, 4, 4, 4, 3, 3]);
  });
});

it('one that comes later has its first years before the others go on', () => {
  const queue: (InTurn & { name: string })[] = [
    { name: 'before', taken: 7, first: 2 },
    { name: 'today', taken: 1, first: 1 },
    { name: 'option', taken: 0, first: 1 },
  ];
  expect(nextOfFirst(queue)?.name).toBe('option');
  expect(nextOfFirst(queue.slice(0, 2))).toBeUndefined();
});
