// The exact calculations are checked first: against published values and against one another.
import { describe, expect, it } from 'vitest';
import { blockingLine, blockingLineAfter } from './oracles/blocking-line.ts';
import { meanWaitsByPriority, meanWaitsByPrioritySharedStay } from './oracles/cobham.ts';
import { erlangB, erlangC } from './oracles/erlang.ts';
import { limitedRoom } from './oracles/limited-room.ts';
import { hyperexponential, meanWaitOnePlace } from './oracles/pollaczek-khinchine.ts';
import { equilibriumSurvival, lognormalSurvival, meanPeopleAt, normalTail } from './oracles/unlimited-places.ts';

describe('oracles', () => {
  it('Erlang B agrees with his table: 8 places and 6 erlangs turn away 0.1219, 1 and 1 a half', () => {
    expect(erlangB(8, 6)).toBeCloseTo(0.12188, 5);
    expect(erlangB(1, 1)).toBe(0.5);
  });

  it('Erlang B, Erlang C and the limited room are one family', () => {
    expect(limitedRoom(5, 0, 4, 0.9).turnedAwayShare).toBeCloseTo(erlangB(5, 3.6), 12);
    expect(limitedRoom(5, 400, 4, 0.9).meanWaiting).toBeCloseTo(erlangC(5, 4, 0.9).meanWaiting, 9);
  });

  it('M/M/1 is the same by Erlang, by Pollaczek and Khinchine, and by Cobham with one class', () => {
    const wait = (0.6 * 1) / (1 - 0.6);
    expect(erlangC(1, 0.6, 1).meanWait).toBeCloseTo(wait, 12);
    expect(meanWaitOnePlace(0.6, 1, 1)).toBeCloseTo(wait, 12);
    expect(meanWaitsByPriority([{ arrivalsPerDay: 0.6, meanDays: 1, sdDays: 1 }])[0]).toBeCloseTo(wait, 12);
    expect(erlangC(1, 0.6, 1).waitShare).toBeCloseTo(0.6, 12);
    expect(hyperexponential([{ share: 1, meanDays: 2 }]).sdDays).toBeCloseTo(2, 12);
  });

  it('priorities only share the waiting out: Σ load × wait is what it would be without them', () => {
    const waits = meanWaitsByPriority([
      { arrivalsPerDay: 0.2, meanDays: 1, sdDays: 1 },
      { arrivalsPerDay: 0.3, meanDays: 1, sdDays: 1 },
    ]);
    expect(0.2 * waits[0] + 0.3 * waits[1]).toBeCloseTo(0.5 * meanWaitOnePlace(0.5, 1, 1), 12);
    const share = erlangC(3, 2.4, 1);
    const three = meanWaitsByPrioritySharedStay(3, 1, [0.6, 0.8, 1], share.waitShare);
    expect((0.6 * three[0] + 0.8 * three[1] + three[2]) / 2.4).toBeCloseTo(share.meanWait, 12);
  });

  it('a line whose second station never fills is M/M/c/K, and its course settles to its steady state', () => {
    const easy = {
      arrivalsPerDay: 4,
      waitingRoom: 6,
      firstBeds: 5,
      firstMeanDays: 0.9,
      secondBeds: 60,
      secondMeanDays: 0.5,
    };
    const alone = limitedRoom(5, 6, 4, 0.9);
    expect(blockingLine(easy).waitingOutside).toBeCloseTo(alone.meanWaiting, 8);
    expect(blockingLine(easy).delayedInFirst).toBeCloseTo(0, 8);
    const tight = { ...easy, waitingRoom: 2, firstBeds: 2, secondBeds: 2, arrivalsPerDay: 2 };
    expect(blockingLineAfter(tight, 40).delayedInFirst).toBeCloseTo(blockingLine(tight).delayedInFirst, 8);
    expect(blockingLineAfter(tight, 0.001).occupancyFirst).toBeCloseTo(0.002, 4);
  });

  it('one bed before one bed without a waiting room, all rates one: worked by hand, someone is delayed a ninth of the time', () => {
    // States 00, 10, 01, 11 and B1 (ready in the first, second full). The balance of each:
    // 00: p00 = p01; 10: p10 = p00 + p11; 11: 2 p11 = p01; B1: pB = p11; 01: 2 p01 = p10 + pB.
    // With p11 = 1: p01 = 2, p00 = 2, p10 = 3, pB = 1; the sum is 9.
    const line = {
      arrivalsPerDay: 1,
      waitingRoom: 0,
      firstBeds: 1,
      firstMeanDays: 1,
      secondBeds: 1,
      secondMeanDays: 1,
    };
    expect(blockingLine(line).delayedInFirst).toBeCloseTo(1 / 9, 10);
    expect(blockingLine(line).occupancyFirst).toBeCloseTo(5 / 9, 10);
    expect(blockingLine(line).occupancySecond).toBeCloseTo(4 / 9, 10);
  });

  it('the normal tail agrees with tables, and room for all settles at rate × mean stay from any start', () => {
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalTail(3.090232306167813)).toBeCloseTo(0.001, 12);
    expect(normalTail(-1)).toBeCloseTo(0.841344746068543, 12);
    const survival = lognormalSurvival(6, 4);
    const left = equilibriumSurvival(survival, 6);
    // Started in equilibrium it never moves.
    for (const day of [1, 5, 20]) {
      expect(meanPeopleAt(day, () => 2, survival, { people: 12, leftSurvival: left })).toBeCloseTo(12, 4);
    }
  });
});
