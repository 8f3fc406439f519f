// Words for a model that does not settle: one part of a sentence for each place where it shows.
import type { StationSettling, Settling } from './stability.ts';

/** The parts, the most important first; empty where there is nothing to say. `labelOf` gives a station's name on screen. */
export function settlingWords(settling: Settling, labelOf: (station: string) => string): string[] {
  const [all, ...stations] = settling.stations;
  const told = stations.flatMap((one) => partsOf(one, labelOf(one.station)));
  // Where nothing is short or growing by itself, the whole may still be.
  const whole = told.length === 0 ? partsOf(all, 'the whole model') : [];
  return [...told, ...whole].sort((a, b) => a.rank - b.rank).map((part) => part.words);
}

interface Part {
  readonly rank: number;
  readonly words: string;
}

function partsOf({ settles, needed, has, starts, trend, filling }: StationSettling, label: string): Part[] {
  const grew =
    trend?.direction === 'grows'
      ? `people there or waiting for it grew from ${few(trend.early)} to ${few(trend.late)}`
      : '';
  if (settles === 'needs more than it has') {
    const asked =
      needed[1] > has[1]
        ? `${few(needed[1])} places needed${needed[0] > has[0] ? '' : ' by the end of the run'}, ${few(has[1])} there`
        : `${few(starts[0])} starts a month needed, ${few(starts[1])} allowed`;
    return [{ rank: 0, words: `${label}: ${grew === '' ? asked : `${asked}; ${grew}`}` }];
  }
  if (settles === 'fills up') return [{ rank: 1, words: `${label}: still filling up; ${grew}` }];
  if (filling)
    return [
      {
        rank: 1,
        words: `${label}: still filling up, because it begins too empty for such long stays; about ${few(filling.there)} there on average, ${few(filling.needed)} needed. Give a longer warm-up, or people there at the start`,
      },
    ];
  return grew === '' ? [] : [{ rank: 2, words: `${label}: grown as the model’s own numbers changed; ${grew}` }];
}

const few = (people: number): string => (Number.isInteger(people) ? String(people) : people.toFixed(1));
