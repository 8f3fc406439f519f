// A new member of each family of the engine, put in by this test alone: one file and one line are enough for it to work everywhere.
import { expect, it, vi } from 'vitest';
import { compile, jsonSchemaText, measures, replicate, rowKeys, sayProblem, validate } from '../../engine/index.ts';
import { distributions, samplerOf } from '../../engine/distributions/index.ts';
import { stationKinds } from '../../engine/model/stations/index.ts';
import { gatesOf } from '../../engine/network/gate-outline.ts';
import { watch } from '../../engine/study/replication.ts';
import { waitAt } from '../../engine/trace/waits.ts';
import type { Distribution } from '../../engine/distributions/distribution.ts';
import type { Discipline } from '../../engine/model/disciplines/discipline.ts';
import type { StationKind } from '../../engine/model/stations/station-kind.ts';
import type { Measure } from '../../engine/account/measures/measure.ts';
import { cells, quotient } from '../../engine/account/source.ts';
import { readRowName } from '../../cli/row-named.ts';
import { coming, fixed, home, needs, run, toHome, ward } from '../theory/hand.ts';

// The list of distributions is read where it is made, so that the new one takes the line of another.
vi.mock('../../engine/distributions/weibull.ts', async () => {
  const { timeParameter } = await import('../../engine/distributions/distribution.ts');
  const weibull: Distribution = {
    shape: 'early-or-late',
    label: 'Early or late',
    parameters: [timeParameter('least', 'least'), timeParameter('most', 'most')],
    problem: ({ least, most }) => (most >= least ? null : 'most must be at least the least'),
    sampler: ({ least, most }) => ({
      meanDays: (least + most) / 2,
      sdDays: (most - least) / 2,
      quantile: (u) => (u < 0.5 ? least : most),
      shareWithin: (days) => (days < least ? 0 : days < most ? 0.5 : 1),
      shareBeyond: (days) => (days < least ? 1 : days < most ? 0.5 : 0),
    }),
  };
  return { weibull };
});

vi.mock('../../engine/model/disciplines/index.ts', async (original) => {
  const { disciplines } = await original<{ disciplines: readonly Discipline[] }>();
  const lastCome: Discipline = {
    order: 'last-come',
    rankDay: (joinedDay) => -joinedDay,
  };
  return { disciplines: [...disciplines, lastCome] };
});

vi.mock('../../engine/model/stations/index.ts', async (original) => {
  const { stationKinds: kinds } = await original<{ stationKinds: readonly StationKind[] }>();
  const hospice: StationKind = {
    ...kinds.find(({ kind }) => kind === 'ward')!,
    kind: 'hospice',
  };
  return { stationKinds: [...kinds, hospice] };
});

vi.mock('../../engine/account/measures/index.ts', async (original) => {
  const { measures: known, ...others } = await original<{ measures: readonly Measure[] }>();
  const turnover: Measure = {
    id: 'turnover',
    label: 'Departures from a place',
    unit: 'patients a place and day',
    betterWhen: 'more',
    rows({ ledger, network }, put) {
      network.stationIds.forEach((station, s) => {
        if (network.isExit[s]) return;
        put(station, 'mean', 'all', quotient(cells(ledger.flow.leaves, s), cells(ledger.places.openArea, s)));
      });
    },
  };
  return { ...others, measures: [...known, turnover] };
});

const told = (stations: Record<string, unknown>) => ({ needs: needs('ward'), streams: coming(0, 1, 2, 3), stations });

it('a distribution: in the list, in the schema, checked, drawn from, and refused in words', () => {
  expect(distributions.map(({ shape }) => shape)).toContain('early-or-late');
  expect(jsonSchemaText()).toContain('early-or-late');
  const stay = { shape: 'early-or-late', leastDays: 1, mostDays: 3 };
  expect([0.2, 0.8].map(samplerOf(stay).quantile)).toEqual([1, 3]);
  const { mean } = run(40, told({ ward: ward('unlimited', stay), home }));
  expect([1, 1.5, 2, 2.5, 3]).toContain(mean('ward', 'stayDays'));
  expect(() => run(40, told({ ward: ward('unlimited', { ...stay, leastDays: 9 }), home }))).toThrow(
    'at least the least',
  );
});

it('an order of service: in the schema, and the list is served by it', () => {
  expect(jsonSchemaText()).toContain('last-come');
  const waits = (order: string) => {
    const { mean } = run(40, told({ ward: ward(1, fixed(10), { order }), home }));
    return [mean('ward', 'delayDays'), mean('ward', 'delayDays', 'p90')];
  };
  // People come on days 0 to 3; the bed is free on days 10, 20 and 30. They wait 0, 9, 18 and 27 days, or 0, 7, 18 and 29.
  expect(waits('first-come')).toEqual([13.5, expect.closeTo(18 + 0.7 * 9, 9)]);
  expect(waits('last-come')).toEqual([13.5, expect.closeTo(18 + 0.7 * 11, 9)]);
});

it('an order of service: a reader of the trace knows the order of people', () => {
  const ahead = (order: string) => {
    const { program } = run(40, told({ ward: ward(1, fixed(10), { order }), home }));
    const watched = { ...watch(program, 1, 0), network: program.network, gates: gatesOf(program) };
    return [1, 2, 3].map((person) => waitAt(watched, person, 5)?.ahead);
  };
  expect(ahead('first-come')).toEqual([0, 1, 2]);
  expect(ahead('last-come')).toEqual([2, 1, 0]);
});

it('a kind of station: in the schema, and a run gives what its facts say', () => {
  expect(stationKinds.map(({ kind }) => kind)).toContain('hospice');
  expect(jsonSchemaText()).toContain('"hospice"');
  const rows = (kind: string) => run(40, told({ ward: ward(2, fixed(10), { kind }), home }));
  for (const measure of ['occupancy', 'delayDays', 'stayDays', 'free'])
    expect(rows('hospice').mean('ward', measure)).toBe(rows('ward').mean('ward', measure));
});

it('a measure: in the rows of every run and in the terminal’s names', () => {
  expect(measures.map(({ id }) => id as string)).toContain('turnover');
  const { mean } = run(40, told({ ward: ward(2, fixed(10)), home }));
  expect(mean('ward', 'turnover')).toBeCloseTo(mean('ward', 'leaves') / 2, 12);
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'new',
    title: 'New',
    about: 'For this test.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 40 },
    experiment: { replications: 1, seed: 1 },
    needs: needs('ward'),
    streams: { people: { label: 'People', arrivalsPerDay: 1, shares: { care: 1 } } },
    stations: { ward: { kind: 'hospice', label: 'Ward', beds: 2, stay: fixed(1), next: toHome }, home },
  });
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  const program = compile(model, { option: 'today' });
  const at = rowKeys(program).findIndex(({ station, measure }) => station === 'ward' && measure === 'turnover');
  expect(rowKeys(program)[at]).toMatchObject({ statistic: 'mean', unit: 'patients a place and day' });
  expect(replicate(program, 1, 0)[at]).toBeGreaterThan(0);
  expect(readRowName(model, 'ward.turnover.mean', '--so-that').measure).toBe('turnover');
});
