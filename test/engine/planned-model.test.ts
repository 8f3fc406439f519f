// A plan in a document: as many people come in each month as it expects, its capacity comes to the places it was worked out from, and what named the old rate goes along.
import { describe, expect, it } from 'vitest';
import { compile, dayNumber, nextMonthStart, offered, readModel, type Model } from '../../engine/index.ts';
import { monthsOf } from '../../engine/study/months.ts';
import { besidePlan } from '../../engine/study/plan/beside-plan.ts';
import { serviceMeant } from '../../engine/study/plan/plan-names.ts';
import { plannedModel } from '../../engine/study/plan/planned-model.ts';
import type { PlannedMonth, PlannedModel } from '../../engine/study/plan/plan.ts';
import { smallModel } from '../cli/onward.ts';
import { shippedModel } from '../models/shipped.ts';

const months = Array.from({ length: 6 }, (_, at) => dayNumber(`2026-${String(at + 4).padStart(2, '0')}-01`));
const plan = (of: Readonly<Record<string, (at: number) => readonly [number | null, number | null]>>): PlannedMonth[] =>
  Object.entries(of).flatMap(([service, amounts]) =>
    months.map((month, at) => {
      const [demand, capacity] = amounts(at);
      return { service, month, demand, capacity };
    }),
  );
const asks = { stream: 'acute', capacityIn: 'people', file: 'plan.csv' } as const;
const errorsOf = (model: Model) =>
  readModel(JSON.stringify(model)).problems.filter(({ severity }) => severity === 'error');
const done = (found: ReturnType<typeof plannedModel>): PlannedModel => {
  if ('path' in found) throw new Error(JSON.stringify(found));
  return found;
};

describe('a small place', () => {
  const model = readModel(JSON.stringify(smallModel)).model!;
  const rows = plan({ p1: (at) => [30 + 6 * at, 60], p2: (at) => [24, 40 - 2 * at] });
  const { document, said } = done(plannedModel(model, { ...asks, months: rows }));

  it('runs over the months of the plan, and each month has the mean that it expects', () => {
    expect(errorsOf(document)).toEqual([]);
    expect(document.calendar).toEqual({ startDate: '2026-04-01', warmUpDays: 30, runDays: 183 });
    const { fromDate, means } = document.streams.acute.meansPerDay!;
    expect([fromDate, means.length]).toEqual(['2026-04-01', 183]);
    let from = 0;
    for (const [at, month] of months.entries()) {
      const days = nextMonthStart(month) - month;
      const sum = means.slice(from, from + days).reduce((all, mean) => all + mean, 0);
      expect(sum).toBeCloseTo(30 + 6 * at + 24, 2);
      from += days;
    }
    const { p1, p2 } = document.streams.acute.shares as Record<string, number>;
    expect(p1).toBeCloseTo(270 / (270 + 144), 6);
    expect(p1 + p2).toBe(1);
  });

  it('in simulated months as many ask for each service as the plan expects, those from other services added', () => {
    const program = compile(document, { option: 'plan', conditions: ['plan-mix'] });
    const replications = 200;
    const steps = besidePlan(program, { months: rows, seed: 3, replications });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const at = (name: string) => step.value!.columns.findIndex((column) => column.name === name);
    for (const row of step.value!.rows) {
      const number = (name: string) => row[at(name)] as number;
      // Of the 24 a month who leave a supportive bed 30 in 100 go on to care at home; the list of one month is in the next.
      const expected = number('plannedDemand') + (row[at('station')] === 'p1' ? 0.3 * 24 : 0);
      expect(Math.abs(number('modelDemand') - expected)).toBeLessThan(5 * Math.sqrt(expected / replications) + 1);
      // By Little's law: the days of its places in that month, shared out among the people they can take.
      const days =
        nextMonthStart(dayNumber(`${row[at('month')] as string}-01`)) - dayNumber(`${row[at('month')] as string}-01`);
      expect(number('daysEach') * number('modelCapacity')).toBeCloseTo(number('places') * days, 6);
      // Nobody waits there for another service, and no stay grows by waiting.
      if (row[at('station')] === 'p1') expect(Math.abs(number('daysEach') - 10)).toBeLessThan(0.3);
    }
  });

  it('people a month become places by how long one is held, month by month in an option; places stay what they are', () => {
    const { set, changes } = document.options!.find(({ id }) => id === 'plan')!;
    expect(set).toEqual({ 'stations.p1.places': 20, 'stations.p2.beds': 12 });
    // 60 people in 31 days who stay 10 days, then in 30.
    expect(changes).toEqual([
      { onDate: '2026-05-01', set: { 'stations.p1.places': 19, 'stations.p2.beds': 11 } },
      { onDate: '2026-06-01', set: { 'stations.p1.places': 20 } },
      { onDate: '2026-07-01', set: { 'stations.p1.places': 19, 'stations.p2.beds': 10 } },
      { onDate: '2026-08-01', set: { 'stations.p2.beds': 9 } },
      { onDate: '2026-09-01', set: { 'stations.p1.places': 20 } },
    ]);
    expect(said.join('; ')).toContain(
      '19 to 20 places in the option “As planned”: enough for the people a month in the plan if each stays 10 days',
    );
    const inPlaces = done(plannedModel(model, { ...asks, months: rows, capacityIn: 'places' }));
    expect(inPlaces.document.options!.at(-1)!.set).toEqual({ 'stations.p1.places': 60, 'stations.p2.beds': 40 });
  });

  it('put in again it is the same, and capacity alone leaves arrivals as they are', () => {
    const again = done(plannedModel(document, { ...asks, months: rows })).document;
    expect(again).toEqual(document);
    const alone = done(plannedModel(model, { ...asks, months: plan({ p2: () => [null, 31] }) })).document;
    expect(alone.streams).toEqual(model.streams);
    expect(alone.options!.map(({ id }) => id)).toEqual(['more-beds', 'more-home', 'plan']);
  });

  it('says which conditions and dated changes its months leave out, and which the plan itself does', () => {
    const on = (onDate: string, set: object) => ({ onDate, set }) as { onDate: string; set: Record<string, number> };
    const within = {
      id: 'extra',
      title: 'Extra places',
      about: '',
      changes: [on('2026-05-01', { 'stations.p1.places': 9 })],
    };
    const rush = {
      ...within,
      id: 'rush',
      title: 'A rush',
      changes: [on('2026-05-01', { 'streams.acute.weekdayFactors.0': 2 })],
    };
    const later = {
      id: 'later',
      title: 'Later beds',
      about: '',
      changes: [on('2030-01-01', { 'stations.p2.beds': 9 })],
    };
    const before: Model = {
      ...model,
      streams: { acute: { ...model.streams.acute, weekdayFactors: [1, 1, 1, 1, 1, 1, 1] } } as Model['streams'],
      conditions: [within, rush, { ...later, id: 'gone', title: 'A late winter' }],
      options: [...model.options!, later],
    };
    const { document: after, said: words } = done(plannedModel(before, { ...asks, months: rows }));
    expect(after.conditions!.map(({ id }) => id)).toEqual(['extra', 'plan-mix']);
    expect(words).toContain('“A late winter” is left out, because its dates lie outside these months');
    expect(words).toContain('changes dated outside these months are left out of “Later beds”');
    expect(words.find((one) => one.startsWith('left out, because the plan'))).toContain('“A rush”');
  });

  it('a need that is not in the plan comes as before', () => {
    const only = done(plannedModel(model, { ...asks, months: plan({ p1: () => [31, null] }) })).document;
    const flow = offered(compile(only, { option: 'today' }));
    expect(flow.find(({ station }) => station === 'p2')!.arrivalsPerDay).toBeCloseTo(0.8, 4);
  });

  it('refuses demand where no need leads, and capacity where there are no places', () => {
    const home = plannedModel(model, { ...asks, months: plan({ home: () => [null, 3] }) });
    expect('path' in home && home.found).toContain('without places');
    const other = structuredClone(smallModel) as unknown as { needs: { p2: { goesTo: string } } };
    other.needs.p2.goesTo = 'p1';
    const changed = readModel(JSON.stringify(other)).model!;
    const found = plannedModel(changed, { ...asks, months: plan({ p2: () => [3, null] }) });
    expect('path' in found && found.hint).toContain('leave its demand out');
    expect(plannedModel(model, { ...asks, months: plan({ p1: () => [0, null], p2: () => [0, null] }) })).toMatchObject({
      found: 'no demand at all',
    });
  });
});

describe('Ilkeston', () => {
  const model = shippedModel('ilkeston-2019');

  it('sliders, conditions and evidence of the rate are those of the means from then on', () => {
    const rows = plan({ p1: () => [40, 50], p2: () => [14, 20], p3: () => [16, 20] });
    const { document, said } = done(plannedModel(model, { ...asks, months: rows }));
    expect(errorsOf(document)).toEqual([]);
    const slider = document.controls!.find(({ path }) => path.startsWith('streams.acute.') && path.endsWith('.times'))!;
    expect([slider.least, slider.most]).toEqual([0, 2.294]);
    expect(Object.keys(document.evidence!).some((path) => path.includes('arrivalsPerDay'))).toBe(false);
    expect(document.evidence!['streams.acute.meansPerDay'].source).toBe(
      'plan.csv: expected demand by month, 2026-04 to 2026-09',
    );
    // Its winter was in 2019, outside the plan.
    expect(document.conditions?.map(({ id }) => id) ?? []).not.toContain('busy-winter');
    expect(said).toContain('“A busy winter” is left out, because its dates lie outside these months');
  });

  it('its own months written as a plan come back to the places that they were written from', () => {
    const program = compile(model, { option: 'proposed-16' });
    const steps = monthsOf(program, { option: 'proposed-16', seed: 1, replications: 2 });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const at = (name: string) => step.value!.columns.findIndex((column) => column.name === name);
    const rows = [...step.value!.rows].map((row): PlannedMonth => ({
      service: row[at('station')] as string,
      month: dayNumber(`${row[at('month')] as string}-01`),
      demand: row[at('expectedDemand')] as number,
      capacity: row[at('capacity')] as number,
    }));
    const { document } = done(plannedModel(model, { ...asks, months: rows }));
    const { set } = document.options!.find(({ id }) => id === 'plan')!;
    for (const [path, places] of Object.entries({
      'stations.p1.places': 37,
      'stations.p2.beds': 11,
      'stations.p3.beds': 16,
    }))
      expect(Math.abs((set![path] as number) - places)).toBeLessThanOrEqual(1);
  });

  it('knows services by their names, or by the need that leads there', () => {
    expect(['P1', 'Pathway 2', 'Community hospital ward', 'Hospice'].map((name) => serviceMeant(model, name))).toEqual([
      'p1',
      'p2',
      'p3',
      undefined,
    ]);
  });
});
