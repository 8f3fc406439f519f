// Counts the events of a replication from its own rows: people who arrived, and stays that were completed.
import { type Model, type Program, rowKeys } from '../../engine/index.ts';

/** A stay of no days is no event. */
const hasNoStay = (station: Model['stations'][string]): boolean => {
  const stay = station.stay as { shape?: string; days?: number } | undefined;
  return stay === undefined || (stay.shape === 'fixed' && stay.days === 0);
};

/** A function from a replication's values to its events; only right without a warm-up, which no row covers. */
export function eventCounter(program: Program): (values: Float64Array) => number {
  const counted: number[] = [];
  for (const [at, { station, measure, statistic, who, day }] of rowKeys(program).entries()) {
    if (statistic !== 'mean' || day !== '' || station === 'all') continue;
    const isArrival = measure === 'starts' && who === 'from:outside';
    const isCompletedStay = measure === 'leaves' && who === 'all' && !hasNoStay(program.model.stations[station]);
    if (isArrival || isCompletedStay) counted.push(at);
  }
  const days = program.network.runDays;
  return (values) => counted.reduce((sum, at) => sum + (values[at] || 0) * days, 0);
}
