// How long each person in a watched run waited at one place, in one pass over the trace. Story chooses its person from these.
import { verbNumbers, type NetworkOutline, type Trace } from '../../engine/index.ts';

export interface Waits {
  /** By person: days of waiting there, to the end of the run for a wait that is not over. */
  readonly days: Float64Array;
  /** Days of waiting anywhere else. */
  readonly elsewhere: Float64Array;
  /** The day they came; NaN for those who never did. */
  readonly cameDay: Float64Array;
  /** The exit they left by; −1: they gave up, were turned away, or had not left when the run ended. */
  readonly leftBy: Int16Array;
}

/** Which waits count: of people who hold a place there, of people outside who asked for it first, or all (−1). */
export interface WaitsAt {
  readonly station: number;
  readonly isOutside: boolean;
}

const { ARRIVE, ASK, GAVE_UP, LEAVE, MOVE, READY, TURNED_AWAY, waitedAlready } = verbNumbers;

/** From being ready (or coming) to moving on, being seen on the way included, as a journey counts it. */
export function waitsOf(
  trace: Trace,
  { keepsPlace, runDays }: Pick<NetworkOutline, 'keepsPlace' | 'runDays'>,
  people: number,
  at: WaitsAt,
): Waits {
  const days = new Float64Array(people);
  const cameDay = new Float64Array(people).fill(Number.NaN);
  const elsewhere = new Float64Array(people);
  const leftBy = new Int16Array(people).fill(-1);
  const since = new Float64Array(people).fill(Number.NaN);
  const held = new Int16Array(people).fill(-1);
  const asked = new Int16Array(people).fill(-1);

  const counts = (person: number): boolean =>
    at.station < 0 || (at.isOutside ? held[person] < 0 && asked[person] === at.station : held[person] === at.station);
  function begin(person: number, day: number): void {
    if (Number.isNaN(since[person])) since[person] = day;
  }
  function end(person: number, day: number): void {
    if (Number.isNaN(since[person])) return;
    (counts(person) ? days : elsewhere)[person] += day - since[person];
    since[person] = Number.NaN;
  }

  for (let r = 0; r < trace.length; r++) {
    const person = trace.patient[r];
    if (person < 0) continue;
    const [day, verb, other] = [trace.day[r], trace.verb[r], trace.other[r]];
    if (verb === ARRIVE) {
      cameDay[person] = day;
      const waited = waitedAlready(trace, r);
      if (waited > 0) begin(person, day - waited);
    } else if (verb === READY) begin(person, day - waitedAlready(trace, r));
    else if (verb === ASK && trace.station[r] < 0) {
      asked[person] = other;
      begin(person, day);
    } else if (verb === MOVE && keepsPlace[other] === 1) begin(person, day);
    else if (verb === MOVE) {
      end(person, day);
      held[person] = other;
    } else if (verb === LEAVE) {
      end(person, day);
      const wasHelped = trace.value[r] !== GAVE_UP && trace.value[r] !== TURNED_AWAY;
      if (wasHelped) leftBy[person] = other;
    }
  }
  for (let person = 0; person < people; person++) end(person, runDays);
  return { days, elsewhere, cameDay, leftBy };
}
