// The tables of a fit as rows, for CSV files and JSON: the shapes, the curve of who is still there, and what was counted beside what is expected.
import {
  type ArrivalFit,
  type Cell,
  type Counted,
  type StayFit,
  csvText,
  curveOfStays,
  dateAt,
} from '../../engine/index.ts';

export function stayFiles(fit: StayFit, piece: object): Record<string, string> {
  const curve = curveOfStays(fit);
  const columns =
    'shape meanDays meanDaysLow meanDaysHigh sdDays sdDaysLow sdDaysHigh logLikelihood aic aicMore gapShare gapDays';
  const rows = fit.shapes.map(({ shape, mean, sd, logLikelihood, aic, aicMore, gap }): Cell[] => [
    shape,
    ...[mean, sd].flatMap(({ value, low, high }) => [value, low, high]),
    logLikelihood,
    aic,
    aicMore,
    gap.share,
    gap.days,
  ]);
  return {
    'shapes.csv': csvText(columns.split(' '), rows),
    'still-there.csv': csvText(curve.columns, curve.rows),
    'piece.json': asJson(piece),
  };
}

export function arrivalFiles(
  { rates }: ArrivalFit,
  counted: readonly Counted[],
  piece: object,
): Record<string, string> {
  const rows = counted.map(({ day, days, count }, at): Cell[] => [dateAt(day), days, count, rates.expected[at]]);
  return {
    'arrivals.csv': csvText(['fromDate', 'days', 'people', 'expected'], rows),
    'piece.json': asJson(piece),
  };
}

const asJson = (piece: object): string => `${JSON.stringify(piece, null, 2)}\n`;
