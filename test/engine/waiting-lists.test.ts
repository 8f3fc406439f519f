// Waiting lists compared with plain sorting: the same order whoever joins and leaves, and a long list in about n log n steps.
import { expect, test } from 'vitest';
import { A_PERSON, ENTRY, KEY_HIGH, KEY_LOW, People, personOf } from '../../engine/run/people.ts';
import { A_STATION, LISTED } from '../../engine/run/stations.ts';
import { uniformAt } from '../../engine/ground/random.ts';
import { PERSON, WaitingLists } from '../../engine/run/waiting-lists.ts';

const draw = (of: number, n: number, below: number) => Math.floor(uniformAt(9, of, n, 0) * below);

function crowd(people: number) {
  const crowd = new People(1, () => {});
  for (let n = 0; n < people; n++) {
    const person = crowd.take();
    crowd.who[person + KEY_HIGH] = draw(1, n, 2 ** 32) | 0;
    crowd.who[person + KEY_LOW] = draw(2, n, 2 ** 32) | 0;
    crowd.who[person + ENTRY] = -1;
  }
  return crowd;
}

/** By priority, then moment, then the key as two unsigned words, the low one first. */
function sorted(waiting: Map<number, { priority: number; rankDay: number }>, { who }: People): number[] {
  const key = (one: number) => (who[one + KEY_LOW] >>> 0) * 2 ** 21 + (who[one + KEY_HIGH] >>> 11);
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
  const stations = new Int32Array(A_STATION);
  const lists = new WaitingLists(stations, 2, people);
  const waiting = new Map<number, { priority: number; rankDay: number }>();
  const read = () => {
    const order: number[] = [];
    for (let entry = lists.head(0); entry >= 0; entry = lists.next(entry)) order.push(lists.rows[entry + PERSON]);
    return order;
  };
  for (let step = 0, next = 0; step < 6000; step++) {
    // First they mostly join, then they mostly leave, then the list is empty for a while and fills again.
    const joins = step < 2500 ? draw(3, step, 10) > 1 : step < 5000 ? draw(3, step, 10) > 8 : draw(3, step, 10) > 2;
    if (joins && next < 3000) {
      const [priority, rankDay] = [draw(4, next, 2), draw(5, next, moments)];
      const person = personOf(next++);
      waiting.set(person, { priority, rankDay });
      lists.join(person, 0, priority, rankDay, 0, -1);
    } else if (waiting.size > 0) {
      const gone = [...waiting.keys()][draw(6, step, waiting.size)];
      waiting.delete(gone);
      lists.leaveAll(gone);
    }
    if (step % 500 === 499) expect(read()).toEqual(sorted(waiting, people));
  }
  expect(stations[LISTED]).toBe(waiting.size);
});

test('two people are compared about n log n times, not n²', () => {
  const many = 5000;
  const people = crowd(many);
  let compared = 0;
  people.who = new Proxy(people.who, {
    get(who, at) {
      if (Number(at) % A_PERSON === KEY_HIGH) compared++;
      return who[at as unknown as number];
    },
    set(who, at, value) {
      who[at as unknown as number] = value;
      return true;
    },
  });
  const lists = new WaitingLists(new Int32Array(A_STATION), 1, people);
  for (let n = 0; n < many; n++) lists.join(personOf(n), 0, 0, 0, 0, -1);
  for (let n = 0; n < many; n++) lists.leaveAll(personOf(n));
  // Each comparison reads two keys. A flat tree is 14.3 deep, a random one about 1.4 times that; walking would be 6 · 10⁶.
  expect(compared / 2).toBeLessThan(many * 3 * Math.log2(many));
  expect(compared / 2).toBeGreaterThan(many);
});
