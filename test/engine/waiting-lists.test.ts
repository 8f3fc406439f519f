// Waiting lists compared with plain sorting: the same order whoever joins and leaves, and a long list in about n log n steps.
import { expect, test } from 'vitest';
import { makeSlots } from '../../engine/run/people.ts';
import { uniformAt } from '../../engine/ground/random.ts';
import { makeWaitingLists } from '../../engine/run/waiting-lists.ts';

const draw = (of: number, n: number, below: number) => Math.floor(uniformAt(9, of, n, 0) * below);

function crowd(people: number) {
  const slots = makeSlots(1, () => {});
  for (let n = 0; n < people; n++) slots.take();
  for (let n = 0; n < people; n++) {
    slots.people.keyHigh[n] = draw(1, n, 2 ** 32) | 0;
    slots.people.keyLow[n] = draw(2, n, 2 ** 32) | 0;
    slots.people.entry[n] = -1;
  }
  return slots.people;
}

/** By priority, then moment, then the key as two unsigned words. */
function sorted(
  waiting: Map<number, { priority: number; rankDay: number }>,
  people: ReturnType<typeof crowd>,
): number[] {
  const key = (one: number) => (people.keyHigh[one] >>> 0) * 2 ** 21 + (people.keyLow[one] >>> 11);
  return [...waiting]
    .sort(([a, one], [b, other]) => one.priority - other.priority || one.rankDay - other.rankDay || key(a) - key(b))
    .map(([person]) => person);
}

test.each([
  ['all at one moment', 1],
  ['at four moments, out of order', 4],
  ['at as many moments as people', 5000],
])('three thousand people join %s, and leave in any order', (_how, moments) => {
  const people = crowd(3000);
  const lists = makeWaitingLists(1, 2, people);
  const waiting = new Map<number, { priority: number; rankDay: number }>();
  const read = () => {
    const order: number[] = [];
    for (let entry = lists.head(0); entry >= 0; entry = lists.next(entry)) order.push(lists.entries.person[entry]);
    return order;
  };
  for (let step = 0, next = 0; step < 6000; step++) {
    // First they mostly join, then they mostly leave, then the list is empty for a while and fills again.
    const joins = step < 2500 ? draw(3, step, 10) > 1 : step < 5000 ? draw(3, step, 10) > 8 : draw(3, step, 10) > 2;
    if (joins && next < 3000) {
      const [priority, rankDay] = [draw(4, next, 2), draw(5, next, moments)];
      waiting.set(next, { priority, rankDay });
      lists.join(next++, 0, priority, rankDay, 0, -1);
    } else if (waiting.size > 0) {
      const gone = [...waiting.keys()][draw(6, step, waiting.size)];
      waiting.delete(gone);
      lists.leaveAll(gone);
    }
    if (step % 500 === 499) expect(read()).toEqual(sorted(waiting, people));
  }
  expect(lists.lengths[0]).toBe(waiting.size);
});

test('two people are compared about n log n times, not n²', () => {
  const many = 20_000;
  const people = crowd(many);
  let compared = 0;
  const counted = new Proxy(people.keyLow, {
    get(keys, at) {
      compared++;
      return keys[at as unknown as number];
    },
  });
  const lists = makeWaitingLists(1, 1, { ...people, keyLow: counted });
  for (let person = 0; person < many; person++) lists.join(person, 0, 0, 0, 0, -1);
  for (let person = 0; person < many; person++) lists.leaveAll(person);
  // Each comparison reads two keys. A flat tree is 14.3 deep, a random one about 1.4 times that; walking would be 10⁸.
  expect(compared / 2).toBeLessThan(many * 3 * Math.log2(many));
  expect(compared / 2).toBeGreaterThan(many);
});
