// The best mixes in words: what the same delay, or the same money, could give, and whether the fewest people waiting is the cheapest.
import { sayLevel } from './numbers/difference.ts';
import { PEOPLE, PLACES, POUNDS_A_YEAR, type Quantity } from './numbers/quantity.ts';

/** An average and its range. */
interface Average {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What people waiting is weighed against. */
export type Weighed = 'empty' | 'cost';
const quantityOf: Readonly<Record<Weighed, Quantity>> = { empty: PLACES, cost: POUNDS_A_YEAR };

const level = ({ mean, low, high }: Average, quantity: Quantity): string =>
  Number.isFinite(low) ? sayLevel(mean, Math.max(0, low), high, quantity) : mean.toFixed(1);

export const sayWaiting = (of: Average): string => {
  const said = level(of, PEOPLE);
  return `about ${said} ${said === '1' ? 'person' : 'people'} waiting`;
};
/** "about 12 empty places", "about £2,100,000 a year". */
export function sayWeighed(of: Average, weighed: Weighed): string {
  const said = level(of, quantityOf[weighed]);
  if (weighed === 'cost') return `about ${said} a year`;
  return `about ${said} empty ${said === '1' ? 'place' : 'places'}`;
}

interface Side {
  readonly mix: string;
  readonly waiting: Average;
  readonly weighed: Average;
}

/** `name` is today or an option. A mix that is no better says nothing. */
export function sayBeside(
  name: string,
  own: Omit<Side, 'mix'>,
  sameDelay: Side | undefined,
  sameMoney: Side | undefined,
  weighed: Weighed,
): string[] {
  const said: string[] = [`“${name}” has ${sayWaiting(own.waiting)}, with ${sayWeighed(own.weighed, weighed)}.`];
  if (sameDelay && sameDelay.weighed.mean < own.weighed.mean)
    said.push(`For the same delay: ${sameDelay.mix}, with ${sayWeighed(sameDelay.weighed, weighed)}.`);
  if (sameMoney && sameMoney.waiting.mean < own.waiting.mean)
    said.push(
      `${weighed === 'cost' ? 'For the same money' : 'With no more empty places'}: ${sameMoney.mix}, with ${sayWaiting(sameMoney.waiting)}.`,
    );
  if (said.length === 1) said.push('No mix found is better on both.');
  return said;
}

/** Only where the difference is clear. */
export function sayNotCheapest(cheapest: Side, fewest: Side, more: Average, weighed: Weighed): string {
  const { mean, low, high } = more;
  const extra = sayLevel(mean, low, high, quantityOf[weighed]);
  return weighed === 'cost'
    ? `The fewest people waiting is not the cheapest: ${sayWaiting(fewest.waiting)} costs about ${extra} a year more than ${sayWaiting(cheapest.waiting)}.`
    : `From ${sayWaiting(cheapest.waiting)} to ${sayWaiting(fewest.waiting)} takes about ${extra} more empty places.`;
}
