// Adds to a drawing: a service, a stream, a need, a route. What is added has no numbers yet: the engine says which are missing.
import { isIn } from '../values.ts';
import { idFrom, labelFrom, NEED, partAt, partsOf, type Draft } from './draft.ts';
import { routeId, type RouteId } from './routes.ts';
import { mapValues } from './tables.ts';

export interface Added {
  readonly draft: Draft;
  /** What was added, by its path or as a route; nothing where it was there already or cannot be. */
  readonly added?: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function addStation(draft: Draft, kind: string, name: string, position?: Point): Added {
  const label = labelFrom(name, draft.stations);
  const id = idFrom(label, kind, Object.keys(draft.stations));
  const station = { kind, label, ...(position && { position }) };
  return { draft: { ...draft, stations: { ...draft.stations, [id]: station } }, added: `stations.${id}` };
}

export function addStream(draft: Draft, name: string): Added {
  const label = labelFrom(name, draft.streams);
  const id = idFrom(label, 'people', Object.keys(draft.streams));
  return { draft: { ...draft, streams: { ...draft.streams, [id]: { label } } }, added: `streams.${id}` };
}

/** People who need one service. */
export function addNeed(draft: Draft, goesTo: string, name = draft.stations[goesTo]?.label ?? goesTo): Added {
  const label = labelFrom(name, draft.needs);
  const id = idFrom(label, 'need', Object.keys(draft.needs));
  const needs = { ...draft.needs, [id]: { label, goesTo } };
  return { draft: { ...draft, needs }, added: `needs.${id}` };
}

/** What everybody needs, where nobody has said that people differ. */
const CARE = 'Care';

/** From a stream, a service, a need or the word `need`, to a service's id or the word `need`. */
export function addRoute(draft: Draft, from: string, to: string): Added {
  if (to !== NEED && !isIn(draft.stations, to)) return { draft };
  if (from === NEED) return to === NEED ? { draft } : addNeed(draft, to);
  const [family, id] = partsOf(from);
  const part = partAt(draft, from);
  if (!part) return { draft };
  if (family === 'streams') {
    const started = startingAt(draft, id, to);
    return started === draft ? { draft } : { draft: started, added: routeId(from, to) };
  }
  if (family === 'needs') {
    if (to === NEED || draft.needs[id].goesTo === to) return { draft };
    const needs = { ...draft.needs, [id]: { ...draft.needs[id], goesTo: to } };
    return { draft: { ...draft, needs }, added: routeId(from, to) };
  }
  const station = draft.stations[id];
  if (station.kind === 'exit' || to === id) return { draft };
  const way = { to };
  const leads = (ways: readonly { readonly to: string | string[] }[]) =>
    ways.some((one) => [one.to].flat().includes(to));
  const next = mapValues<{ to: string | string[] }[], unknown>(station.next ?? [], '', (ways) =>
    leads(ways) ? ways : [...ways, way],
  ) as typeof station.next;
  const isNew = JSON.stringify(next) !== JSON.stringify(station.next);
  if (!isNew) return { draft };
  const added: RouteId = routeId(from, to);
  return { draft: { ...draft, stations: { ...draft.stations, [id]: { ...station, next } } }, added };
}

/** Until somebody has a need it leads nowhere; and a stream that says nothing starts there already. */
export const canStartAtNeed = (draft: Draft, stream: string): boolean =>
  Object.keys(draft.needs).length > 0 && draft.streams[stream].startsAt !== undefined;

/** Everybody of a stream starts there. The first such route of a drawing says what people need as well. */
function startingAt(draft: Draft, stream: string, to: string): Draft {
  const isFirst = Object.keys(draft.needs).length === 0;
  const { startsAt, ...rest } = draft.streams[stream];
  const isNothingNew = to === NEED ? !canStartAtNeed(draft, stream) : startsAt === to && !isFirst;
  if (isNothingNew) return draft;
  const next = to === NEED ? rest : { ...rest, startsAt: to };
  const started = { ...draft, streams: { ...draft.streams, [stream]: next } };
  return isFirst && to !== NEED ? addNeed(started, to, CARE).draft : started;
}
