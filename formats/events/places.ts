// How many places each station of a log has: the most that were in use at once, where somebody had to wait for one.
import type { Journeys } from './journeys.ts';
import type { EventLog } from './log.ts';
import type { Seen } from './seen.ts';

export interface Places {
  /** People who used it. */
  readonly uses: number;
  readonly most: number;
  /** Resources by name, where they are numbers. */
  readonly numbered: number;
  readonly waited: number;
  /** Of those who came from another place and waited, who had given that up before. */
  readonly waitedOutside: number;
  readonly waitedInside: number;
  /** Nobody's wait for it can be seen in the log. */
  readonly isWaitUnseen: boolean;
}

/** A second: less is rounding. */
const NO_WAIT_DAYS = 1 / 86_400;

export function placesOf(log: EventLog, { all, stationNames, hasArrivals }: Journeys, { ends, runOf }: Seen): Places[] {
  const count = stationNames.length;
  const [uses, waited, outside, inside, seen] = Array.from({ length: 5 }, () => new Int32Array(count));
  const numbered = stationNames.map(() => new Set<number>());
  const changes = stationNames.map((): [number[], number[]][] => Array.from({ length: log.runs }, () => [[], []]));
  for (const { person, uses: its, arrived } of all)
    for (const [at, use] of its.entries()) {
      const { station, begin } = use;
      const before = at === 0 ? undefined : its[at - 1];
      const since = before ? before.ready : Number.isNaN(use.asked) && hasArrivals ? arrived : use.asked;
      uses[station]++;
      if (!Number.isNaN(since)) seen[station]++;
      if (begin - since > NO_WAIT_DAYS) {
        waited[station]++;
        if (before && begin - before.end > NO_WAIT_DAYS) outside[station]++;
        else if (before) inside[station]++;
      }
      const resource = log.resource[use.row];
      if (resource >= 0 && Number.isFinite(Number(log.resourceNames[resource]))) numbered[station].add(resource);
      const [from, until] = changes[station][runOf[person]];
      from.push(begin);
      until.push(Number.isNaN(use.end) ? ends[runOf[person]] : use.end);
    }
  return stationNames.map((_name, station) => ({
    uses: uses[station],
    most: Math.max(...changes[station].map(mostAtOnce)),
    numbered: numbered[station].size,
    waited: waited[station],
    waitedOutside: outside[station],
    waitedInside: inside[station],
    isWaitUnseen: seen[station] === 0,
  }));
}

/** A place that is given up at a moment can be taken at that moment. */
function mostAtOnce([from, until]: [number[], number[]]): number {
  const [begins, ends] = [Float64Array.from(from).sort(), Float64Array.from(until).sort()];
  let [most, ended] = [0, 0];
  for (let begun = 0; begun < begins.length; begun++) {
    while (ended < ends.length && ends[ended] <= begins[begun]) ended++;
    most = Math.max(most, begun + 1 - ended);
  }
  return most;
}
