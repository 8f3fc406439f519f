// A trace read back as journeys: who held which place when, who asked for what when. It knows the verbs of the trace and nothing else of the engine.
import {
  ARRIVE,
  ASK,
  GAVE_UP,
  LEAVE,
  MOVE,
  READY,
  RESERVE,
  RING,
  RISE,
  STAYS_HERE,
  type Trace,
} from '../../engine/trace/trace.ts';

/**
 * One person in one place: care from `from` to `ready` (NaN: not over, or they moved on before), the place kept until `to`
 * (Infinity: to the end). At a team `ready` is NaN: being seen is over when they let go.
 */
export interface Span {
  readonly person: number;
  readonly station: number;
  readonly from: number;
  ready: number;
  to: number;
}

/** One person asking: `held` is the place kept meanwhile (−1 outside); `took` the station that had room (−1: gave up, turned away). */
export interface Ask {
  readonly person: number;
  readonly held: number;
  readonly first: number;
  readonly priority: number;
  readonly from: number;
  /** Begun by a rise: such a person keeps the turn they had on a list they were already on, perhaps as an alternative. */
  readonly afterRise: boolean;
  to: number;
  took: number;
  how: 'waiting' | 'move' | 'ring' | 'leave' | 'rise' | 'gave up';
  /** Since when a place has been reserved for them (NaN: none was), and where. */
  reserved: number;
  reservedAt: number;
}

export interface Journeys {
  readonly spans: Span[];
  readonly asks: Ask[];
  /** People being seen by a team: `held` is the place they keep meanwhile (−1 outside). */
  readonly seen: {
    readonly person: number;
    readonly team: number;
    readonly held: number;
    readonly from: number;
    to: number;
  }[];
  /** By running number: the day of arrival and of leaving (NaN: never), and how they left. */
  readonly arrived: Map<number, number>;
  readonly left: Map<number, { day: number; how: number; exit: number }>;
  /** What no trace may say, in words. */
  readonly faults: string[];
}

/** `keepsPlace` by station: 1 for teams. */
export function journeysOf(trace: Trace, keepsPlace: ArrayLike<number>): Journeys {
  const spans: Span[] = [];
  const seen: Journeys['seen'][number][] = [];
  const task = new Map<number, { span: Span; seen: Journeys['seen'][number] }>();
  const asks: Ask[] = [];
  const arrived = new Map<number, number>();
  const left = new Map<number, { day: number; how: number; exit: number }>();
  const faults: string[] = [];
  const place = new Map<number, Span>();
  const asking = new Map<number, Ask>();
  /** People named by a ring whose move is the next thing they do. */
  const ringed = new Set<number>();
  const risen = new Map<number, number>();
  let before = -Infinity;

  for (let i = 0; i < trace.length; i++) {
    const day = trace.day[i];
    const verb = trace.verb[i];
    const person = trace.patient[i];
    const station = trace.station[i];
    const other = trace.other[i];
    const fault = (words: string): void => void faults.push(`record ${i}, day ${day}, person ${person}: ${words}`);
    if (!(day >= before)) fault(`goes back from day ${before}`);
    before = day;
    if (person < 0) continue;
    const held = place.get(person);
    const open = asking.get(person);
    if (verb === ARRIVE) {
      if (arrived.has(person)) fault('arrives twice');
      arrived.set(person, day);
      continue;
    }
    if (!arrived.has(person)) fault('acts before arriving');
    if (left.has(person)) fault('acts after leaving');
    const seenBy = task.get(person);
    if (verb === READY && seenBy?.span.station === station) {
      seenBy.span.to = seenBy.seen.to = day;
      task.delete(person);
      continue;
    }
    if (seenBy) fault('acts while a team sees them');
    if ((held?.station ?? -1) !== station)
      fault(`is said to be at ${station} and holds a place at ${held?.station ?? -1}`);
    if (verb === READY) {
      if (!held) fault('is ready without a place');
      else if (!Number.isNaN(held.ready)) fault('is ready twice');
      else held.ready = day;
    } else if (verb === ASK) {
      const stays = trace.value[i] === STAYS_HERE;
      if (open && risen.get(person) !== day && !stays) fault('asks twice');
      if (open) Object.assign(open, { to: day, how: stays ? 'gave up' : 'rise' });
      if (stays && (!open || other !== station)) fault('gives up nothing, or stays elsewhere');
      if (held && Number.isNaN(held.ready)) fault('asks before being ready');
      const ask: Ask = {
        person,
        held: station,
        first: other,
        priority: trace.value[i],
        from: day,
        afterRise: open !== undefined && !stays,
        to: Infinity,
        took: -1,
        how: 'waiting',
        reserved: NaN,
        reservedAt: -1,
      };
      asking.set(person, ask);
      asks.push(ask);
    } else if (verb === RESERVE) {
      if (!open || open.reservedAt >= 0) fault('has a place reserved without asking, or twice');
      else Object.assign(open, { reserved: day, reservedAt: other });
    } else if (verb === RING) {
      ringed.add(person);
    } else if (verb === MOVE) {
      // Without an ask they had one answered before, by an alternative, and the place they needed has come.
      if (held && Number.isNaN(held.ready) && trace.value[i] === held.station) fault('moves before being ready');
      if (open && open.reservedAt >= 0 && open.reservedAt !== other) fault('moves to another place than was reserved');
      if (!open && !held && trace.day[i] > trace.day[0]) fault('moves without asking');
      if (open) Object.assign(open, { to: day, took: other, how: ringed.delete(person) ? 'ring' : 'move' });
      asking.delete(person);
      if (keepsPlace[other]) {
        const span = { person, station: other, from: day, ready: NaN, to: Infinity };
        const by = { person, team: other, held: station, from: day, to: Infinity };
        task.set(person, { span, seen: by });
        spans.push(span);
        seen.push(by);
        continue;
      }
      if (held) held.to = day;
      const span: Span = { person, station: other, from: day, ready: NaN, to: Infinity };
      place.set(person, span);
      spans.push(span);
    } else if (verb === LEAVE) {
      if (held && Number.isNaN(held.ready) && trace.value[i] !== GAVE_UP) fault('leaves before being ready');
      if (open) Object.assign(open, { to: day, took: other, how: 'leave' });
      asking.delete(person);
      if (held) held.to = day;
      place.delete(person);
      left.set(person, { day, how: trace.value[i], exit: other });
    } else if (verb === RISE) {
      // If the new need leads elsewhere a new ask follows at once; if not, the person keeps their turn.
      risen.set(person, day);
    }
  }
  return { spans, asks, seen, arrived, left, faults };
}
