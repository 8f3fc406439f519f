// The rows of people: kept when there is no more room, used again when someone has left, and none left over from the run before.
import { expect, test } from 'vitest';
import { daysOf, KEY_LOW, numberOf, People, personOf, DELAYED_DAYS, SERIAL } from '../../engine/run/people.ts';

test('a thousand people keep their rows while room is made for them', () => {
  const rooms: number[] = [];
  const people = new People(3, (room) => rooms.push(room));
  for (let n = 0; n < 1000; n++) {
    const person = people.take();
    expect([person, numberOf(person)]).toEqual([personOf(n), n]);
    people.who[person + KEY_LOW] = n;
    people.who[person + SERIAL] = n + 1;
    people.when[daysOf(person) + DELAYED_DAYS] = n / 8;
    for (let stay = 0; stay < n % 5; stay++) people.countStay(person, n % 3);
  }
  expect(rooms).toEqual([512, 1024]);
  expect([people.room, people.present(), people.end()]).toEqual([1024, 1000, personOf(1000)]);
  for (let n = 0; n < 1000; n++) {
    const person = personOf(n);
    expect([people.who[person + KEY_LOW], people.who[person + SERIAL]]).toEqual([n, n + 1]);
    expect(people.when[daysOf(person) + DELAYED_DAYS]).toBe(n / 8);
    expect([0, 1, 2].map((station) => people.staysAt(person, station))).toEqual(
      [0, 1, 2].map((station) => (station === n % 3 ? n % 5 : 0)),
    );
  }
});

test('the row of the last who left is the next to be used, and after a run all are free', () => {
  const people = new People(1, () => {});
  const [first, second, third] = [people.take(), people.take(), people.take()];
  people.leave(first);
  people.leave(third);
  expect(people.present()).toBe(1);
  expect([people.take(), people.take(), people.take()]).toEqual([third, first, personOf(3)]);
  people.countStay(second, 0);
  people.forgetStays(second);
  expect(people.countStay(second, 0)).toBe(0);
  people.clear();
  expect([people.present(), people.end(), people.take()]).toEqual([0, 0, first]);
});
