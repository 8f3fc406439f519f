// Waiting: who counts as waiting for what, and as delayed in the place they hold until the next has room (blocking after service, transfer blocking).
import { STARTS_LIMIT } from '../trace/causes.ts';
import { CAUSE } from '../trace/trace.ts';
import { ENTRY, FIRST, HELD, IS_DELAYED, KIND, WAITS } from './people.ts';
import { type State, tell } from './state.ts';
import { READY_HERE, rowOf, WAITING_OUTSIDE } from './stations.ts';

/** Counted as waiting for the station asked for first, and as delayed in the place held. */
export function startWaiting(run: State, person: number): void {
  const { at, ledger } = run;
  const { who } = run.people;
  const held = who[person + HELD];
  const kind = who[person + KIND];
  const first = who[person + FIRST];
  if (held < 0) at[rowOf(first) + WAITING_OUTSIDE]++;
  else if (who[person + IS_DELAYED] === 0) {
    who[person + IS_DELAYED] = 1;
    at[rowOf(held) + READY_HERE]++;
    ledger.becameReady(held, kind);
  }
  who[person + WAITS] = 1;
  ledger.joined(held, first, kind);
}

/** Off every list and no longer counted as waiting. */
export function leaveLists(run: State, person: number): void {
  if (run.people.who[person + ENTRY] >= 0) run.lists.leaveAll(person);
  endWaiting(run, person);
}

export function endWaiting(run: State, person: number): void {
  const { who } = run.people;
  if (who[person + WAITS] === 0) return;
  who[person + WAITS] = 0;
  const held = who[person + HELD];
  const first = who[person + FIRST];
  if (held < 0) run.at[rowOf(first) + WAITING_OUTSIDE]--;
  run.ledger.gone(held, first, who[person + KIND]);
}

/** Delayed no more: about to move, or staying on. Does nothing to those who never had to wait. */
export function endDelay(run: State, person: number): void {
  const { who } = run.people;
  if (who[person + IS_DELAYED] === 0) return;
  who[person + IS_DELAYED] = 0;
  const held = who[person + HELD];
  run.at[rowOf(held) + READY_HERE]--;
  run.ledger.readyNoMore(held, who[person + KIND]);
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
