// The kinds of station a document may name: for each its word, what its places are called and the keys it allows.
import { caseload } from './caseload.ts';
import { delay } from './delay.ts';
import { exit } from './exit.ts';
import { team } from './team.ts';
import { ward } from './ward.ts';

export type { StationKind } from './station-kind.ts';

/** In the order a reader meets them. A new kind is one file and one line here. */
export const stationKinds = [ward, caseload, team, delay, exit] as const;
