// The short way into a usual place, where nobody watches: what `moveIn` does then, without asking for what such a place has not got.
import { STAY_ENDS } from '../ground/calendar.ts';
import {
  ADMITTED_DAY,
  ARRIVED_DAY,
  ASKED_DAY,
  CARE,
  daysOf,
  DELAYED_DAYS,
  FIRST,
  HELD,
  IN_CARE,
  IS_DELAYED,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  NEED,
  PLACED,
  PRESENT_ASK,
  STATE,
  STAY_AT,
  STAY_END_DAY,
  STAY_FACTOR,
  STAY_NUMBER,
  STREAM,
  WAITS,
} from './people.ts';
import { askRow, FOR_NEED } from './plan.ts';
import { IN_PLACE, IS_EXIT, PLACES, rowOf } from './stations.ts';
import { actorOf, markDirty, remember, type State } from './state.ts';
import { beginTurnaround } from './turnaround.ts';
import { endPlan } from './visits.ts';
import { endDelay, leaveLists } from './waiting.ts';

/**
 * As `moveIn` by the ask itself, for the places that are `IS_PLAIN`: nearly all of most models. It is one function in place of nine, for
 * calls this frequent are expensive, and it writes its rows before it reports to the ledger, because after a call every array is looked up again. A law
 * holds it equal to the rule: a run that is watched goes the long way.
 */
export function takePlainly(run: State, person: number, station: number): void {
  const { at, ledger, people } = run;
  const { who, when } = people;
  const days = daysOf(person);
  const row = rowOf(station);
  const day = run.clock[0];
  if (who[person + WAITS] === 1) {
    leaveLists(run, person);
    if (run.watchesDue === true) run.calendar.cancel(actorOf(run, person));
  }
  if (who[person + IS_DELAYED] === 1) endDelay(run, person);
  const held = who[person + HELD];
  const kind = who[person + KIND];
  const stream = who[person + STREAM];
  const need = who[person + NEED];
  const waitedDays = day - when[days + ASKED_DAY];
  const stayedDays = day - when[days + ADMITTED_DAY];
  const journeyDays = day - when[days + ARRIVED_DAY];
  const isExit = at[row + IS_EXIT] === 1;
  const isPlacedNow = who[person + PLACED] === 0 && run.plan.asks[askRow(who[person + PRESENT_ASK]) + FOR_NEED] === 1;
  if (isExit === false) {
    who[person + HELD] = station;
    who[person + STATE] = IN_CARE;
    who[person + CARE] = station;
    when[days + ADMITTED_DAY] = day;
    when[days + DELAYED_DAYS] += waitedDays;
    when[days + STAY_FACTOR] = NaN;
    if (isPlacedNow) who[person + PLACED] = 1;
    at[row + IN_PLACE]++;
  }
  ledger.waited(station, kind, held, waitedDays);
  if (isPlacedNow) ledger.placedFor(need, true);
  if (held >= 0) leavePlainly(run, person, held, kind, stayedDays);
  ledger.admitted(station, kind, held, stream);
  if (isExit === false) return beginStayPlainly(run, person, run.network.stayDaysPerDelayedDay * waitedDays);
  ledger.finished(station, kind, journeyDays);
  people.leave(person);
}

function leavePlainly(run: State, person: number, held: number, kind: number, stayedDays: number): void {
  const { at } = run;
  const row = rowOf(held);
  at[row + IN_PLACE]--;
  if (run.canLock === true && at[row + IN_PLACE] >= at[row + PLACES]) run.mayHaveLocked = true;
  markDirty(run, held);
  endPlan(run, person, held);
  run.ledger.left(held, kind, stayedDays);
  if (run.hasTurnarounds === true) beginTurnaround(run, person, held);
}

function beginStayPlainly(run: State, person: number, longerByDays: number): void {
  const { network, people } = run;
  const { who, when } = people;
  const first = who[person + FIRST];
  const care = who[person + CARE];
  const kind = who[person + KIND];
  const number = people.countStay(person, first);
  who[person + STAY_AT] = first;
  who[person + STAY_NUMBER] = number;
  const keyHigh = who[person + KEY_HIGH];
  const keyLow = who[person + KEY_LOW];
  const days = Math.max(0, run.draws.stayDays(network, care, kind, keyHigh, keyLow, first, number) + longerByDays);
  const end = run.clock[0] + days;
  when[daysOf(person) + STAY_END_DAY] = end;
  if (end <= run.clock[0]) remember(run, run.endingNow, person);
  else if (end < run.endDay) run.calendar.book(actorOf(run, person), end, STAY_ENDS);
}
