// Long because a workbook of its shape is made here too. The public IPACS workbook as a model: it says what the workbook says, its options compare, and what it leads to obeys theory worked out here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, offered, placeOfMean, readModel, replicate, rowKeys, type Model } from '../../engine/index.ts';
import { readExcel, writeExcel } from '../../formats/excel.ts';
import { isIpacs, modelOfIpacs } from '../../formats/ipacs.ts';
import type { CellValue, Sheet } from '../../formats/workbook/sheet.ts';
import { root } from '../source-files.ts';

/** Beside the repository where it is there; else a workbook of its shape, with numbers of our own. */
const file = join(root, '../shared/data/ipacs-v2-parameters.xlsx');
const isPublic = existsSync(file);
const FIRST = Date.UTC(2023, 0, 1);
const NODES = ['P1_A', 'P2_A', 'P3_A', 'P1_B', 'P2_B', 'P3_B'];

function ours(): Sheet[] {
  const each = <T>(scenarios: readonly string[], row: (node: string, scenario: string, at: number) => T[]) =>
    scenarios.flatMap((scenario) => NODES.map((node, at) => row(node, scenario, at)));
  const days = Array.from({ length: 120 }, (_, day) => day);
  return [
    {
      name: 'arrivals',
      rows: [
        ['node', 'arrivals', 'scenario', 'date'],
        ...each(['BArr', 'S1Arr'], (node, scenario, at) => [{ node, scenario, at }]).flatMap(
          ([{ node, scenario, at }]) =>
            days.map((day) => [
              node,
              (1 + at / 3 + (day % 7) / 10) * (scenario === 'BArr' ? 1 : 0.9),
              scenario,
              new Date(FIRST + day * 864e5),
            ]),
        ),
      ],
    },
    {
      name: 'initial conditions',
      rows: [['node', 'measure', 'value'], ...each(['dtoc', 'occ'], (node, measure, at) => [node, measure, 5 + at])],
    },
    {
      name: 'capacity',
      rows: [
        ['node', 'scenario', 'capacity'],
        ...each(['BCap', 'S1Cap'], (node, scenario, at) => [node, scenario, scenario === 'BCap' ? 20 + 5 * at : 2000]),
      ],
    },
    {
      name: 'los',
      rows: [
        ['node', 'IVR', 'FVR', 'scenario', 'mu', 'sigma'],
        ...each(['Blos', 'S1los'], (node, scenario, at) => [
          node,
          node.startsWith('P1') ? 4 : null,
          node.startsWith('P1') ? 1 : null,
          scenario,
          (scenario === 'Blos' ? 2.2 : 2) + at / 10,
          0.7,
        ]),
      ],
    },
    { name: 'costs', rows: [['node', 'community_cost', 'acute_dtoc'], ...NODES.map((node) => [node, 125, 346])] },
  ];
}

let sheets: Sheet[];
let model: Model;
beforeAll(async () => {
  const bytes = isPublic ? new Uint8Array(readFileSync(file)) : await writeExcel(ours());
  sheets = await readExcel(bytes);
  expect(isIpacs(sheets)).toBe(true);
  const { document, problems } = modelOfIpacs(sheets, 'parameters.xlsx');
  expect(problems.all).toEqual([]);
  const read = readModel(JSON.stringify(document));
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  model = read.model!;
});

const rows = (name: string): Record<string, unknown>[] => {
  const [heads, ...all] = sheets.find((one) => one.name === name)!.rows;
  return all.map((row) => Object.fromEntries(row.map((cell, at) => [String(heads[at]).toLowerCase(), cell])));
};

describe('says what the workbook says', () => {
  it('has a service for every node, and an option for every scenario but the first of each sheet', () => {
    const nodes = new Set(rows('capacity').map(({ node }) => String(node).toLowerCase().replace('_', '-')));
    expect(Object.keys(model.stations).filter((id) => nodes.has(id)).length).toBe(nodes.size);
    const scenarios = ['capacity', 'los', 'arrivals'].flatMap((name) =>
      [...new Set(rows(name).map(({ scenario }) => scenario))].slice(1),
    );
    expect(model.options!.slice(1).map(({ title }) => title.split(' of ')[1])).toEqual(scenarios);
  });

  it('of beds, of visits for so many people, of stays, of who is there and of each day’s arrivals', () => {
    for (const { node, capacity, scenario } of rows('capacity')) {
      const id = String(node).toLowerCase().replace('_', '-');
      const set = model.options!.find(({ title }) => title === `Places of ${String(scenario)}`)?.set ?? {};
      const station = { ...model.stations[id] } as Record<string, unknown>;
      const at = (key: string) => set[`stations.${id}.${key}`] ?? station[key];
      const plan = rows('los').find((one) => one['node'] === node)!;
      const mean = (Number(plan['ivr']) + Number(plan['fvr'])) / 2;
      if (id.startsWith('p1')) expect(at('visitsPerDay')).toBe(Math.floor(Number(capacity) * mean));
      else expect(at('beds')).toBe(capacity);
    }
    for (const { node, measure, value } of rows('initial conditions')) {
      const id = String(node).toLowerCase().replace('_', '-');
      const { acute, ...others } = model.initial!;
      const found = measure === 'dtoc' ? (acute.delayedFor as Record<string, number>)[id] : others[id].inCare;
      expect(found).toBe(value);
    }
    const [{ node, arrivals, date }] = rows('arrivals');
    const { meansPerDay } = model.streams[String(node).toLowerCase().replace('_', '-')];
    expect([meansPerDay!.means[0], meansPerDay!.fromDate]).toEqual([
      arrivals,
      (date as Date).toISOString().slice(0, 10),
    ]);
  });
});

/** The chance that a lognormal stay is longer, by Simpson's rule over the normal density. */
function survival(days: number, mu: number, sigma: number): number {
  if (days <= 0) return 1;
  const z = (Math.log(days) - mu) / sigma;
  const [from, to, steps] = [Math.max(-9, Math.min(z, 9)), 9, 400];
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const width = (to - from) / steps;
  let sum = density(from) + density(to);
  for (let step = 1; step < steps; step++) sum += density(from + step * width) * (step % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

it('says of each Pathway 1 how many visits people need and how many there are, where so many people at once would hide it', () => {
  const strip = offered(compile(model, { option: 'today' }));
  const first = (name: string) => {
    const [{ scenario }] = rows(name);
    return rows(name).filter((one) => one['scenario'] === scenario);
  };
  for (const { node, capacity } of first('capacity').filter((one) => String(one['node']).startsWith('P1'))) {
    const of = (name: string) => first(name).filter((one) => one['node'] === node);
    const [{ ivr, fvr, mu, sigma }] = of('los').map((one) => one as Record<string, number>);
    const perDay = (ivr + fvr) / 2;
    const arrivals = of('arrivals').reduce((sum, one) => sum + Number(one['arrivals']), 0) / of('arrivals').length;
    const { neededVisitsPerDay, hasVisitsPerDay } = strip.find(
      ({ station }) => station === String(node).toLowerCase().replace('_', '-'),
    )!;
    expect(hasVisitsPerDay).toBe(Math.floor(Number(capacity) * perDay));
    // The day on which a stay begins and the one on which it ends both have visits.
    const needed = arrivals * (Math.exp(mu + (sigma * sigma) / 2) + 1) * perDay;
    expect(neededVisitsPerDay! / needed).toBeGreaterThan(0.97);
    expect(neededVisitsPerDay! / needed).toBeLessThan(1.03);
  }
});

it('where there is a place for everybody, has as many people as M/G/∞ says: each day’s arrivals times the time they stay', () => {
  const { initial: _, evidence: __, ...empty } = model;
  const runDays = Math.min(90, model.calendar.runDays);
  const short = readModel(JSON.stringify({ ...empty, calendar: { ...model.calendar, runDays } })).model!;
  const option = short.options!.find(({ title }) => title.startsWith('Places of'))!.id;
  const program = compile(short, { option });
  const keys = rowKeys(program);
  const runs = Array.from({ length: 60 }, (_one, number) => replicate(program, 5, number));
  const [base] = rows('los').map(({ scenario }) => scenario);
  for (const { node, mu, sigma, scenario } of rows('los')) {
    if (scenario !== base) continue;
    const id = String(node).toLowerCase().replace('_', '-');
    const { means } = short.streams[id].meansPerDay!;
    // The time that somebody who comes at t spends there before the run ends, averaged over their day.
    const stayed: number[] = [];
    const step = 1 / 4;
    for (let left = 0, sum = 0; left <= runDays + 1e-9; left += step) {
      stayed.push(sum);
      sum +=
        (step * (survival(left, Number(mu), Number(sigma)) + survival(left + step, Number(mu), Number(sigma)))) / 2;
    }
    const spent = (day: number) => {
      const at = (left: number) => stayed[Math.round(left / step)];
      const from = runDays - day;
      return (at(from) + 4 * at(from - 0.5) + at(from - 1)) / 6;
    };
    let people = 0;
    for (let day = 0; day < runDays; day++) people += means[day] * spent(day);
    const expected = people / runDays;
    const values = runs.map((run) => run[placeOfMean(keys, id, 'occupancy')]);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const error = Math.sqrt(
      values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1) / values.length,
    );
    expect(Math.abs(mean - expected), `${id}: ${mean} beside ${expected}`).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.1 * expected);
  }
});

/** Erlang's loss formula (1917): the share who find all places taken, whatever the shape of their stays. */
const lost = (load: number, beds: number): number => {
  let share = 1;
  for (let n = 1; n <= beds; n++) share = (load * share) / (n + load * share);
  return share;
};

it('where nobody may wait, has as many people in its beds as Erlang’s loss formula leaves', () => {
  const [base] = rows('los').map(({ scenario }) => scenario);
  const loadOf = new Map<string, number>();
  const { initial: _, evidence: __, options: ___, controls: ____, ...plain } = structuredClone(model);
  for (const { node, mu, sigma, scenario } of rows('los')) {
    const id = String(node).toLowerCase().replace('_', '-');
    if (scenario !== base || id.startsWith('p1')) continue;
    const { means } = model.streams[id].meansPerDay!;
    const perDay = means.reduce((sum, one) => sum + one, 0) / means.length;
    loadOf.set(id, perDay * Math.exp(Number(mu) + Number(sigma) ** 2 / 2));
    // They come to the beds themselves, as many on every day; a load as large as the beds tells most.
    plain.streams[id] = { label: id, arrivalsPerDay: perDay, shares: model.streams[id].shares! };
    Object.assign(plain.stations[id], { beds: Math.round(loadOf.get(id)!), waitingRoom: 0 });
  }
  const calendar = { ...plain.calendar, warmUpDays: 300, runDays: 500 };
  const { model: closed, problems } = readModel(JSON.stringify({ ...plain, calendar }));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const program = compile(closed!, { option: 'today' });
  const runs = Array.from({ length: 30 }, (_one, number) => replicate(program, 7, number));
  const keys = rowKeys(program);
  expect(loadOf.size).toBeGreaterThan(3);
  for (const [id, load] of loadOf) {
    const expected = load * (1 - lost(load, Math.round(load)));
    const values = runs.map((run) => run[placeOfMean(keys, id, 'occupancy')]);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const error = Math.sqrt(squares / (values.length - 1) / values.length);
    expect(Math.abs(mean - expected), `${id}: ${mean} beside ${expected}`).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.02 * expected);
    // Without the formula it would be the load, or the beds.
    expect(load - expected).toBeGreaterThan(8 * error);
  }
});

it('without costs has none, and with several prices of a delayed day says that it takes their mean', () => {
  const costs = (change: (row: CellValue[]) => CellValue[], keep = Infinity): Sheet[] =>
    sheets.map(({ name, rows: all }) =>
      name === 'costs'
        ? { name, rows: [all[0], ...all.slice(1, keep).map((row) => change([...row]))] }
        : { name, rows: all },
    );
  const none = modelOfIpacs(
    costs((row) => row, 1),
    'parameters.xlsx',
  );
  expect(none.problems.all).toEqual([]);
  const { model: free, problems } = readModel(JSON.stringify(none.document));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(free!.stations['acute'].costs).toBeUndefined();
  const at = sheets.find(({ name }) => name === 'costs')!.rows[0].indexOf('acute_dtoc');
  let next = 100;
  const several = modelOfIpacs(
    costs((row) => row.with(at, (next += 100))),
    'parameters.xlsx',
  );
  expect(several.understood.join('; ')).toMatch(/a delayed day has one price, the mean of the \d+ given: £200, £300/);
});

it('with mistakes names the cells', () => {
  const spoilt = sheets.map(({ name, rows: all }) => ({ name, rows: all.map((row) => [...row]) }));
  const sheet = (name: string) => spoilt.find((one) => one.name === name)!.rows;
  sheet('capacity')[1][2] = 'about 90';
  sheet('los')[2][0] = 'P9_B';
  sheet('arrivals')[3][3] = '31/02/2023';
  const { document, problems } = modelOfIpacs(spoilt, 'parameters.xlsx');
  expect(document).toBeUndefined();
  expect(problems.all.map(({ place: { sheet: name, cell } }) => `${name} ${cell}`)).toEqual([
    'capacity C2',
    'los A3',
    'arrivals D4',
  ]);
});
