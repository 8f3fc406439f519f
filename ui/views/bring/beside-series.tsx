// One series beside the model: the band and the limits as a picture, and a table behind it.
import { dateAt, type Model } from '../../../engine/index.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import { Table } from '../../parts/table/data-table.tsx';
import type { DataTable } from '../../parts/table/table.ts';
import type { Counted } from '../../state/counted.ts';
import { sayCounted } from '../../words/counted.ts';
import { monthTicks } from '../../words/line-of-weeks.ts';
import { sayDate } from '../../words/numbers/date.ts';
import type { ToldBeside } from '../../worker/protocol.ts';

interface Props {
  readonly model: Model;
  readonly series: Counted;
  readonly told: ToldBeside;
}

export function BesideSeries({ model, series, told }: Props) {
  const { days, values, band, limits, words } = told;
  return (
    <div className="series-beside" data-beside={series.name}>
      <h3>
        {series.name}, {series.unit}, beside {sayCounted(model, series.row)}
      </h3>
      {words.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <Chart
        line={values}
        band={band}
        ticks={monthTicks(days.map(dateAt))}
        levels={[
          { of: limits.high, label: 'upper limit' },
          { of: limits.mean },
          { of: limits.low, label: 'lower limit', isBelow: true },
        ]}
        says={words.join(' ')}
      />
      <p className="small">
        Line: what was counted. Dashed: its average and the limits of everyday variation. Band: the middle 8 of 10 years
        of the model.
      </p>
      <details>
        <summary>{series.name} as a table</summary>
        <Table table={tableOf(series, told)} modelId={model.id} />
      </details>
    </div>
  );
}

function tableOf({ name, unit, spacing }: Counted, { days, values, band, limits }: ToldBeside): DataTable {
  const special = new Set([...limits.outside, ...limits.inRuns]);
  const round = (value: number) => ({ value, shown: String(Number(value.toFixed(1))) });
  const number = (key: string, title: string) => ({ key, title, unit, isNumber: true });
  return {
    id: `happened-${name.toLowerCase().replace(/\W+/g, '-')}`,
    caption: `${name} beside the model’s band`,
    columns: [
      { key: 'date', title: spacing === 'day' ? 'Day' : spacing === 'week' ? 'Week of' : 'Month of' },
      number('counted', 'Counted'),
      number('low', 'Band from'),
      number('high', 'to'),
      { key: 'says', title: 'What it says' },
    ],
    rows: days.map((day, at) => ({
      key: String(day),
      cells: {
        date: { value: dateAt(day), shown: sayDate(dateAt(day), 0) },
        counted: round(values[at]),
        low: round(band.low[at]),
        high: round(band.high[at]),
        says: { value: special.has(at) ? 'not everyday variation' : '' },
      },
    })),
  };
}
