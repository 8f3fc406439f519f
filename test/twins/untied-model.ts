// Generated models that SimJS can run, in which two things hardly ever happen at once: a few rules are left out.
import { dice } from '../laws/dice.ts';
import { someModel, type Piece } from '../laws/some-model.ts';

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapped = (value: Piece, each: (key: string, inner: unknown) => unknown): Piece =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(key, inner)]));

export function untiedModel(seed: number): Piece {
  const { chance } = dice(seed + 77);
  const document = untied(someModel(seed)) as Piece;
  const ids = Object.keys(document.stations as Piece);
  const stations = mapped(document.stations as Piece, (id, given) => {
    const { order: _order, releases, ...station } = given as Piece;
    const isMiddle = 'next' in station && id !== 'door' && station.kind !== 'team';
    return {
      ...station,
      ...(isMiddle ? { next: straight(station.next, ids.slice(0, ids.indexOf(id))) } : {}),
      // People who may not leave yet let others pass; in a SimJS queue nobody does, so most may always leave.
      ...(releases !== undefined && chance(0.4) ? { releases } : {}),
      ...('visitsPerDay' in station ? { takesAll: true } : {}),
    };
  });
  const streams = mapped(document.streams as Piece, (_id, given) => {
    const { alwaysWaiting, ...stream } = given as Piece;
    return alwaysWaiting === undefined ? stream : { ...stream, arrivalsPerDay: 0.5 };
  });
  return { ...document, stations, streams };
}

/** Every time that is always the same is drawn instead, and known moments are moved apart by amounts that nobody would write. */
function untied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untied);
  if (!isPiece(value)) return value;
  if (value.shape === 'fixed' && typeof value.days === 'number' && value.days > 0)
    return { shape: 'exponential', meanDays: value.days };
  return mapped(value, (key, inner) =>
    key === 'atDays' ? (inner as number[]).map((day, n) => day + (n + 1) * 0.000_731) : untied(inner),
  );
}

/** Ways back to stations before this one may close a ring, which SimJS cannot undo; they lead out instead. */
function straight(value: unknown, before: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => straight(one, before));
  if (!isPiece(value)) return value;
  const { to, otherwise, prepare, ...rest } = value;
  const inner = mapped(rest, (_key, one) => straight(one, before));
  if (to === undefined) return inner;
  const leadsTo = [to].flat() as string[];
  if (leadsTo.some((id) => before.includes(id))) return { ...inner, to: 'home' };
  const others = [otherwise ?? []].flat().flatMap((one) => (isPiece(one) ? [one.to].flat() : []));
  const isStraight = !others.some((id) => before.includes(id as string));
  return {
    ...inner,
    to,
    ...(otherwise !== undefined && isStraight ? { otherwise } : {}),
    ...(prepare === undefined ? {} : { prepare }),
  };
}
