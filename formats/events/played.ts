// A log as the trace of a watched run, so that whatever draws runs plays it: who is where, who waits for what and since when, exactly as the log says.
import { type NetworkOutline, type Trace, verbNumbers } from '../../engine/index.ts';
import type { Journey, Journeys } from './journeys.ts';

const { ARRIVE, ASK, BY_EXIT, GAVE_UP, LEAVE, MOVE, READY } = verbNumbers;

/** What the stations and people of a log are called in the document that was made of it. */
export interface LogNames {
  readonly stations: readonly string[];
  /** Of those whose people wait without a place. */
  readonly queues: readonly (string | undefined)[];
  readonly exits: readonly string[];
  /** The exit of people whose destination the log does not give. */
  readonly left: string;
  /** Undefined: nothing says what they came for. */
  needOf(journey: Journey): string | undefined;
  /** The station, by its number in the log, that people wait for after such an event; undefined: none. */
  goalOf(queue: number): number | undefined;
}

export interface Played {
  readonly trace: Trace;
  /** By person of the trace. */
  readonly needs: Int16Array;
}

/** `times`: days of the trace in a day of the log. Only people who are `isShown`, such as those of one run. */
export function playedFrom(
  { all, isTeam, hasDepartures }: Journeys,
  names: LogNames,
  { stationIds, needIds }: Pick<NetworkOutline, 'stationIds' | 'needIds'>,
  times: number,
  isShown: (journey: Journey) => boolean,
): Played {
  const at = new Map(stationIds.map((id, index) => [id, index]));
  const needAt = new Map(needIds.map((id, index) => [id, index]));
  const stations = names.stations.map((id) => at.get(id)!);
  const queues = names.queues.map((id) => (id === undefined ? undefined : at.get(id)));
  const records: { day: number; verb: number; patient: number; station: number; other: number; value: number }[] = [];
  const needs: number[] = [];
  for (const journey of all) {
    const need = names.needOf(journey);
    if (need !== undefined && isShown(journey)) write(journey, needAt.get(need)!);
  }
  // Of one person the order is that of what they did.
  const inOrder = records.toSorted((a, b) => a.day - b.day);
  return {
    trace: {
      length: inOrder.length,
      day: Float64Array.from(inOrder, ({ day }) => day * times),
      verb: Uint8Array.from(inOrder, ({ verb }) => verb),
      patient: Int32Array.from(inOrder, ({ patient }) => patient),
      station: Int16Array.from(inOrder, ({ station }) => station),
      other: Int16Array.from(inOrder, ({ other }) => other),
      value: Float64Array.from(inOrder, ({ value }) => value),
    },
    needs: Int16Array.from(needs),
  };

  function write({ arrived, uses, departed, exit, waitsFor, waitsSince }: Journey, need: number): void {
    const patient = needs.push(need) - 1;
    const tell = (day: number, verb: number, station: number, other: number, value = 0): void =>
      void records.push({ day, verb, patient, station, other, value });
    tell(arrived, ARRIVE, -1, need);
    let held = -1;
    for (const [number, use] of uses.entries()) {
      const to = stations[use.station];
      // Whoever waited for one place and was given another waited for the first.
      const asked = stations[names.goalOf(use.queue) ?? use.station];
      const before = uses.at(number - 1);
      if (number === 0 || before === undefined) tell(Number.isNaN(use.asked) ? arrived : use.asked, ASK, -1, asked);
      else {
        const queue = queues[use.station];
        tell(before.ready, READY, stations[before.station], -1);
        if (queue !== undefined && before.end < use.begin && !isTeam[use.station]) {
          tell(before.ready, ASK, held, queue);
          tell(before.end, MOVE, held, queue, queue);
          tell(before.end, READY, queue, -1);
          [held] = [queue];
          tell(before.end, ASK, held, asked);
        } else tell(before.ready, ASK, held, asked);
      }
      tell(use.begin, MOVE, held, to, asked);
      if (!isTeam[use.station]) held = to;
    }
    const last = uses.at(-1);
    const goal = names.goalOf(waitsFor);
    const left = Number.isNaN(departed) && !hasDepartures && last !== undefined ? last.end : departed;
    if (last !== undefined && (last.ready < left || goal !== undefined))
      tell(last.ready, READY, stations[last.station], -1);
    if (goal !== undefined) tell(waitsSince, ASK, held, stations[goal]);
    if (Number.isNaN(left)) return;
    const out = at.get(names.exits[exit] ?? names.left);
    tell(left, LEAVE, held, out ?? -1, out === undefined ? GAVE_UP : BY_EXIT);
  }
}
