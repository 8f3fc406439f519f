// Two stations in line with blocking after service: a person who is ready keeps the first bed until the second has room.
// The exact answer is the steady state of a Markov chain on (waiting, in care, delayed, in the second); method: Perros, Queueing
// Networks with Blocking (1994), chapter 4. Warm-up 100 days, a hundred mean stays.
import { describe, it } from 'vitest';
import { blockingLine } from './oracles/blocking-line.ts';
import { expectExact, study, type TheoryModel } from './study.ts';

const line = { arrivalsPerDay: 3, waitingRoom: 5, firstBeds: 4, firstMeanDays: 1, secondBeds: 3, secondMeanDays: 0.9 };

const model: TheoryModel = {
  calendar: { warmUpDays: 100, runDays: 8000 },
  needs: { care: { label: 'Care', goesTo: 'first' } },
  streams: { people: { label: 'People', arrivalsPerDay: line.arrivalsPerDay, shares: { care: 1 } } },
  stations: {
    first: {
      kind: 'ward',
      label: 'First ward',
      beds: line.firstBeds,
      waitingRoom: line.waitingRoom,
      stay: { shape: 'exponential', meanDays: line.firstMeanDays },
      next: [{ to: 'second' }],
    },
    second: {
      kind: 'ward',
      label: 'Second ward',
      beds: line.secondBeds,
      stay: { shape: 'exponential', meanDays: line.secondMeanDays },
      next: [{ to: 'home' }],
    },
    home: { kind: 'exit', label: 'Home' },
  },
};

describe('two stations with blocking', () => {
  const exact = blockingLine(line);
  const found = study(model, 40, 17);

  it('people delayed in the first', () => {
    expectExact(found.numbers({ station: 'first', measure: 'delayed' }), exact.delayedInFirst);
  });
  it('people in the first and in the second, delayed ones included', () => {
    expectExact(found.numbers({ station: 'first', measure: 'occupancy' }), exact.occupancyFirst, 0.01);
    expectExact(found.numbers({ station: 'second', measure: 'occupancy' }), exact.occupancySecond, 0.01);
  });
  it('people waiting outside and turned away', () => {
    expectExact(found.numbers({ station: 'first', measure: 'waiting' }), exact.waitingOutside);
    expectExact(found.numbers({ station: 'first', measure: 'turnedAway' }), exact.turnedAwayPerDay);
  });
  it("mean delay of a transfer, by Little's law on those delayed", () => {
    const throughput = line.arrivalsPerDay - exact.turnedAwayPerDay;
    expectExact(found.numbers({ station: 'second', measure: 'delayDays' }), exact.delayedInFirst / throughput);
  });
});
