// From when until when each run of a log was watched, and who was there already when it began.
import type { Journey, Journeys } from './journeys.ts';
import type { EventLog } from './log.ts';

/** Days of the log. */
export interface Seen {
  /** By run. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** Arrivals are counted until then: a log may be cut off by people and not by time. */
  readonly arrivalsUntil: Float64Array;
  /** The end of the arrivals is an arrival, which therefore does not count. */
  readonly isCutOff: Uint8Array;
  readonly runOf: Int32Array;
}

/** Nobody for so long would be a chance of one in a thousand. */
const UNLIKELY = 6.9;

export function seenIn(log: EventLog, { all, hasArrivals }: Journeys): Seen {
  const { runs, runOf, calendar } = log;
  const begins = new Float64Array(runs).fill(calendar.zeroDay);
  const [ends, lastArrival, arrivals] = [
    new Float64Array(runs).fill(-Infinity),
    new Float64Array(runs).fill(-Infinity),
    new Int32Array(runs),
  ];
  for (let row = 0; row < log.length; row++) {
    const run = runOf[log.person[row]];
    if (log.day[row] < begins[run]) begins[run] = log.day[row];
    if (log.day[row] > ends[run]) ends[run] = log.day[row];
  }
  for (const { person, arrived, isArrivalSeen } of all) {
    if (hasArrivals && !isArrivalSeen) continue;
    const run = runOf[person];
    arrivals[run]++;
    if (arrived > lastArrival[run]) lastArrival[run] = arrived;
  }
  const isCutOff = Uint8Array.from(arrivals, (count, run) =>
    Number((count * (ends[run] - lastArrival[run])) / (lastArrival[run] - begins[run]) > UNLIKELY),
  );
  const arrivalsUntil = ends.map((end, run) => (isCutOff[run] === 1 ? lastArrival[run] : end));
  return { begins, ends, arrivalsUntil, isCutOff, runOf };
}

/** Those there when the log begins are written as arriving at that moment, two or more at once: nobody knows since when. */
export function thereBefore({ all, hasArrivals }: Journeys, { begins, runOf }: Seen): ReadonlySet<Journey> {
  const atOnce = all.filter(
    ({ person, arrived, isArrivalSeen }) => (hasArrivals && !isArrivalSeen) || arrived === begins[runOf[person]],
  );
  const byRun = new Map<number, number>();
  for (const { person } of atOnce) byRun.set(runOf[person], (byRun.get(runOf[person]) ?? 0) + 1);
  return new Set(
    atOnce.filter(({ person, isArrivalSeen }) => (hasArrivals && !isArrivalSeen) || byRun.get(runOf[person])! > 1),
  );
}
