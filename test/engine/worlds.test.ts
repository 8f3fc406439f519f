// Plausible worlds: what is drawn, by which shape, in which strata; what fits together, and what an option decides.
import { describe, expect, it } from 'vitest';
import { compile, drawWorlds, readModel, type Model } from '../../engine/index.ts';
import { pertQuantile } from '../../engine/study/worlds/pert.ts';
import { smallModel } from '../cli/onward.ts';

const sourced = (low?: number, high?: number) => ({ status: 'illustrative', source: 'For tests only.', low, high });

function modelWith(evidence: Record<string, unknown>, over: Record<string, unknown> = {}): Model {
  const { model, problems } = readModel(JSON.stringify({ ...smallModel, evidence, ...over }));
  if (!model) throw new Error(JSON.stringify(problems));
  return model;
}

const RATE = 'streams.acute.arrivalsPerDay';
const BEDS = 'stations.p2.beds';
const HOME = 'stations.p1.stay.meanDays';
const [P1, P2] = ['streams.acute.shares.p1', 'streams.acute.shares.p2'];
const BOTH = [{ option: 'today' }, { option: 'more-beds' }];
const draw = (model: Model, worlds: number, requests = BOTH, seed = 1) =>
  drawWorlds(model, requests, seed, worlds, compile);
const all = (model: Model, worlds: number, requests = BOTH, seed = 1) => {
  const { uncertain, world } = draw(model, worlds, requests, seed);
  return { uncertain, worlds: Array.from({ length: worlds }, (_, number) => world(number)) };
};

/** Share of a PERT below x, from its density alone: x^(a−1) (1−x)^(b−1), added up by Simpson's rule, over the whole. */
function pertBelow(low: number, value: number, high: number, x: number): number {
  const [a, b] = [1 + (4 * (value - low)) / (high - low), 1 + (4 * (high - value)) / (high - low)];
  const density = (y: number) => ((y - low) / (high - low)) ** (a - 1) * ((high - y) / (high - low)) ** (b - 1);
  const area = (to: number) => {
    const steps = 20_000;
    const step = (to - low) / steps;
    let sum = density(low) + density(to);
    for (let i = 1; i < steps; i++) sum += density(low + i * step) * (i % 2 === 0 ? 2 : 4);
    return (sum * step) / 3;
  };
  return area(x) / area(high);
}

describe('a number between its ends', () => {
  it.each([
    [14, 21, 35],
    [0, 0.05, 0.2],
    [1.8, 2.18, 2.6],
    [0, 0, 2],
    [3, 9, 9],
    [-5, 1, 7],
  ])(
    'from %d, likeliest %d, to %d: the share below its quantile is as asked, by adding up its density',
    (low, value, high) => {
      for (const u of [1e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-6])
        expect(pertBelow(low, value, high, pertQuantile({ low, value, high }, u))).toBeCloseTo(u, 6);
    },
  );

  it('has closed forms where the likeliest value is an end: 1 − (1 − x)^5 and x^5', () => {
    for (const u of [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9]) {
      expect(pertQuantile({ low: 0, value: 0, high: 1 }, u)).toBeCloseTo(1 - (1 - u) ** 0.2, 12);
      expect(pertQuantile({ low: 2, value: 4, high: 4 }, u)).toBeCloseTo(2 + 2 * u ** 0.2, 12);
    }
  });

  it('takes a likeliest value outside the ends for the nearer end, and rises with u', () => {
    expect(pertQuantile({ low: 0, value: 7, high: 1 }, 0.3)).toBe(pertQuantile({ low: 0, value: 1, high: 1 }, 0.3));
    const at = Array.from({ length: 999 }, (_, i) => pertQuantile({ low: 1, value: 2, high: 9 }, (i + 1) / 1000));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
});

describe('a Latin hypercube', () => {
  const model = modelWith({ [RATE]: sourced(1, 3), [HOME]: sourced(8, 13), [BEDS]: sourced(6, 12) });
  const many = all(model, 50, [{ option: 'today' }, { option: 'more-home' }]);

  it('meets each of as many strata as there are worlds once, for every number by itself', () => {
    for (const [at, low, value, high] of [
      [0, 1, 2, 3],
      [1, 8, 10, 13],
    ]) {
      const strata = many.worlds.map(({ drawn }) => Math.floor(50 * pertBelow(low, value, high, drawn[at])));
      expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, stratum) => stratum));
    }
    const orders = [0, 1].map((at) =>
      many.worlds.map((_, n) => n).sort((a, b) => many.worlds[a].drawn[at] - many.worlds[b].drawn[at]),
    );
    expect(orders[0]).not.toEqual(orders[1]);
  });

  it('keeps whole numbers whole, and each as often as the share of the shape that rounds to it', () => {
    const beds = many.worlds.map(({ drawn }) => drawn[2]);
    expect(beds.every((one) => Number.isInteger(one) && one >= 6 && one <= 12)).toBe(true);
    for (let some = 6; some <= 12; some++) {
      const share = pertBelow(5.5, 8, 12.5, some + 0.5) - pertBelow(5.5, 8, 12.5, some - 0.5);
      expect(Math.abs(beds.filter((one) => one === some).length - 50 * share)).toBeLessThanOrEqual(2);
    }
  });

  it('is the same whichever world is asked for, and leaves a number alone when another gets a range', () => {
    const { world } = draw(model, 50, [{ option: 'today' }, { option: 'more-home' }]);
    expect(world(37).drawn).toEqual(many.worlds[37].drawn);
    expect(world(3).drawn).toEqual(many.worlds[3].drawn);
    const fewer = all(modelWith({ [HOME]: sourced(8, 13) }), 50);
    expect(fewer.worlds.map(({ drawn }) => drawn[0])).toEqual(many.worlds.map(({ drawn }) => drawn[1]));
    expect(all(model, 50, BOTH, 2).worlds[0].drawn[0]).not.toBe(many.worlds[0].drawn[0]);
  });
});

describe('what is drawn', () => {
  it('is each number with a range; how long the run is stays, and the rest are counted', () => {
    const bare = draw(modelWith({}), 10).uncertain;
    expect(bare.numbers).toEqual([]);
    const model = modelWith({
      [RATE]: sourced(1),
      [HOME]: sourced(undefined, 12),
      'stations.p2.stay.sdDays': sourced(),
      'calendar.runDays': sourced(100, 200),
    });
    const { numbers, without } = draw(model, 10).uncertain;
    expect(numbers).toEqual([
      { path: RATE, low: 1, value: 2, high: 2, isWhole: false },
      { path: HOME, low: 10, value: 10, high: 12, isWhole: false },
    ]);
    expect(without).toBe(bare.without - 2);
  });

  it('is no decision of an option: there the number stays, and what both decide is not drawn', () => {
    const model = modelWith({ [BEDS]: sourced(4, 14), [RATE]: sourced(1, 3) });
    const { uncertain, worlds } = all(model, 20);
    expect(uncertain.numbers.map(({ path }) => path)).toEqual([BEDS, RATE]);
    for (const { values, programs } of worlds) {
      const beds = programs.map((program) => program.network.places[program.network.stationIds.indexOf('p2')]);
      expect(beds).toEqual([values[0], 12]);
      expect(programs.map(({ model: its }) => its.streams['acute'].arrivalsPerDay)).toEqual([values[1], values[1]]);
    }
    const set = draw(
      model,
      20,
      BOTH.map((request) => ({ ...request, set: { [RATE]: 2.5, [BEDS]: 9 } })),
    ).uncertain;
    expect([set.numbers, set.decided]).toEqual([[], [BEDS, RATE]]);
  });

  it('draws again what the checks refuse, and says so; what can never fit is refused with its reason', () => {
    const surge = { beds: 2, openAtWaiting: 4, closeAtWaiting: 1 };
    const stations = { ...smallModel.stations, p2: { ...smallModel.stations.p2, surge } };
    const [opens, closes] = ['stations.p2.surge.openAtWaiting', 'stations.p2.surge.closeAtWaiting'];
    const model = modelWith({ [opens]: sourced(1, 8), [closes]: sourced(0, 6) }, { stations });
    const { worlds } = all(model, 100);
    expect(worlds.every(({ values: [open, close] }) => close < open)).toBe(true);
    expect(worlds.filter(({ again }) => again > 0).length).toBeGreaterThan(0);
    const never = modelWith(
      { [closes]: sourced(1, 3) },
      {
        stations,
        options: [{ id: 'more-beds', title: 'More', set: { [closes]: 0, [opens]: 1 } }],
      },
    );
    const request = { option: 'today', set: { [opens]: 1 } };
    expect(() => draw(never, 10, [request, { option: 'more-beds' }]).world(0)).toThrow(/closeAtWaiting/);
  });
});

describe('shares of one group', () => {
  const sharesOf = (model: Model, worlds: number) =>
    all(model, worlds).worlds.map(({ drawn, values, programs }) => ({
      drawn,
      values,
      inForce: programs.map(({ model: its }) => its.streams['acute'].shares as Record<string, number>),
    }));

  it('that are all drawn are scaled to one, in both options', () => {
    for (const { drawn, values, inForce } of sharesOf(
      modelWith({ [P1]: sourced(0.3, 0.9), [P2]: sourced(0.1, 0.8) }),
      40,
    )) {
      const sum = drawn[0] + drawn[1];
      expect(values[0]).toBeCloseTo(drawn[0] / sum, 12);
      expect(values[1]).toBeCloseTo(drawn[1] / sum, 12);
      for (const shares of inForce) expect([shares['p1'], shares['p2']]).toEqual(values);
    }
  });

  it('that are not drawn keep their proportions in the rest; drawn ones above one leave them nothing', () => {
    const needs = {
      ...smallModel.needs,
      p3: { label: 'Pathway 3', goesTo: 'p2' },
      p4: { label: 'Pathway 4', goesTo: 'p2' },
    };
    const streams = { acute: { ...smallModel.streams.acute, shares: { p1: 0.5, p2: 0.2, p3: 0.2, p4: 0.1 } } };
    const model = modelWith({ [P1]: sourced(0.4, 1), [P2]: sourced(0.1, 0.6) }, { needs, streams });
    const found = sharesOf(model, 60);
    for (const { drawn, inForce } of found)
      for (const shares of inForce) {
        const [first, second] = drawn;
        const scale = Math.max(1, first + second);
        const rest = Math.max(0, 1 - first - second);
        [first / scale, second / scale, (rest * 2) / 3, rest / 3].forEach((share, at) =>
          expect(shares[`p${at + 1}`]).toBeCloseTo(share, 12),
        );
      }
    expect(found.some(({ drawn }) => drawn[0] + drawn[1] > 1)).toBe(true);
  });
});
