// The exact calculations for the rules of stations are checked first: each in a case that has a closed form of its own.
import { describe, expect, it } from 'vitest';
import { periodsAlike, poisson, putOffOnceAtMost, unmet, visitsOfPlan } from './oracles/by-period.ts';
import { erlangB, erlangC } from './oracles/erlang.ts';
import {
  careElsewhere,
  equalWards,
  leavingTheList,
  preparedFromBed,
  preparedInTurn,
  seenInBed,
  surgeBeds,
  swaps,
} from './oracles/held-places.ts';
import { daily, exponentialStandingStill, fixedStandingStill, toOpening, weeklyChain } from './oracles/hours.ts';
import { limitedRoom } from './oracles/limited-room.ts';
import { meanWaitOnePlace } from './oracles/pollaczek-khinchine.ts';

const always = daily([0, 1, 2, 3, 4, 5, 6], 0, 24);
const mornings = daily([0, 1, 2, 3, 4, 5, 6], 0, 12);

describe('oracles of hours', () => {
  it('at all hours nothing waits or stands still; with mornings only, the mean wait is an eighth of a day', () => {
    expect(toOpening(always, 0).mean).toBe(0);
    expect(fixedStandingStill(always, 1.2)).toBeCloseTo(1.2, 12);
    expect(exponentialStandingStill(always, 0.8)).toBeCloseTo(0.8, 12);
    expect(toOpening(mornings, 0)).toEqual({ mean: expect.closeTo(1 / 8, 12), share: 0.5 });
    // A stay of two mornings begun in one takes two days; begun in an afternoon, what is left of it and a day and a half.
    expect(fixedStandingStill(mornings, 1)).toBeCloseTo((2 + (0.25 + 1.5)) / 2, 9);
  });

  it('short stays wait for the opening and seldom meet a gap, long ones take their time over the share of the week that is open', () => {
    expect(exponentialStandingStill(mornings, 0.001)).toBeCloseTo(1 / 8 + 0.001 + 0.001 / 2, 9);
    expect(exponentialStandingStill(mornings, 50) / 50).toBeCloseTo(2, 2);
  });

  it('a chain that is always open is M/M/c', () => {
    const time = weeklyChain({
      states: 60,
      isOpen: always,
      open: (n) => [
        { to: Math.min(n + 1, 59), perDay: n < 59 ? 4 : 0 },
        { to: Math.max(0, n - 1), perDay: Math.min(n, 3) / 0.4 },
      ],
      closed: () => [],
      opens: (n) => n,
    });
    const waiting = time.open.reduce((sum, share, n) => sum + share * Math.max(0, n - 3), 0);
    expect(waiting).toBeCloseTo(erlangC(3, 4, 0.4).meanWaiting, 9);
  });
});

describe('oracles of places that are held', () => {
  it('beds with staff for all are Erlang B with stay and task together', () => {
    expect(seenInBed(5, 4, 0, 0.5, 4, 0.3).turnedAwayPerDay).toBeCloseTo(5 * erlangB(4, 5 * 0.8), 10);
  });

  it('one bed prepared for is Pollaczek and Khinchine; several without time to prepare are M/M/c', () => {
    expect(preparedInTurn(3, 1, 0.08, 0.12).noPlace / 3).toBeCloseTo(
      meanWaitOnePlace(3, 0.2, Math.hypot(0.08, 0.12)),
      8,
    );
    expect(preparedInTurn(4, 3, 1e-9, 0.4).noPlace).toBeCloseTo(erlangC(3, 4, 0.4).meanWaiting, 6);
    const roomAfter = preparedFromBed(4, { beds: 2, room: 2, stay: 0.3 }, { places: 60, getReady: 0.1, stay: 0.1 });
    expect(roomAfter.preparing).toBeCloseTo(0.1 * (4 - roomAfter.turnedAwayPerDay), 9);
    expect(roomAfter.delayed).toBeCloseTo(roomAfter.preparing, 9);
  });

  it('a surge that never opens is M/M/c, one that is always open too', () => {
    const never = surgeBeds(8, 0.4, { beds: 4, extra: 2, openAt: 200, closeAt: 0 });
    expect(never.waiting).toBeCloseTo(limitedRoom(4, 66, 8, 0.4).meanWaiting, 9);
    expect(never.open).toBeCloseTo(4, 9);
  });

  it('two beds that nobody wants to swap are two of Erlang’s; a choice as good as the first is one ward', () => {
    const still = swaps([3, 2], [0.3, 0.4], [0, 0]);
    expect(still.perDay).toBe(0);
    expect(still.inFirst).toBeCloseTo(0.9 / 1.9, 10);
    const both = erlangC(5, 8, 0.4);
    const ward = { beds: 3, stay: 0.4 };
    for (const movesOn of [true, false])
      expect(careElsewhere(8, ward, { beds: 2, stay: 0.4 }, movesOn).waiting).toBeCloseTo(both.meanWaiting, 8);
    expect(equalWards(6, 0.2).waiting).toBeCloseTo(erlangC(2, 6, 0.2).meanWaiting, 9);
    expect(leavingTheList(4, 3, 0.4, 0).waiting).toBeCloseTo(erlangC(3, 4, 0.4).meanWaiting, 9);
  });
});

describe('oracles by period', () => {
  it('one visit a day on every day is one and the stay; and a Poisson demand is met as its sums say', () => {
    expect(visitsOfPlan(3, 1, 1)).toBeCloseTo(4, 9);
    expect(unmet(2, 1)).toBeCloseTo(2 - (1 - Math.exp(-2)), 12);
    expect(unmet(2, 40)).toBeCloseTo(0, 12);
    expect(Array.from({ length: 60 }, (_, n) => poisson(6, n)).reduce((sum, share) => sum + share, 0)).toBeCloseTo(
      1,
      12,
    );
  });

  it('visits put off once are missed no more than without, and none when there are enough', () => {
    expect(putOffOnceAtMost(6, 5).missed).toBeLessThan(unmet(6, 5));
    expect(putOffOnceAtMost(6, 5).missed).toBeGreaterThan(1);
    expect(putOffOnceAtMost(2, 30)).toEqual({ putOff: expect.closeTo(0, 12), missed: expect.closeTo(0, 12) });
  });

  it('one start a period: the queue of a server with fixed stays, looked at between its starts', () => {
    const perPeriod = 0.7;
    const queue = perPeriod ** 2 / (2 * (1 - perPeriod));
    const nobody = (1 - perPeriod) * Math.exp(perPeriod);
    const afterOne = perPeriod / 2 - 1 + (1 - Math.exp(-perPeriod)) / perPeriod;
    const exact = queue - (1 - nobody) + ((1 - nobody) * perPeriod) / 2 + nobody * afterOne;
    expect(periodsAlike(perPeriod, 1)).toBeCloseTo(exact, 9);
  });
});
