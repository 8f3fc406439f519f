// The tables of a fit: the shapes, the curve of who is still there, and what was counted beside what is expected.
import {
  type ArrivalFit,
  type Cell,
  type Counted,
  type RouteFit,
  type StayFit,
  type Tidy,
  curveOfStays,
  dateAt,
  tidyColumns,
} from '../../engine/index.ts';
import type { Files } from './tables.ts';

export function stayTables(fit: StayFit): Record<string, Tidy> {
  const curve = curveOfStays(fit);
  return {
    shapes: {
      columns: tidyColumns([
        ['shape', null, 'A distribution of stay, by the word that a model has for it.'],
        ['meanDays', 'days', 'The mean stay by that shape.'],
        ['meanDaysLow', 'days', 'Lower end of its 95 % interval.'],
        ['meanDaysHigh', 'days', 'Upper end of its 95 % interval.'],
        ['sdDays', 'days', 'The standard deviation of stays by that shape.'],
        ['sdDaysLow', 'days', 'Lower end of its 95 % interval.'],
        ['sdDaysHigh', 'days', 'Upper end of its 95 % interval.'],
        ['logLikelihood', '', 'How likely the records are by that shape, as a logarithm.'],
        ['aic', '', 'Akaike’s criterion: less is better.'],
        ['aicMore', '', 'How much more than that of the best shape.'],
        ['gapShare', 'share', 'The largest gap between the shape and the records.'],
        ['gapDays', 'days', 'The length of stay at which that gap is.'],
      ]),
      rows: fit.shapes.map(({ shape, mean, sd, logLikelihood, aic, aicMore, gap }): Cell[] => [
        shape,
        ...[mean, sd].flatMap(({ value, low, high }) => [value, low, high]),
        logLikelihood,
        aic,
        aicMore,
        gap.share,
        gap.days,
      ]),
    },
    'still-there': {
      columns: curve.columns.map((name, at) => ({
        name,
        unit: at === 0 ? 'days' : 'share',
        meaning: at === 0 ? 'Days since they came.' : 'The share still there after so many days.',
      })),
      rows: curve.rows,
    },
  };
}

export const arrivalTables = ({ rates }: ArrivalFit, counted: readonly Counted[]): Record<string, Tidy> => ({
  arrivals: {
    columns: tidyColumns([
      ['fromDate', null, 'The first day counted.'],
      ['days', 'days', 'How many days the count is of.'],
      ['people', 'people', 'How many came.'],
      ['expected', 'people', 'How many the fitted rate expects.'],
    ]),
    rows: counted.map(({ day, days, count }, at): Cell[] => [dateAt(day), days, count, rates.expected[at]]),
  },
});

export const routeTables = (fits: readonly RouteFit[]): Record<string, Tidy> => ({
  routes: {
    columns: tidyColumns([
      ['from', null, 'The place that people left.'],
      ['to', null, 'The place they went to.'],
      ['people', 'people', 'How many went this way.'],
      ['of', 'people', 'How many left that place.'],
      ['share', 'share', 'The share of them that went this way.'],
      ['shareLow', 'share', 'Lower end of its 95 % interval.'],
      ['shareHigh', 'share', 'Upper end of its 95 % interval.'],
    ]),
    rows: fits.flatMap(({ from, people: of, ways }) =>
      ways.map(({ to, people, share: { value, low, high } }): Cell[] => [from, to, people, of, value, low, high]),
    ),
  },
});

export const pieceFile = (piece: object): Files => ({ 'piece.json': `${JSON.stringify(piece, null, 2)}\n` });
