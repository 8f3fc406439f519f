// Who is in the wrong place: people whose place is not the one they asked for first, nor another their need names as well.
import { everyValueOf, verbNumbers, type Model, type NetworkOutline, type Trace } from '../../engine/index.ts';

const { ARRIVE, LEAVE, MOVE, RISE } = verbNumbers;

/** Whether a person of this need, who holds a place at `station` but asked for `asked` first (−1: nothing), needs care elsewhere. */
export type IsElsewhere = (need: number, station: number, asked: number) => boolean;

export function elsewhereIn(
  model: Model,
  { stationIds, needIds }: Pick<NetworkOutline, 'stationIds' | 'needIds'>,
): IsElsewhere {
  const named = needIds.map((id) => {
    const ids = everyValueOf(model.needs[id].goesTo).flat();
    return Uint8Array.from(stationIds, (station) => Number(ids.includes(station)));
  });
  return (need, station, asked) => asked >= 0 && asked !== station && named[need][station] === 0;
}

/** Of those who hold a place at a station on a day, how many need care elsewhere, by need: one pass over the trace, for a day that nobody plays to. */
export function elsewhereOn(
  { model, network, trace }: { readonly model: Model; readonly network: NetworkOutline; readonly trace: Trace },
  station: number,
  day: number,
): Map<number, number> {
  const isElsewhere = elsewhereIn(model, network);
  const [needs, asked] = [new Map<number, number>(), new Map<number, number>()];
  for (let r = 0; r < trace.length && trace.day[r] <= day; r++) {
    const [verb, person, other] = [trace.verb[r], trace.patient[r], trace.other[r]];
    if (verb === ARRIVE || verb === RISE) needs.set(person, other);
    else if (verb === LEAVE) asked.delete(person);
    else if (verb === MOVE && network.keepsPlace[other] === 0) {
      if (other === station) asked.set(person, trace.value[r]);
      else asked.delete(person);
    }
  }
  const found = new Map<number, number>();
  for (const [person, first] of asked) {
    const need = needs.get(person) ?? -1;
    if (need >= 0 && isElsewhere(need, station, first)) found.set(need, (found.get(need) ?? 0) + 1);
  }
  return found;
}
