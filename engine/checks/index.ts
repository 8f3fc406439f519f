// The list of checks, in the order they are shown. A new group is one file and one line here.
import { anyStay } from './any-stay.ts';
import type { Check } from './check.ts';
import { blocking } from './blocking.ts';
import { closedHours } from './closed-hours.ts';
import { costs } from './costs.ts';
import { elsewhere } from './elsewhere.ts';
import { equalLists } from './equal-lists.ts';
import { fixedStays } from './fixed-stays.ts';
import { heldTwice } from './held-twice.ts';
import { longestDelayed } from './longest-delayed.ts';
import { limitedRoomChecks, loss } from './loss.ts';
import { networks } from './networks.ts';
import { oneBed } from './one-bed.ts';
import { overTime } from './over-time.ts';
import { overflow } from './overflow.ts';
import { patience } from './patience.ts';
import { preparation } from './preparation.ts';
import { priority } from './priority.ts';
import { rings } from './rings.ts';
import { rising } from './rising.ts';
import { roomForAll } from './room-for-all.ts';
import { saturatedLines } from './saturated-lines.ts';
import { setIntervals } from './set-intervals.ts';
import { severalBeds } from './several-beds.ts';
import { standingStill } from './standing-still.ts';
import { startsLimit } from './starts-limit.ts';
import { stepDown } from './step-down.ts';
import { strokeUnit } from './stroke-unit.ts';
import { surge } from './surge.ts';
import { teamHours } from './team-hours.ts';
import { teams } from './teams.ts';
import { visitsADay } from './visits.ts';
import { who } from './who.ts';

export type { Check, CheckDocument, Reads } from './check.ts';

/** Functions, so that no answer is worked out before somebody asks. */
const groups: readonly (() => Check[])[] = [
  oneBed,
  severalBeds,
  anyStay,
  fixedStays,
  setIntervals,
  loss,
  limitedRoomChecks,
  patience,
  priority,
  overflow,
  networks,
  saturatedLines,
  blocking,
  stepDown,
  roomForAll,
  overTime,
  strokeUnit,
  closedHours,
  standingStill,
  teams,
  teamHours,
  preparation,
  heldTwice,
  visitsADay,
  surge,
  startsLimit,
  rising,
  elsewhere,
  equalLists,
  rings,
  longestDelayed,
  who,
  costs,
];

let made: readonly CheckGroup[] | null = null;

/** Checks of one document, which are simulated together. */
export type CheckGroup = readonly Check[];

/** Every check, by the document it shares; made once, in the same order everywhere. */
export function checkGroups(): readonly CheckGroup[] {
  if (made !== null) return made;
  const byDocument = new Map<Check['document'], Check[]>();
  for (const check of groups.flatMap((group) => group()))
    byDocument.set(check.document, [...(byDocument.get(check.document) ?? []), check]);
  return (made = [...byDocument.values()]);
}
