// A trace read back as journeys: who held which place when, who asked for what when. Knows the verbs, nothing else of the engine.
import { ARRIVE, ASK, GAVE_UP, LEAVE, MOVE, READY, RING, RISE, type Trace } from '../../engine/trace.ts';

/** One person in one place: care from `from` to `ready` (NaN: not over), the place kept until `to` (Infinity: to the end). */
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
  /** Begun by a rise: such a person keeps the turn they had on a list they stood on already, as an alternative perhaps. */
  readonly afterRise: boolean;
  to: number;
  took: number;
  how: 'waiting' | 'move' | 'ring' | 'leave' | 'rise';
}

export interface Journeys {
  readonly spans: Span[];
  readonly asks: Ask[];
  /** By running number: the day of arrival and of leaving (NaN: never), and how they left. */
  readonly arrived: Map<number, number>;
  readonly left: Map<number, { day: number; how: number; exit: number }>;
  /** What no trace may say, in words. */
  readonly faults: string[];
}

export function journeysOf(trace: Trace): Journeys {
  const spans: Span[] = [];
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
    if ((held?.station ?? -1) !== station)
      fault(`is said to be at ${station} and holds a place at ${held?.station ?? -1}`);
    if (verb === READY) {
      if (!held) fault('is ready without a place');
      else if (!Number.isNaN(held.ready)) fault('is ready twice');
      else held.ready = day;
    } else if (verb === ASK) {
      if (open && risen.get(person) !== day) fault('asks twice');
      if (open) Object.assign(open, { to: day, how: 'rise' });
      if (held && Number.isNaN(held.ready)) fault('asks before being ready');
      const ask: Ask = {
        person,
        held: station,
        first: other,
        priority: trace.value[i],
        from: day,
        afterRise: open !== undefined,
        to: Infinity,
        took: -1,
        how: 'waiting',
      };
      asking.set(person, ask);
      asks.push(ask);
    } else if (verb === RING) {
      ringed.add(person);
    } else if (verb === MOVE) {
      if (held && Number.isNaN(held.ready)) fault('moves before being ready');
      if (open) Object.assign(open, { to: day, took: other, how: ringed.delete(person) ? 'ring' : 'move' });
      asking.delete(person);
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
  return { spans, asks, arrived, left, faults };
}
