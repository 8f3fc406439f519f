// The event calendar: order by day, then phase, then actor; one event an actor; booking again moves it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPACITY_CHANGES, FALLS_DUE, makeCalendar, STAY_ENDS } from '../../engine/calendar.ts';

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
