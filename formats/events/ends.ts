// Which event ends the use that another began: learnt from people who are in one place at a time. And what the two together are called.
import { type EventLog, USE, USE_END } from './log.ts';

export interface Ends {
  /** Whether an event may end a use that another began. */
  fits(begin: number, end: number): boolean;
  /** What a use is of: the words that its two events share, or its resource where that is always the same text. */
  nameOf(begin: number): string;
}

/** Words at either end of an event that say that it begins or ends, and not what. */
const MARKS =
  /^(starts?|begins?|ends?)[_\s-]+|[_\s-]+(use[_\s-]+)?(begins?|began|starts?|started|ends?|ended|completed?|finish(ed)?)$/gi;

export function endsOf(log: EventLog, { rows, from }: { rows: Int32Array; from: Int32Array }): Ends {
  const pairs = new Map<number, Map<number, number>>();
  const resources = new Map<number, Set<number>>();
  for (let person = 0; person + 1 < from.length; person++) {
    const open: number[] = [];
    for (let at = from[person]; at < from[person + 1]; at++) {
      const row = rows[at];
      if (log.kind[row] === USE) {
        open.push(log.event[row]);
        const its = resources.get(log.event[row]) ?? new Set();
        resources.set(log.event[row], its);
        if (its.size < 2) its.add(log.resource[row]);
      } else if (log.kind[row] === USE_END && open.length > 0) {
        const begin = open.pop()!;
        if (open.length > 0) continue;
        const ends = pairs.get(begin) ?? new Map<number, number>();
        pairs.set(begin, ends);
        ends.set(log.event[row], (ends.get(log.event[row]) ?? 0) + 1);
      }
    }
  }
  const usualEnd = new Map(
    [...pairs].map(([begin, ends]) => [begin, [...ends].reduce((most, each) => (each[1] > most[1] ? each : most))[0]]),
  );
  // An end that is the usual one of a beginning belongs to it; any other, such as "aborted", to where it was seen most.
  const usualBegin = new Map<number, { begin: number; count: number }>();
  for (const [begin, ends] of pairs)
    for (const [end, seen] of ends) {
      const count = usualEnd.get(begin) === end ? Infinity : seen;
      if (count > (usualBegin.get(end)?.count ?? 0)) usualBegin.set(end, { begin, count });
    }
  const names = namesOf(log, resources, usualEnd);
  return {
    fits(begin, end) {
      const [its, whose] = [usualEnd.get(begin), usualBegin.get(end)?.begin];
      return its === end || whose === begin || (its === undefined && whose === undefined);
    },
    nameOf: (begin) => names.get(begin)!,
  };
}

function namesOf(
  { eventNames, resourceNames }: EventLog,
  resources: ReadonlyMap<number, ReadonlySet<number>>,
  usualEnd: ReadonlyMap<number, number>,
): Map<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const [begin, its] of resources) {
    const [only] = its;
    const resource = its.size === 1 && only >= 0 ? resourceNames[only] : '';
    const end = usualEnd.get(begin);
    const ofEvents = sharedWords(eventNames[begin], end === undefined ? '' : eventNames[end]);
    const possible = [Number.isNaN(Number(resource)) ? resource : '', ofEvents, eventNames[begin]];
    const name = possible.find((each) => each !== '' && !taken.has(each)) ?? `${eventNames[begin]} ${begin}`;
    taken.add(name);
    names.set(begin, name);
  }
  return names;
}

/** "triage_begins" and "triage_complete": triage; "start_treatment" and "end_treatment": treatment. */
function sharedWords(begin: string, end: string): string {
  const bare = begin.replace(MARKS, '');
  return bare !== '' && (bare !== begin || end === '' || end === begin) ? bare : sharedPart(begin, end) || begin;
}

function sharedPart(a: string, b: string): string {
  let before = 0;
  while (before < Math.min(a.length, b.length) && a[before] === b[before]) before++;
  let after = 0;
  while (after < Math.min(a.length, b.length) - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  const [first, last] = [a.slice(0, before), a.slice(a.length - after)].map((part) =>
    part.replace(/^[_\s-]+|[_\s-]+$/g, ''),
  );
  return first.length >= last.length ? first : last;
}
