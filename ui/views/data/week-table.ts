// One line of the run by weeks as a table: on average over the simulated years, with its interval and today beside it.
import type { Model } from '../../../engine/index.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { nameOfSeries } from '../../words/line-of-weeks.ts';
import { sayPeople, seriesAt } from '../../words/weeks.ts';
import type { ToldByWeek, WeekSeries } from '../../worker/protocol.ts';
import type { Cell, DataTable } from '../../parts/table/table.ts';

export function weekTable(
  model: Model,
  told: ToldByWeek,
  today: ToldByWeek | undefined,
  series: WeekSeries,
): DataTable {
  const beside = seriesAt(today, series.station, series.measure);
  const cell = (people: number | undefined): Cell =>
    people === undefined || !Number.isFinite(people) ? { value: null } : { value: people, shown: sayPeople(people) };
  const number = (key: string, title: string) => ({ key, title, unit: 'people', isNumber: true });
  return {
    id: `weeks-${series.measure}-${series.station}`,
    caption: `${nameOfSeries(model, series)}, on average over each week of ${told.replications} simulated years`,
    columns: [
      { key: 'week', title: 'Week of' },
      number('mean', 'On average'),
      number('low', '95 % interval from'),
      number('high', 'to'),
      ...(beside ? [number('today', 'Today')] : []),
    ],
    rows: told.dates.map((date, week) => ({
      key: date,
      cells: {
        week: { value: date, shown: sayDate(date, 0) },
        mean: cell(series.mean[week]),
        low: cell(series.low[week]),
        high: cell(series.high[week]),
        today: cell(beside?.mean[week]),
      },
    })),
  };
}
