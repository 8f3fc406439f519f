// The worlds of one option read once for every view and paper: the finding, what decides, how many of each kind, and what lies behind.
import {
  summariseWorlds,
  whatDecides,
  type Deciding,
  type JudgedReading,
  type JudgedWorld,
  type Model,
  type WorldsSummary,
} from '../../engine/index.ts';
import type { Drawn } from '../worker/protocol.ts';
import type { Finding } from '../words/headline.ts';
import {
  happenings,
  happensIn,
  sayDecides,
  sayMoreOfWorlds,
  sayReading,
  sayWorlds,
  type Happens,
} from '../words/worlds.ts';

/** As far as they have come. */
export interface WorldsCome {
  readonly drawn: Drawn | undefined;
  /** Other readings of a source, each a world of its own. */
  readonly readings: readonly JudgedReading[];
  /** By number, in the order of their numbers. */
  readonly judged: readonly JudgedWorld[];
}

export interface WorldsTold extends WorldsCome {
  readonly drawn: Drawn;
  readonly summary: WorldsSummary;
  readonly decides: readonly Deciding[];
  /** "Fewer people wait in 171 of 200 plausible worlds", and "What decides it most: how long care at home lasts", and a reading that turns it. */
  readonly finding: Finding;
  /** Other readings under which it comes out otherwise. */
  readonly turning: readonly JudgedReading[];
  /** What lies behind it, in sentences; the first says what is drawn and what stays fixed. */
  readonly more: readonly string[];
  /** Those that there are. */
  readonly counts: readonly { readonly what: Happens; readonly count: number }[];
}

/** So that several views of the same worlds read them once. */
const read = new WeakMap<readonly JudgedWorld[], WorldsTold>();

/** Undefined while there is no world. */
export function toldOfWorlds(model: Model, { drawn, readings, judged }: WorldsCome): WorldsTold | undefined {
  if (!drawn || judged.length === 0) return undefined;
  const told = read.get(judged) ?? tell(model, { drawn, readings, judged });
  read.set(judged, told);
  return told;
}

function tell(model: Model, { drawn, readings, judged }: Pick<WorldsTold, keyof WorldsCome>): WorldsTold {
  const summary = summariseWorlds(judged);
  const decides = whatDecides(drawn.numbers, judged);
  const isTurned = ({ world }: JudgedReading) =>
    happensIn(world) !== (summary.direction === 'lower' ? 'fewer' : 'more');
  const turning = readings.filter(isTurned);
  const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');
  return {
    drawn,
    readings,
    judged,
    summary,
    decides,
    finding: {
      sentence: withoutStop(sayWorlds(summary)),
      range: withoutStop([sayDecides(model, decides), ...turning.map(sayReading)].join(' ')),
    },
    turning,
    more: [
      ...sayMoreOfWorlds(summary, { numbers: drawn.numbers.length, without: drawn.without }),
      ...readings.filter((one) => !isTurned(one)).map(sayReading),
    ],
    counts: happenings
      .map((what) => ({ what, count: judged.filter((world) => happensIn(world) === what).length }))
      .filter(({ count }) => count > 0),
  };
}
