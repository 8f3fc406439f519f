// Compiles the documents in force over a run into networks, one for each stretch of time. Long because every column is made here.
import { isForAll, makeAskTable } from './asks.ts';
import { dayNumber } from '../ground/dates.ts';
import { USUAL_ORDER, rankDayIn } from './ranked.ts';
import { samplerOf, type Stay } from '../distributions/index.ts';
import type { Model } from '../model/document.ts';
import type { Way } from '../model/document/people.ts';
import type { VisitPlan } from '../model/document/stations.ts';
import type { ByWho } from '../model/document/values.ts';
import { holidaysOf } from '../ground/holidays.ts';
import { windowsOf } from '../ground/hours.ts';
import { HERE, addressOf, sortedIds } from '../ground/ids.ts';
import { initialPeople } from './initial.ts';
import { stationsThatMayLock } from './locks.ts';
import { lookDays } from './look-days.ts';
import type { Network, StationCosts, StaySampler } from './network.ts';
import { amountsOf, kindOf, stationsOf } from './amounts.ts';
import { laidOutFor } from './laid-out.ts';
import { askedOf, type Asked } from '../model/asked.ts';
import type { ModelFrom, RunRequest } from '../model/option.ts';
import { needShares, networkAttributes } from './people.ts';
import { sitesOf } from './sites.ts';
import { networkStream } from './streams.ts';
import { Refusal } from '../ground/problem.ts';
import { isPriceSourced } from '../model/evidence.ts';
import { forWho, isTable, traitsOf, whoIs } from '../model/who.ts';

/** Everything an engine needs, besides the seed and the number of the replication. */
export interface Program {
  readonly model: Model;
  readonly request: RunRequest;
  /** The network at the start. */
  readonly network: Network;
  /** The networks that follow it, each from its day on (inside the run), in order. */
  readonly later: readonly { readonly fromDay: number; readonly network: Network }[];
  /** Days at which levels are looked at, in order. */
  readonly lookAtDays: readonly number[];
  readonly asked: Asked;
}

/** Whether a request leaves the document as it is written. */
export const isAsWritten = ({ option, conditions = [], set = {}, changes = [] }: RunRequest): boolean =>
  option === 'today' && conditions.length + Object.keys(set).length + changes.length === 0;

/** A validated document as it is written. Nothing is laid over it, so there is nothing left to check. */
export const compileAsWritten = (model: Model, request: RunRequest): Program =>
  compileStretches([{ fromDay: -Infinity, model }], request, model);

/** What came of laying a request over a document, in order of its days. */
export function compileStretches(stretches: readonly ModelFrom[], request: RunRequest, of: Model): Program {
  // A longer or shorter run may be part of the request; no date changes it.
  const { calendar } = stretches[0].model;
  const first = -calendar.warmUpDays;
  // Whatever is dated before the beginning simply holds from the beginning.
  const atStart = stretches.filter((stretch) => stretch.fromDay <= first).at(-1)!;
  const later = stretches.filter((stretch) => stretch.fromDay > first && stretch.fromDay < calendar.runDays);
  const laidOut = laidOutFor(of, request.option, networkOf);
  return {
    model: atStart.model,
    request,
    network: laidOut(atStart.model),
    later: later.map(({ fromDay, model }) => ({ fromDay, network: laidOut(model) })),
    lookAtDays: lookDays(atStart.model),
    asked: askedOf(atStart.model, request),
  };
}

const index = (ids: readonly string[]) => new Map(ids.map((id, at) => [id, at]));

function networkOf(model: Model, option: string): Network {
  const stationIds = sortedIds(model.stations);
  const needIds = sortedIds(model.needs);
  const streamIds = sortedIds(model.streams);
  const stations = stationsOf(model);
  const stationAt = index(stationIds);
  const table = makeAskTable(model, stationAt);
  const traits = traitsOf(model);
  const kinds = needIds.flatMap((need) =>
    Array.from({ length: traits.count }, (_, trait) => whoIs(need, traits, trait)),
  );
  const askOf = (to: ByWho<string | string[]>, own: Pick<Way, 'priority' | 'otherwise' | 'prepare'>): number[] => {
    if (!isTable(to) && isForAll(to, own)) return Array<number>(kinds.length).fill(table.ask(to, kinds[0], own));
    return kinds.map((who) => table.ask(forWho<string | string[]>(to, who)!, who, own));
  };

  const stay: (StaySampler | null)[] = [];
  const wayFrom: number[] = [];
  const wayTo: number[] = [];
  const wayShare: number[] = [];
  const wayHash: number[] = [];
  const wayReadmission: number[] = [];
  const wayAsk: number[] = [];
  const laidOut = new Map<readonly Way[], number>();
  for (const station of stations)
    for (const who of kinds) {
      const days = forWho<Stay>(station.stay, who);
      stay.push(days === undefined ? null : samplerOf(days));
      const ways = forWho<Way[]>(station.next, who) ?? [];
      let from = laidOut.get(ways);
      if (from === undefined) {
        from = wayShare.length;
        laidOut.set(ways, from);
        for (const { way, name } of inOrder(ways)) {
          wayShare.push(way.share ?? 1);
          wayHash.push(addressOf(`way ${name}`));
          wayReadmission.push(way.readmission ? 1 : 0);
          wayAsk.push(...askOf(way.to as string | string[], way));
        }
      }
      wayFrom.push(from);
      wayTo.push(from + ways.length);
    }

  const plans = stations.flatMap((station) => kinds.map((who) => forWho<VisitPlan>(station.visits, who)));
  const firstVisits = Float64Array.from(plans, (plan) => plan?.first ?? 0);
  const firstOf = (among: (...visits: number[]) => number) =>
    Float64Array.from(stations, (_, at) => among(...firstVisits.subarray(at * kinds.length, (at + 1) * kinds.length)));

  const streams = streamIds.map((id) => model.streams[id]);
  const streamAsk = streams.flatMap((stream) => askOf(stream.startsAt ?? 'need', {}));
  const initial = initialPeople(model, stationIds, needIds, traits, (to, who) => table.ask(to, who, {}));
  const attributes = networkAttributes(model, traits, streamIds);
  refuseClashes([
    ...stationIds.map((id) => `station ${id}`),
    ...needIds.map((id) => `need ${id}`),
    ...streamIds.map((id) => `stream ${id}`),
    ...traits.attributes.flatMap(({ id, values }) => values.map((value) => `${id} ${value}`)),
  ]);
  const asks = table.columns();
  const consequences = model.consequencesOfDelay ?? {};
  const holidays = holidaysOf(model.calendar.holidays);
  const hoursOf = (key: 'admits' | 'releases' | 'progresses') =>
    stations.map((one) => {
      // A team's hours are when it takes people on and makes progress; those it has seen may always go on.
      const given = (key === 'releases' ? undefined : one.hours) ?? one[key];
      return given === undefined ? null : windowsOf([given].flat(), holidays);
    });
  const network = {
    stationIds,
    needIds,
    streamIds,
    attributes,
    sites: sitesOf(model, stationIds),
    traits: traits.count,
    streamStride: traits.streams.length === 0 ? 0 : 1,
    kinds: kinds.length,
    startDate: model.calendar.startDate,
    startDayNumber: dayNumber(model.calendar.startDate),
    holidays,
    warmUpDays: model.calendar.warmUpDays,
    runDays: model.calendar.runDays,
    ...amountsOf(stations),
    isExit: Uint8Array.from(stations, (one) => (one.kind === 'exit' ? 1 : 0)),
    keepsPlace: Uint8Array.from(stations, (one) => (kindOf(one).keepsPlace ? 1 : 0)),
    limited: Uint8Array.from(stations, (one) => (kindOf(one).placesKey === null ? 0 : 1)),
    waitingRoom: Int32Array.from(stations, (one) => one.waitingRoom ?? -1),
    turnsAwayLeastUrgent: Uint8Array.from(stations, (one) => (one.turnsAway === 'least-urgent' ? 1 : 0)),
    admits: hoursOf('admits'),
    releases: hoursOf('releases'),
    progresses: hoursOf('progresses'),
    turnaround: stations.map(({ turnaround }) => (turnaround ? samplerOf(turnaround.stay) : null)),
    turnaroundHours: stations.map(({ turnaround }) =>
      turnaround?.during === undefined ? null : windowsOf([turnaround.during].flat(), holidays),
    ),
    usesHours: stations.some(({ hours, admits, releases, progresses }) =>
      [hours, admits, releases, progresses].some((given) => given !== undefined),
    ),
    firstVisits,
    fewestFirstVisits: firstOf(Math.min),
    mostFirstVisits: firstOf(Math.max),
    lastVisits: Float64Array.from(plans, (plan) => plan?.last ?? 0),
    takesAll: Uint8Array.from(stations, (one) => (one.takesAll ? 1 : 0)),
    deferDays: Int32Array.from(stations, (one) => one.deferDays ?? 0),
    patience: stations.map((one) => (one.patience ? samplerOf(one.patience.stay) : null)),
    patienceExit: Int16Array.from(stations, ({ patience }) => stationAt.get(patience?.to ?? HERE) ?? -1),
    orders: stations.map(({ order = USUAL_ORDER }) => order),
    rankDay: stations.map(({ order = USUAL_ORDER }) => rankDayIn(order)),
    stationHash: Int32Array.from(stationIds, (id) => addressOf(`station ${id}`)),
    stay,
    wayFrom: Int32Array.from(wayFrom),
    wayTo: Int32Array.from(wayTo),
    wayShare: Float64Array.from(wayShare),
    wayHash: Int32Array.from(wayHash),
    wayReadmission: Uint8Array.from(wayReadmission),
    wayAsk: Int32Array.from(wayAsk),
    ...asks,
    risesTo: Int16Array.from(needIds, (id) => {
      const worse = model.needs[id].risesTo;
      return worse === undefined ? -1 : needIds.indexOf(worse);
    }),
    needHash: Int32Array.from(needIds, (id) => addressOf(`need ${id}`)),
    streamAsk: Int32Array.from(streamAsk),
    streamShare: Float64Array.from(streams.flatMap((stream) => needShares(stream, needIds, traits))),
    streams: streams.map((stream, at) => networkStream(stream, addressOf(`stream ${streamIds[at]}`), holidays)),
    initial,
    costs: stationIds.map((id) => costsOf(model, id, option)),
    stayDaysPerDelayedDay: consequences.stayDaysPerDelayedDay ?? 0,
    risePerDelayedDay: consequences.risePerDelayedDay ?? 0,
    readmitPerDelayedDay: consequences.readmitPerDelayedDay ?? 0,
  };
  // Added to this object and not to a copy, to which V8 gives a hidden class of its own.
  return Object.assign(network, { mayLock: stationsThatMayLock(network) });
}

/** What has no source is not shown, so it counts for nothing. */
function costsOf(model: Model, id: string, option: string): StationCosts {
  const { growthPerYear = 0, ...given } = model.stations[id].costs ?? {};
  const isSourced = (key: keyof typeof given) => isPriceSourced(model, `stations.${id}.costs.${key}`, option);
  const sourced = (key: keyof typeof given) => (given[key] !== undefined && isSourced(key) ? given[key] : 0);
  const costs = {
    placeDay: sourced('placeDayGbp'),
    personDay: sourced('personDayGbp'),
    visit: sourced('visitGbp'),
    start: sourced('startGbp'),
    delayedDay: sourced('delayedDayGbp'),
  };
  const unsourced = PRICES.map((key) => given[key] !== undefined && !isSourced(key));
  return { ...costs, unsourced, known: Object.values(costs).some((cost) => cost > 0), growthPerYear };
}

/** By what is paid for, as `StationCosts` lists them. */
const PRICES = ['placeDayGbp', 'personDayGbp', 'visitGbp', 'startGbp', 'delayedDayGbp'] as const;

/** Ways in the order of where they lead, never of the file; a number distinguishes two ways to one place. */
function inOrder(ways: readonly Way[]): { way: Way; name: string }[] {
  const seen = new Map<string, number>();
  const named = ways.map((way) => {
    const to = typeof way.to === 'string' ? way.to : way.to.join(' ');
    const before = seen.get(to) ?? 0;
    seen.set(to, before + 1);
    return { way, name: before === 0 ? to : `${to} ${before}` };
  });
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function refuseClashes(names: readonly string[]): void {
  const seen = new Map<number, string>();
  for (const name of names) {
    const other = seen.get(addressOf(name));
    if (other !== undefined)
      throw new Refusal([
        {
          path: name,
          found: `an id with the same address for random numbers as ${other}`,
          expected: 'ids with different addresses',
          hint: 'Change a letter in one of the two ids.',
          severity: 'error',
        },
      ]);
    seen.set(addressOf(name), name);
  }
}
