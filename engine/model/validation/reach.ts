// Who can be where next: loops that take no time, stations without a way out, and rings of full stations that can lock.
import type { Model } from '../document.ts';
import type { Way } from '../document/people.ts';
import { HERE } from '../../ground/ids.ts';
import type { Station } from '../document/stations.ts';
import { error, listWords, warning, type Problem } from '../../ground/problem.ts';
import { leavesOf } from './table-checks.ts';
import { pastTeams, sayPeople, targetsOf, type Graph, type Route } from './routes.ts';
import type { Who } from '../who.ts';

/** A system whose names all exist and whose shares add up. */
export function reachProblems(model: Model, crowd: readonly Who[], routes: readonly Route[]): Problem[] {
  return [
    ...zeroLoops(crowd, routes),
    ...deadEnds(model, crowd, routes),
    ...locks(model, routes),
    ...lateSurges(model, routes),
    ...unreached(model, crowd, routes),
  ];
}

/** What it takes to prepare a place counts for nothing: it may be no time, and only a stay decides. */
function zeroLoops(crowd: readonly Who[], routes: readonly Route[]): Problem[] {
  for (const { who, ways, timeless } of routes) {
    const [loop] = rings(
      within(ways, (id) => timeless.has(id)),
      true,
    );
    if (loop === undefined) continue;
    const found =
      loop.length === 1
        ? 'a way back to the same station that takes no time'
        : `a loop of ${sayRing(loop)} that takes no time`;
    const whose = sayPeople(new Set(who), crowd);
    const hint = `People${whose === '' ? '' : ` with ${whose}`} would go round for ever at the same moment: give one of these stations a stay, or send people elsewhere.`;
    return [error(`stations.${loop[0]}.next`, found, 'some time spent in every loop', hint)];
  }
  return [];
}

function deadEnds(model: Model, crowd: readonly Who[], routes: readonly Route[]): Problem[] {
  const stuck = new Map<string, Set<Who>>();
  for (const { who, ways } of routes) {
    const from = new Map<string, string[]>();
    for (const id of ways.keys()) from.set(id, []);
    for (const [id, targets] of ways) for (const to of targets) from.get(to)!.push(id);
    const leaving = Object.keys(model.stations).filter((id) => model.stations[id].kind === 'exit');
    const leaves = new Set(leaving);
    for (let id = leaving.pop(); id !== undefined; id = leaving.pop())
      for (const before of from.get(id) ?? []) {
        if (leaves.has(before)) continue;
        leaves.add(before);
        leaving.push(before);
      }
    for (const id of ways.keys()) {
      if (leaves.has(id)) continue;
      const others = stuck.get(id) ?? new Set();
      for (const one of who) others.add(one);
      stuck.set(id, others);
    }
  }
  return [...stuck].map(([id, who]) => {
    const whose = sayPeople(who, crowd);
    return error(
      `stations.${id}.next`,
      `no way out${whose === '' ? '' : ` for people with ${whose}`}`,
      'a way that leads to an exit in the end',
      'Add a way to a station of kind "exit".',
    );
  });
}

/** Beds all held by people who wait for each other's beds: allowed, because it happens, but worth knowing. */
function locks(model: Model, routes: readonly Route[]): Problem[] {
  const limited = (id: string) => {
    const { kind, beds, places } = model.stations[id] as Station;
    return typeof (kind === 'ward' ? beds : places) === 'number';
  };
  const all = new Map(Object.keys(model.stations).map((id) => [id, new Set<string>()]));
  for (const { ways } of routes) for (const [id, targets] of ways) for (const to of targets) all.get(id)!.add(to);
  const any = pastTeams(model, new Map([...all].map(([id, ways]) => [id, [...ways]])));
  return rings(within(any, limited), false).map((ring) =>
    warning(
      `stations.${ring[0]}.next`,
      `a ring of stations with limited places: ${sayRing(ring)}`,
      'stations whose people cannot all be waiting for each other’s places',
      'Such a ring can lock. When it does, all its people move at the same moment, and the measure "gridlocks" counts it.',
    ),
  );
}

/** The waiting room limits those outside; when nobody comes from another station, no list grows longer than it, plus the person who is then turned away. */
function lateSurges(model: Model, routes: readonly Route[]): Problem[] {
  const awaited = new Set(routes.flatMap(({ ways }) => [...ways.values()].flat()));
  return Object.entries(model.stations).flatMap(([id, { surge, waitingRoom }]) => {
    if (surge === undefined || waitingRoom === undefined || surge.openAtWaiting <= waitingRoom + 1 || awaited.has(id))
      return [];
    const expected = `at most ${waitingRoom + 1}: as many as there is room for, and one more who is then turned away`;
    const hint = 'The surge never opens: everyone comes from outside, and anyone beyond that is turned away.';
    return [warning(`stations.${id}.surge.openAtWaiting`, String(surge.openAtWaiting), expected, hint)];
  });
}

/** No way that is open, or that an option, a condition or a slider may open, leads there: most often a slip of copying. */
function unreached(model: Model, crowd: readonly Who[], routes: readonly Route[]): Problem[] {
  const plans = [...(model.options ?? []), ...(model.conditions ?? [])];
  const moved = [
    ...plans.flatMap((plan) => [
      ...Object.keys('set' in plan ? (plan.set ?? {}) : {}),
      ...(plan.changes ?? []).flatMap(({ set, scale }) => [...Object.keys(set ?? {}), ...Object.keys(scale ?? {})]),
    ]),
    ...(model.controls ?? []).map(({ path }) => path),
  ];
  const mayOpen = (path: string) => moved.some((one) => one.startsWith(path));
  const stations = Object.entries(model.stations);
  const there = Object.entries(model.initial ?? {}).flatMap(([id, { delayedFor }]) => [
    id,
    ...Object.keys(delayedFor ?? {}).filter((to) => Object.hasOwn(model.stations, to)),
  ]);
  // A person who starts asks for what they need, unless their stream says where; a need may also rise to another.
  const asks: Way[] = Object.values(model.streams).flatMap(({ startsAt }) =>
    startsAt === undefined ? [{ to: 'need' }] : leavesOf('', startsAt).map(([, to]) => ({ to })),
  );
  const shut = stations.flatMap(([id, { next }]) =>
    next === undefined
      ? []
      : leavesOf<Way[]>(`stations.${id}.next`, next).flatMap(([path, ways]) =>
          ways.filter(({ share }) => share === 0 && mayOpen(`${path}.`)).map((way) => ({ id, way })),
        ),
  );
  const reached = new Set(there);
  for (const who of crowd)
    for (const ask of asks) {
      const { first, others } = targetsOf(model, ask, who);
      for (const to of [...first, ...others]) reached.add(to);
    }
  for (const id of reached) {
    for (const { ways } of routes) for (const to of ways.get(id) ?? []) reached.add(to);
    for (const { way } of shut.filter((one) => one.id === id))
      for (const who of crowd) {
        const { first, others } = targetsOf(model, way, who);
        for (const to of [...first, ...others]) reached.add(to);
      }
    const patience = model.stations[id].patience;
    if (patience && patience.to !== HERE) reached.add(patience.to);
  }
  const needed = Object.keys(model.needs);
  return stations.flatMap(([id, { kind, label }]) => {
    if (reached.has(id) || kind === 'exit') return [];
    const own = needed.find((need) => need === id || model.needs[need].label === label);
    const hint = `No need, stream or station leads here.${own === undefined ? '' : ` Is needs.${own}.goesTo right?`}`;
    return [warning(`stations.${id}`, 'a station where nobody is ever sent', 'a way that leads here', hint)];
  });
}

function sayRing(ids: readonly string[]): string {
  return ids.length > 8 ? `${ids.slice(0, 8).join(', ')} and ${ids.length - 8} more` : listWords(ids);
}

function within(graph: Graph, keep: (id: string) => boolean): Graph {
  const kept = new Set([...graph.keys()].filter(keep));
  return new Map([...kept].map((id) => [id, graph.get(id)!.filter((to) => kept.has(to))]));
}

/** Sets of stations that can all reach each other (Tarjan 1972), by id; `alone` counts a station that leads to itself. */
function rings(graph: Graph, alone: boolean): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (id: string) => {
    order.set(id, order.size);
    lowest.set(id, order.get(id)!);
    path.push(id);
    onPath.add(id);
    for (const to of graph.get(id)!) {
      if (!order.has(to)) visit(to);
      if (onPath.has(to)) lowest.set(id, Math.min(lowest.get(id)!, lowest.get(to)!));
    }
    if (lowest.get(id) !== order.get(id)) return;
    const ring = path.splice(path.indexOf(id));
    for (const each of ring) onPath.delete(each);
    if (ring.length > 1 || (alone && graph.get(id)!.includes(id))) found.push(ring.sort());
  };
  for (const id of [...graph.keys()].sort()) if (!order.has(id)) visit(id);
  return found;
}
