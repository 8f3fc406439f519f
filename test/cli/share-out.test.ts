// Which thread does what: everything once, and the same replications of all options by one thread as far as there is work for all.
import { describe, expect, it } from 'vitest';
import { shareOut } from '../../cli/share-out.ts';

const tasksOf = (groups: number, options: number) =>
  Array.from({ length: groups }, (_, group) =>
    Array.from({ length: options }, (_option, option) => ({ group, option })),
  );

/** Threads that finish in a given order: each entry says who asks for work next; then all ask until there is none. */
function done(groups: ReturnType<typeof tasksOf>, threads: number, order: readonly number[]) {
  const next = shareOut(groups);
  const whole: { group: number; option: number; thread: number }[] = [];
  const ask = (thread: number) => {
    const task = next(thread);
    if (task !== undefined) whole.push({ ...task, thread });
    return task !== undefined;
  };
  order.forEach(ask);
  for (let isAny = true; isAny;) {
    isAny = false;
    for (let thread = 0; thread < threads; thread++) isAny = ask(thread) || isAny;
  }
  return whole;
}

/** A thread lays out the people of a group of replications once, whatever it then does with them. */
const booksMade = (whole: ReturnType<typeof done>) =>
  new Set(whole.map(({ group, thread }) => `${group} ${thread}`)).size;

/** Numbers below `most` in an order that has no pattern. */
const anyOrder = (seed: number, most: number): number[] =>
  Array.from({ length: 60 }, (_, at) => Math.floor((((at + 1) * (seed * 7919 + 104_729)) % 997) / (997 / most)));

describe('tasks among threads', () => {
  it('of two threads that are equally quick: each group is laid out once', () => {
    const whole = done(tasksOf(6, 2), 2, []);
    expect(booksMade(whole)).toBe(6);
    expect(whole.slice(0, 4)).toEqual([
      { group: 0, option: 0, thread: 0 },
      { group: 1, option: 0, thread: 1 },
      { group: 0, option: 1, thread: 0 },
      { group: 1, option: 1, thread: 1 },
    ]);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'are each done once, in whatever order threads finish, and only the last groups by several (%d)',
    (seed) => {
      for (const [groups, options, threads] of [
        [6, 2, 2],
        [1, 5, 4],
        [9, 3, 4],
        [2, 1, 3],
      ]) {
        const whole = done(tasksOf(groups, options), threads, anyOrder(seed, threads));
        const names = whole.map(({ group, option }) => `${group} ${option}`);
        expect(names.toSorted()).toEqual(
          tasksOf(groups, options)
            .flat()
            .map(({ group, option }) => `${group} ${option}`)
            .toSorted(),
        );
        // Nobody helps before every group has a thread: so at most one group of each thread is shared.
        const shared = new Set(
          whole
            .filter(({ group, thread }) => whole.some((other) => other.group === group && other.thread !== thread))
            .map(({ group }) => group),
        );
        expect(shared.size).toBeLessThan(threads);
      }
    },
  );

  it('end where there are none', () => {
    expect(shareOut([])(0)).toBeUndefined();
  });
});
