// Turnaround: a place that somebody has left is made ready for the next, and until then nobody holds it and nobody can have it.
import { CAPACITY_CHANGES } from '../ground/calendar.ts';
import { afterProgress } from '../ground/hours.ts';
import { TURN } from '../trace/trace.ts';
import { KEY_HIGH, KEY_LOW, STAY_NUMBER } from './people.ts';
import { markDirty, tell, type State } from './state.ts';
import { RESERVED_FOR, rowOf } from './stations.ts';

/** Of a place that somebody is just leaving: how long it takes is drawn for the stay that is over. In a ring it is taken at once. */
export function beginTurnaround(run: State, person: number, station: number): void {
  const { network, people } = run;
  const { who } = people;
  const sampler = network.turnaround[station];
  if (sampler === null || run.isRingMoving === true) return;
  const day = run.clock[0];
  const days = run.draws.turnaroundDays(
    network,
    station,
    who[person + KEY_HIGH],
    who[person + KEY_LOW],
    who[person + STAY_NUMBER],
  );
  const end = afterProgress(network.turnaroundHours[station], day, days, network.startDayNumber);
  if (end <= day) return;
  const turning = run.turning[station];
  let at = turning.length;
  while (at > 0 && turning[at - 1] > end) at--;
  turning.splice(at, 0, end);
  count(run, station, 1);
  if (at === 0) book(run, station);
}

/** Those places of a station that are ready now may be taken again. */
export function endTurnarounds(run: State, station: number): void {
  const turning = run.turning[station];
  while (turning.length > 0 && turning[0] <= run.clock[0]) {
    turning.shift();
    count(run, station, -1);
  }
  book(run, station);
  markDirty(run, station);
  if (run.canLock === true) run.mayHaveLocked = true;
}

function count(run: State, station: number, by: number): void {
  run.at[rowOf(station) + RESERVED_FOR] += by;
  run.ledger.reserve(station, by);
  tell(run, TURN, -1, station, -1, run.turning[station].length);
}

function book(run: State, station: number): void {
  const [next] = run.turning[station];
  if (next < run.endDay) run.calendar.book(run.firstTurnaround + station, next, CAPACITY_CHANGES);
}
