// What must hold between the hours of two stations: people leave one when the other takes them in, at some hour of the week.
import type { Hours, Model, Way } from './document.ts';
import { windowsOf, type Windows } from './hours.ts';
import { error, warning, type Problem } from './problem.ts';
import { pastTeams, targetsOf, type Graph, type Route } from './routes.ts';
import { forWho } from './who.ts';

/** Preparation does not help: who is ready to move waits for the same hours. */
export function gateProblems(model: Model, routes: readonly Route[]): Problem[] {
  const windows = (hours: Hours | undefined) => (hours === undefined ? null : windowsOf([hours].flat()));
  const stations = Object.entries(model.stations);
  const releases = stations.filter(([, one]) => windows(one.releases) !== null);
  const admits = new Map(stations.map(([id, one]) => [id, windows(one.admits)]));
  if (releases.length === 0 || ![...admits.values()].some((one) => one !== null)) return [];

  // Ways on which every place is shut to them are wrong; where only one of several is, it may be meant.
  const shut = new Map<string, { from: string; to: string; isOnly: boolean }>();
  for (const route of routes) {
    const past = pastTeams(model, route.ways);
    for (const [from, { next, releases: hours }] of releases) {
      const leaving = windows(hours);
      for (const way of forWho<Way[]>(next, route.who[0]!) ?? []) {
        if (way.share === 0) continue;
        const targets = targetsOf(model, way, route.who[0]!).flatMap((id) => placesOf(model, past, id));
        const closed = targets.filter((to) => !meet(leaving, admits.get(to)!));
        const isOnly = closed.length === targets.length;
        for (const to of closed) {
          const key = `${from} ${to}`;
          if (isOnly || !shut.has(key)) shut.set(key, { from, to, isOnly });
        }
      }
    }
  }
  return [...shut.values()].map(({ from, to, isOnly }) => {
    const found = `hours that never meet stations.${to}.admits`;
    const expected = `an hour at which people may leave ${from} and are taken in by ${to}`;
    const hint = `${isOnly ? 'Nobody' : 'By this choice nobody'} would ever get from one to the other: let one of them open longer.`;
    return (isOnly ? error : warning)(`stations.${from}.releases`, found, expected, hint);
  });
}

/** Where somebody comes to hold a place who asks for this station. */
function placesOf(model: Model, past: Graph, id: string): readonly string[] {
  return model.stations[id]!.kind === 'team' ? past.get(id)! : [id];
}

function meet(a: Windows | null, b: Windows | null): boolean {
  if (a === null || b === null) return true;
  for (let i = 0; i < a.length; i += 2)
    for (let j = 0; j < b.length; j += 2) if (a[i]! < b[j + 1]! && b[j]! < a[i + 1]!) return true;
  return false;
}
