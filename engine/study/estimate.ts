// Estimates the work of a request before it starts, and refuses what no machine could finish or hold.
import { backlogPerDay, takenWithoutLimit } from '../arrivals/backlog.ts';
import type { Program } from '../network/compile.ts';
import { UNLIMITED, type Network } from '../network/network.ts';
import { meanPerDay } from '../network/expected-arrivals.ts';
import { flowsOver, type Span } from '../network/offered.ts';
import { error, type Problem } from '../ground/problem.ts';
import { rowKeys } from './replication.ts';
import { stationsByWeek, weekMeasures, weeksIn } from './statistics/weeks.ts';

/** By the benchmark, on one core of an office laptop; so the most there may be take about twenty minutes. */
const EVENTS_A_SECOND = 1_500_000;
const MOST_EVENTS = 2_000_000_000;
const MOST_EVENTS_IN_ONE = 200_000_000;
/** What a page of a browser is sure to be given. */
const MOST_BYTES = 1_000_000_000;

/** Columns of a person, of their place on lists and in the calendar; room doubles, with the old beside the new for a moment. */
const bytesOfPerson = (stations: number) => 3 * (240 + 2 * stations);
/** Two or three records in a trace of 27 bytes each, by doubling, and then once more in arrays of exactly their length. */
const WATCHED_BYTES_OF_EVENT = 200;
/** The most that a recorder of days holds, and what it holds of one event in all the recorders it goes to. */
const MOST_BYTES_OF_RECORDER = 200_000;
const RECORDED_BYTES_OF_EVENT = 80;

/** What is asked for besides replications: how many of them week by week too, and whether the run is kept to be watched. */
export interface AlsoAsked {
  readonly byWeek?: number;
  readonly watched?: boolean;
}

/** Expected arrivals and events (arrivals and ended stays) of all replications together, and the memory of their results and of one run. */
export interface Estimate {
  readonly arrivals: number;
  readonly events: number;
  readonly bytes: number;
  readonly refusal?: Problem;
}

export function estimate(program: Program, replications: number, also: AlsoAsked = {}): Estimate {
  const one = { arrivals: 0, events: 0 };
  let [inPlace, waits] = [0, 0];
  const { warmUpDays, runDays } = program.network;
  const stretches = [{ fromDay: -warmUpDays, network: program.network }, ...program.later];
  for (const { network } of stretches) {
    const endless = network.streams.findIndex(
      ({ alwaysWaiting }, stream) => alwaysWaiting > 0 && backlogPerDay(network, stream) === Infinity,
    );
    if (endless >= 0)
      return { arrivals: Infinity, events: Infinity, bytes: 0, refusal: endlessArrivals(network, endless) };
  }
  const spans = stretches
    .map(({ network, fromDay }, at) => ({
      network,
      fromDay: Math.max(-warmUpDays, fromDay),
      toDay: Math.min(runDays, stretches[at + 1]?.fromDay ?? runDays),
    }))
    .filter(({ fromDay, toDay }) => toDay > fromDay);
  const flows = flowsOver(spans);
  for (const [at, span] of spans.entries()) {
    const its = ofNetwork(span, flows[at]);
    one.arrivals += its.arrivals;
    one.events += its.events;
    inPlace = Math.max(inPlace, its.inPlace);
    waits += its.waits;
  }
  const before = program.network.initial.reduce((sum, { people }) => sum + people, 0);
  const backlogs = program.network.streams.reduce((sum, { alwaysWaiting }) => sum + alwaysWaiting, 0);
  // Everyone there at the start asks for a place, or ends a stay.
  one.events += before;
  const people = Math.min(before + backlogs + inPlace + waits, one.arrivals + before);
  const { network } = program;
  const weeks = weekMeasures.length * (stationsByWeek(network).length + 1) * weeksIn(network);
  const results = 8 * (rowKeys(program).length * replications + weeks * Math.min(also.byWeek ?? 0, replications));
  const run =
    people * bytesOfPerson(network.stationIds.length) +
    recordedBytes(network, one.events) +
    (also.watched === true ? one.events * WATCHED_BYTES_OF_EVENT : 0);
  const whole = { arrivals: one.arrivals * replications, events: one.events * replications, bytes: results + run };
  const isTooMuch = !(one.events <= MOST_EVENTS_IN_ONE && whole.events <= MOST_EVENTS && whole.bytes <= MOST_BYTES);
  if (!isTooMuch) return whole;
  const found = `about ${rounded(whole.arrivals)} arrivals, ${rounded(whole.events)} events (${duration(whole.events / EVENTS_A_SECOND)} on one core) and ${sayBytes(whole.bytes)} of memory`;
  const expected = `at most ${rounded(MOST_EVENTS_IN_ONE)} events in a replication, ${rounded(MOST_EVENTS)} in all and ${sayBytes(MOST_BYTES)}`;
  return {
    ...whole,
    refusal: error('the request', found, expected, hintFor(one.events, run, results, replications, also)),
  };
}

/** The first thing that would make it fit. */
function hintFor(events: number, run: number, results: number, replications: number, { watched }: AlsoAsked): string {
  if (!(events <= MOST_EVENTS_IN_ONE)) return 'Check that arrivals are given for one day, or shorten the run.';
  if (!(run <= MOST_BYTES))
    return watched === true
      ? 'Too many people to be watched one by one: shorten the run, or run it without watching.'
      : 'Too many people would be waiting at once: check arrivals, stays and places, or shorten the run.';
  const fit = Math.min(MOST_EVENTS / events, (MOST_BYTES - run) / (results / replications));
  if (fit < 1) return 'One replication has too many results: shorten the run, or look at fewer days.';
  return `Ask for at most ${rounded(Math.floor(fit))} replications of all options together, or shorten the run.`;
}

/** The days of one replication on which a network is in force; `inPlace` at once at most, `waits` more on lists at their end. */
function ofNetwork(
  { network, fromDay, toDay }: Span,
  { arrivalsPerDay, neededPlaces }: ReturnType<typeof flowsOver>[number],
) {
  const days = toDay - fromDay;
  const perDay = network.streams.reduce(
    (sum, { alwaysWaiting }, at) =>
      sum + (alwaysWaiting > 0 ? backlogPerDay(network, at) : meanPerDay(network.streams[at], network, fromDay, toDay)),
    0,
  );
  const inside = arrivalsPerDay.reduce((sum, people) => sum + people, 0);
  const backlog = network.streams.some(({ alwaysWaiting }) => alwaysWaiting > 0)
    ? perDay * network.stationIds.length
    : 0;
  let [inPlace, waits] = [0, 0];
  for (let s = 0; s < network.stationIds.length; s++) {
    const needed = neededPlaces[s];
    const places = network.places[s] === UNLIMITED ? Infinity : network.places[s] + network.surgePlaces[s];
    const comes = arrivalsPerDay[s];
    const starts = network.startsPerMonth[s] < 0 ? Infinity : (network.startsPerMonth[s] * 12) / 365;
    const goes = Math.min(starts, needed > 0 ? (comes * places) / needed : Infinity);
    inPlace += Math.min(needed, places);
    waits += Math.max(0, comes - goes) * days;
  }
  return { arrivals: perDay * days, events: (perDay + inside + backlog) * days, inPlace, waits };
}

/** Accounts by station, from where and kind of people, and lists of days that grow only to a bound. */
function recordedBytes(network: Network, events: number): number {
  const stations = network.stationIds.length;
  const accounts = 8 * stations * (6 * network.kinds + 8 * (stations + 1));
  const recorders = stations * (4 + network.needIds.length) + network.wayShare.length;
  return accounts + Math.min(events * RECORDED_BYTES_OF_EVENT, recorders * MOST_BYTES_OF_RECORDER);
}

function endlessArrivals(network: Network, stream: number): Problem {
  const path = `streams.${network.streamIds[stream]}.alwaysWaiting`;
  const named = takenWithoutLimit(network, stream).map((station) => `stations.${network.stationIds[station]}`);
  const hint =
    named.length > 0
      ? `Limit ${named.join(' and ')}: give ${named.length > 1 ? 'each' : 'it'} a number of places and a stay, or starts a month.`
      : 'Give their patience some time: whoever gives up at once makes room for the next.';
  return error(path, 'an endless backlog where nothing limits who is taken in', 'a place that can be full', hint);
}

function rounded(count: number): string {
  if (!(count < 1e15)) return 'more than 1,000,000,000,000,000';
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

function duration(seconds: number): string {
  if (!(seconds < 86_400 * 365)) return 'more than a year';
  if (seconds >= 2 * 86_400) return `${rounded(seconds / 86_400)} days`;
  if (seconds >= 2 * 3600) return `${rounded(seconds / 3600)} hours`;
  return seconds >= 120 ? `${rounded(seconds / 60)} minutes` : `${rounded(Math.max(1, seconds))} seconds`;
}

/** "1.2 GB" */
export function sayBytes(bytes: number): string {
  if (!(bytes < 1e15)) return 'more than 1,000,000 GB';
  return bytes >= 1e8 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
