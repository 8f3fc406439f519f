// How many people wait, by the engine's own counts: what the large number of a map says.
import type { Model, NetworkOutline, World } from '../../engine/index.ts';
import type { Subject } from '../model/values.ts';

type Columns = Pick<World, 'delayed' | 'waiting'>;

/** `subject` says who is meant; over all stations where it names none of them. */
export function waitingIn(
  { stationIds }: Pick<NetworkOutline, 'stationIds'>,
  { station, measure }: Pick<Subject, 'station' | 'measure'>,
  counts: Columns,
): number {
  const at = stationIds.indexOf(station);
  const column = counts[measure];
  return at < 0 ? column.reduce((sum, people) => sum + people, 0) : column[at];
}

/** The days waited there and for that, by columns that have them since the start date. */
export function daysWaitedIn(
  { stationIds }: Pick<NetworkOutline, 'stationIds'>,
  { station, measure }: Pick<Subject, 'station' | 'measure'>,
  counts: { readonly delayedDays: Float64Array; readonly waitingDays: Float64Array },
): number {
  const at = stationIds.indexOf(station);
  const column = measure === 'delayed' ? counts.delayedDays : counts.waitingDays;
  return at < 0 ? column.reduce((sum, days) => sum + days, 0) : column[at];
}

/** What a document says its story is about, or what the page takes it to be. */
export const labelOf = (model: Model, station: string): string => model.stations[station]?.label ?? 'any service';
