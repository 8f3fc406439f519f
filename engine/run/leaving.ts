// Leaving: a place given up, an exit taken, patience that is over (reneging), and people turned away (balking, loss).
import { ASK, GAVE_UP, LEAVE, MOVE, STAYS_HERE, TURNED_AWAY } from '../trace/trace.ts';
import {
  ADMITTED_DAY,
  ARRIVED_DAY,
  ASKED_BY,
  ASKED_DAY,
  daysOf,
  DELAYED_DAYS,
  FIRST,
  GIVES_UP_DAY,
  HELD,
  KEEPS_TURN,
  KIND,
  RESERVED,
  STREAM,
  WAITS,
} from './people.ts';
import { IN_PLACE, PLACES, rowOf } from './stations.ts';
import { actorOf, type State, markDirty, refuseToGoOn, remember, tell } from './state.ts';
import { beginTurnaround } from './turnaround.ts';
import { endPlan } from './visits.ts';
import { countStart } from './gates.ts';
import { endDelay, leaveLists } from './waiting.ts';
import { beginCare } from './care.ts';

const MOST_MOVES_AT_ONE_MOMENT = 1_000_000;

export function giveUpPlace(run: State, person: number): void {
  const { at } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  if (held < 0) return;
  endPlan(run, person, held);
  const row = rowOf(held);
  at[row + IN_PLACE]--;
  markDirty(run, held);
  // In a station with more people than places, someone who was not stuck may have been the one to go.
  if (run.canLock === true && at[row + IN_PLACE] >= at[row + PLACES]) run.mayHaveLocked = true;
  run.ledger.left(held, who[person + KIND], run.clock[0] - when[daysOf(person) + ADMITTED_DAY]);
  if (run.hasTurnarounds === true) beginTurnaround(run, person, held);
  who[person + HELD] = -1;
}

/** Of everybody who takes a place or an exit. */
export function countMove(run: State): void {
  if (++run.movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT)
    refuseToGoOn(run, 'people sent round in a loop in which no time passes');
}

/** The next of an endless backlog comes as soon as one of them has been taken by what they came for, or gives up waiting for it. */
export function refillFrom(run: State, person: number): void {
  const { who } = run.people;
  const stream = who[person + STREAM];
  if (stream < 0 || who[person + ASKED_BY] !== ~stream || who[person + KEEPS_TURN] === 1) return;
  refill(run, stream);
}

function refill(run: State, stream: number): void {
  if (run.network.streams[stream].alwaysWaiting > 0) remember(run, run.refill, stream);
}

export function leaveBy(run: State, person: number, exit: number, why: number): void {
  const { ledger } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  giveUpPlace(run, person);
  ledger.admitted(exit, who[person + KIND], held, who[person + STREAM]);
  ledger.finished(exit, who[person + KIND], run.clock[0] - when[daysOf(person) + ARRIVED_DAY]);
  tell(run, LEAVE, person, held, exit, why);
  run.people.leave(person);
}

/**
 * The short way out for people who leave as they arrive, where nobody watches: the ledger gets what `take` and `leaveBy` would
 * give it, and they need no row.
 */
export function passThrough(
  run: State,
  stream: number,
  need: number,
  kind: number,
  exit: number,
  forNeed: number,
): void {
  const { ledger } = run;
  countMove(run);
  if (run.hasBacklogs === true) refill(run, stream);
  countStart(run, exit);
  ledger.waited(exit, kind, -1, 0);
  if (forNeed === 1) ledger.placedFor(need, true);
  ledger.admitted(exit, kind, -1, stream);
  ledger.finished(exit, kind, 0);
}

/** Where patience was over the moment they asked, and no place came at that moment. */
export function giveUpIfOver(run: State, person: number): void {
  const { who, when } = run.people;
  if (who[person + WAITS] === 0 || who[person + RESERVED] >= 0) return;
  if (when[daysOf(person) + GIVES_UP_DAY] <= run.clock[0]) giveUp(run, person);
}

export function giveUp(run: State, person: number): void {
  const { ledger } = run;
  const { who, when } = run.people;
  run.calendar.cancel(actorOf(run, person));
  const first = who[person + FIRST];
  const waitedDays = run.clock[0] - when[daysOf(person) + ASKED_DAY];
  if (run.hasBacklogs === true) refillFrom(run, person);
  leaveLists(run, person);
  endDelay(run, person);
  ledger.gaveUp(first);
  ledger.waited(first, who[person + KIND], who[person + HELD], waitedDays);
  const exit = run.network.patienceExit[first];
  if (exit >= 0) leaveBy(run, person, exit, GAVE_UP);
  else stayAfterAll(run, person, waitedDays);
}

/** A further stay in the place held, with the care of that place: as if they had now asked for it. */
function stayAfterAll(run: State, person: number, waitedDays: number): void {
  const { who, when } = run.people;
  const held = who[person + HELD];
  countMove(run);
  when[daysOf(person) + DELAYED_DAYS] += waitedDays;
  who[person + FIRST] = held;
  tell(run, ASK, person, held, held, STAYS_HERE);
  tell(run, MOVE, person, held, held, held);
  beginCare(run, person, held, -1);
}

export function turnAway(run: State, person: number): void {
  const { who } = run.people;
  leaveLists(run, person);
  run.calendar.cancel(actorOf(run, person));
  run.ledger.refused(who[person + FIRST]);
  tell(run, LEAVE, person, -1, -1, TURNED_AWAY);
  run.people.leave(person);
}
