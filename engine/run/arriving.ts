// Arriving: people who come from the streams, and those there at the start.
import { FIXED_ASK, IN_CARE, OUTSIDE, READY_TO_GO } from './people.ts';
import { threefry, word } from '../ground/random.ts';
import { ARRIVE, MOVE, READY } from '../trace/trace.ts';
import { type State, refuseToGoOn, tell } from './state.ts';
import { firstVisits, lastVisits } from './visits.ts';
import { beginStay } from './care.ts';
import { takePlace } from './moving.ts';
import { ask } from './asking.ts';

const MOST_PEOPLE = 1_000_000;
/** Some minutes' work: a run that has reached this will not end. */
const MOST_EVENTS = 400_000_000;

export function newPerson(
  run: State,
  stream: number,
  need: number,
  trait: number,
  keyHigh: number,
  keyLow: number,
): number {
  if (run.slots.present() >= MOST_PEOPLE) refuseToGoOn(run, `${MOST_PEOPLE} people in the model at once`);
  const person = run.slots.take();
  const { people } = run;
  people.serial[person] = run.serial++;
  people.keyHigh[person] = keyHigh;
  people.keyLow[person] = keyLow;
  people.stream[person] = stream;
  people.need[person] = need;
  people.kind[person] = need * run.network.traits + trait;
  people.state[person] = OUTSIDE;
  people.held[person] = -1;
  people.team[person] = -1;
  people.reserved[person] = -1;
  people.waits[person] = 0;
  people.isDelayed[person] = 0;
  people.arrivedDay[person] = run.clock[0];
  people.askedDay[person] = run.clock[0];
  people.delayedDays[person] = 0;
  people.risesDay[person] = Infinity;
  people.givesUpDay[person] = Infinity;
  people.stayFactor[person] = NaN;
  people.keepsTurn[person] = 0;
  people.plans[person] = 0;
  people.placed[person] = 0;
  people.entry[person] = -1;
  for (let s = 0; s < run.stations; s++) people.stays[person * run.stations + s] = 0;
  if (run.roster !== null) {
    run.roster.need.push(people.need[person]);
    run.roster.stream.push(stream);
    run.roster.keyHigh.push(keyHigh >>> 0);
    run.roster.keyLow.push(keyLow >>> 0);
  }
  tell(run, ARRIVE, person, -1, people.need[person], stream);
  return person;
}

export function arrive(run: State, stream: number, need: number, trait: number, keyHigh: number, keyLow: number): void {
  if (++run.eventCount > MOST_EVENTS) refuseToGoOn(run, `${MOST_EVENTS} events`);
  const person = newPerson(run, stream, need, trait, keyHigh, keyLow);
  ask(run, person, run.network.streamAsk[stream * run.kinds + run.people.kind[person]], ~stream);
}

export function arriveNumbered(run: State, stream: number): void {
  const { draws, network } = run;
  run.arrivals.numberedKey(stream, run.numbered[stream]++);
  const keyHigh = word[0];
  const keyLow = word[1];
  const trait = draws.trait(network, stream, keyHigh, keyLow);
  arrive(run, stream, draws.need(network, stream, trait, keyHigh, keyLow), trait, keyHigh, keyLow);
}

export function placeInitialPeople(run: State, seed: number, replication: number): void {
  const { draws, network, people } = run;
  for (const group of network.initial)
    for (let n = 0; n < group.people; n++) {
      threefry(seed, replication, group.hash, 0);
      threefry(word[0], word[1], n, 0);
      const keyHigh = word[0];
      const keyLow = word[1];
      const trait = draws.trait(network, -1, keyHigh, keyLow);
      const { station } = group;
      const person = newPerson(run, -1, group.need, trait, keyHigh, keyLow);
      if (group.state !== 'waiting') {
        takePlace(run, person, station);
        people.first[person] = station;
        tell(run, MOVE, person, -1, station, station);
      }
      if (group.state === 'inCare') {
        people.state[person] = IN_CARE;
        people.care[person] = station;
        people.stayAt[person] = station;
        people.stayNumber[person] = 0;
        people.stays[person * run.stations + station] = 1;
        const days = draws.remainingDays(network, group.remaining[trait], keyHigh, keyLow, station);
        // In the middle of their stay, on average, and so of their visits.
        beginStay(run, person, days, 0.5 * (firstVisits(run, person, station) + lastVisits(run, person, station)));
      } else {
        if (group.state === 'delayed') {
          people.state[person] = READY_TO_GO;
          tell(run, READY, person, station, -1, 0);
        }
        ask(run, person, group.asks[trait], FIXED_ASK);
      }
    }
  for (let stream = 0; stream < network.streams.length; stream++)
    for (let n = 0; n < network.streams[stream].alwaysWaiting; n++) arriveNumbered(run, stream);
}
