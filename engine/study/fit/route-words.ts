// What is known of where people went, in sentences for the page and the terminal.
import type { FittedWay, RouteFit } from './route-fit.ts';

/** "From P2, 120 people: 70.0 % to Home (84; 95 % interval 61.0 to 78.0 %), …". A sentence a place. */
export const routeWords = (fits: readonly RouteFit[]): string[] =>
  fits.map(({ from, people, ways }) => `From ${from}, ${sayPeople(people)}: ${ways.map(sayWay).join('; ')}.`);

const sayWay = ({ to, people, share: { value, low, high } }: FittedWay): string =>
  `${percent(value)} to ${to} (${people}; 95 % interval ${percent(low!)} to ${percent(high!)})`;

/** Fewer leave a share so wide open that another record may turn it round. */
const FEW = 30;

export function routeDoubts(fits: readonly RouteFit[]): string[] {
  const few = fits.filter(({ people }) => people < FEW);
  return few.map(({ from, people }) => `only ${sayPeople(people)} from ${from}: look at how wide the intervals are`);
}

const sayPeople = (people: number): string => (people === 1 ? 'one person' : `${people} people`);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
