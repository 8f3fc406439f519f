// A journey: where one person of a watched run goes and when, from the first record of the trace to the last.
import { verbNumbers, type NetworkOutline, type Trace } from '../../engine/index.ts';

export interface Stop {
  /** A station, an exit, or a team that sees the person where they are. */
  readonly station: number;
  readonly fromDay: number;
  /** When they were ready to go on; null: not before the end of the run. */
  readonly readyDay: number | null;
  /** They keep the place before while they are seen. */
  readonly isTask: boolean;
  /** Waiting for it from outside, holding no place yet. */
  readonly isOutside: boolean;
}

export interface Journey {
  readonly stops: readonly Stop[];
  /** They left without the place they waited for. */
  readonly gaveUpDay: number | null;
}

const { ARRIVE, ASK, GAVE_UP, LEAVE, MOVE, READY, TURNED_AWAY, waitedAlready } = verbNumbers;

/** Reads the whole trace once: some milliseconds for a county. */
export function journeyOf(trace: Trace, network: Pick<NetworkOutline, 'keepsPlace'>, person: number): Journey {
  const stops: Stop[] = [];
  let gaveUpDay: number | null = null;
  let waitedOutside = 0;
  const stop = (station: number, fromDay: number, isOutside = false): void => {
    // A person who gets in at once has not waited outside.
    if (stops.at(-1)?.isOutside && stops.at(-1)!.fromDay === fromDay) stops.pop();
    const last = stops.at(-1);
    const isSame = last?.station === station && last.isOutside === isOutside;
    // A further stay goes on from the one before, unless they waited in between.
    if (isSame && (last.readyDay ?? fromDay) >= fromDay) return;
    stops.push({ station, fromDay, readyDay: null, isTask: network.keepsPlace[station] === 1, isOutside });
  };
  for (let r = trace.patient.indexOf(person); r >= 0; r = trace.patient.indexOf(person, r + 1)) {
    const [day, verb, held, other] = [trace.day[r], trace.verb[r], trace.station[r], trace.other[r]];
    if (verb === ARRIVE) waitedOutside = waitedAlready(trace, r);
    else if (verb === ASK && held < 0) {
      stop(other, day - waitedOutside, true);
      waitedOutside = 0;
    } else if (verb === MOVE) stop(other, day);
    else if (verb === READY) {
      const at = stops.findLastIndex((one) => one.station === held && !one.isOutside);
      const readyDay = day - waitedAlready(trace, r);
      // Who has been ready since before the run has been there since then at least.
      if (at >= 0) stops[at] = { ...stops[at], fromDay: Math.min(stops[at].fromDay, readyDay), readyDay };
    } else if (verb === LEAVE) {
      if (trace.value[r] === GAVE_UP || trace.value[r] === TURNED_AWAY) gaveUpDay = day;
      if (other >= 0) stop(other, day);
    }
  }
  return { stops, gaveUpDay };
}
