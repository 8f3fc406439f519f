// Arriving: people who come from the streams, and those there at the start.
import { threefry, word } from '../ground/random.ts';
import { ARRIVE, MOVE, READY } from '../trace/trace.ts';
import {
  ADMITTED_DAY,
  ARRIVED_DAY,
  ASKED_DAY,
  CARE,
  daysOf,
  DELAYED_DAYS,
  ENTRY,
  FIRST,
  FIXED_ASK,
  GIVES_UP_DAY,
  HAS_PLAN,
  HELD,
  IN_CARE,
  IS_DELAYED,
  KEEPS_TURN,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  NEED,
  OUTSIDE,
  PLACED,
  READY_TO_GO,
  RESERVED,
  RISES_DAY,
  SERIAL,
  STATE,
  STAY_AT,
  STAY_FACTOR,
  STAY_NUMBER,
  STREAM,
  TEAM,
  WAITS,
} from './people.ts';
import {
  ALTERNATIVES_FROM,
  ALTERNATIVES_TO,
  askRow,
  FIRST_TARGET,
  FOR_NEED,
  PREPARES,
  TARGETS_FROM,
  TARGETS_TO,
} from './plan.ts';
import { IS_EXIT, rowOf } from './stations.ts';
import { type State, refuseToGoOn, tell } from './state.ts';
import { firstVisits, lastVisits } from './visits.ts';
import { beginStay } from './care.ts';
import { canTake } from './gates.ts';
import { passThrough } from './leaving.ts';
import { takePlace } from './moving.ts';
import { ask, isAlone } from './asking.ts';

const MOST_PEOPLE = 1_000_000;
/** Some minutes' work: a run that has reached this will not end. */
const MOST_EVENTS = 400_000_000;

function newPerson(run: State, stream: number, need: number, trait: number, keyHigh: number, keyLow: number): number {
  const { people } = run;
  refuseTooMany(run);
  const person = people.take();
  const { who, when } = people;
  const day = run.clock[0];
  who[person + KEY_HIGH] = keyHigh;
  who[person + KEY_LOW] = keyLow;
  who[person + NEED] = need;
  who[person + KIND] = need * run.network.traits + trait;
  who[person + STREAM] = stream;
  who[person + STATE] = OUTSIDE;
  who[person + HELD] = -1;
  who[person + WAITS] = 0;
  who[person + IS_DELAYED] = 0;
  who[person + ENTRY] = -1;
  who[person + PLACED] = 0;
  who[person + TEAM] = -1;
  who[person + RESERVED] = -1;
  who[person + KEEPS_TURN] = 0;
  who[person + HAS_PLAN] = 0;
  who[person + SERIAL] = run.serial++;
  const days = daysOf(person);
  when[days + ARRIVED_DAY] = day;
  when[days + ASKED_DAY] = day;
  when[days + DELAYED_DAYS] = 0;
  when[days + STAY_FACTOR] = NaN;
  when[days + RISES_DAY] = Infinity;
  when[days + GIVES_UP_DAY] = Infinity;
  people.forgetStays(person);
  if (run.roster !== null) {
    run.roster.need.push(need);
    run.roster.stream.push(stream);
    run.roster.keyHigh.push(keyHigh >>> 0);
    run.roster.keyLow.push(keyLow >>> 0);
  }
  return person;
}

function refuseTooMany(run: State): void {
  if (run.people.present() >= MOST_PEOPLE) refuseToGoOn(run, `${MOST_PEOPLE} people in the model at once`);
}

export function arrive(run: State, stream: number, need: number, trait: number, keyHigh: number, keyLow: number): void {
  if (++run.eventCount > MOST_EVENTS) refuseToGoOn(run, `${MOST_EVENTS} events`);
  const { network } = run;
  const kind = need * network.traits + trait;
  const askIndex = network.streamAsk[stream * run.kinds + kind];
  if (leavesAtOnce(run, askIndex)) {
    refuseTooMany(run);
    const row = askRow(askIndex);
    const { asks } = run.plan;
    passThrough(run, stream, need, kind, asks[row + FIRST_TARGET], asks[row + FOR_NEED]);
    return;
  }
  const person = newPerson(run, stream, need, trait, keyHigh, keyLow);
  tell(run, ARRIVE, person, -1, need, stream);
  ask(run, person, askIndex, ~stream);
}

/**
 * Whether somebody who asks on arrival is gone within the same call, and nobody would see them come or go. They are most of the people of a
 * usual model. What is counted is the same as by `ask`; a test runs both.
 */
function leavesAtOnce(run: State, askIndex: number): boolean {
  const { at } = run;
  const { asks } = run.plan;
  const row = askRow(askIndex);
  const exit = asks[row + FIRST_TARGET];
  return (
    at[rowOf(exit) + IS_EXIT] === 1 &&
    run.isUnseen === true &&
    asks[row + PREPARES] === 0 &&
    isAlone(run) &&
    canTake(run, exit)
  );
}

export function arriveNumbered(run: State, stream: number): void {
  const { draws, network } = run;
  run.arrivals.numberedKey(stream, run.numbered[stream]++);
  const keyHigh = word[0];
  const keyLow = word[1];
  const trait = draws.trait(network, stream, keyHigh, keyLow);
  arrive(run, stream, draws.need(network, stream, trait, keyHigh, keyLow), trait, keyHigh, keyLow);
}

/**
 * Somebody there at the start asks, and has done so since a day: alternatives fall due from then, and on each list they are ranked by when
 * they would have joined it. How long they will wait from now on, and whether their need will rise, nothing has decided yet.
 */
function askSince(run: State, person: number, askIndex: number, askedDay: number): void {
  const { asks } = run.plan;
  const { network, keptRankDay } = run;
  const row = askRow(askIndex);
  const keep = (station: number, joinedDay: number): void => {
    if (Number.isNaN(keptRankDay[station])) keptRankDay[station] = network.rankDay[station](joinedDay, askedDay);
  };
  for (let t = asks[row + TARGETS_FROM]; t < asks[row + TARGETS_TO]; t++) keep(network.targets[t], askedDay);
  for (let alternative = asks[row + ALTERNATIVES_FROM]; alternative < asks[row + ALTERNATIVES_TO]; alternative++)
    for (let t = network.altFrom[alternative]; t < network.altFrom[alternative + 1]; t++)
      keep(network.altTargets[t], askedDay + network.altAfterDays[alternative]);
  run.people.when[daysOf(person) + ASKED_DAY] = askedDay;
  ask(run, person, askIndex, FIXED_ASK, askedDay);
  keptRankDay.fill(NaN);
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
      const { who, when } = people;
      const waited = draws.waitedDays(network, group, n, keyHigh, keyLow);
      tell(run, ARRIVE, person, -1, group.need, group.state === 'waiting' ? -1 - waited : -1);
      if (group.state !== 'waiting') {
        takePlace(run, person, station);
        who[person + FIRST] = station;
        who[person + STAY_AT] = station;
        who[person + STAY_NUMBER] = 0;
        tell(run, MOVE, person, -1, station, station);
      }
      if (group.state === 'inCare') {
        who[person + STATE] = IN_CARE;
        who[person + CARE] = station;
        people.countStay(person, station);
        const days = draws.remainingDays(network, group.remaining[trait], keyHigh, keyLow, station);
        // In the middle of their stay, on average, and so of their visits.
        beginStay(run, person, days, 0.5 * (firstVisits(run, person, station) + lastVisits(run, person, station)));
      } else {
        if (group.state === 'delayed') {
          who[person + STATE] = READY_TO_GO;
          tell(run, READY, person, station, -1, waited);
        }
        // Whatever is counted of them, it is counted from then.
        const since = run.clock[0] - waited;
        when[daysOf(person) + ARRIVED_DAY] = since;
        when[daysOf(person) + ADMITTED_DAY] = since;
        askSince(run, person, group.asks[trait], since);
      }
    }
  for (let stream = 0; stream < network.streams.length; stream++)
    for (let n = 0; n < network.streams[stream].alwaysWaiting; n++) arriveNumbered(run, stream);
}
