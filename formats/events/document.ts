// The first model that an event log describes: its stations, who comes for what and when, how long they stay, and where they go.
import { shareWithin } from '../../engine/index.ts';
import { idFrom, idsOf } from '../ids.ts';
import type { LogCalendar } from './log.ts';
import { chosen, CLEARLY, type Evidence, measured } from './measured.ts';
import type { LogNames } from './played.ts';
import type { MinedStream } from './mined-arrivals.ts';
import type { Piece } from './mined-stays.ts';
import type { Places } from './places.ts';
import { exitOf, isExit, LEFT, type Ways } from './ways.ts';

export interface Mined {
  readonly file: string;
  readonly calendar: LogCalendar;
  readonly stationNames: readonly string[];
  readonly isTeam: readonly boolean[];
  readonly places: readonly Places[];
  readonly stays: readonly Piece[];
  readonly ways: Ways;
  /** By kind of people. */
  readonly kindNames: readonly string[];
  readonly needIds: readonly string[];
  readonly streams: readonly MinedStream[];
  /** Of everybody who was seen from their arrival until they left; NaN: nobody was. */
  readonly meanDays: number;
}

const WEEK = 7;
const [WARM_UP_STAYS, RUN_STAYS] = [10, 50];
const [MOST_WARM_UP, LEAST_RUN, MOST_RUN] = [182, 28, 364];

/** A document that `readModel` has yet to check. */
export function documentOf(mined: Mined): { document: object; names: Omit<LogNames, 'needOf' | 'goalOf'> } {
  const { file, stationNames, isTeam, places, stays, ways, kindNames, needIds, streams, calendar } = mined;
  const names = idsOf([
    ...stationNames,
    ...ways.exitNames.map((name) => (stationNames.includes(name) ? `${name} exit` : name)),
  ]);
  const all = [...names.values()];
  const stationId = (station: number): string => all[station];
  const exitId = (exit: number): string => all[stationNames.length + exit];
  /** People who gave up one place before they got this one wait in a place of their own. */
  const hasQueue = places.map(({ waitedInside, waitedOutside }, at) => !isTeam[at] && waitedOutside > waitedInside);
  const queueId = (station: number): string => `queue-${stationId(station)}`;
  const goalId = (goal: number, isInside: boolean): string =>
    isExit(goal) ? exitId(exitOf(goal)) : isInside && hasQueue[goal] ? queueId(goal) : stationId(goal);
  const evidence: Record<string, Evidence> = {
    calendar: chosen('A log does not say how long a model should run.'),
    experiment: chosen('A log does not say how often a model should run.'),
  };
  const usedExits = new Set<number>();

  const stations: Record<string, object> = {};
  for (const [at, label] of stationNames.entries()) {
    const id = stationId(at);
    const path = `stations.${id}`;
    const { beds, why } = placesIn(places[at], file);
    const { piece: next, evidence: ofWays } = nextOf(at);
    evidence[`${path}.${isTeam[at] ? 'staff' : 'beds'}`] = why;
    for (const [rest, its] of Object.entries(stays[at].evidence)) evidence[joined(`${path}.stay`, rest)] = its;
    for (const [rest, its] of Object.entries(ofWays)) evidence[joined(`${path}.next`, rest)] = its;
    stations[id] = isTeam[at]
      ? { kind: 'team', label, staff: beds, stay: stays[at].piece, next }
      : { kind: 'ward', label, beds, stay: stays[at].piece, next };
    if (!hasQueue[at]) continue;
    stations[queueId(at)] = {
      kind: 'ward',
      label: `Queue for ${label}`,
      about: `People who have left their place before and wait for ${label}.`,
      beds: 'unlimited',
      stay: { shape: 'fixed', days: 0 },
      next: [{ to: id }],
    };
    evidence[`stations.${queueId(at)}`] = chosen(
      'In the log people wait here without a place: nobody is kept out of a queue.',
    );
  }
  for (const { first } of ways.kinds) if (isExit(first)) usedExits.add(exitOf(first));
  for (const exit of usedExits) stations[exitId(exit)] = { kind: 'exit', label: capital(ways.exitNames[exit]) };

  const rates = needIds.flatMap((id, at) =>
    Object.entries(streams[at].evidence).map(([rest, its]) => [`streams.${id}.${rest}`, its] as const),
  );
  const [warmUpDays, runDays] = daysOf(mined.meanDays);
  const document = {
    schemaVersion: 1,
    id: idFrom(file.replace(/\.\w+$/, '')),
    title: `A first model from ${file}`.slice(0, 200),
    about: `Stations, routes, stays and arrivals as they were counted in the event log ${file}. Where the log is silent, a number is chosen and said to be illustrative.`,
    calendar: { startDate: calendar.startDate, warmUpDays, runDays },
    experiment: { replications: 20, seed: 1 },
    needs: Object.fromEntries(
      needIds.map((id, at) => [id, { label: kindNames[at], goesTo: goalId(ways.kinds[at].first, false) }]),
    ),
    streams: Object.fromEntries(
      needIds.map((id, at) => [id, { label: kindNames[at], ...streams[at].piece, shares: { [id]: 1 } }]),
    ),
    stations,
    options: [{ id: 'today', title: 'As in the log' }],
    controls: stationNames.flatMap((label, at) => {
      const { beds } = placesIn(places[at], file);
      const path = `stations.${stationId(at)}.${isTeam[at] ? 'staff' : 'beds'}`;
      return beds === 'unlimited'
        ? []
        : [{ path, label: `Places, ${label}`, least: 0, most: Math.max(10, 2 * beds), step: 1 }];
    }),
    evidence: {
      ...evidence,
      ...Object.fromEntries(
        needIds.map((id) => [`streams.${id}.shares`, chosen('Each pathway is a stream of its own.')]),
      ),
      ...Object.fromEntries(rates),
    },
  };
  return {
    document,
    names: {
      stations: stationNames.map((_name, at) => stationId(at)),
      queues: stationNames.map((_name, at) => (hasQueue[at] ? queueId(at) : undefined)),
      exits: ways.exitNames.map((_name, at) => exitId(at)),
      left: exitId(ways.exitNames.indexOf(LEFT)),
    },
  };

  function nextOf(station: number): { piece: object; evidence: Record<string, Evidence> } {
    const its = ways.from[station];
    const unsaid = ways.exitNames.indexOf(LEFT);
    const pooled = summed([...its.values()]);
    if (pooled.size === 0) {
      usedExits.add(unsaid);
      return {
        piece: [{ to: exitId(unsaid) }],
        evidence: { '': chosen('Nobody was seen to leave.') },
      };
    }
    const whole = waysPiece(pooled);
    if (its.size < 2 || !differ([...its.values()], pooled)) return whole;
    const pieces = [...its].map(([kind, goals]) => ({ name: needIds[kind], ...waysPiece(goals) }));
    const others = its.size < needIds.length ? [{ name: 'else', ...whole }] : [];
    return {
      piece: { by: 'need', ...Object.fromEntries([...pieces, ...others].map(({ name, piece }) => [name, piece])) },
      evidence: Object.fromEntries(
        [...pieces, ...others].flatMap((each) =>
          Object.entries(each.evidence).map(([rest, one]) => [`${each.name}.${rest}`, one]),
        ),
      ),
    };
  }

  function waysPiece(goals: ReadonlyMap<number, number>): { piece: object[]; evidence: Record<string, Evidence> } {
    const n = [...goals.values()].reduce((sum, count) => sum + count, 0);
    const inOrder = [...goals].toSorted(([a], [b]) => b - a);
    for (const [goal] of inOrder) if (isExit(goal)) usedExits.add(exitOf(goal));
    return {
      piece: inOrder.map(([goal, count]) => ({
        to: goalId(goal, true),
        ...(inOrder.length > 1 && { share: count / n }),
      })),
      evidence:
        inOrder.length > 1
          ? Object.fromEntries(
              inOrder.map(([, count], at) => [`${at}.share`, measured(file, n, shareWithin(count, n))]),
            )
          : {},
    };
  }
}

const joined = (path: string, rest: string): string => (rest === '' ? path : `${path}.${rest}`);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function placesIn(
  { uses, most, numbered, waited, isWaitUnseen }: Places,
  file: string,
): { beds: number | 'unlimited'; why: Evidence } {
  if (waited === 0 && !isWaitUnseen)
    return {
      beds: 'unlimited',
      why: {
        ...measured(file, uses),
        note: `Nobody waited for it, so no limit can be seen. At most ${most} were in use at once.`,
      },
    };
  const beds = Math.max(1, most, numbered);
  return {
    beds,
    why: {
      ...measured(file, uses),
      status: 'estimated',
      note: `The most in use at once${numbered > most ? ', or named' : ''}: there may be more.`,
    },
  };
}

/** By Akaike's criterion: whether each kind of people has its own shares. */
function differ(each: readonly ReadonlyMap<number, number>[], pooled: ReadonlyMap<number, number>): boolean {
  const likelihood = (goals: ReadonlyMap<number, number>) => {
    const n = [...goals.values()].reduce((sum, count) => sum + count, 0);
    return [...goals.values()].reduce((sum, count) => sum + count * Math.log(count / n), 0);
  };
  const gain = 2 * (each.reduce((sum, goals) => sum + likelihood(goals), 0) - likelihood(pooled));
  return gain > 2 * (each.length - 1) * (pooled.size - 1) + CLEARLY;
}

function summed(each: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const goals of each) for (const [goal, count] of goals) sum.set(goal, (sum.get(goal) ?? 0) + count);
  return sum;
}

/** Whole weeks: long enough to fill up, and to see many people come and go. */
function daysOf(meanDays: number): [warmUp: number, run: number] {
  const weeks = (days: number) => WEEK * Math.ceil(days / WEEK);
  const stay = Number.isNaN(meanDays) ? MOST_RUN : meanDays;
  return [
    Math.min(MOST_WARM_UP, Math.max(WEEK, weeks(WARM_UP_STAYS * stay))),
    Math.min(MOST_RUN, Math.max(LEAST_RUN, weeks(RUN_STAYS * stay))),
  ];
}
