// What must hold of a system beyond its shape: its names exist, its shares add up, and everyone arrives, stays and leaves.
import { reservedIds, type Model } from './document.ts';
import { namesOf, stayProblems, type Names } from './ground-checks.ts';
import { error, warning, type Problem } from './problem.ts';
import { reachProblems } from './reach.ts';
import { stationProblems } from './station-checks.ts';
import { arrivalProblems, streamProblems } from './stream-checks.ts';

/** The most there may be of each family: far beyond any plan, and within what every check can bear. */
export const MOST_OF = { needs: 200, streams: 200, stations: 500 } as const;
const FAMILIES = ['needs', 'streams', 'stations'] as const;

/**
 * Problems of a system. When only some paths were set in a system already found sound, only what they touch is looked at
 * again: a document may hold hundreds of options.
 */
export function soundnessProblems(model: Model, set?: readonly string[]): Problem[] {
  const names = namesOf(model);
  const touched = set && new Set(set.map((path) => path.split('.', 2).join('.')));
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
    ...(set ? [] : idProblems(model)),
    ...each('needs', model.needs, (path, need) => needProblems(names, path, need)),
    ...each('streams', model.streams, (path, stream) => streamProblems(names, path, stream)),
    ...each('stations', model.stations, (path, station) => stationProblems(names, path, station)),
    ...initialProblems(model, names),
    ...arrivalProblems(model),
  ];
  // Where people can go is worth asking only when every name and share is right, and of a setting when it may alter that.
  if (problems.some((problem) => problem.severity === 'error')) return problems;
  return set === undefined || set.some(mayReroute) ? [...problems, ...reachProblems(model)] : problems;
}

/** Shares may open and close ways, and lengths may take the time out of a loop. */
function mayReroute(path: string): boolean {
  return path.startsWith('stations.') && /\.(share|days|hours)$|\.values(Days|Hours)\./.test(path);
}

function idProblems(model: Model): Problem[] {
  return FAMILIES.flatMap((family) => {
    const seen = new Map<string, string>();
    return Object.keys(model[family]).flatMap((id): Problem[] => {
      const path = `${family}.${id}`;
      if ((reservedIds as readonly string[]).includes(id) || id in {})
        return [
          error(path, `the id "${id}"`, 'an id that means nothing else', `Call it something else, such as "${id}-1".`),
        ];
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
    ...names.targets(`${path}.goesTo`, need.goesTo, false),
    ...names.alternatives(path, need.otherwise),
    ...(need.risesTo === undefined ? [] : names.named(`${path}.risesTo`, need.risesTo, names.needs, 'need')),
  ];
}

function initialProblems(model: Model, names: Names): Problem[] {
  const { needs, stations, exits, named } = names;

  /** A plain number means people who need what the station is for, so some need must go there. */
  const people = (path: string, station: string, given: number | Record<string, number> | undefined): Problem[] => {
    if (typeof given === 'object') return Object.keys(given).flatMap((id) => named(`${path}.${id}`, id, needs, 'need'));
    if (given === undefined || given === 0) return [];
    if (needs.some((need) => [model.needs[need]!.goesTo].flat().includes(station))) return [];
    const expected = `people by need, since no need goes to ${station}`;
    return [error(path, String(given), expected, `Write { "${needs[0] ?? 'need'}": ${given} }.`)];
  };

  return Object.entries(model.initial ?? {}).flatMap(([id, given]) => {
    const path = `initial.${id}`;
    if (!stations.includes(id)) return named(path, id, stations, 'station');
    if (exits.includes(id))
      return [
        error(path, 'people at an exit', 'a station where people stay', 'Whoever has left is no part of the start.'),
      ];
    const delayed = Object.keys(given.delayedFor ?? {});
    const awaited = [...needs, ...stations];
    return [
      ...people(`${path}.inCare`, id, given.inCare),
      ...people(`${path}.waiting`, id, given.waiting),
      ...delayed.flatMap((key) => named(`${path}.delayedFor.${key}`, key, awaited, 'need or station')),
      ...(given.remaining === undefined ? [] : stayProblems(`${path}.remaining`, given.remaining)),
    ];
  });
}
