// Prints where people went from each place, the most frequent way first.
import type { RouteFit } from '../../engine/index.ts';
import { layTable } from './table.ts';

export const routeTable = (fits: readonly RouteFit[]): string =>
  layTable([
    { cells: ['from', 'to', 'people', 'share', '95 % interval'] },
    ...fits.flatMap(({ from, people, ways }) =>
      ways.map((way, at) => ({
        cells: [
          at === 0 ? from : '',
          way.to,
          `${way.people} of ${people}`,
          percent(way.share.value),
          `${percent(way.share.low!)} to ${percent(way.share.high!)}`,
        ],
      })),
    ),
  ]);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
