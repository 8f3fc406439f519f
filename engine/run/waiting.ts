// Waiting: who counts as waiting for what, and as delayed in the place they hold until the next has room (blocking after service, transfer blocking).
import { STARTS_LIMIT } from '../trace/causes.ts';
import { CAUSE } from '../trace/trace.ts';
import { type State, tell } from './state.ts';

/** Counted as waiting for the station asked for first, and as delayed in the place held. */
export function startWaiting(run: State, person: number): void {
  const { ledger, people } = run;
  const held = people.held[person];
  const kind = people.kind[person];
  const first = people.first[person];
  if (held < 0) run.waitingOutside[first]++;
  else if (people.isDelayed[person] === 0) {
    people.isDelayed[person] = 1;
    run.readyHere[held]++;
    ledger.becameReady(held, kind);
  }
  people.waits[person] = 1;
  ledger.joined(held, first, kind);
}

/** Off every list and no longer counted as waiting. */
export function leaveLists(run: State, person: number): void {
  if (run.people.entry[person] >= 0) run.lists.leaveAll(person);
  endWaiting(run, person);
}

export function endWaiting(run: State, person: number): void {
  const { people } = run;
  if (people.waits[person] === 0) return;
  people.waits[person] = 0;
  const held = people.held[person];
  if (held < 0) run.waitingOutside[people.first[person]]--;
  run.ledger.gone(held, people.first[person], people.kind[person]);
}

/** Delayed no more: about to move, or staying on. Does nothing to those who never had to wait. */
export function endDelay(run: State, person: number): void {
  const { people } = run;
  if (people.isDelayed[person] === 0) return;
  people.isDelayed[person] = 0;
  const held = people.held[person];
  run.readyHere[held]--;
  run.ledger.readyNoMore(held, people.kind[person]);
}

/** Writes to the trace what keeps people from a station, where somebody waits and the cause has changed: once an instant is over. */
export function tellCauses(run: State): void {
  const { ledger, network, toldCause, toldStarts } = run;
  for (let station = 0; station < run.stations; station++) {
    if (ledger.waiting.levels[station].now === 0) continue;
    const cause = ledger.waits.cause[station];
    const starts = cause === STARTS_LIMIT ? network.startsPerMonth[station] : 0;
    if (cause === toldCause[station] && starts === toldStarts[station]) continue;
    toldCause[station] = cause;
    toldStarts[station] = starts;
    tell(run, CAUSE, -1, station, cause, starts);
  }
}
