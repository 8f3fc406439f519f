// Checks a station: a stay and a way onward for everyone, shares that add up, limits that let people in and out.
import type { Stay } from '../../distributions/index.ts';
import type { Model } from '../document.ts';
import type { Alternative, Way } from '../document/people.ts';
import { HERE } from '../../ground/ids.ts';
import type { Station } from '../document/stations.ts';
import { stayProblems, sumProblems, type Names } from './ground-checks.ts';
import { hoursProblems } from './hours-checks.ts';
import { error, warning, type Problem } from '../../ground/problem.ts';
import { stationKinds, type StationKind } from '../stations/index.ts';
import { shortestDays } from './stream-checks.ts';
import { everyone } from './table-checks.ts';
import { teamProblems } from './team-checks.ts';
import { costProblems, visitProblems } from './visit-checks.ts';

export function stationProblems(model: Model, names: Names, path: string, station: Station): Problem[] {
  if (station.kind === 'exit') return [];
  const { placesKey } = stationKinds.find((one) => one.kind === station.kind)!;
  const { stay, next, patience, turnaround } = station;
  const problems: Problem[] = [];

  const passing = 'For a place that people only pass through, give { "shape": "fixed", "days": 0 }.';
  if (stay === undefined) problems.push(error(`${path}.stay`, 'nothing', 'how long people stay', passing));
  else problems.push(...everyone<Stay>(names, `${path}.stay`, stay, stayProblems));

  const list = 'Give a list such as [{ "to": "home" }]; only an exit has none.';
  if (next === undefined) problems.push(error(`${path}.next`, 'nothing', 'where people go from here', list));
  else problems.push(...everyone<Way[]>(names, `${path}.next`, next, (at, ways) => wayProblems(names, at, ways)));

  const limits = [station.places, station.startsPerMonth, station.visitsPerDay];
  if (placesKey === 'places' && limits.every((limit) => limit === undefined)) {
    const hint = 'Write "unlimited" if there is no limit.';
    problems.push(error(`${path}.places`, 'nothing', 'places at once, startsPerMonth or visitsPerDay', hint));
  }
  if (station.startsPerMonth === 0) {
    const hint = 'Nobody ever starts: everyone who asks waits until the run ends.';
    problems.push(warning(`${path}.startsPerMonth`, '0', 'at least one start a month', hint));
  }
  if (patience !== undefined) problems.push(...patienceProblems(model, names, `${path}.patience`, patience));
  if (turnaround !== undefined) problems.push(...stayProblems(`${path}.turnaround.stay`, turnaround.stay));
  if (station.kind === 'team') problems.push(...teamProblems(model, path, station));
  return [
    ...problems,
    ...hoursProblems(path, station),
    ...visitProblems(names, path, station),
    ...costProblems(path, station, placesKey),
    ...surgeProblems(`${path}.surge`, station, placesKey),
  ];
}

function patienceProblems(
  { calendar }: Model,
  names: Names,
  path: string,
  { stay, to }: NonNullable<Station['patience']>,
): Problem[] {
  const problems = [
    ...stayProblems(`${path}.stay`, stay),
    ...(to === HERE ? [] : names.named(`${path}.to`, to, names.exits, 'exit')),
  ];
  const days = calendar.warmUpDays + calendar.runDays;
  const least = shortestDays(stay);
  if (problems.length > 0 || least <= days) return problems;
  const expected = `patience that may end within the ${days} days simulated`;
  return [warning(`${path}.stay`, `at least ${least} days`, expected, 'Nobody will give up during this run.')];
}

function wayProblems(names: Names, path: string, ways: readonly Way[]): Problem[] {
  const problems = ways.flatMap((way, at) => [
    ...names.targets(`${path}.${at}.to`, way.to, true),
    ...askKeyProblems(names, `${path}.${at}`, way),
  ]);
  if (ways.length === 1 && ways[0].share === undefined) return problems;
  const unsaid = ways.flatMap((way, at) => (way.share === undefined ? [`${path}.${at}.share`] : []));
  const hint = 'Where there are several ways, give each the share of people who go that way.';
  problems.push(...unsaid.map((at) => error(at, 'nothing', 'a share from 0 to 1', hint)));
  const shares = ways.map((way) => way.share ?? 0);
  return unsaid.length > 0 ? problems : [...problems, ...sumProblems(path, shares)];
}

/** What an ask says besides where it leads: the same keys in a need and in a way. */
export function askKeyProblems(
  names: Names,
  path: string,
  { priority, otherwise, prepare }: Pick<Way, 'priority' | 'otherwise' | 'prepare'>,
): Problem[] {
  return [
    ...(prepare === undefined ? [] : stayProblems(`${path}.prepare`, prepare)),
    ...(priority === undefined ? [] : everyone<number>(names, `${path}.priority`, priority, () => [])),
    ...(otherwise === undefined
      ? []
      : everyone<Alternative[]>(names, `${path}.otherwise`, otherwise, names.alternatives)),
  ];
}

function surgeProblems(path: string, { surge, kind }: Station, placesKey: StationKind['placesKey']): Problem[] {
  if (surge === undefined) return [];
  const problems: Problem[] = [];
  const { openAtWaiting, closeAtWaiting } = surge;
  if (closeAtWaiting >= openAtWaiting) {
    const expected = `less than openAtWaiting, which is ${openAtWaiting}`;
    const hint = 'Otherwise the places would open and close at the same moment.';
    problems.push(error(`${path}.closeAtWaiting`, String(closeAtWaiting), expected, hint));
  }
  if (placesKey !== null && surge[placesKey] === undefined)
    problems.push(
      error(
        `${path}.${placesKey}`,
        'nothing',
        `the surge ${placesKey}`,
        `A ${kind} has ${placesKey}: give how many the surge adds.`,
      ),
    );
  return problems;
}
