// Where people may go from each station, for every kind of person that the tables of a document distinguish.
import type { Stay } from '../../distributions/index.ts';
import type { Model } from '../document.ts';
import type { Alternative, Way } from '../document/people.ts';
import type { ByWho } from '../document/values.ts';
import { listWords } from '../../ground/problem.ts';
import { takesNoTime } from './stream-checks.ts';
import { forWho, isTable, traitsOf, whoIs, type Who } from '../who.ts';

export type Graph = ReadonlyMap<string, readonly string[]>;

/** People who all may go the same ways, alternatives included, and pass the same stations in no time. */
export interface Route {
  readonly who: readonly Who[];
  readonly ways: Graph;
  readonly timeless: ReadonlySet<string>;
}

/** Every kind of people; an attribute that no table of a need or station uses makes no difference. */
export function crowdOf(model: Model): Who[] {
  const asked = new Set<string>();
  for (const part of [model.needs, model.stations]) gatherAsked(part, asked);
  const attributes = Object.fromEntries(Object.entries(model.attributes ?? {}).filter(([id]) => asked.has(id)));
  const traits = traitsOf({ ...model, attributes });
  const each = Array.from({ length: traits.count }, (_, trait) => trait);
  return Object.keys(model.needs).flatMap((need) => each.map((trait) => whoIs(need, traits, trait)));
}

function gatherAsked(value: unknown, asked: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isTable(value)) asked.add(value.by);
  for (const inner of Object.values(value)) gatherAsked(inner, asked);
}

/** The stations an ask means for one kind of people: those asked for first, then those of every alternative. */
export function targetsOf(model: Model, way: Way, who: Who): { first: string[]; others: string[] } {
  const needed = way.to === 'need' ? model.needs[who.need] : undefined;
  const first = needed ? forWho<string | string[]>(needed.goesTo, who)! : way.to;
  const otherwise = forWho<Alternative[]>(way.otherwise ?? needed?.otherwise, who) ?? [];
  return { first: [first].flat(), others: otherwise.flatMap((one) => one.to) };
}

/** The routes of a model, each with the people who go it. Ways that nobody takes do not count. */
export function routesOf(model: Model, crowd: readonly Who[]): Route[] {
  const stations = Object.entries(model.stations);
  // Most lists lead everyone to the same places, and are then read once for all; only the others tell people apart.
  const forAll = new Map<string, readonly string[]>();
  const waysOf = (next: ByWho<Way[]> | undefined, who: Who) => {
    const to = new Set<string>();
    for (const way of forWho<Way[]>(next, who) ?? []) {
      if (way.share === 0) continue;
      const { first, others } = targetsOf(model, way, who);
      for (const id of [...first, ...others]) to.add(id);
    }
    return [...to];
  };
  for (const [id, { next }] of stations) if (!asksWho(next)) forAll.set(id, waysOf(next, crowd[0]));
  const isTimeless = (stay: ByWho<Stay> | undefined, who: Who) => {
    const own = forWho<Stay>(stay, who);
    return own !== undefined && takesNoTime(own);
  };
  const byWho = stations.filter(([id]) => !forAll.has(id));
  const byStay = stations.filter(([, { stay }]) => isTable(stay));
  const always = stations.filter(([, { stay }]) => !isTable(stay) && isTimeless(stay, crowd[0])).map(([id]) => id);

  const found = new Map<string, { who: Who[]; ways: Graph; timeless: ReadonlySet<string> }>();
  for (const who of crowd) {
    const rows = byWho.map(([id, { next }]) => [id, waysOf(next, who)] as const);
    const timeless = byStay.filter(([, { stay }]) => isTimeless(stay, who)).map(([id]) => id);
    const key = JSON.stringify([rows.map(([, to]) => to), timeless]);
    const same = found.get(key);
    if (same) same.who.push(who);
    else {
      const own = new Map<string, readonly string[]>(rows);
      const ways = new Map(stations.map(([id]) => [id, own.get(id) ?? forAll.get(id)!]));
      found.set(key, { who: [who], ways, timeless: new Set([...always, ...timeless]) });
    }
  }
  return [...found.values()];
}

function asksWho(next: ByWho<Way[]> | undefined): boolean {
  if (isTable(next)) return true;
  return ((next ?? []) as Way[]).some((way) => way.to === 'need' || isTable(way.otherwise));
}

/** The same ways for people who will hold a place: they pass through every team without leaving it. */
export function pastTeams(model: Model, ways: Graph): Graph {
  const beyond = (to: readonly string[]) => {
    const places = new Set<string>();
    const passed = new Set<string>();
    const ahead = [...to];
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (model.stations[id].kind !== 'team') places.add(id);
      else if (!passed.has(id)) {
        passed.add(id);
        ahead.push(...ways.get(id)!);
      }
    }
    return [...places];
  };
  return new Map([...ways].map(([id, to]) => [id, beyond(to)]));
}

/** 'need "p1" and "p3"', or 'need "p1", locality "west"'; empty when these are all there are. */
export function sayPeople(who: ReadonlySet<Who>, crowd: readonly Who[]): string {
  if (who.size === crowd.length) return '';
  const byNeed = new Map<string, { all: number; these: Who[] }>();
  for (const one of crowd) {
    const of = byNeed.get(one.need) ?? { all: 0, these: [] };
    byNeed.set(one.need, of);
    of.all++;
    if (who.has(one)) of.these.push(one);
  }
  const whole = [...byNeed].filter(([, { all, these }]) => these.length === all).map(([need]) => `"${need}"`);
  const parts = [...byNeed.values()].flatMap(({ all, these }) => (these.length === all ? [] : these)).map(sayWho);
  const said = [...(whole.length > 0 ? [`need ${few(whole)}`] : []), ...parts];
  return few(said, 4);
}

function sayWho({ need, attributes, stream }: Who): string {
  const traits = Object.entries(attributes).map(([id, value]) => `${id} "${value}"`);
  return [`need "${need}"`, ...traits, ...(stream === null ? [] : [`stream "${stream}"`])].join(', ');
}

function few(words: readonly string[], most = 8): string {
  return words.length > most ? `${words.slice(0, most).join('; ')} and ${words.length - most} more` : listWords(words);
}
