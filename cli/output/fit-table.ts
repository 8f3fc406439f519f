// Prints the shapes fitted to stays, best first, with the records themselves below.
import type { FittedNumber, StayFit } from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

export function fittedTable({ shapes, empirical }: StayFit): string {
  const heads = [
    'Shape',
    'mean (days)',
    '95 % interval',
    'sd (days)',
    '95 % interval',
    'AIC',
    'more',
    'furthest from the records',
    '',
  ];
  const lines = shapes.map(({ shape, mean, sd, aic, aicMore, gap, usualNumbers }) => [
    shape,
    amount(mean.value),
    between(mean),
    amount(sd.value),
    between(sd),
    aic.toFixed(1),
    aicMore.toFixed(1),
    `${(gap.share * 100).toFixed(1)} % at ${amount(gap.days)} days`,
    Object.entries(usualNumbers)
      .map(([name, value]) => `${name} ${Number(value.toPrecision(6))}`)
      .join(', '),
  ]);
  return layTable([
    { cells: heads },
    ...lines.map((cells) => ({ cells })),
    { cells: ['empirical', amount(empirical.meanDays)] },
  ]);
}

const between = ({ low, high }: FittedNumber): string =>
  `${low === null ? '0' : amount(low)} to ${high === null ? 'no limit' : amount(high)}`;
