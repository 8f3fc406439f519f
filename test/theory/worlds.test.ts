// Plausible worlds of models whose answer over the inputs is known exactly: how often an option is better, where no number settles,
// and which number decides. Fixed stays and room for all make each verdict a function of the numbers drawn, without chance.
import { describe, expect, it } from 'vitest';
import {
  compile,
  drawWorlds,
  judgeWorld,
  rowKeys,
  summariseWorlds,
  whatDecides,
  worldsWords,
} from '../../engine/index.ts';
import { replicateByWeek } from '../../engine/study/statistics/weeks.ts';
import { oneWard, readable, type TheoryModel } from './study.ts';

interface Asked {
  readonly option: string;
  readonly row: readonly [station: string, measure: string];
  readonly worlds: number;
  readonly replications?: number;
  readonly seed?: number;
}

function worldsOf(model: TheoryModel, options: unknown[], asked: Asked) {
  const { option, row, worlds, replications = 4, seed = 1 } = asked;
  const checked = readable(model, replications, seed, { options });
  const requests = [{ option: 'today' }, { option }];
  const keys = rowKeys(compile(checked, requests[0]));
  const at = keys.findIndex(
    ({ station, measure, statistic, who }) =>
      station === row[0] && measure === row[1] && statistic === 'mean' && who === 'all',
  );
  const { uncertain, world } = drawWorlds(checked, requests, seed, worlds, compile);
  const judged = Array.from({ length: worlds }, (_, number) => {
    const drawn = world(number);
    const [base, changed] = drawn.programs.map((program) => {
      const runs = Array.from({ length: replications }, (__, place) => replicateByWeek(program, seed, place));
      return { row: runs.map(({ values }) => values[at]), weeks: runs.map(({ weeks }) => weeks) };
    });
    return judgeWorld(drawn, keys[at], [base, changed]);
  });
  return { judged, summary: summariseWorlds(judged), decides: whatDecides(uncertain.numbers, judged) };
}

const sourced = (low: number, high: number) => ({ status: 'illustrative', source: 'For tests only.', low, high });
const fixed = (days: number) => ({ shape: 'fixed', days });

/** Density of a PERT, up to a factor. */
const density = (low: number, value: number, high: number) => (x: number) =>
  ((x - low) / (high - low)) ** ((4 * (value - low)) / (high - low)) *
  ((high - x) / (high - low)) ** ((4 * (high - value)) / (high - low));

/** The chance that a first number lies below a second, both drawn: middle points of a grid over both. */
function chanceBelow(one: readonly [number, number, number], other: readonly [number, number, number]): number {
  const steps = 1500;
  const points = ([low, value, high]: readonly [number, number, number]) =>
    Array.from({ length: steps }, (_, i) => {
      const at = low + ((i + 0.5) / steps) * (high - low);
      return { at, weight: density(low, value, high)(at) };
    });
  let [below, all] = [0, 0];
  for (const a of points(one))
    for (const b of points(other)) {
      all += a.weight * b.weight;
      if (a.at < b.at) below += a.weight * b.weight;
    }
  return below / all;
}

/** The share of a PERT above x: middle points again. */
const shareAbove = ([low, value, high]: readonly [number, number, number], x: number) => {
  const steps = 100_000;
  let [above, all] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const at = low + ((i + 0.5) / steps) * (high - low);
    all += density(low, value, high)(at);
    if (at > x) above += density(low, value, high)(at);
  }
  return above / all;
};

describe('two kinds of care with room for all, and a fixed stay in each', () => {
  // Everybody's journey is the stay itself: shorter in the option exactly where its stay is.
  const NEAR = [4, 6, 11] as const;
  const THERE = [3, 7, 9] as const;
  const model: TheoryModel = {
    calendar: { warmUpDays: 20, runDays: 100 },
    needs: { near: { label: 'Near', goesTo: 'near' }, there: { label: 'There', goesTo: 'there' } },
    streams: { people: { label: 'People', arrivalsPerDay: 5, shares: { near: 1, there: 0 } } },
    stations: {
      near: { kind: 'caseload', label: 'Near', places: 'unlimited', stay: fixed(NEAR[1]), next: [{ to: 'home' }] },
      there: { kind: 'caseload', label: 'There', places: 'unlimited', stay: fixed(THERE[1]), next: [{ to: 'home' }] },
      home: { kind: 'exit', label: 'Home' },
    },
    evidence: {
      'stations.near.stay.days': sourced(NEAR[0], NEAR[2]),
      'stations.there.stay.days': sourced(THERE[0], THERE[2]),
      'streams.people.arrivalsPerDay': sourced(4, 6),
    },
  };
  const options = [
    { id: 'there', title: 'There', set: { 'streams.people.shares.near': 0, 'streams.people.shares.there': 1 } },
  ];
  const { judged, summary, decides } = worldsOf(model, options, {
    option: 'there',
    row: ['home', 'journeyDays'],
    worlds: 200,
    replications: 2,
  });

  it('in every single world the shorter stay is the shorter journey', () => {
    expect(judged.map(({ verdict }) => verdict)).toEqual(
      judged.map(({ values: [here, there] }) => (there < here ? 'lower' : 'higher')),
    );
  });

  it('the share of worlds has the exact chance in its interval', () => {
    const exact = chanceBelow(THERE, NEAR);
    expect(exact).toBeGreaterThan(0.3);
    expect(exact).toBeLessThan(0.7);
    const [low, high] =
      summary.direction === 'lower' ? [summary.ciLow, summary.ciHigh] : [1 - summary.ciHigh, 1 - summary.ciLow];
    expect(low).toBeLessThan(exact);
    expect(high).toBeGreaterThan(exact);
    expect(high - low).toBeLessThan(0.15);
    expect(summary.of.lower + summary.of.higher).toBe(200);
  });

  it('both stays decide, in opposite directions, and how many come does not', () => {
    const found = Object.fromEntries(decides.map(({ path, correlation, isClear }) => [path, { correlation, isClear }]));
    expect(found['stations.there.stay.days'].correlation).toBeGreaterThan(0.95);
    expect(found['stations.near.stay.days'].correlation).toBeLessThan(-0.95);
    expect(found['streams.people.arrivalsPerDay'].isClear).toBe(false);
    expect(decides.at(-1)!.path).toBe('streams.people.arrivalsPerDay');
  });

  it('no difference is said where there is none', () => {
    const same = worldsOf(model, [{ id: 'same', title: 'Same', set: { 'stations.there.stay.days': 5 } }], {
      option: 'same',
      row: ['home', 'journeyDays'],
      worlds: 20,
    });
    expect(same.summary.of['no difference']).toBe(20);
    expect(worldsWords(same.summary)).toContain('In 20 there is no difference.');
  });
});

describe('a stay that the option decides', () => {
  it('fewer people (Little 1961) in exactly the worlds of longer stays, within one stratum of the exact share', () => {
    const stay = [6, 9, 16] as const;
    const ward = oneWard({ beds: 'unlimited', stay: { shape: 'exponential', meanDays: stay[1] } }, 3, {
      warmUpDays: 100,
      runDays: 200,
    });
    const { judged, summary } = worldsOf(
      { ...ward, evidence: { 'stations.ward.stay.meanDays': sourced(stay[0], stay[2]) } },
      [{ id: 'ten', title: 'Ten days', set: { 'stations.ward.stay.meanDays': 10 } }],
      { option: 'ten', row: ['ward', 'occupancy'], worlds: 100, replications: 2 },
    );
    expect(judged.map(({ verdict }) => verdict)).toEqual(
      judged.map(({ values: [days] }) => (days > 10 ? 'lower' : 'higher')),
    );
    expect(Math.abs(summary.of.lower - 100 * shareAbove(stay, 10))).toBeLessThanOrEqual(1);
  });
});

describe('one bed, M/M/1: above a load of one it never settles', () => {
  const rate = [0.05, 0.08, 0.16] as const;
  const acute = (beds: number): TheoryModel => ({
    calendar: { warmUpDays: 200, runDays: 730 },
    needs: { care: { label: 'Care', goesTo: 'ward' } },
    streams: { people: { label: 'People', arrivalsPerDay: rate[1], shares: { care: 1 }, startsAt: 'acute' } },
    stations: {
      acute: { kind: 'ward', label: 'Acute', beds: 'unlimited', stay: fixed(0), next: [{ to: 'need' }] },
      ward: { kind: 'ward', label: 'Ward', beds, stay: { shape: 'exponential', meanDays: 10 }, next: [{ to: 'home' }] },
      home: { kind: 'exit', label: 'Home' },
    },
    evidence: { 'streams.people.arrivalsPerDay': sourced(rate[0], rate[2]) },
  });
  const { judged, summary, decides } = worldsOf(
    acute(1),
    [{ id: 'more', title: 'Two more', set: { 'stations.ward.beds': 3 } }],
    { option: 'more', row: ['all', 'delayed'], worlds: 60 },
  );

  it('has no difference there, and says which of the two does not settle; the share is exact', () => {
    for (const { values, verdict, settles, leans, ...numbers } of judged)
      if (values[0] > 0.1) {
        expect([verdict, settles, leans]).toEqual(['does not settle', [false, true], 'lower']);
        expect([numbers.difference, numbers.baseline, numbers.ciLow, numbers.ciHigh]).toEqual([null, null, null, null]);
        expect(numbers.option).not.toBeNull();
      }
    const overloaded = judged.filter(({ values }) => values[0] > 0.1).length;
    expect(Math.abs(overloaded - 60 * shareAbove(rate, 0.1))).toBeLessThanOrEqual(1);
    // Just below a load of one a run may still be filling up.
    expect(summary.leans.lower).toBeGreaterThanOrEqual(overloaded);
    expect(summary.leans.lower).toBeLessThanOrEqual(overloaded + 3);
  });

  it('counts as fewer where only the baseline does not settle; everywhere else fewer wait with more beds', () => {
    expect(summary.count + summary.of['no difference']).toBe(60);
    expect(worldsWords(summary)[0]).toBe(`Fewer people wait in ${summary.count} of 60 plausible worlds.`);
    expect(worldsWords(summary)[1]).toMatch(`In ${summary.leans.lower} of them only the baseline does not settle`);
    expect(decides[0]).toMatchObject({ path: 'streams.people.arrivalsPerDay', isClear: true });
    expect(decides[0].correlation).toBeLessThan(-0.8);
  });

  it('the other way round it is the option that does not settle', () => {
    const fewer = worldsOf(acute(3), [{ id: 'fewer', title: 'One bed', set: { 'stations.ward.beds': 1 } }], {
      option: 'fewer',
      row: ['all', 'delayed'],
      worlds: 60,
    }).summary;
    expect([fewer.direction, fewer.count, fewer.leans.higher]).toEqual(['higher', summary.count, summary.leans.lower]);
    expect(worldsWords(fewer)[0]).toBe(`More people wait in ${summary.count} of 60 plausible worlds.`);
  });
});
