// What must hold of a station: a stay and a way onward for everyone, shares that add up, and surge that opens and closes.
import type { Stay } from './distributions/index.ts';
import type { PerNeed, Station, Way } from './document.ts';
import { stayProblems, sumProblems, type Names } from './ground-checks.ts';
import { error, listWords, type Problem } from './problem.ts';
import { stationKinds, type StationKind } from './stations/index.ts';

export function stationProblems(names: Names, path: string, station: Station): Problem[] {
  if (station.kind === 'exit') return [];
  const { placesKey } = stationKinds.find((one) => one.kind === station.kind)!;
  const { stay, next, patience } = station;
  const problems: Problem[] = [];

  const passing = 'For a place only passed through give { "shape": "fixed", "days": 0 }.';
  if (stay === undefined) problems.push(error(`${path}.stay`, 'nothing', 'how long people stay', passing));
  else problems.push(...everyone<Stay>(names, `${path}.stay`, stay as PerNeed<Stay>, stayProblems));

  const list = 'Give a list such as [{ "to": "home" }]; only an exit has none.';
  if (next === undefined) problems.push(error(`${path}.next`, 'nothing', 'where people go from here', list));
  else problems.push(...everyone<Way[]>(names, `${path}.next`, next, (at, ways) => wayProblems(names, at, ways)));

  if (placesKey === 'places' && station.places === undefined && station.startsPerMonth === undefined) {
    const hint = 'Write "unlimited" if there is no limit.';
    problems.push(error(`${path}.places`, 'nothing', 'places at once, or startsPerMonth', hint));
  }
  if (patience !== undefined) {
    problems.push(...stayProblems(`${path}.patience.stay`, patience.stay));
    problems.push(...names.named(`${path}.patience.to`, patience.to, names.exits, 'exit'));
  }
  return [...problems, ...surgeProblems(`${path}.surge`, station, placesKey)];
}

/** Everything in a value or in a table by need; a table must know what to do with everyone. */
function everyone<T>(
  names: Names,
  path: string,
  value: PerNeed<T>,
  one: (path: string, value: T) => Problem[],
): Problem[] {
  if (typeof value !== 'object' || value === null || !('by' in value)) return one(path, value as T);
  const table = value as unknown as Record<string, T>;
  const keys = Object.keys(table).filter((key) => key !== 'by');
  const missing = keys.includes('else') ? [] : names.needs.filter((need) => !keys.includes(need));
  const problems = keys.flatMap((key) =>
    key === 'else' ? [] : names.named(`${path}.${key}`, key, names.needs, 'need'),
  );
  if (missing.length > 0) {
    const found = `nothing for ${listWords(missing.slice(0, 20))}`;
    problems.push(error(path, found, 'an entry for every need', 'Add them, or "else" for all the others.'));
  }
  return [...problems, ...keys.flatMap((key) => one(`${path}.${key}`, table[key] as T))];
}

function wayProblems(names: Names, path: string, ways: readonly Way[]): Problem[] {
  const problems = ways.flatMap((way, at) => [
    ...names.targets(`${path}.${at}.to`, way.to, true),
    ...names.alternatives(`${path}.${at}`, way.otherwise),
  ]);
  if (ways.length === 1 && ways[0]!.share === undefined) return problems;
  const unsaid = ways.flatMap((way, at) => (way.share === undefined ? [`${path}.${at}.share`] : []));
  const hint = 'Where there are several ways, each says what share of people go it.';
  problems.push(...unsaid.map((at) => error(at, 'nothing', 'a share from 0 to 1', hint)));
  const shares = ways.map((way) => way.share ?? 0);
  return unsaid.length > 0 ? problems : [...problems, ...sumProblems(path, shares)];
}

function surgeProblems(path: string, { surge, kind }: Station, placesKey: StationKind['placesKey']): Problem[] {
  if (surge === undefined) return [];
  const problems: Problem[] = [];
  const { openAtWaiting, closeAtWaiting } = surge;
  if (closeAtWaiting >= openAtWaiting) {
    const expected = `less than openAtWaiting, which is ${openAtWaiting}`;
    const hint = 'Else the places would open and close at one moment.';
    problems.push(error(`${path}.closeAtWaiting`, String(closeAtWaiting), expected, hint));
  }
  if (placesKey !== null && surge[placesKey] === undefined)
    problems.push(error(`${path}.${placesKey}`, 'nothing', `the surge ${placesKey}`, `A ${kind} has ${placesKey}.`));
  return problems;
}
