// Checks a system beyond its shape: its names exist, its shares add up, and everyone arrives, stays and leaves.
import { askProblems } from './ask-checks.ts';
import { calendarProblems } from './calendar-checks.ts';
import type { Model, Waiters } from '../document.ts';
import type { Attribute, Way } from '../document/people.ts';
import { reservedIds, type ByWho } from '../document/values.ts';
import { gateProblems } from './gate-checks.ts';
import { namesOf, stayProblems, sumProblems, type Names } from './ground-checks.ts';
import { error, warning, type Problem } from '../../ground/problem.ts';
import { labelProblems } from './label-checks.ts';
import { positionProblems } from './position-checks.ts';
import { siteProblems } from './site-checks.ts';
import { populationProblems } from './population-checks.ts';
import { reachProblems } from './reach.ts';
import { crowdOf, routesOf } from './routes.ts';
import { askKeyProblems, stationProblems } from './station-checks.ts';
import { arrivalProblems, countProblems, streamProblems } from './stream-checks.ts';
import { everyone, leavesOf } from './table-checks.ts';
import { traitsOf, valuesOf } from '../who.ts';

/** The most there may be of each family: far beyond any plan, and within what every check can bear. */
export const MOST_OF = { needs: 200, streams: 200, stations: 500, attributes: 20 } as const;
const FAMILIES = ['needs', 'streams', 'stations', 'attributes'] as const;
/** Kinds of people: every need with every value of every attribute. Each has a row at every station and for every way onward. */
const MOST_KINDS = 5000;
const MOST_ROWS = 500_000;
/** First words of who a row of results is about, so no attribute may be called by them. */
const WHO_WORDS = ['from'];

/**
 * Problems of a system. When only some paths were set in a system already found sound, only what they touch is looked at
 * again: a document may hold hundreds of options.
 */
export function soundnessProblems(model: Model, set?: readonly string[]): Problem[] {
  const names = namesOf(model);
  // What values an attribute has is what every table is written for.
  const all = set === undefined || set.some((path) => path.startsWith('attributes.'));
  const touched = all ? undefined : new Set(set.map((path) => path.split('.', 2).join('.')));
  const each = <T>(
    family: string,
    members: Readonly<Record<string, T>>,
    check: (path: string, member: T) => Problem[],
  ) =>
    Object.entries(members).flatMap(([id, member]) => {
      const path = `${family}.${id}`;
      return touched === undefined || touched.has(path) ? check(path, member) : [];
    });
  const problems = [
    ...(set ? [] : [...idProblems(model), ...labelProblems(model)]),
    ...(set?.some((path) => path.startsWith('calendar.')) ? calendarProblems(model, set) : []),
    ...each('attributes', model.attributes ?? {}, (path, one) => attributeProblems(names, path, one)),
    ...each('needs', model.needs, (path, need) => needProblems(names, path, need)),
    ...each('streams', model.streams, (path, stream) => streamProblems(names, path, stream)),
    ...each('stations', model.stations, (path, station) => stationProblems(model, names, path, station)),
    ...initialProblems(model, names),
    ...populationProblems(model, names),
    ...arrivalProblems(model),
    ...(set ? [] : [...countProblems(model), ...positionProblems(model), ...siteProblems(model)]),
    ...kindProblems(model),
  ];
  // Where people can go is worth asking only when every name and share is right, and of a setting when it may alter that.
  if (problems.some((problem) => problem.severity === 'error')) return problems;
  if (set !== undefined && !set.some(mayReroute)) return problems;
  const crowd = crowdOf(model);
  if (crowd.length === 0) return problems;
  const routes = routesOf(model, crowd);
  return [
    ...problems,
    ...reachProblems(model, crowd, routes),
    ...askProblems(model, crowd),
    ...gateProblems(model, routes),
  ];
}

/** Shares may open and close ways, lengths take the time out of a loop, hours shut people in; teams need no preparation, a factor a stay. */
function mayReroute(path: string): boolean {
  if (/\.prepare\.|\.stayFactor$/.test(path)) return true;
  return path.startsWith('stations.') && /\.(share|days|hours|fromHour|toHour)$|\.values(Days|Hours)\./.test(path);
}

function kindProblems(model: Model): Problem[] {
  const traits = traitsOf(model);
  const kinds = Object.keys(model.needs).length * traits.count;
  const stations = Object.values(model.stations);
  const ways = stations.flatMap(({ next }) => (next === undefined ? [] : leavesOf<Way[]>('', next)));
  const places = ways.reduce((sum, [, list]) => sum + list.length, stations.length);
  const most = Math.min(MOST_KINDS, Math.floor(MOST_ROWS / Math.max(1, places)));
  if (kinds <= most) return [];
  const parts = [
    `${Object.keys(model.needs).length} needs`,
    ...traits.attributes.map(({ id, values }) => `${values.length} values of ${id}`),
    ...(traits.streams.length === 0 ? [] : [`${traits.streams.length + 1} values of stream`]),
  ];
  const expected = `at most ${most} kinds with ${stations.length} stations and ${places - stations.length} ways onward`;
  const hint = 'Each kind has a row for every station and way: remove an attribute, or combine values that are alike.';
  return [error('attributes', `${kinds} kinds of people (${parts.join(' × ')})`, expected, hint)];
}

function attributeProblems(names: Names, path: string, { shares }: Attribute): Problem[] {
  const refused = {
    need: 'Attributes are decided before the need: give shares by stream, or the same shares for everyone.',
    attribute: 'Attributes are independent of each other: give shares by stream, or the same shares for everyone.',
  };
  const group = (at: string, each: Record<string, number>) => sumProblems(at, Object.values(each));
  return [
    ...valuesOf(shares).flatMap((value) => meaningProblems(`${path}.shares.${value}`, value)),
    ...everyone<Record<string, number>>(names, `${path}.shares`, shares, group, refused),
  ];
}

/** An id that would be taken for something else. */
function meaningProblems(path: string, id: string, others: readonly string[] = []): Problem[] {
  if (!(reservedIds as readonly string[]).includes(id) && !others.includes(id) && !(id in {})) return [];
  const hint = `Call it something else, such as "${id}-1".`;
  return [error(path, `the id "${id}"`, 'an id that has no other meaning', hint)];
}

function idProblems(model: Model): Problem[] {
  return FAMILIES.flatMap((family) => {
    const seen = new Map<string, string>();
    return Object.keys(model[family] ?? {}).flatMap((id): Problem[] => {
      const path = `${family}.${id}`;
      const taken = meaningProblems(path, id, family === 'attributes' ? WHO_WORDS : []);
      if (taken.length > 0) return taken;
      const twin = seen.get(id.toLowerCase());
      seen.set(id.toLowerCase(), id);
      if (twin === undefined) return [];
      return [
        warning(path, `"${id}" beside "${twin}"`, 'ids that differ in more than capitals', 'Rename one of them.'),
      ];
    });
  });
}

function needProblems(names: Names, path: string, need: Model['needs'][string]): Problem[] {
  return [
    ...everyone<string | string[]>(names, `${path}.goesTo`, need.goesTo, (at, to) => names.targets(at, to, false)),
    ...askKeyProblems(names, path, need),
    ...(need.risesTo === undefined ? [] : names.named(`${path}.risesTo`, need.risesTo, names.needs, 'need')),
  ];
}

function initialProblems(model: Model, names: Names): Problem[] {
  const { needs, stations, exits, named } = names;

  const goes = (goesTo: ByWho<string | string[]>) => leavesOf('', goesTo).flatMap(([, to]) => to);

  /** A plain number means people who need what the station is for, so some need must go there. */
  const people = (
    path: string,
    station: string,
    given: number | Readonly<Record<string, unknown>> | undefined,
  ): Problem[] => {
    if (typeof given === 'object') return Object.keys(given).flatMap((id) => named(`${path}.${id}`, id, needs, 'need'));
    if (given === undefined || given === 0) return [];
    if (needs.some((need) => goes(model.needs[need].goesTo).includes(station))) return [];
    const expected = `people by need, since no need goes to ${station}`;
    return [error(path, String(given), expected, `Write { "${needs[0] ?? 'need'}": ${given} }.`)];
  };

  const since = (path: string, given: Waiters): Problem[] => {
    if (typeof given === 'number' || typeof given.sinceDays === 'number') return [];
    if (!Array.isArray(given.sinceDays)) return stayProblems(`${path}.sinceDays`, given.sinceDays);
    const days = given.sinceDays.length;
    if (days === given.people) return [];
    const hint = 'Give one number for each of them, or one number for all, or a distribution.';
    return [
      error(`${path}.sinceDays`, `${days} numbers for ${given.people} people`, 'as many numbers as people', hint),
    ];
  };

  return Object.entries(model.initial ?? {}).flatMap(([id, given]) => {
    const path = `initial.${id}`;
    if (!stations.includes(id)) return named(path, id, stations, 'station');
    if (exits.includes(id))
      return [
        error(
          path,
          'people at an exit',
          'a station where people stay',
          'Remove it: people who have left are not there at the start.',
        ),
      ];
    if (model.stations[id].kind === 'team' && [given.inCare, given.delayedFor].some((one) => one !== undefined)) {
      const hint = 'Give them at the place they hold, under "delayedFor" with this team.';
      return [error(path, 'people at a team', 'people at places they hold, or waiting outside', hint)];
    }
    const delayed = Object.keys(given.delayedFor ?? {});
    const awaited = [...needs, ...stations];
    return [
      ...people(`${path}.inCare`, id, given.inCare),
      ...people(`${path}.waiting`, id, given.waiting),
      ...delayed.flatMap((key) => named(`${path}.delayedFor.${key}`, key, awaited, 'need or station')),
      ...Object.entries(given.delayedFor ?? {}).flatMap(([key, one]) => since(`${path}.delayedFor.${key}`, one)),
      ...(typeof given.waiting === 'object'
        ? Object.entries(given.waiting).flatMap(([key, one]) => since(`${path}.waiting.${key}`, one))
        : []),
      ...(given.remaining === undefined ? [] : stayProblems(`${path}.remaining`, given.remaining)),
    ];
  });
}
