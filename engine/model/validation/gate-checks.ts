// Checks the hours of two stations together: at some hour of the week one lets people go while the other takes them in.
import type { Model } from '../document.ts';
import type { Way } from '../document/people.ts';
import type { Hours } from '../document/values.ts';
import { windowsOf, type Windows } from '../../ground/hours.ts';
import { error, MOST_PROBLEMS, warning, type Problem } from '../../ground/problem.ts';
import { targetsOf, type Route } from './routes.ts';
import { forWho, type Who } from '../who.ts';

/** Preparation does not help: a person who is ready to move waits for the same hours. */
export function gateProblems(model: Model, routes: readonly Route[]): Problem[] {
  const windows = (hours: Hours | undefined) => (hours === undefined ? null : windowsOf([hours].flat()));
  const stations = Object.entries(model.stations);
  const admits = new Map(stations.map(([id, one]) => [id, windows(one.admits)]));
  const shut = new Map<string, { from: string; to: string; nobodyPasses: boolean }>();
  for (const [from, one] of stations) {
    const hours = windows(one.releases);
    const never = new Set(stations.flatMap(([to]) => (meet(hours, admits.get(to)!) ? [] : [to])));
    if (never.size === 0) continue;
    for (const { who } of routes) {
      if (shut.size >= MOST_PROBLEMS) break;
      for (const { first, others } of choicesFrom(model, from, who[0])) {
        // One of several equal stations, or an alternative, may be meant so.
        const nobodyPasses = first.length > 0 && first.every((to) => never.has(to));
        for (const to of [...first, ...others]) {
          if (!never.has(to)) continue;
          const key = `${from} ${to}`;
          const before = shut.get(key)?.nobodyPasses === true;
          shut.set(key, { from, to, nobodyPasses: before || (nobodyPasses && first.includes(to)) });
        }
      }
    }
  }
  return [...shut.values()].map(({ from, to, nobodyPasses }) => {
    const found = `hours that never overlap with stations.${to}.admits`;
    const expected = `an hour at which people may leave ${from} and are taken in by ${to}`;
    const hint = `${nobodyPasses ? 'Nobody' : 'With this choice nobody'} would ever get from one to the other: give one of them longer hours.`;
    return (nobodyPasses ? error : warning)(`stations.${from}.releases`, found, expected, hint);
  });
}

interface Choice {
  readonly first: readonly string[];
  readonly others: readonly string[];
}

/** Where people of a station may hold their next place, way by way; a team sends them on each of its own ways. */
function* choicesFrom(model: Model, from: string, who: Who, passed = new Set<string>()): Generator<Choice> {
  const isTeam = (id: string) => model.stations[id].kind === 'team';
  for (const way of forWho<Way[]>(model.stations[from].next, who) ?? []) {
    if (way.share === 0) continue;
    const { first, others } = targetsOf(model, way, who);
    yield { first: first.filter((id) => !isTeam(id)), others: others.filter((id) => !isTeam(id)) };
    for (const team of [...first, ...others]) {
      if (!isTeam(team) || passed.has(team)) continue;
      passed.add(team);
      yield* choicesFrom(model, team, who, passed);
    }
  }
}

function meet(a: Windows | null, b: Windows | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [a.week, b.week];
  for (let i = 0; i < one.length; i += 2)
    for (let j = 0; j < other.length; j += 2) if (one[i] < other[j + 1] && other[j] < one[i + 1]) return true;
  return false;
}
