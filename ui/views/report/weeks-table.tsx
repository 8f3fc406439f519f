// The report's table where nothing settles: people waiting in the first week, in the last and in the worst.
import type { Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { subjectOf } from '../../model/values.ts';
import { nameOfSeries } from '../../words/line-of-weeks.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { sayPeople, seriesAt } from '../../words/weeks.ts';
import type { ToldByWeek } from '../../worker/protocol.ts';

interface WeeksTableProps {
  readonly model: Model;
  readonly told: ToldByWeek;
}

export function WeeksTable({ model, told }: WeeksTableProps) {
  const { station, measure } = subjectOf(model);
  const unsettled = told.settling.stations.filter((one) => one.station !== 'all' && one.settles !== 'settles');
  const queues = unsettled.map((one) => seriesAt(told, one.station, 'waiting'));
  const lines = [seriesAt(told, station, measure), ...queues].filter(
    (one, at, all) => one !== undefined && all.indexOf(one) === at,
  );
  const last = told.dates.length - 1;
  if (lines.length === 0 || last < 1) return null;
  const week = (at: number) => sayDate(told.dates[at], 0);
  return (
    <table className="report-table">
      <caption>People on average in a week, where it does not settle</caption>
      <ColumnHeads of={['Who', `Week of ${week(0)}`, `Week of ${week(last)}`, 'Most']} />
      <tbody>
        {lines.map((line) => {
          const { mean } = line!;
          const most = mean.indexOf(Math.max(...mean));
          return (
            <tr key={nameOfSeries(model, line!)} data-weeks-of={`${line!.station}/${line!.measure}`}>
              <th scope="row">{nameOfSeries(model, line!)}</th>
              <td>{sayPeople(mean[0])}</td>
              <td>{sayPeople(mean[last])}</td>
              <td>
                {sayPeople(mean[most])}, week of {week(most)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
