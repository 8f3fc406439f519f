// Days waited, counted person by person from the trace, without the fold that the page counts them by.
import { verbNumbers, type Trace } from '../../engine/index.ts';

const { ASK, LEAVE, MOVE, READY } = verbNumbers;

/** By person, their records in order. */
export function byPerson(trace: Trace): number[][] {
  const records: number[][] = [];
  for (let r = 0; r < trace.length; r++) if (trace.patient[r] >= 0) (records[trace.patient[r]] ??= []).push(r);
  return records;
}

/** Days between `from` and `to` that lie after the start date and before `day`. */
const within = (from: number, to: number, day: number) => Math.max(0, Math.min(to, day) - Math.max(from, 0));

/** From each record of this verb at the station (ready to leave it, or asking for it) until the person moves, leaves or asks anew. */
export function daysByPerson(trace: Trace, station: number, verb: number, day: number): number {
  let days = 0;
  for (const records of byPerson(trace)) {
    let since = NaN;
    for (const r of records) {
      const ends = trace.verb[r] === MOVE || trace.verb[r] === LEAVE || (verb === ASK && trace.verb[r] === ASK);
      if (ends && !Number.isNaN(since)) {
        days += within(since, trace.day[r], day);
        since = NaN;
      }
      const at = verb === ASK ? trace.other[r] : trace.station[r];
      if (trace.verb[r] === verb && at === station) since = trace.day[r];
    }
    if (!Number.isNaN(since)) days += within(since, Infinity, day);
  }
  return days;
}

/** From when to when each person was ready to leave the station, and was still in it; to Infinity where the run ends first. */
export function readyThere(trace: Trace, station: number): (readonly [from: number, to: number])[] {
  return byPerson(trace).flatMap((records) => {
    const at = records.findIndex((r) => trace.verb[r] === READY && trace.station[r] === station);
    if (at < 0) return [];
    const end = records.slice(at).find((r) => trace.verb[r] === MOVE || trace.verb[r] === LEAVE);
    return [[trace.day[records[at]], end === undefined ? Infinity : trace.day[end]] as const];
  });
}
