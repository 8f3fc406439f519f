// The list of checks, in the order they are shown. A new group is one file and one line here.
import { anyStay } from './any-stay.ts';
import type { Check } from './check.ts';
import { blocking } from './blocking.ts';
import { fixedStays } from './fixed-stays.ts';
import { limitedRoomChecks, loss } from './loss.ts';
import { networks } from './networks.ts';
import { oneBed } from './one-bed.ts';
import { overTime } from './over-time.ts';
import { overflow } from './overflow.ts';
import { patience } from './patience.ts';
import { priority } from './priority.ts';
import { roomForAll } from './room-for-all.ts';
import { saturatedLines } from './saturated-lines.ts';
import { setIntervals } from './set-intervals.ts';
import { severalBeds } from './several-beds.ts';
import { stepDown } from './step-down.ts';
import { strokeUnit } from './stroke-unit.ts';

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
