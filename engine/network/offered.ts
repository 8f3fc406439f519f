// Offered load by flow balance, from the document alone: who would come if everyone went where their need says.
import type { Program } from './compile.ts';
import { meanPerDay } from './expected-arrivals.ts';
import { UNLIMITED, type Network, type StaySampler } from './network.ts';
import { entriesByHour } from './hours-of-entry.ts';
import { finenessFor } from './open-bins.ts';
import { meanStayThrough, noMoments } from './stay-in-hours.ts';

/** One line of the reconciliation strip: "needs 25.2, has 27". */
export interface OfferedRow {
  readonly station: string;
  readonly label: string;
  readonly arrivalsPerDay: number;
  readonly meanStayDays: number;
  readonly neededPlaces: number;
  /** Infinity where there is no limit of places. */
  readonly hasPlaces: number;
  readonly startsPerMonth: number | null;
  /** Visits a day that those people's plans call for, and that can be made; null where no visits are counted. */
  readonly neededVisitsPerDay: number | null;
  readonly hasVisitsPerDay: number | null;
}

/** Rows for every station that people stay in, in the document's order: the mean over the days of the run, dated changes included. */
export function offered(program: Program): OfferedRow[] {
  const { network, model } = program;
  const { arrivalsPerDay, neededPlaces, turningPlaces, hasPlaces, neededVisits, hasVisits } = overTheRun(program);
  return Object.keys(model.stations).flatMap((station) => {
    const s = network.stationIds.indexOf(station);
    if (network.isExit[s]) return [];
    const starts = network.startsPerMonth[s];
    return [
      {
        station,
        label: model.stations[station].label,
        arrivalsPerDay: arrivalsPerDay[s],
        meanStayDays: arrivalsPerDay[s] > 0 ? (neededPlaces[s] - turningPlaces[s]) / arrivalsPerDay[s] : 0,
        neededPlaces: neededPlaces[s],
        hasPlaces: hasPlaces[s],
        startsPerMonth: starts < 0 ? null : starts,
        neededVisitsPerDay: hasVisits[s] < 0 ? null : neededVisits[s],
        hasVisitsPerDay: hasVisits[s] < 0 ? null : hasVisits[s],
      },
    ];
  });
}

/** Each stretch between dated changes counts by its days. Where only places change, who comes, goes and stays is worked out once. */
export function overTheRun({ network, later }: Program) {
  const stations = network.stationIds.length;
  const [arrivalsPerDay, neededPlaces, turningPlaces, hasPlaces, neededVisits, hasVisits] = [0, 1, 2, 3, 4, 5].map(
    () => new Float64Array(stations),
  );
  const { runDays } = network;
  const within = [{ fromDay: 0, network }, ...later]
    .map((stretch, at) => ({
      network: stretch.network,
      fromDay: Math.max(0, stretch.fromDay),
      toDay: Math.min(runDays, later[at]?.fromDay ?? runDays),
    }))
    .filter(({ fromDay, toDay }) => toDay > fromDay);
  for (const stretch of within)
    for (let s = 0; s < stations; s++) {
      const share = (stretch.toDay - stretch.fromDay) / runDays;
      const places = stretch.network.places[s];
      hasPlaces![s] += share * (places === UNLIMITED ? Infinity : places);
      hasVisits![s] += share * mean(stretch.network.visitsPerDay.subarray(s * 7, s * 7 + 7));
    }
  flowsOver(within).forEach((flow, at) => {
    const share = (within[at].toDay - within[at].fromDay) / runDays;
    for (let s = 0; s < stations; s++) {
      arrivalsPerDay![s] += share * flow.arrivalsPerDay[s];
      neededPlaces![s] += share * flow.neededPlaces[s];
      neededVisits![s] += share * flow.neededVisits[s];
      turningPlaces![s] += share * flow.turningPlaces[s];
    }
  });
  return {
    arrivalsPerDay: arrivalsPerDay!,
    neededPlaces: neededPlaces!,
    turningPlaces: turningPlaces!,
    hasPlaces: hasPlaces!,
    neededVisits: neededVisits!,
    /** Below none where no visits are counted. */
    hasVisits: hasVisits!,
  };
}

/** Days in a row on which one network is in force. */
export interface Span {
  readonly network: Network;
  readonly fromDay: number;
  readonly toDay: number;
}

/** By span, one after the other, the flow in it: neighbours between which only amounts change have one, their mean. */
export function flowsOver(spans: readonly Span[]): Flow[] {
  const flows: Flow[] = [];
  while (flows.length < spans.length) {
    const { network, fromDay } = spans[flows.length];
    let end = flows.length;
    while (end < spans.length && flowsAlike(network, spans[end].network)) end++;
    const flow = flowBalance(network, fromDay, spans[end - 1].toDay);
    while (flows.length < end) flows.push(flow);
  }
  return flows;
}

/** A network that differs in amounts only shares all other columns with the one before (`compile`). */
const flowsAlike = (one: Network, other: Network): boolean =>
  one.streams === other.streams && one.stay === other.stay && one.wayShare === other.wayShare;

/** People a day, needed places and visits a day by station. */
interface Flow {
  readonly arrivalsPerDay: Float64Array;
  readonly neededPlaces: Float64Array;
  readonly neededVisits: Float64Array;
  /** Of the places, those that are being made ready after somebody has left. */
  readonly turningPlaces: Float64Array;
}

/** By streams and days: an estimate, the measures and what is offered ask for the same, and so does a slider that only moves amounts. */
const known = new WeakMap<Network['streams'], Map<string, { readonly network: Network; readonly flow: Flow }>>();

/** The flow between two days. Equal stations share an ask evenly; a stay makes no progress outside its hours. Not to be written into. */
export function flowBalance(network: Network, fromDay = 0, toDay: number = network.runDays): Flow {
  let its = known.get(network.streams);
  if (its === undefined) known.set(network.streams, (its = new Map()));
  const days = `${fromDay} ${toDay}`;
  const found = its.get(days);
  if (found !== undefined && flowsAlike(found.network, network)) return found.flow;
  const flow = workedOut(network, fromDay, toDay);
  its.set(days, { network, flow });
  return flow;
}

function workedOut(network: Network, fromDay: number, toDay: number): Flow {
  const stations = network.stationIds.length;
  const { kinds, traits } = network;
  const needs = network.needIds.length;
  const arrivalsPerDay = new Float64Array(stations);
  const neededPlaces = new Float64Array(stations);
  const neededVisits = new Float64Array(stations);
  const perDay = network.streams.map((stream) => meanPerDay(stream, network, fromDay, toDay));
  const byHour = entriesByHour(network, fromDay, toDay);
  for (let kind = 0; kind < kinds; kind++) {
    const need = Math.floor(kind / traits);
    const trait = kind % traits;
    let wave = new Float64Array(stations);
    const fromStream = (t: number) =>
      perDay[t] * (traitShare(network, t, trait) * network.streamShare[(t * traits + trait) * needs + need]);
    perDay.forEach((_, t) => send(network, network.streamAsk[t * kinds + kind], fromStream(t), wave));
    const total = new Float64Array(stations);
    // Each wave is one more step of everybody's journey; circles die out by the share that leaves them.
    for (let step = 0; step < 100_000 && wave.some((people) => people > 1e-13); step++) {
      const next = new Float64Array(stations);
      for (let s = 0; s < stations; s++) {
        total[s] += wave[s];
        if (wave[s] === 0) continue;
        const row = s * kinds + kind;
        for (let way = network.wayFrom[row]; way < network.wayTo[row]; way++)
          send(network, network.wayAsk[way * kinds + kind], wave[s] * network.wayShare[way], next);
      }
      wave = next;
    }
    const entries = byHour?.of(kind, total, fromStream);
    for (let s = 0; s < stations; s++) {
      arrivalsPerDay[s] += total[s];
      const row = s * kinds + kind;
      const stay = network.stay[row];
      if (stay) neededVisits[s] += total[s] * meanVisits(stay, network.firstVisits[row], network.lastVisits[row]);
      const moments = entries?.[s];
      neededPlaces[s] +=
        total[s] *
        (stay && moments
          ? meanStayThrough(network.progresses[s], stay, moments, byHour!.perDay)
          : (stay?.meanDays ?? 0));
    }
  }
  const turningPlaces = arrivalsPerDay.map((people, s) => people * meanTurnaround(network, s));
  for (let s = 0; s < stations; s++) neededPlaces[s] += turningPlaces[s];
  return { arrivalsPerDay, neededPlaces, turningPlaces, neededVisits };
}

/** Of people who leave at any hour of the week alike. */
function meanTurnaround({ turnaround, turnaroundHours }: Network, station: number): number {
  const sampler = turnaround[station];
  const windows = turnaroundHours[station];
  if (sampler === null || windows === null) return sampler?.meanDays ?? 0;
  const perDay = finenessFor([windows]);
  const anyHour = noMoments(perDay);
  anyHour.within.fill(1 / anyHour.within.length);
  return meanStayThrough(windows, sampler, anyHour, perDay);
}

const mean = (each: Float64Array): number => each.reduce((sum, one) => sum + one, 0) / each.length;

/** Of the integral below. */
const PARTS = 16;

/**
 * A stay that may begin at any time of the day touches one calendar day more than it has days, and its visits fall in a straight line
 * over them; one that begins and ends on the same day has the first day's.
 */
function meanVisits({ meanDays, shareBeyond }: StaySampler, first: number, last: number): number {
  if (first === 0 && last === 0) return 0;
  const onAverage = (first + last) / 2;
  let withinOneDay = 0;
  for (let part = 0; part < PARTS; part++) withinOneDay += (1 - shareBeyond((part + 0.5) / PARTS)) / PARTS;
  return onAverage * (meanDays + 1) + withinOneDay * (first - onAverage);
}

/** Share of a stream's people (the last stream: of those there at the start) who have a trait. */
export function traitShare(network: Network, stream: number, trait: number): number {
  let share = 1;
  for (const { values, stride, shares } of network.attributes)
    share *= shares[stream * values.length + (Math.floor(trait / stride) % values.length)];
  return network.streamStride === 0 || trait % (network.streamIds.length + 1) === stream ? share : 0;
}

function send(network: Network, ask: number, people: number, into: Float64Array): void {
  const from = network.askFrom[ask];
  const to = network.askFrom[ask + 1];
  for (let t = from; t < to; t++) into[network.targets[t]] += people / (to - from);
}
