// Care: a stay begins, its length drawn and its end booked.
import { STAY_ENDS } from '../ground/calendar.ts';
import { afterProgress } from '../ground/hours.ts';
import { IN_CARE } from './people.ts';
import { Waiting } from './waiting.ts';

export abstract class Care extends Waiting {
  protected beginCare(person: number, station: number, alternative: number): void {
    const { network, people } = this;
    const factor = alternative < 0 ? NaN : network.altStayFactor[alternative];
    people.stayFactor[person] = factor;
    const lastDelayDays = this.clock[0] - people.askedDay[person];
    people.state[person] = IN_CARE;
    this.beginStayAt(
      person,
      factor === factor ? people.first[person] : station,
      station,
      network.stayDaysPerDelayedDay * lastDelayDays,
    );
  }

  /** A stay with the care of one station, in a place of another; its address is the station first asked for, and how many-th. */
  protected beginStayAt(person: number, care: number, station: number, longerByDays: number): void {
    const { network, people } = this;
    const first = people.first[person];
    const number = people.stays[person * this.stations + first]++;
    people.care[person] = care;
    people.stayAt[person] = first;
    people.stayNumber[person] = number;
    const { kind, keyHigh, keyLow } = people;
    const days =
      this.draws.stayDays(network, care, kind[person], keyHigh[person], keyLow[person], first, number) + longerByDays;
    const factor = people.stayFactor[person];
    const longer = care !== station && factor === factor ? days * factor : days;
    this.beginStay(person, longer, this.firstVisits(person, station));
  }

  /** `firstVisits`: visits on the first day, where the place held makes visits. */
  protected beginStay(person: number, days: number, firstVisits: number): void {
    const { network, people } = this;
    const day = this.clock[0];
    const team = people.team[person];
    const where = team >= 0 ? team : people.held[person];
    const windows = network.progresses[where];
    const end = windows === null ? day + days : afterProgress(windows, day, days, network.startDayNumber);
    people.stayEndDay[person] = end;
    if (team < 0) this.startPlan(person, where, end, firstVisits);
    if (end <= day) this.endingNow.push(person);
    else if (end < this.endDay) this.calendar.book(this.firstPerson + person, end, STAY_ENDS);
  }
}
