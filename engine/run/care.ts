// Care: a stay begins, its length is drawn and its end is booked.
import {
  ASKED_DAY,
  CARE,
  FIRST,
  HELD,
  IN_CARE,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  daysOf,
  STATE,
  STAY_AT,
  STAY_END_DAY,
  STAY_FACTOR,
  STAY_NUMBER,
  TEAM,
} from './people.ts';
import { STAY_ENDS } from '../ground/calendar.ts';
import { afterProgress } from '../ground/hours.ts';
import { actorOf, remember, type State } from './state.ts';
import { firstVisits, startPlan } from './visits.ts';

export function beginCare(run: State, person: number, station: number, alternative: number): void {
  const { network } = run;
  const { who, when } = run.people;
  const days = daysOf(person);
  const factor = alternative < 0 ? NaN : network.altStayFactor[alternative];
  when[days + STAY_FACTOR] = factor;
  const lastDelayDays = run.clock[0] - when[days + ASKED_DAY];
  who[person + STATE] = IN_CARE;
  beginStayAt(
    run,
    person,
    factor === factor ? who[person + FIRST] : station,
    station,
    network.stayDaysPerDelayedDay * lastDelayDays,
  );
}

/** A stay with the care of one station, in a place of another; its address is the station first asked for, and how many stays there came before. */
export function beginStayAt(run: State, person: number, care: number, station: number, longerByDays: number): void {
  const { network, people } = run;
  const { who } = people;
  const first = who[person + FIRST];
  const number = people.countStay(person, first);
  who[person + CARE] = care;
  who[person + STAY_AT] = first;
  who[person + STAY_NUMBER] = number;
  const kind = who[person + KIND];
  const drawn = run.draws.stayDays(network, care, kind, who[person + KEY_HIGH], who[person + KEY_LOW], first, number);
  const days = Math.max(0, drawn + longerByDays);
  const factor = people.when[daysOf(person) + STAY_FACTOR];
  const longer = care !== station && factor === factor ? days * factor : days;
  beginStay(run, person, longer, firstVisits(run, person, station));
}

/** `firstVisits`: visits on the first day, where the place held makes visits. */
export function beginStay(run: State, person: number, days: number, firstVisits: number): void {
  const { network } = run;
  const { who, when } = run.people;
  const day = run.clock[0];
  const team = who[person + TEAM];
  const where = team >= 0 ? team : who[person + HELD];
  const windows = network.progresses[where];
  const end = windows === null ? day + days : afterProgress(windows, day, days, network.startDayNumber);
  when[daysOf(person) + STAY_END_DAY] = end;
  if (team < 0) startPlan(run, person, where, end, firstVisits);
  if (end <= day) remember(run, run.endingNow, person);
  else if (end < run.endDay) run.calendar.book(actorOf(run, person), end, STAY_ENDS);
}
