// The routes of a drawing, each from one thing to another, and what of the document says it.
import { isIn } from '../values.ts';
import { NEED, partAt, type Draft } from './draft.ts';
import { valuesOf } from './tables.ts';

/** A route is known by where it comes from and where it leads: `stations.acute>p1`, `streams.acute>need`, `needs.p1>p1`. */
export type RouteId = string;

export interface DrawnRoute {
  readonly id: RouteId;
  /** The stream, service or need that says it, by its path. */
  readonly owner: string;
  /** A service's id, or the word `need`. */
  readonly to: string;
  /** Of the people who leave there; undefined where all go this way, or it depends on who they are, or nothing is said. */
  readonly share: number | undefined;
  /** Paths of the ways that it stands for; none where it is not one of several. */
  readonly ways: readonly string[];
}

type To = string | readonly string[];
interface Way {
  readonly to: To;
  readonly share?: number;
}

export const routeId = (owner: string, to: string): RouteId => `${owner}>${to}`;
export const routeParts = (id: RouteId): [owner: string, to: string] => {
  const at = id.indexOf('>');
  return [id.slice(0, at), id.slice(at + 1)];
};

/** In the document's order; those that lead nowhere are left out. */
export function drawnRoutes(draft: Draft): DrawnRoute[] {
  const found = new Map<RouteId, DrawnRoute>();
  const isThere = (to: string) => to === NEED || isIn(draft.stations, to);
  const put = (owner: string, to: To, way?: { readonly path: string; readonly share: number | undefined }) => {
    for (const one of [to].flat().filter(isThere) as string[]) {
      const id = routeId(owner, one);
      const before = found.get(id);
      const ways = [...(before?.ways ?? []), ...(way ? [way.path] : [])];
      found.set(id, { id, owner, to: one, share: before ? undefined : way?.share, ways });
    }
  };
  for (const [id, { startsAt }] of Object.entries(draft.streams)) {
    const starts = valuesOf<To>(startsAt, '');
    // Where nobody has a need yet nothing is said of where they start.
    if (starts.length === 0 && Object.keys(draft.needs).length > 0) put(`streams.${id}`, NEED);
    for (const { value } of starts) put(`streams.${id}`, value);
  }
  for (const [id, { goesTo }] of Object.entries(draft.needs))
    for (const { value } of valuesOf<To>(goesTo, '')) put(`needs.${id}`, value);
  for (const [id, { next }] of Object.entries(draft.stations))
    for (const { path, value } of valuesOf<readonly Way[]>(next, `stations.${id}.next`))
      for (const [at, { to, share }] of value.entries()) put(`stations.${id}`, to, { path: `${path}.${at}`, share });
  return [...found.values()];
}

export const routeAt = (draft: Draft, id: RouteId): DrawnRoute | undefined =>
  drawnRoutes(draft).find((route) => route.id === id);

/** Whether what is selected is still there. */
export const isThere = (draft: Draft, selected: string): boolean =>
  selected.includes('>') ? routeAt(draft, selected) !== undefined : partAt(draft, selected) !== undefined;
