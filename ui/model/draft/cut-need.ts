// A need goes: its shares, its entries in tables, and the people who have it at the start.
import { isIn } from '../values.ts';
import { lose, type Cutting } from './cutting.ts';
import { NEED } from './draft.ts';
import { mapValues, withoutEntries } from './tables.ts';

export function cutNeed(cutting: Cutting, id: string): void {
  const { [id]: _, ...left } = cutting.draft.needs;
  const needs = Object.fromEntries(
    Object.entries(left).map(([other, need]) => {
      const { risesTo, ...rest } = need;
      return [other, risesTo === id ? rest : need];
    }),
  );
  cutting.draft = { ...cutting.draft, needs };
  lose(cutting, `needs.${id}`);
  withoutTablesBy(cutting, NEED, id);
  for (const [stream, { shares }] of Object.entries(cutting.draft.streams)) {
    if (shares === undefined) continue;
    const gone: string[] = [];
    const next = mapValues<Record<string, number>, typeof shares>(shares, `streams.${stream}.shares`, (each, path) => {
      const { [id]: share, ...others } = each;
      if (share === undefined) return each;
      gone.push(`${path}.${id}`);
      return Object.keys(others).length === 0 ? undefined : others;
    });
    if (gone.length === 0) continue;
    const { shares: __, ...rest } = cutting.draft.streams[stream];
    const kept = next === undefined ? rest : { ...rest, shares: next };
    cutting.draft = { ...cutting.draft, streams: { ...cutting.draft.streams, [stream]: kept } };
    lose(cutting, ...gone);
  }
  const isAlsoStation = isIn(cutting.draft.stations, id);
  cutInitial(cutting, ['inCare', 'waiting', ...(isAlsoStation ? [] : ['delayedFor'])], id);
}

/** Tables have an entry for every need, or stream. */
export function withoutTablesBy(cutting: Cutting, by: string, id: string): void {
  const gone: string[] = [];
  const { draft } = cutting;
  const cut = <T>(part: T, path: string): T => withoutEntries(part, by, id, path, gone) as T;
  const next = {
    ...draft,
    needs: cut(draft.needs, 'needs'),
    streams: cut(draft.streams, 'streams'),
    stations: cut(draft.stations, 'stations'),
    ...(draft.attributes && { attributes: cut(draft.attributes, 'attributes') }),
  };
  if (gone.length === 0) return;
  cutting.draft = next;
  lose(cutting, ...gone);
}

/** People there at the start who need, or wait for, what is gone. */
export function cutInitial(cutting: Cutting, kinds: readonly string[], id: string): void {
  const { initial } = cutting.draft;
  if (initial === undefined) return;
  const gone: string[] = [];
  const next = Object.fromEntries(
    Object.entries(initial).map(([station, given]) => {
      const kept: [string, unknown][] = Object.entries(given).flatMap(([kind, people]): [string, unknown][] => {
        if (!kinds.includes(kind) || typeof people !== 'object' || !isIn(people, id)) return [[kind, people]];
        gone.push(`initial.${station}.${kind}.${id}`);
        const { [id]: _, ...others } = people as Readonly<Record<string, unknown>>;
        return Object.keys(others).length === 0 ? [] : [[kind, others]];
      });
      return [station, Object.fromEntries(kept)];
    }),
  );
  if (gone.length === 0) return;
  cutting.draft = { ...cutting.draft, initial: next as typeof initial };
  lose(cutting, ...gone);
}
