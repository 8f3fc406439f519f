// What leads somewhere is led elsewhere or nowhere: routes, starts, what meets a need, second choices.
import type { Cutting } from './cutting.ts';
import { withoutAll, withoutMembers, type Follow } from './follow-paths.ts';
import { mapValues } from './tables.ts';

type To = string | string[];
interface Alternative {
  readonly to: To;
}
interface Way {
  readonly to: To;
  readonly share?: number;
  readonly otherwise?: unknown;
}

/** What a need asks for goes to another, or the need goes: says whether it is left. */
export function withoutTarget(cutting: Cutting, need: string, station: string): boolean {
  const here = cutting.draft.needs[need];
  const path = `needs.${need}`;
  const goesTo = mapValues<To, typeof here.goesTo>(here.goesTo, `${path}.goesTo`, (to) => withoutId(to, station));
  if (goesTo === undefined) return false;
  const otherwise = withoutAlternatives(cutting, here.otherwise, `${path}.otherwise`, station);
  const { otherwise: _, ...rest } = here;
  const next = {
    ...rest,
    goesTo,
    ...(otherwise === undefined ? {} : { otherwise: otherwise as typeof here.otherwise }),
  };
  if (JSON.stringify(next) !== JSON.stringify(here))
    cutting.draft = { ...cutting.draft, needs: { ...cutting.draft.needs, [need]: next } };
  return true;
}

export const withoutId = (to: To, id: string): To | undefined => {
  if (typeof to === 'string') return to === id ? undefined : to;
  const left = to.filter((one) => one !== id);
  return left.length === to.length ? to : left.length > 1 ? left : left[0];
};

/** Second choices, by who somebody is. */
function withoutAlternatives(cutting: Cutting, given: unknown, path: string, station: string): unknown {
  if (given === undefined) return undefined;
  return mapValues<Alternative[], unknown>(given, path, (list, here) => {
    const next = list.map((one) => ({ ...one, to: withoutId(one.to, station) }));
    const gone = next.flatMap(({ to }, at) => (to === undefined ? [at] : []));
    if (gone.length > 0) cutting.follows.push(withoutMembers(here, gone));
    const left = next.filter((one): one is Alternative => one.to !== undefined);
    return left.length === 0 ? undefined : left;
  });
}

/** Ways on from a service: of those that lead nowhere any more nothing is left, and the last one needs no share. */
export function cutWays(cutting: Cutting, from: string, leadsTo: (to: To) => To | undefined, lost?: string): void {
  const station = cutting.draft.stations[from];
  if (station.next === undefined) return;
  const path = `stations.${from}.next`;
  const follows: Follow[] = [];
  const next = mapValues<Way[], unknown>(station.next, path, (ways, here) => {
    const led = ways.map((way, at) => ({
      ...(lost === undefined ? way : withoutChoice(cutting, way, `${here}.${at}.otherwise`, lost)),
      to: leadsTo(way.to),
    }));
    const gone = led.flatMap(({ to }, at) => (to === undefined ? [at] : []));
    const left = led.filter((way): way is Way & { to: To } => way.to !== undefined);
    if (gone.length === 0) return left;
    follows.push(withoutMembers(here, gone));
    if (left.length === 0) {
      follows.push(withoutAll([here]));
      return undefined;
    }
    if (left.length > 1) return left;
    const [{ share: _, ...only }] = left;
    follows.push(withoutAll([`${here}.0.share`]));
    return [only];
  });
  if (JSON.stringify(next) === JSON.stringify(station.next)) return;
  cutting.follows.push(...follows);
  const { next: _, ...rest } = station;
  const kept = next === undefined ? rest : { ...rest, next: next as typeof station.next };
  cutting.draft = { ...cutting.draft, stations: { ...cutting.draft.stations, [from]: kept } };
}

function withoutChoice(cutting: Cutting, way: Way, path: string, station: string): Way {
  const { otherwise, ...rest } = way;
  const left = withoutAlternatives(cutting, otherwise, path, station);
  return left === undefined ? rest : { ...rest, otherwise: left };
}

export function cutStart(cutting: Cutting, stream: string, to: string): void {
  const here = cutting.draft.streams[stream];
  if (here.startsAt === undefined) return;
  const { startsAt: _, ...rest } = here;
  const startsAt = mapValues<To, typeof here.startsAt>(here.startsAt, '', (one) => withoutId(one, to));
  const next = startsAt === undefined ? rest : { ...rest, startsAt };
  if (JSON.stringify(next) !== JSON.stringify(here))
    cutting.draft = { ...cutting.draft, streams: { ...cutting.draft.streams, [stream]: next } };
}
