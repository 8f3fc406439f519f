// Arriving: people who come from the streams, and those there at the start.
import type { Program } from '../network/compile.ts';
import { FIXED_ASK, IN_CARE, OUTSIDE, READY_TO_GO } from './people.ts';
import { threefry, word } from '../ground/random.ts';
import { ARRIVE, MOVE, READY, type TraceWriter } from '../trace/trace.ts';
import { Asking } from './asking.ts';
import type { Roster } from './state.ts';

const MOST_PEOPLE = 1_000_000;
/** Some minutes' work: what has come to this will not come to an end. */
const MOST_EVENTS = 400_000_000;

export abstract class Arriving extends Asking {
  private readonly numbered: Int32Array;
  private serial = 0;

  constructor(program: Program, seed: number, replication: number, trace: TraceWriter | null, roster: Roster | null) {
    super(program, seed, replication, trace, roster);
    this.numbered = new Int32Array(this.network.streams.length);
  }

  private newPerson(stream: number, need: number, trait: number, keyHigh: number, keyLow: number): number {
    if (this.slots.present() >= MOST_PEOPLE) this.refuseToGoOn(`${MOST_PEOPLE} people in the model at once`);
    const person = this.slots.take();
    const { people } = this;
    people.serial[person] = this.serial++;
    people.keyHigh[person] = keyHigh;
    people.keyLow[person] = keyLow;
    people.stream[person] = stream;
    people.need[person] = need;
    people.kind[person] = need * this.network.traits + trait;
    people.state[person] = OUTSIDE;
    people.held[person] = -1;
    people.team[person] = -1;
    people.reserved[person] = -1;
    people.waits[person] = 0;
    people.isDelayed[person] = 0;
    people.arrivedDay[person] = this.clock[0];
    people.askedDay[person] = this.clock[0];
    people.delayedDays[person] = 0;
    people.risesDay[person] = Infinity;
    people.givesUpDay[person] = Infinity;
    people.stayFactor[person] = NaN;
    people.keepsTurn[person] = 0;
    people.plans[person] = 0;
    people.placed[person] = 0;
    people.entry[person] = -1;
    for (let s = 0; s < this.stations; s++) people.stays[person * this.stations + s] = 0;
    if (this.roster !== null) {
      this.roster.need.push(people.need[person]);
      this.roster.stream.push(stream);
      this.roster.keyHigh.push(keyHigh >>> 0);
      this.roster.keyLow.push(keyLow >>> 0);
    }
    this.tell(ARRIVE, person, -1, people.need[person], stream);
    return person;
  }

  protected arrive(stream: number, need: number, trait: number, keyHigh: number, keyLow: number): void {
    if (++this.eventCount > MOST_EVENTS) this.refuseToGoOn(`${MOST_EVENTS} events`);
    const person = this.newPerson(stream, need, trait, keyHigh, keyLow);
    this.ask(person, this.network.streamAsk[stream * this.kinds + this.people.kind[person]], ~stream);
  }

  protected arriveNumbered(stream: number): void {
    const { draws, network } = this;
    this.arrivals.numberedKey(stream, this.numbered[stream]++);
    const keyHigh = word[0];
    const keyLow = word[1];
    const trait = draws.trait(network, stream, keyHigh, keyLow);
    this.arrive(stream, draws.need(network, stream, trait, keyHigh, keyLow), trait, keyHigh, keyLow);
  }

  protected placeInitialPeople(seed: number, replication: number): void {
    const { draws, network, people } = this;
    for (const group of network.initial)
      for (let n = 0; n < group.people; n++) {
        threefry(seed, replication, group.hash, 0);
        threefry(word[0], word[1], n, 0);
        const keyHigh = word[0];
        const keyLow = word[1];
        const trait = draws.trait(network, -1, keyHigh, keyLow);
        const { station } = group;
        const person = this.newPerson(-1, group.need, trait, keyHigh, keyLow);
        if (group.state !== 'waiting') {
          this.takePlace(person, station);
          people.first[person] = station;
          this.tell(MOVE, person, -1, station, station);
        }
        if (group.state === 'inCare') {
          people.state[person] = IN_CARE;
          people.care[person] = station;
          people.stayAt[person] = station;
          people.stayNumber[person] = 0;
          people.stays[person * this.stations + station] = 1;
          const days = draws.remainingDays(network, group.remaining[trait], keyHigh, keyLow, station);
          // In the middle of their stay, on average, and so of their visits.
          this.beginStay(person, days, 0.5 * (this.firstVisits(person, station) + this.lastVisits(person, station)));
        } else {
          if (group.state === 'delayed') {
            people.state[person] = READY_TO_GO;
            this.tell(READY, person, station, -1, 0);
          }
          this.ask(person, group.asks[trait], FIXED_ASK);
        }
      }
    for (let stream = 0; stream < network.streams.length; stream++)
      for (let n = 0; n < network.streams[stream].alwaysWaiting; n++) this.arriveNumbered(stream);
  }
}
