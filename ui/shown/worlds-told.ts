// The worlds of one option read once for every view and paper: the finding, what decides, how many of each kind, and what lies behind.
import {
  summariseWorlds,
  whatDecides,
  type Deciding,
  type JudgedWorld,
  type Model,
  type WorldsSummary,
} from '../../engine/index.ts';
import type { Finding } from '../words/headline.ts';
import { happenings, happensIn, sayDecides, sayMoreOfWorlds, sayWorlds, type Happens } from '../words/worlds.ts';
import type { Drawn } from '../worker/protocol.ts';

export interface WorldsTold {
  readonly drawn: Drawn;
  readonly judged: readonly JudgedWorld[];
  readonly summary: WorldsSummary;
  readonly decides: readonly Deciding[];
  /** "Fewer people wait in 171 of 200 plausible worlds", and "What decides it most: how long care at home lasts". */
  readonly finding: Finding;
  /** What lies behind it, in sentences; the first says what is drawn and what stays fixed. */
  readonly more: readonly string[];
  /** Those that there are. */
  readonly counts: readonly { readonly what: Happens; readonly count: number }[];
}

/** So that several views of the same worlds read them once. */
const read = new WeakMap<readonly JudgedWorld[], WorldsTold>();

/** Undefined while there is no world. */
export function toldOfWorlds(
  model: Model,
  drawn: Drawn | undefined,
  judged: readonly JudgedWorld[],
): WorldsTold | undefined {
  if (!drawn || judged.length === 0) return undefined;
  const told = read.get(judged) ?? tell(model, drawn, judged);
  read.set(judged, told);
  return told;
}

function tell(model: Model, drawn: Drawn, judged: readonly JudgedWorld[]): WorldsTold {
  const summary = summariseWorlds(judged);
  const decides = whatDecides(drawn.numbers, judged);
  const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');
  return {
    drawn,
    judged,
    summary,
    decides,
    finding: { sentence: withoutStop(sayWorlds(summary)), range: withoutStop(sayDecides(model, decides)) },
    more: sayMoreOfWorlds(summary, { numbers: drawn.numbers.length, without: drawn.without }),
    counts: happenings
      .map((what) => ({ what, count: judged.filter((world) => happensIn(world) === what).length }))
      .filter(({ count }) => count > 0),
  };
}
