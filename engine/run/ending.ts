// A stay is over: which way onward a person takes, and that they ask for it.
import {
  CARE,
  daysOf,
  DELAYED_DAYS,
  ASKED_DAY,
  HELD,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  READY_TO_GO,
  STATE,
  STAY_AT,
  STAY_NUMBER,
  TEAM,
} from './people.ts';
import { stayRow, WAYS_FROM, WAYS_TO } from './plan.ts';
import { READY } from '../trace/trace.ts';
import { tell, type State } from './state.ts';
import { endPlan } from './visits.ts';
import { endTask, forgetTurn } from './moving.ts';
import { ask } from './asking.ts';

export function stayEnds(run: State, person: number): void {
  const { who, when } = run.people;
  const kind = who[person + KIND];
  const held = who[person + HELD];
  const isSeen = who[person + TEAM] >= 0;
  run.eventCount++;
  if (isSeen === false) {
    who[person + STATE] = READY_TO_GO;
    when[daysOf(person) + ASKED_DAY] = run.clock[0];
  }
  const way = wayOnward(run, person);
  if (isSeen) endTask(run, person);
  else {
    forgetTurn(run, person);
    endPlan(run, person, held);
    tell(run, READY, person, held, -1, 0);
  }
  ask(run, person, run.network.wayAsk[way * run.kinds + kind], way);
}

/** Which of the ways after their stay a person takes. Where there is only one, nothing is drawn. */
function wayOnward(run: State, person: number): number {
  const { stays } = run.plan;
  const { who, when } = run.people;
  const row = stayRow(run.kinds, who[person + CARE], who[person + KIND]);
  const from = stays[row + WAYS_FROM];
  const to = stays[row + WAYS_TO];
  if (to - from === 1) return from;
  return run.draws.way(
    run.network,
    from,
    to,
    who[person + KEY_HIGH],
    who[person + KEY_LOW],
    who[person + STAY_AT],
    who[person + STAY_NUMBER],
    run.network.readmitPerDelayedDay > 0 ? when[daysOf(person) + DELAYED_DAYS] : 0,
  );
}
