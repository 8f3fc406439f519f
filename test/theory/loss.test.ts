// Erlang B: nobody may wait, and the share turned away depends on the mean stay alone, not on its shape (insensitivity).
// Source: Erlang 1917; Sevastyanov 1957 for stays of any shape. Recursion in oracles/erlang.ts. Warm-up 60 days: the longest
// stays, of the lognormal shape, are over by then.
import { describe, it } from 'vitest';
import { erlangB } from './oracles/erlang.ts';
import { limitedRoom } from './oracles/limited-room.ts';
import { expectExact, oneWard, study } from './study.ts';

const beds = 8;
const arrivals = 6;
const meanDays = 1;
const blocked = erlangB(beds, arrivals * meanDays);
const calendar = { warmUpDays: 60, runDays: 2500 };

describe('Erlang B', () => {
  for (const stay of [
    { shape: 'exponential', meanDays },
    { shape: 'lognormal', meanDays, sdDays: 1.5 },
    { shape: 'fixed', days: meanDays },
  ]) {
    describe(`${stay.shape} stays`, () => {
      const found = study(oneWard({ beds, waitingRoom: 0, stay }, arrivals, calendar), 40, 13);
      it('people turned away', () => {
        expectExact(found.numbers({ station: 'ward', measure: 'turnedAway' }), arrivals * blocked);
      });
      it('people in beds', () => {
        expectExact(found.numbers({ station: 'ward', measure: 'occupancy' }), arrivals * (1 - blocked), 0.01);
      });
    });
  }
});

describe('M/M/c/K', () => {
  const exact = limitedRoom(4, 3, 5, 0.8);
  const found = study(
    oneWard({ beds: 4, waitingRoom: 3, stay: { shape: 'exponential', meanDays: 0.8 } }, 5, calendar),
    40,
    14,
  );
  it('people turned away, waiting, and how long those let in wait', () => {
    expectExact(found.numbers({ station: 'ward', measure: 'turnedAway' }), 5 * exact.turnedAwayShare);
    expectExact(found.numbers({ station: 'ward', measure: 'waiting' }), exact.meanWaiting);
    expectExact(found.numbers({ station: 'ward', measure: 'delayDays' }), exact.meanWait);
  });
});
