// Care: a stay begins, its length is drawn and its end is booked.
import { IN_CARE } from './people.ts';
import { STAY_ENDS } from '../ground/calendar.ts';
import { afterProgress } from '../ground/hours.ts';
import { type State } from './state.ts';
import { firstVisits, startPlan } from './visits.ts';

export function beginCare(run: State, person: number, station: number, alternative: number): void {
  const { network, people } = run;
  const factor = alternative < 0 ? NaN : network.altStayFactor[alternative];
  people.stayFactor[person] = factor;
  const lastDelayDays = run.clock[0] - people.askedDay[person];
  people.state[person] = IN_CARE;
  beginStayAt(
    run,
    person,
    factor === factor ? people.first[person] : station,
    station,
    network.stayDaysPerDelayedDay * lastDelayDays,
  );
}

/** A stay with the care of one station, in a place of another; its address is the station first asked for, and how many stays there came before. */
export function beginStayAt(run: State, person: number, care: number, station: number, longerByDays: number): void {
  const { network, people } = run;
  const first = people.first[person];
  const number = people.stays[person * run.stations + first]++;
  people.care[person] = care;
  people.stayAt[person] = first;
  people.stayNumber[person] = number;
  const { kind, keyHigh, keyLow } = people;
  const days =
    run.draws.stayDays(network, care, kind[person], keyHigh[person], keyLow[person], first, number) + longerByDays;
  const factor = people.stayFactor[person];
  const longer = care !== station && factor === factor ? days * factor : days;
  beginStay(run, person, longer, firstVisits(run, person, station));
}

/** `firstVisits`: visits on the first day, where the place held makes visits. */
export function beginStay(run: State, person: number, days: number, firstVisits: number): void {
  const { network, people } = run;
  const day = run.clock[0];
  const team = people.team[person];
  const where = team >= 0 ? team : people.held[person];
  const windows = network.progresses[where];
  const end = windows === null ? day + days : afterProgress(windows, day, days, network.startDayNumber);
  people.stayEndDay[person] = end;
  if (team < 0) startPlan(run, person, where, end, firstVisits);
  if (end <= day) run.endingNow.push(person);
  else if (end < run.endDay) run.calendar.book(run.firstPerson + person, end, STAY_ENDS);
}
