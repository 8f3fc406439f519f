// Who is in the wrong place: people whose place is not the one they asked for first, nor another their need names as well.
import { everyValueOf, type Model, type NetworkOutline } from '../../engine/index.ts';

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
