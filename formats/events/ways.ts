// Where people of a log went: who came for what, and from each station on to which; those who left without what they waited for are apart.
import type { Journey, Journeys } from './journeys.ts';
import type { EventLog } from './log.ts';
import type { Seen } from './seen.ts';

/** A station by its index from 0, or an exit as −1 − its index. */
type Goal = number;

export interface Kind {
  readonly pathway: number;
  readonly first: Goal;
  readonly people: readonly Journey[];
}

export interface Ways {
  /** People of one pathway whose first place is the same; the most frequent first. */
  readonly kinds: readonly Kind[];
  /** By station, by kind: how many went on to where. */
  readonly from: readonly ReadonlyMap<number, ReadonlyMap<Goal, number>>[];
  readonly exitNames: readonly string[];
  /** By station: people who left while they waited for it. */
  readonly gaveUp: ReadonlyMap<Goal, number>;
  /** Nothing says what they came for. */
  readonly unknown: number;
  /** By queue event, what people wait for who have it. */
  readonly wanted: ReadonlyMap<number, Goal>;
}

/** The exit of people whose destination the log does not give. */
export const LEFT = 'left';

export const isExit = (goal: Goal): boolean => goal < 0;
export const exitOf = (goal: Goal): number => -1 - goal;

export function waysOf(log: EventLog, journeys: Journeys, { ends, runOf }: Seen): Ways {
  const { all, stationNames } = journeys;
  // One more for departures of which nothing says where to.
  const names = [...new Set([...log.exitNames, LEFT])];
  const goalOfExit = (exit: number): Goal => -1 - (exit < 0 ? names.indexOf(LEFT) : exit);
  const wanted = goalsOfQueues(all, goalOfExit, (queue) => namedIn(log.eventNames[queue], stationNames, names));

  const gaveUp = new Map<Goal, number>();
  const kinds = new Map<string, { pathway: number; first: Goal; people: Journey[] }>();
  const from = stationNames.map(() => new Map<number, Map<Goal, number>>());
  const moves: { journey: Journey; station: number; to: Goal }[] = [];
  const kindOf = new Map<Journey, number>();
  let unknown = 0;
  for (const journey of all) {
    const { uses, person } = journey;
    const leaves = endOf(journey);
    const first = uses[0]?.station ?? leaves ?? wanted.get(journey.waitsFor);
    if (first === undefined) {
      unknown++;
      continue;
    }
    const pathway = log.pathwayOf[person];
    const key = `${pathway} ${first}`;
    const kind = kinds.get(key) ?? { pathway, first, people: [] };
    kinds.set(key, kind);
    kind.people.push(journey);
    for (const [at, { station }] of uses.entries()) {
      const to = at + 1 < uses.length ? uses[at + 1].station : leaves;
      if (to !== undefined) moves.push({ journey, station, to });
    }
  }
  const inOrder = [...kinds.values()].toSorted((a, b) => b.people.length - a.people.length);
  for (const [at, { people }] of inOrder.entries()) for (const journey of people) kindOf.set(journey, at);
  for (const { journey, station, to } of moves) {
    const kind = kindOf.get(journey)!;
    const its = from[station].get(kind) ?? new Map<Goal, number>();
    from[station].set(kind, its);
    its.set(to, (its.get(to) ?? 0) + 1);
  }
  return { kinds: inOrder, from, exitNames: names, gaveUp, unknown, wanted };

  /** The exit they took; undefined where they are still there, or left without what they waited for. */
  function endOf(journey: Journey): Goal | undefined {
    const { uses, departed, exit, waitsFor, person } = journey;
    if (!Number.isNaN(departed)) {
      const goal = wanted.get(waitsFor);
      if (goal !== undefined && !isExit(goal)) {
        gaveUp.set(goal, (gaveUp.get(goal) ?? 0) + 1);
        return undefined;
      }
      return goalOfExit(exit);
    }
    // Without departures in the log, whoever has left their last place before the log ends has left.
    const last = uses.at(-1);
    const isOut = !journeys.hasDepartures && last !== undefined && last.end < ends[runOf[person]] && waitsFor < 0;
    return isOut ? goalOfExit(-1) : undefined;
  }
}

/** What people waited for: what the event names, else what most of them got after it. */
function goalsOfQueues(
  all: readonly Journey[],
  goalOfExit: (exit: number) => Goal,
  named: (queue: number) => Goal | undefined,
): ReadonlyMap<number, Goal> {
  const got = new Map<number, Map<Goal, number>>();
  const count = (queue: number, goal: Goal): void => {
    if (queue < 0) return;
    const its = got.get(queue) ?? new Map<Goal, number>();
    got.set(queue, its);
    its.set(goal, (its.get(goal) ?? 0) + 1);
  };
  for (const { uses, departed, exit, waitsFor } of all) {
    for (const { queue, station } of uses) count(queue, station);
    if (!Number.isNaN(departed)) count(waitsFor, goalOfExit(exit));
  }
  // Whoever gave up took an exit too: a station is what was waited for as soon as anybody got one.
  return new Map(
    [...got].map(([queue, goals]) => {
      const stations = [...goals].filter(([goal]) => !isExit(goal));
      const among = stations.length > 0 ? stations : [...goals];
      return [queue, named(queue) ?? among.reduce((most, each) => (each[1] > most[1] ? each : most))[0]];
    }),
  );
}

/** "p2_wait_begins" names p2, and "queue_counter" counter: the longest name that stands in it between marks. */
function namedIn(event: string, stations: readonly string[], exits: readonly string[]): Goal | undefined {
  const words = ` ${event.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.toLowerCase();
  const goals = [
    ...stations.map((name, at) => ({ name, goal: at })),
    ...exits.map((name, at) => ({ name, goal: -1 - at })),
  ].filter(({ name }) => words.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.toLowerCase()));
  return goals.toSorted((a, b) => b.name.length - a.name.length).at(0)?.goal;
}
