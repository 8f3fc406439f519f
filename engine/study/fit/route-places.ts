// Where counted shares may go in a document: the ways out of a service, or what the people of a stream need; and which of them a name of a file means.
import { type Model } from '../../model/document.ts';
import { everyValueOf, isTable } from '../../model/who.ts';
import { isLike } from './like.ts';

/** A list of ways out of a service, or a table of needs of a stream; both add up to one. */
export interface RoutePlace {
  /** `stations.p2.next`, or `streams.acute.shares`; within a table by who people are, with their names behind it. */
  readonly path: string;
  readonly name: string;
  /** What a share can be of. */
  readonly goals: readonly RouteGoal[];
}

export interface RouteGoal {
  /** The id of a service or of a need, or the word `need`. */
  readonly id: string;
  readonly name: string;
}

/** What a service may have as its goals: any other, and wherever the need says. */
export function routePlaces(model: Model): RoutePlace[] {
  const stations = Object.entries(model.stations).flatMap(([id, { label, next }]) => {
    const others = Object.entries(model.stations).filter(([other, { kind }]) => other !== id && kind !== 'team');
    const goals = [...others.map(([other, one]) => ({ id: other, name: one.label })), WHERE_NEEDED];
    return listsIn(next, `stations.${id}.next`).map(({ path, who }): RoutePlace => ({
      path,
      name: [label, ...who.map((one) => whoIs(model, one))].join(', '),
      goals,
    }));
  });
  const needs = Object.entries(model.needs).map(([id, { label }]) => ({ id, name: label }));
  const streams = Object.entries(model.streams).flatMap(([id, { label, shares }]) =>
    listsIn(shares, `streams.${id}.shares`).map(({ path, who }): RoutePlace => ({
      path,
      name: [`Needs of ${label}`, ...who.map((one) => whoIs(model, one))].join(', '),
      goals: needs,
    })),
  );
  return [...stations, ...streams];
}

const WHERE_NEEDED: RouteGoal = { id: 'need', name: 'Wherever their need says' };

function listsIn(value: unknown, path: string): { path: string; who: readonly string[] }[] {
  if (value === undefined) return [];
  if (!isTable(value)) return [{ path, who: [] }];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'by'
      ? []
      : listsIn(inner, `${path}.${key}`).map(({ path: inside, who }) => ({ path: inside, who: [key, ...who] })),
  );
}

const whoIs = ({ needs, streams }: Model, who: string): string =>
  who === 'else'
    ? 'everybody else'
    : Object.hasOwn(needs, who)
      ? needs[who].label
      : Object.hasOwn(streams, who)
        ? streams[who].label
        : who;

/** The places that a name of the file means: several where it depends on who people are; from a service that only hands people on by their need, the stream that comes there. */
export function placesMeant(model: Model, places: readonly RoutePlace[], from: string): RoutePlace[] {
  const isMeant = (id: string, label: string | undefined) => [id, label ?? ''].some((name) => isLike(name, from));
  const station = Object.entries(model.stations).find(([id, { label }]) => isMeant(id, label))?.[0];
  const stream = Object.entries(model.streams).find(([id, { label, startsAt }]) =>
    station === undefined
      ? isMeant(id, label)
      : handsOn(model, station) && everyValueOf(startsAt).flat().includes(station),
  )?.[0];
  const meant = stream === undefined ? `stations.${station}.next` : `streams.${stream}.shares`;
  return places.filter(({ path }) => path === meant || path.startsWith(`${meant}.`));
}

function handsOn(model: Model, station: string): boolean {
  const ways = everyValueOf(model.stations[station].next).flat();
  return ways.length > 0 && ways.every(({ to }) => to === 'need');
}

/** The goal that a name of the file means: by its id or its name, or by the service where a need leads. */
export function goalMeant(model: Model, { goals, path }: RoutePlace, to: string): string | undefined {
  const found = goals.find(({ id, name }) => isLike(id, to) || isLike(name, to));
  if (found || path.startsWith('stations.')) return found?.id;
  return goals.find(({ id }) =>
    everyValueOf(model.needs[id].goesTo)
      .flat()
      .some((station) => isLike(station, to) || isLike(model.stations[station]?.label ?? '', to)),
  )?.id;
}
