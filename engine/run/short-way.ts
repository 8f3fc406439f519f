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
import { endPlan } from './visits.ts';
import { endDelay, leaveLists } from './waiting.ts';

/**
 * As `moveIn` by the ask itself, for the places that are `IS_PLAIN`: nearly all of most models. It is one function in place of nine,
 * for calls this frequent are dear. A test holds it equal to the rule: a run that is watched goes the long way.
 */
export function takePlainly(run: State, person: number, station: number): void {
  const { at, ledger } = run;
  const { who, when } = run.people;
  const days = daysOf(person);
  const row = rowOf(station);
  const held = who[person + HELD];
  const kind = who[person + KIND];
  const day = run.clock[0];
  if (who[person + WAITS] === 1) {
    leaveLists(run, person);
    if (run.watchesDue === true) run.calendar.cancel(actorOf(run, person));
  }
  if (who[person + IS_DELAYED] === 1) endDelay(run, person);
  const waitedDays = day - when[days + ASKED_DAY];
  ledger.waited(station, kind, held, waitedDays);
  when[days + DELAYED_DAYS] += waitedDays;
  if (who[person + PLACED] === 0 && run.plan.asks[askRow(who[person + PRESENT_ASK]) + FOR_NEED] === 1) {
    who[person + PLACED] = 1;
    ledger.placedFor(who[person + NEED], true);
  }
  if (held >= 0) {
    const before = rowOf(held);
    endPlan(run, person, held);
    at[before + IN_PLACE]--;
    markDirty(run, held);
    if (run.canLock === true && at[before + IN_PLACE] >= at[before + PLACES]) run.mayHaveLocked = true;
    ledger.left(held, kind, day - when[days + ADMITTED_DAY]);
  }
  ledger.admitted(station, kind, held, who[person + STREAM]);
  if (at[row + IS_EXIT] === 1) {
    ledger.finished(station, kind, day - when[days + ARRIVED_DAY]);
    run.people.leave(person);
    return;
  }
  who[person + HELD] = station;
  when[days + ADMITTED_DAY] = day;
  at[row + IN_PLACE]++;
  who[person + STATE] = IN_CARE;
  who[person + CARE] = station;
  when[days + STAY_FACTOR] = NaN;
  beginStayPlainly(run, person, run.network.stayDaysPerDelayedDay * waitedDays);
}

function beginStayPlainly(run: State, person: number, longerByDays: number): void {
  const { network, people } = run;
  const { who, when } = people;
  const first = who[person + FIRST];
  const number = people.countStay(person, first);
  who[person + STAY_AT] = first;
  who[person + STAY_NUMBER] = number;
  const end =
    run.clock[0] +
    (run.draws.stayDays(
      network,
      who[person + CARE],
      who[person + KIND],
      who[person + KEY_HIGH],
      who[person + KEY_LOW],
      first,
      number,
    ) +
      longerByDays);
  when[daysOf(person) + STAY_END_DAY] = end;
  if (end <= run.clock[0]) remember(run, run.endingNow, person);
  else if (end < run.endDay) run.calendar.book(actorOf(run, person), end, STAY_ENDS);
}
