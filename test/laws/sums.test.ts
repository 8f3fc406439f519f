// The measures are sums over the trace, as its witness has counted them. Long because every measure has its sum here.
import { describe, expect, it } from 'vitest';
import { rowKeys, UNLIMITED, type Program, type RowKey } from '../../engine/index.ts';
import type { Network } from '../../engine/network/network.ts';
import { journeysOf } from './journeys.ts';
import { busy, changed, overModels, today, watched } from './over-models.ts';
import { visitsMade } from './plans.ts';
import { firstAnniversary, type Days, type Seen } from './seen.ts';
import type { Piece } from './some-parts.ts';
import { causeNames } from './standing.ts';
import { daysOff } from './week.ts';
import { Witness } from './witness.ts';

const YEAR = 365.25;
const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
const mean = ({ people, days }: Days): number => days / people;

/** Equal to one part in a thousand million, or to a thousand-millionth where nothing is expected. */
function same(found: number, expected: number, what: string): void {
  const near = Number.isNaN(expected)
    ? Number.isNaN(found)
    : Math.abs(found - expected) <= 1e-8 * Math.max(1, Math.abs(expected));
  if (!near) expect.fail(`${what}: found ${found}, the trace says ${expected}`);
}

/** The kinds of people that a row is about: need × traits, as the network numbers them. */
function kindsOf(who: string, network: Network): number[] {
  const every = Array.from({ length: network.kinds }, (_, kind) => kind);
  if (who === 'all') return every;
  const [word, value] = who.split(':');
  if (word === 'need') return every.filter((kind) => network.needIds[Math.floor(kind / network.traits)] === value);
  const attribute = network.attributes.find(({ id }) => id === word)!;
  const { values, stride } = attribute;
  return every.filter((kind) => values[Math.floor((kind % network.traits) / stride) % values.length] === value);
}

/** What a row should be by the witness's account; undefined for those it keeps no account of. */
function expected(
  key: RowKey,
  document: Piece,
  { network, later }: Program,
  witness: Witness,
  visits: readonly ReturnType<typeof visitsMade>[],
  pounds: readonly Pounds[],
): number | undefined {
  const { seen } = witness;
  const { station: id, measure, statistic, who } = key;
  if (key.day !== '') return undefined;
  const s = network.stationIds.indexOf(id);
  const S = network.stationIds.length;
  const days = network.runDays;
  const from = who.startsWith('from:') ? network.stationIds.indexOf(who.slice(5)) + 1 : -1;
  const byKind = (of: readonly number[]): number =>
    sum(kindsOf(who, network).map((kind) => of[s * network.kinds + kind]));
  if (measure === 'delayCause') {
    const cause = causeNames.indexOf(statistic as (typeof causeNames)[number]);
    const froms = from >= 0 ? [from] : Array.from({ length: S + 1 }, (_, one) => one);
    return sum(froms.map((one) => seen.causes[(cause * (S + 1) + one) * S + s])) / days;
  }
  if (measure === 'visits') {
    if (network.visitsPerDay[s * 7] < 0) return NaN;
    const { delivered, deferred, missed } = visits[s];
    return ({ delivered: sum(delivered), deferred, missed }[statistic] as number) / Math.floor(days);
  }
  if (measure === 'cost') {
    const of = pounds.map((one) => one[statistic]);
    return ((id === 'all' ? all(of) : of[s]) * YEAR) / days;
  }
  if (statistic !== 'mean') return undefined;
  const counted = [{ fromDay: -Infinity, network }, ...later].filter(
    ({ fromDay }, at) => fromDay < days && (later[at]?.fromDay ?? days) > 0,
  );
  const limited = counted.every((one) => one.network.places[s] !== UNLIMITED);
  switch (measure) {
    case 'occupancy':
      return byKind(seen.occupancy) / days;
    case 'waiting':
      return byKind(seen.waiting) / days;
    case 'delayed':
      return (id === 'all' ? sum(seen.delayed) : byKind(seen.delayed)) / days;
    case 'open':
      return limited ? seen.open[s] / days : NaN;
    case 'free':
      return limited ? seen.free[s] / days : NaN;
    case 'full':
      return seen.full[s] / days;
    case 'delayDays':
      if (from >= 0) return mean(seen.delaysByFrom[s * (S + 1) + from]);
      return mean(together(kindsOf(who, network).map((kind) => seen.delaysByKind[s * network.kinds + kind])));
    case 'delayedShare':
      return who === 'all' ? seen.delays[s].aboveZero / seen.delays[s].people : undefined;
    case 'stayDays':
      return mean(seen.stays[s]);
    case 'journeyDays':
      return mean(seen.journeys[s]);
    case 'starts':
      if (from >= 0) return seen.startsByFrom[s * (S + 1) + from] / days;
      if (!who.startsWith('stream:')) return byKind(seen.startsByKind) / days;
      return seen.startsByStream[s * (network.streamIds.length + 1) + network.streamIds.indexOf(who.slice(7))] / days;
    case 'leaves':
      return seen.leaves[s] / days;
    case 'leftWaiting':
      return seen.gaveUp[s] / days;
    case 'turnedAway':
      return seen.turnedAway[s] / days;
    case 'gridlocks':
      return seen.rings / days;
    case 'rightPlace': {
      const needs = network.needIds
        .map((need, n) => (who === 'all' || who === `need:${need}` ? n : -1))
        .filter((n) => n >= 0);
      return sum(needs.map((n) => seen.placedRight[n])) / sum(needs.map((n) => seen.placed[n]));
    }
    case 'closeToHome':
    case 'distance': {
      const ways = placedFrom(document, network, seen)
        .filter((way) => measure === 'closeToHome' || way.lonLat !== undefined)
        .filter((way) => (id === 'all' || way.id === id) && (who === 'all' || who === `locality:${way.from}`));
      const people = sum(ways.map((way) => way.people));
      const right = (way: Placed) => (way.from === way.locality ? way.people : 0);
      return sum(ways.map((way) => (measure === 'distance' ? way.people * kmOf(way) : right(way)))) / people;
    }
    default:
      return undefined;
  }
}

interface LonLat {
  readonly lon: number;
  readonly lat: number;
}
interface Placed {
  readonly id: string;
  readonly locality: string;
  readonly lonLat?: LonLat;
  /** Where they live, and its middle. */
  readonly from: string;
  readonly centre: LonLat;
  readonly people: number;
}

/** Everybody who started at a station with a locality, by where they live, as the document says it. */
function placedFrom(document: Piece, network: Network, seen: Seen): Placed[] {
  const { locality } = (document.attributes ?? {}) as Record<string, Piece>;
  const where = (locality?.where ?? {}) as Record<string, { centre: LonLat }>;
  return Object.entries(document.stations as Record<string, Omit<Placed, 'id'>>).flatMap(([id, station]) => {
    if (station.locality === undefined) return [];
    const row = network.stationIds.indexOf(id) * network.kinds;
    return Object.entries(where).map(([from, { centre }]) => ({
      id,
      locality: station.locality,
      lonLat: station.lonLat,
      from,
      centre,
      people: sum(kindsOf(`locality:${from}`, network).map((kind) => seen.startsByKind[row + kind])),
    }));
  });
}

/** On a plane that is true to scale halfway between the two, by the cosine of the language. */
function kmOf({ lonLat, centre }: Placed): number {
  const to = lonLat!;
  const turn = Math.PI / 180;
  return (
    6371.0088 *
    Math.hypot(
      (to.lon - centre.lon) * turn * Math.cos(((to.lat + centre.lat) / 2) * turn),
      (to.lat - centre.lat) * turn,
    )
  );
}

const together = (of: readonly Days[]): Days =>
  of.reduce((a, b) => ({ people: a.people + b.people, days: a.days + b.days, aboveZero: a.aboveZero + b.aboveZero }));

/** Stations whose costs are not known are left out of the sum; where none is known there is no sum. */
const all = (pounds: readonly number[]): number => {
  const known = pounds.filter((one) => !Number.isNaN(one));
  return known.length > 0 ? sum(known) : NaN;
};

/** By what is paid for, and the sum as `mean`. */
type Pounds = Readonly<Record<string, number>>;

/** £ by station from the other accounts: each cost that evidence covers, times what it is counted by, year by year. */
function costsOf(
  document: Piece,
  { network }: Program,
  seen: Seen,
  visits: readonly ReturnType<typeof visitsMade>[],
): Pounds[] {
  const evidence = Object.keys((document.evidence ?? {}) as Piece);
  return network.stationIds.map((id, s) => {
    const costs = ((document.stations as Record<string, Piece>)[id].costs ?? {}) as Record<string, number>;
    const price = (key: string): number => {
      const at = `stations.${id}.costs`;
      return evidence.includes(at) || evidence.includes(`${at}.${key}`) ? (costs[key] ?? 0) : 0;
    };
    const keys = Object.keys(costs).filter((key) => key.endsWith('Gbp') && price(key) > 0);
    const part = (key: string, count: (year: Seen['years'][number], n: number) => number): number => {
      if (keys.length === 0) return NaN;
      const level = (n: number) => (n === 0 ? 1 : 1 + (costs.growthPerYear ?? 0));
      // A price without a source: its cost is not known.
      if (price(key) === 0) return (costs[key] ?? 0) > 0 ? NaN : 0;
      return sum(seen.years.map((year, n) => level(n) * price(key) * count(year, n)));
    };
    // A day's visits are made at its end, so that of the anniversary falls to the new year.
    const made = (n: number) =>
      sum(
        visits[s].delivered.filter((_, day) =>
          day + 1 <= firstAnniversary(network.startDayNumber) ? n === 0 : n === 1,
        ),
      );
    const parts = {
      'open places': part('placeDayGbp', (year) => year.places[s]),
      'days of care': part('personDayGbp', (year) => year.people[s]),
      visits: part('visitGbp', (_, n) => made(n)),
      starts: part('startGbp', (year) => year.starts[s]),
      'delayed days': part('delayedDayGbp', (year) => year.delayed[s]),
    };
    return {
      ...parts,
      mean: keys.length === 0 ? NaN : sum(Object.values(parts).filter((one) => !Number.isNaN(one))),
      'empty places': part('placeDayGbp', (year) => year.free[s]),
    };
  });
}

describe('sums over the trace', () => {
  const requests = { 'as it is': () => today, 'with changes on the way': () => changed, 'in a busy time': busy };
  for (const [title, request] of Object.entries(requests))
    it(`every mean, cause of delay, visit and pound is what the trace adds up to, ${title}`, () => {
      let rows = 0;
      overModels({ count: 200 }, {}, (document, model, seed) => {
        const run = watched(model, request(model), seed);
        const { program } = run;
        const witness = new Witness(run, document);
        const inForce = (day: number): Network =>
          program.later.reduce((found, stretch) => (stretch.fromDay <= day ? stretch.network : found), program.network);
        const visits = program.network.stationIds.map((_, s) =>
          program.network.visitsPerDay[s * 7] < 0
            ? { delivered: [], deferred: 0, missed: 0 }
            : visitsMade(witness.plans[s], s, inForce, daysOff(document)),
        );
        const pounds = costsOf(document, program, witness.seen, visits);
        rowKeys(program).forEach((key, at) => {
          const value = expected(key, document, program, witness, visits, pounds);
          if (value === undefined) return;
          rows++;
          same(run.values[at], value, [key.station, key.measure, key.statistic, key.who].join(' '));
        });
      });
      expect(rows).toBeGreaterThan(10_000);
    });

  it("Little's law: the area under each count is the sum of stays, delays and waits inside the window", () => {
    overModels({ count: 150 }, {}, (_, model, seed) => {
      const { program, trace, values } = watched(model, changed, seed);
      const { stationIds, runDays, isExit, keepsPlace } = program.network;
      const { spans, asks } = journeysOf(trace, keepsPlace);
      const inside = ({ from, to }: { from: number; to: number }): number =>
        Math.max(0, Math.min(to, runDays) - Math.max(from, 0));
      const keys = rowKeys(program);
      const read = (station: string, measure: string): number =>
        values[
          keys.findIndex(
            (key) =>
              key.station === station && key.measure === measure && key.statistic === 'mean' && key.who === 'all',
          )
        ];
      stationIds.forEach((id, station) => {
        if (isExit[station]) return;
        const here = spans.filter((span) => span.station === station);
        same(read(id, 'occupancy'), sum(here.map(inside)) / runDays, `${id} occupancy`);
        const delayed = here.filter((span) => !Number.isNaN(span.ready));
        same(
          read(id, 'delayed'),
          sum(delayed.map(({ ready, to }) => inside({ from: ready, to }))) / runDays,
          `${id} delayed`,
        );
        const waits = asks.filter((ask) => ask.first === station);
        same(read(id, 'waiting'), sum(waits.map(inside)) / runDays, `${id} waiting`);
      });
    });
  });

  it('causes of delay add up to everyone delayed or waiting outside, by where they are, leaving nothing over', () => {
    overModels({ count: 150 }, {}, (_, model, seed) => {
      const { program, trace, values } = watched(model, changed, seed);
      const { stationIds, runDays, keepsPlace } = program.network;
      const { spans, asks, seen } = journeysOf(trace, keepsPlace);
      const inside = (from: number, to: number): number => Math.max(0, Math.min(to, runDays) - Math.max(from, 0));
      const keys = rowKeys(program);
      const causes = (who: string): number =>
        sum(
          keys.map((key, at) =>
            key.measure === 'delayCause' && key.station !== 'all' && key.who === who ? values[at] : 0,
          ),
        );
      stationIds.forEach((id, station) => {
        const here = spans.filter((span) => span.station === station && !Number.isNaN(span.ready));
        same(
          causes(`from:${id}`),
          sum(here.map(({ ready, to }) => inside(ready, to))) / runDays,
          `causes of delay in ${id}`,
        );
      });
      const outside = [...asks, ...seen].filter((one) => one.held < 0);
      same(
        causes('from:outside'),
        sum(outside.map(({ from, to }) => inside(from, to))) / runDays,
        'causes of waiting outside',
      );
      const every = [...asks, ...seen].map(({ from, to }) => inside(from, to));
      same(causes('all'), sum(every) / runDays, 'causes of all delay and waiting');
    });
  });
});
