// Races of many people at once against the same races one by one, and both against the shares they are run for.
import { expect, test } from 'vitest';
import { Draws } from '../../engine/arrivals/draws.ts';
import { AT_ONCE, races } from '../../engine/arrivals/race.ts';
import { hashId, uniformAt } from '../../engine/ground/random.ts';

const PURPOSE = 5;
const values = ['p0', 'p1', 'p2', 'p3', 'end of life', 'nobody', 'hardly anybody'];
const hashes = Int32Array.from(values, (id) => hashId(id) & ~1023);
const people = 40 * AT_ONCE;
const keys = Int32Array.from({ length: 2 * people }, (_, at) => hashId(`word ${at}`));

/** Each person's winner, found together, some from a later place on as in a crowd. */
function won(draws: Draws, rowOf: (person: number) => number, shares: Float64Array, of = hashes): Int32Array {
  const into = new Int32Array(AT_ONCE);
  const rows = new Int32Array(AT_ONCE);
  const all = new Int32Array(people);
  for (let from = 0; from < people; from += AT_ONCE) {
    for (let n = 0; n < AT_ONCE; n++) rows[n] = rowOf(from + n);
    races(draws, AT_ONCE, keys, from, PURPOSE, of, rows, shares, into);
    all.set(into, from);
  }
  return all;
}

const oneByOne = (draws: Draws, rowOf: (person: number) => number, shares: Float64Array, of = hashes) =>
  Int32Array.from({ length: people }, (_, person) =>
    draws.race(keys[2 * person], keys[2 * person + 1], PURPOSE, of, rowOf(person), shares),
  );

test.each([0, ~0])('the winners are those of one race after another (replication %i)', (replication) => {
  const draws = new Draws(replication);
  const shares = Float64Array.of(0.505, 0.335, 0.075, 0.085, 1e-5, 0, 1e-12, 0, 0, 0, 1, 0, 0, 0);
  const rowOf = (person: number) => (person % 5 === 0 ? 7 : 0);
  expect(won(draws, rowOf, shares)).toEqual(oneByOne(draws, rowOf, shares));
});

test.each([0, ~0])('also where two times differ in the eighth place (replication %i)', (replication) => {
  const draws = new Draws(replication);
  const two = hashes.slice(0, 2);
  const time = (person: number, value: number) => {
    const u = uniformAt(keys[2 * person], keys[2 * person + 1], PURPOSE, two[value]);
    return -Math.log(replication < 0 ? 1 - u : u);
  };
  // Shares as long as the times make the race a dead heat; a little more decides it.
  const shares = Float64Array.from(
    { length: 2 * people },
    (_, at) => time(at >> 1, at & 1) * (at % 4 === 0 || at % 4 === 3 ? 1 + 1e-8 : 1),
  );
  const found = won(draws, (person) => 2 * person, shares, two);
  expect(found).toEqual(oneByOne(draws, (person) => 2 * person, shares, two));
  expect([...found]).toEqual(Array.from({ length: people }, (_, person) => person % 2));
});

test('each value wins its share of the races', () => {
  const shares = Float64Array.of(0.505, 0.335, 0.075, 0.085, 0, 0, 0);
  const counts = new Float64Array(values.length);
  for (const value of won(new Draws(0), () => 0, shares)) counts[value]++;
  shares.forEach((share, value) => {
    expect(Math.abs(counts[value] - share * people)).toBeLessThanOrEqual(3.9 * Math.sqrt(share * (1 - share) * people));
  });
});

test('a new value, put anywhere among the others, takes people from them and moves nobody else', () => {
  const draws = new Draws(3);
  const without = won(draws, () => 0, Float64Array.of(0.5, 0.3, 0.2), hashes.slice(0, 3));
  const order = [3, 0, 1, 2];
  const withOne = won(
    draws,
    () => 0,
    Float64Array.of(0.1, 0.5, 0.3, 0.2),
    Int32Array.from(order, (at) => hashes[at]),
  );
  let taken = 0;
  withOne.forEach((place, person) => {
    if (order[place] === 3) taken++;
    else expect(order[place]).toBe(without[person]);
  });
  const share = 0.1 / 1.1;
  expect(Math.abs(taken - share * people)).toBeLessThan(3.9 * Math.sqrt(share * (1 - share) * people));
});
