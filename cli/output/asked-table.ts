// Prints the percentiles and shares over thresholds that were asked for, of everybody at each place.
import { type Asked, type Model, type Row, measures, optionsOf } from '../../engine/index.ts';
import { amount, finder, layTable } from './table.ts';

/** The measures that are of people over time or of days per person. */
const told = ['occupancy', 'waiting', 'delayed', 'delayDays', 'stayDays', 'journeyDays'];

/** Nothing where nothing is asked for. With `option`, one of several: its title stands above. */
export function askedTable(model: Model, { percentiles, over }: Asked, rows: readonly Row[], option?: string): string {
  const columns = [
    ...percentiles.map((percent) => ({ title: `p${percent}`, statistic: `p${percent}` })),
    ...over.map((limit) => ({ title: `over ${limit}`, statistic: `shareOver${limit}` })),
  ];
  if (columns.length === 0 || rows.length === 0) return '';
  const find = finder(rows);
  const lines = measures
    .filter(({ id }) => told.includes(id))
    .flatMap((measure) =>
      Object.entries({ ...model.stations, all: { label: 'Everywhere' } }).flatMap(([id, { label }]) => {
        const found = columns.map(({ statistic }) => find(option ?? rows[0].option, id, measure.id, statistic));
        const cells = found.map((row) => (row === undefined ? '' : amount(row.value, row.unit)));
        return found.every((row) => row === undefined)
          ? []
          : [{ cells: [label, ...cells], measure: `${measure.label} (${measure.unit})` }];
      }),
    );
  const withHeads = lines.flatMap(({ cells, measure }, at) =>
    measure === lines[at - 1]?.measure ? [{ cells }] : [{ cells: [measure], dim: true }, { cells }],
  );
  const title = optionsOf(model).find(({ id }) => id === option)?.title;
  return [
    `Requested${title === undefined ? '' : `, ${title}`}: percentiles, and shares of people (or of time) above a number. With --json or --out they are also given by need, by the place before and by attribute.`,
    layTable([{ cells: ['', ...columns.map((column) => column.title)] }, ...withHeads]),
  ].join('\n\n');
}
