// Who can be where next: loops without time, stations without a way out, and rings of full stations that can lock.
import type { Stay } from './distributions/index.ts';
import type { Alternative, Model, PerNeed, Station, Way } from './document.ts';
import { error, listWords, warning, type Problem } from './problem.ts';
import { takesNoTime } from './stream-checks.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** The value for one need out of a value or a table by need. */
export function forNeed<T>(value: PerNeed<T> | undefined, need: string): T | undefined {
  if (typeof value !== 'object' || value === null || !('by' in value)) return value as T | undefined;
  const table = value as unknown as Record<string, T>;
  return Object.hasOwn(table, need) ? table[need] : table['else'];
}

/** A system whose names all exist and whose shares add up. */
export function reachProblems(model: Model): Problem[] {
  const needs = Object.keys(model.needs);
  const graphs = waysByNeed(model, needs);
  return [...zeroLoops(model, needs, graphs), ...deadEnds(model, needs, graphs), ...locks(model, graphs)];
}

/** Where people may go from each station, by need: alternatives count, ways that nobody takes do not. */
function waysByNeed(model: Model, needs: readonly string[]): Graph[] {
  // Most lists lead everyone to the same places, and are then read once for all needs.
  const forAll = new Map<readonly Way[], readonly string[]>();
  const others = (list: readonly Alternative[] | undefined) => (list ?? []).flatMap((one) => one.to);
  const targets = (ways: readonly Way[], need: string): readonly string[] => {
    const known = forAll.get(ways);
    if (known) return known;
    const to = new Set<string>();
    for (const way of ways) {
      if (way.share === 0) continue;
      const needed = way.to === 'need' ? model.needs[need]! : undefined;
      for (const each of [needed ? needed.goesTo : way.to].flat()) to.add(each);
      for (const each of others(way.otherwise ?? needed?.otherwise)) to.add(each);
    }
    if (!ways.some((way) => way.to === 'need')) forAll.set(ways, [...to]);
    return [...to];
  };
  const stations = Object.entries(model.stations);
  return needs.map(
    (need) => new Map(stations.map(([id, station]) => [id, targets(forNeed<Way[]>(station.next, need) ?? [], need)])),
  );
}

function zeroLoops(model: Model, needs: readonly string[], graphs: readonly Graph[]): Problem[] {
  for (const [at, graph] of graphs.entries()) {
    const timeless = (id: string) => {
      const stay = forNeed<Stay>(model.stations[id]!.stay, needs[at]!);
      return stay !== undefined && takesNoTime(stay);
    };
    const [loop] = rings(within(graph, timeless), true);
    if (loop === undefined) continue;
    const found = loop.length === 1 ? 'a way from here to here in no time' : `a loop ${sayRing(loop)} in no time`;
    const hint = `People with need "${needs[at]}" would go round for ever at one instant: give one of these stations a stay, or lead the way elsewhere.`;
    return [error(`stations.${loop[0]}.next`, found, 'time to pass somewhere in every loop', hint)];
  }
  return [];
}

function deadEnds(model: Model, needs: readonly string[], graphs: readonly Graph[]): Problem[] {
  const stuck = new Map<string, string[]>();
  for (const [at, graph] of graphs.entries()) {
    const from = new Map<string, string[]>();
    for (const id of graph.keys()) from.set(id, []);
    for (const [id, ways] of graph) for (const to of ways) from.get(to)!.push(id);
    const leaving = Object.keys(model.stations).filter((id) => model.stations[id]!.kind === 'exit');
    const leaves = new Set(leaving);
    for (let id = leaving.pop(); id !== undefined; id = leaving.pop())
      for (const before of from.get(id) ?? []) {
        if (leaves.has(before)) continue;
        leaves.add(before);
        leaving.push(before);
      }
    for (const id of graph.keys()) if (!leaves.has(id)) stuck.set(id, [...(stuck.get(id) ?? []), needs[at]!]);
  }
  return [...stuck].map(([id, who]) => {
    const whose =
      who.length === needs.length ? '' : ` for people with need ${listWords(who.map((need) => `"${need}"`))}`;
    return error(
      `stations.${id}.next`,
      `no way out${whose}`,
      'a way that leads to an exit in the end',
      'Add a way to a station of kind "exit".',
    );
  });
}

/** Beds all held by people who wait for each other's beds: allowed, because it happens, but worth knowing. */
function locks(model: Model, graphs: readonly Graph[]): Problem[] {
  const limited = (id: string) => {
    const station = model.stations[id] as Station;
    return typeof (station.kind === 'ward' ? station.beds : station.places) === 'number';
  };
  const all = new Map(Object.keys(model.stations).map((id) => [id, new Set<string>()]));
  for (const id of all.keys())
    for (const ways of new Set(graphs.map((graph) => graph.get(id)!))) for (const to of ways) all.get(id)!.add(to);
  const any = new Map([...all].map(([id, ways]) => [id, [...ways]]));
  return rings(within(any, limited), false).map((ring) =>
    warning(
      `stations.${ring[0]}.next`,
      `a ring of stations with limited places: ${sayRing(ring)}`,
      'to know that such a ring can lock, everyone in it waiting for another’s place',
      'When that happens the people of the ring move at once, and it is counted in the measure "gridlocks".',
    ),
  );
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
