// The reconciliation strip: the places a document needs by flow balance are the people in care who are simulated.
import { describe, expect, it } from 'vitest';
import { type Model, type Program, compile, offered, replicate, rowKeys } from '../../engine/index.ts';
import { interval } from '../../engine/study/statistics/confidence.ts';
import { type StationSettling, judgeSettling } from '../../engine/study/statistics/stability.ts';
import { replicateByWeek } from '../../engine/study/statistics/weeks.ts';
import { over, shipped, shippedModel } from './shipped.ts';

/** Some hundred figures are compared: at this level one in a hundred seeds has a false alarm. */
const LEVEL = 0.9999;
interface Compared {
  readonly stations: readonly string[];
  readonly needed: number;
  readonly low: number;
  readonly high: number;
}

const SEED = 1;

const simulated = (program: Program, replications: number): Float64Array[] =>
  Array.from({ length: replications }, (_, replication) => replicate(program, SEED, replication));

/** People in care, those who are ready left out, beside the places needed; stations asked for as equals together. */
function compare(program: Program, groups: readonly (readonly string[])[], runs: readonly Float64Array[]): Compared[] {
  const keys = rowKeys(program);
  const at = (station: string, measure: string) =>
    keys.findIndex(
      (key) =>
        key.station === station && key.measure === measure && key.statistic === 'mean' && key.who === 'all' && !key.day,
    );
  const strip = new Map(offered(program).map((row) => [row.station, row]));
  return groups.map((stations) => {
    const inCare = runs.map((values) =>
      stations.reduce(
        (sum, station) => sum + values[at(station, 'occupancy')] - (values[at(station, 'delayed')] || 0),
        0,
      ),
    );
    const { low, high } = interval(Float64Array.from(inCare), LEVEL);
    const needed = stations.reduce((sum, station) => sum + strip.get(station)!.neededPlaces, 0);
    return { stations, needed, low, high };
  });
}

/** Half the width of every interval looked at, as a share of the places needed. */
const widths: number[] = [];

function expectInside(found: readonly Compared[]): void {
  widths.push(...found.map(({ needed, low, high }) => (high - low) / 2 / needed));
  for (const { stations, needed, low, high } of found) {
    const words = `${stations.join(' + ')}: needs ${needed}, simulated ${low} to ${high}`;
    expect(needed, words).toBeGreaterThanOrEqual(low);
    expect(needed, words).toBeLessThanOrEqual(high);
  }
}

/** Stations that anybody asks for as equals, put together; every other one by itself. Only those that somebody stays in. */
function groupsOf(model: Model): string[][] {
  const { network } = compile(model, { option: 'today' });
  const group = network.stationIds.map((_, s) => s);
  for (let ask = 0; ask + 1 < network.askFrom.length; ask++) {
    const equal = [...network.targets.subarray(network.askFrom[ask], network.askFrom[ask + 1])];
    for (const one of equal) {
      const [from, to] = [group[one], group[equal[0]]];
      group.forEach((of, s) => of === from && (group[s] = to));
    }
  }
  const strip = new Map(offered(compile(model, { option: 'today' })).map((row) => [row.station, row]));
  return [...new Set(group)]
    .map((of) => network.stationIds.filter((_, s) => group[s] === of))
    .map((stations) => stations.filter((station) => strip.has(station)))
    .filter((stations) => stations.some((station) => strip.get(station)!.neededPlaces > 0))
    .filter((stations) => new Set(stations.map((station) => JSON.stringify(model.stations[station].stay))).size === 1);
}

/** The same demand and the same care, with room for everybody at any hour, so that nobody waits or goes elsewhere. */
function roomForAll(model: Model): Model {
  const shut = ['hours', 'admits', 'releases', 'progresses', 'surge', 'waitingRoom', 'startsPerMonth', 'visitsPerDay'];
  const limits = [...shut, 'visits', 'takesAll', 'deferDays', 'costs'];
  const places = { ward: 'beds', caseload: 'places', team: 'staff' } as Readonly<Record<string, string>>;
  const stations = Object.fromEntries(
    Object.entries(model.stations).map(([id, station]) => {
      const kept = Object.entries(station).filter(([key]) => !limits.includes(key));
      const { [station.kind]: key } = places;
      return [id, { ...Object.fromEntries(kept), ...(key && { [key]: 'unlimited' }) } as Model['stations'][string]];
    }),
  );
  const streams = Object.fromEntries(
    Object.entries(model.streams).map(([id, stream]) => [id, { ...stream, growthPerYear: 0 }]),
  );
  return { ...model, stations, streams, consequencesOfDelay: {}, options: [], conditions: [] };
}

/** Backlogs, counts and known moments have no steady number a day. */
const isSteady = (model: Model): boolean =>
  Object.values(model.streams).every((one) => one.arrivalsPerDay !== undefined || one.everyDays !== undefined);

describe('with room for everybody, people in care are the places needed', () => {
  const models = shipped.filter(({ model }) => isSteady(model));

  it.each(models.map(({ id, model }) => [id, model] as const))('%s', (id, model) => {
    const isLong = model.calendar.runDays > 1000;
    const roomy = over(roomForAll(model), { warmUpDays: 720, runDays: 365 * 2 });
    const groups = groupsOf(roomy);
    expect(groups.length, id).toBeGreaterThan(0);
    const program = compile(roomy, { option: 'today' });
    expectInside(compare(program, groups, simulated(program, isLong ? 5 : 24)));
  });

  it('in nearly every model', () => expect(models.length).toBeGreaterThanOrEqual(shipped.length - 5));
});

/** Whether limits only make people wait: nothing in the document sends anybody elsewhere, lengthens a stay or lets anybody give up. */
function onlyWaits(model: Model): boolean {
  const text = JSON.stringify({ needs: model.needs, stations: model.stations });
  const { consequencesOfDelay = {} } = model;
  const growth = Object.values(model.streams).some((one) => (one.growthPerYear ?? 0) !== 0);
  const standsStill = Object.values(model.stations).some((one) => one.hours ?? one.progresses);
  const elsewhere = /"(otherwise|patience|waitingRoom|risesTo)":/.test(text);
  return isSteady(model) && !growth && !standsStill && !elsewhere && Object.keys(consequencesOfDelay).length === 0;
}

/** At a load of one a list wanders for ever, and never reaches the average that flow balance gives. */
const isBrimFull = ({ needed, has }: StationSettling): boolean => needed[1] > 0.98 * has[1] && has[1] > 0;

describe('as they are, where people only wait and the model settles', () => {
  const models = shipped.filter(({ model }) => onlyWaits(model));

  it.each(models.map(({ id, model }) => [id, model] as const))('%s', (_id, model) => {
    const calm = over(model, { warmUpDays: 720, runDays: 365 * 2 });
    const program = compile({ ...calm, options: [], conditions: [] }, { option: 'today' });
    // Where nobody may go elsewhere, what is too small by flow balance does not settle, whatever is simulated.
    if (judgeSettling(program, []).settles === 'needs more than it has') return;
    const runs = Array.from({ length: 24 }, (_, replication) => replicateByWeek(program, SEED, replication));
    const weeks = runs.map((run) => run.weeks);
    const settled = judgeSettling(program, weeks)
      .stations.filter((one) => one.settles === 'settles' && !isBrimFull(one))
      .map((one) => one.station);
    const groups = groupsOf(calm).filter((stations) => stations.every((station) => settled.includes(station)));
    // A station that does not settle passes on less than it is asked for.
    if (!settled.includes('all')) return;
    expectInside(
      compare(
        program,
        groups,
        runs.map((run) => run.values),
      ),
    );
  });

  it('in a good many of them', () => expect(models.length).toBeGreaterThan(12));
});

describe('the county as it is', () => {
  const county = shippedModel('leicester-leicestershire-rutland-2018');

  it('needs what is simulated where people are only delayed, or seldom have to go elsewhere', () => {
    const set = { ...county, consequencesOfDelay: {} };
    const program = compile(over(set, { runDays: 365 * 3 }), { option: 'today' });
    const found = compare(
      program,
      [
        ['nursing-city'],
        ['nursing-west'],
        ['nursing-east'],
        ['ics-city'],
        ['ics-west'],
        ['ics-east'],
        ['coalville-stroke', 'st-lukes-stroke'],
        ['stroke-team'],
      ],
      simulated(program, 5),
    );
    expectInside(found);
  });
});

it('is close enough: half of the intervals would show a strip that is 5 % off', () => {
  widths.sort((a, b) => a - b);
  expect(widths.length).toBeGreaterThan(90);
  expect(widths[Math.floor(widths.length / 2)]).toBeLessThan(0.05);
});
