// Removes from a drawing a service, a stream, a need or a route, with everything that names it, and says what went with it.
import { isIn } from '../values.ts';
import { cutInitial, cutNeed, withoutTablesBy } from './cut-need.ts';
import { lose, type Cutting } from './cutting.ts';
import { cutStart, cutWays, withoutId, withoutTarget } from './cut-ways.ts';
import { partAt, partsOf, type Draft } from './draft.ts';
import { followPaths, type Follow } from './follow-paths.ts';
import { drawnRoutes, routeAt, routeParts, type RouteId } from './routes.ts';

/** How many of each went with it. */
export interface Went {
  readonly routes: number;
  readonly needs: number;
  readonly options: number;
  readonly sliders: number;
  readonly steps: number;
  readonly lines: number;
}
export interface Removed {
  readonly draft: Draft;
  readonly went: Went;
}

/** `what`: the path of a service, a stream or a need, or a route. */
export function remove(draft: Draft, what: string): Removed {
  const cutting: Cutting = { draft, follows: [] };
  if (what.includes('>')) cutRoute(cutting, what);
  else if (partAt(draft, what)) cutPart(cutting, what);
  return finish(draft, cutting);
}

function finish(before: Draft, { draft, follows }: Cutting): Removed {
  if (draft === before) return { draft, went: wentBetween(before, before) };
  const follow: Follow = (path) => follows.reduce<string | undefined>((at, one) => at && one(at), path);
  const next = followPaths(draft, before, follow);
  return { draft: next, went: wentBetween(before, next) };
}

function wentBetween(before: Draft, after: Draft): Went {
  const fewer = (count: (draft: Draft) => number) => Math.max(0, count(before) - count(after));
  return {
    routes: fewer((draft) => drawnRoutes(draft).length),
    needs: fewer(({ needs }) => Object.keys(needs).length),
    options: fewer(({ options = [] }) => options.length),
    sliders: fewer(({ controls = [] }) => controls.length),
    steps: fewer(({ story = [] }) => story.length),
    lines: fewer(({ evidence = {} }) => Object.keys(evidence).length),
  };
}

function cutPart(cutting: Cutting, part: string): void {
  const [family, id] = partsOf(part);
  if (family === 'stations') cutStation(cutting, id);
  else if (family === 'needs') cutNeed(cutting, id);
  else cutStream(cutting, id);
}

function cutStation(cutting: Cutting, id: string): void {
  const { [id]: _, ...stations } = cutting.draft.stations;
  cutting.draft = { ...cutting.draft, stations };
  lose(cutting, `stations.${id}`, `initial.${id}`);
  for (const [from, station] of Object.entries(stations)) {
    cutWays(cutting, from, (to) => withoutId(to, id), id);
    if (station.patience?.to !== id) continue;
    const { patience: __, ...rest } = cutting.draft.stations[from];
    cutting.draft = { ...cutting.draft, stations: { ...cutting.draft.stations, [from]: rest } };
    lose(cutting, `stations.${from}.patience`);
  }
  for (const need of Object.keys(cutting.draft.needs)) {
    const isLeft = withoutTarget(cutting, need, id);
    if (!isLeft) cutNeed(cutting, need);
  }
  for (const stream of Object.keys(cutting.draft.streams)) cutStart(cutting, stream, id);
  if (!isIn(cutting.draft.needs, id)) cutInitial(cutting, ['delayedFor'], id);
  if (cutting.draft.initial && isIn(cutting.draft.initial, id)) {
    const { [id]: __, ...initial } = cutting.draft.initial;
    cutting.draft = { ...cutting.draft, initial };
  }
}

function cutStream(cutting: Cutting, id: string): void {
  const { [id]: _, ...streams } = cutting.draft.streams;
  cutting.draft = { ...cutting.draft, streams };
  lose(cutting, `streams.${id}`);
  withoutTablesBy(cutting, 'stream', id);
}

function cutRoute(cutting: Cutting, route: RouteId): void {
  if (!routeAt(cutting.draft, route)) return;
  const [owner, to] = routeParts(route);
  const [family, id] = partsOf(owner);
  if (family === 'stations') cutWays(cutting, id, (way) => withoutId(way, to));
  else if (family === 'streams') cutStart(cutting, id, to);
  else if (!withoutTarget(cutting, id, to)) cutNeed(cutting, id);
}
