// The event calendar: order by day, then phase, then actor; one event an actor; booking again moves it.
import { describe, expect, test } from 'vitest';
import fc from '../properties.ts';
import { CAPACITY_CHANGES, FALLS_DUE, makeCalendar, STAY_ENDS } from '../../engine/ground/calendar.ts';
import { uniformAt } from '../../engine/ground/random.ts';

const drain = (calendar: ReturnType<typeof makeCalendar>) => {
  const order: number[] = [];
  while (calendar.nextDay() < Infinity) order.push(calendar.pop());
  return order;
};

describe('ties of one instant', () => {
  test('stays end before capacity changes, which come before whatever falls due', () => {
    const calendar = makeCalendar(3);
    calendar.book(0, 5, FALLS_DUE);
    calendar.book(1, 5, CAPACITY_CHANGES);
    calendar.book(2, 5, STAY_ENDS);
    expect(drain(calendar)).toEqual([2, 1, 0]);
  });
});

test('an empty calendar has no next day', () => {
  expect(makeCalendar(1).nextDay()).toBe(Infinity);
});

test('booking again moves the one event, and cancelling takes it out', () => {
  const calendar = makeCalendar(3);
  calendar.book(0, 9, STAY_ENDS);
  calendar.book(1, 4, STAY_ENDS);
  calendar.book(0, 1, STAY_ENDS);
  calendar.book(2, 2, STAY_ENDS);
  calendar.cancel(2);
  calendar.cancel(2);
  expect(drain(calendar)).toEqual([0, 1]);
});

test('whatever is booked, moved and cancelled comes out in the order of a sorted list', () => {
  const step = fc.record({
    actor: fc.nat(40),
    day: fc.integer({ min: 0, max: 12 }),
    phase: fc.constantFrom(STAY_ENDS, CAPACITY_CHANGES, FALLS_DUE),
    cancel: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const calendar = makeCalendar(1);
      calendar.resize(41);
      const booked = new Map<number, { day: number; phase: number }>();
      for (const { actor, day, phase, cancel } of steps)
        if (cancel) {
          calendar.cancel(actor);
          booked.delete(actor);
        } else {
          calendar.book(actor, day, phase);
          booked.set(actor, { day, phase });
        }
      const expected = [...booked]
        .sort(([a, x], [b, y]) => x.day - y.day || x.phase - y.phase || a - b)
        .map(([actor]) => actor);
      expect(drain(calendar)).toEqual(expected);
    }),
    { seed: 5 },
  );
});

test('the phase of a booked event can be asked, and is that of the last booking', () => {
  const calendar = makeCalendar(2);
  calendar.book(0, 3, CAPACITY_CHANGES);
  calendar.book(1, 3, STAY_ENDS);
  calendar.book(1, 4, FALLS_DUE);
  expect([calendar.phaseOf(0), calendar.phaseOf(1)]).toEqual([CAPACITY_CHANGES, FALLS_DUE]);
});

test('an actor that came out may be booked again at once', () => {
  const calendar = makeCalendar(3);
  for (const actor of [0, 1, 2]) calendar.book(actor, actor, STAY_ENDS);
  expect(calendar.pop()).toBe(0);
  calendar.book(0, 1.5, STAY_ENDS);
  expect(drain(calendar)).toEqual([1, 0, 2]);
});

// Few days and whole ones in one case, so that nearly every step meets a tie; all different in the other.
test.each([
  ['with many ties', 6, true],
  ['without ties', 1000, false],
])('500 actors booked, moved, cancelled and taken out in turn agree with a plain list, %s', (_, days, whole) => {
  const calendar = makeCalendar(1);
  calendar.resize(100);
  calendar.resize(500);
  const booked = new Map<number, { day: number; phase: number }>();
  const first = () =>
    [...booked].reduce((a, b) => ((a[1].day - b[1].day || a[1].phase - b[1].phase || a[0] - b[0]) < 0 ? a : b));
  const takeOut = () => {
    const [actor, { day, phase }] = first();
    expect([calendar.nextDay(), calendar.phaseOf(actor), calendar.pop()]).toEqual([day, phase, actor]);
    booked.delete(actor);
  };
  for (let n = 0; n < 4000; n++) {
    const actor = Math.floor(uniformAt(5, 1, n, 0) * 500);
    const day = uniformAt(5, 1, n, 1) * days;
    const phase = [STAY_ENDS, CAPACITY_CHANGES, FALLS_DUE][Math.floor(uniformAt(5, 1, n, 2) * 3)];
    const what = uniformAt(5, 1, n, 3);
    if (what < 0.6) {
      booked.set(actor, { day: whole ? Math.floor(day) : day, phase });
      calendar.book(actor, booked.get(actor)!.day, phase);
    } else if (what < 0.8) {
      booked.delete(actor);
      calendar.cancel(actor);
    } else if (booked.size > 0) takeOut();
  }
  expect(booked.size).toBeGreaterThan(150);
  while (booked.size > 0) takeOut();
  expect(calendar.nextDay()).toBe(Infinity);
  // Everybody at once, then a third of them taken out of the middle.
  for (let actor = 0; actor < 500; actor++) {
    const day = uniformAt(6, 1, actor, 0) * days;
    booked.set(actor, { day: whole ? Math.floor(day) : day, phase: STAY_ENDS });
    calendar.book(actor, booked.get(actor)!.day, STAY_ENDS);
  }
  for (let actor = 0; actor < 500; actor += 3) {
    booked.delete(actor);
    calendar.cancel(actor);
  }
  while (booked.size > 0) takeOut();
});
