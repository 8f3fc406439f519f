// What is left for the one way whose share is not typed yet.
import { expect, it } from 'vitest';
import { blankDraft, type Draft } from '../../ui/model/draft/draft.ts';
import { restOfShares } from '../../ui/model/draft/rest-of-shares.ts';

const leaving = (...shares: readonly (number | undefined)[]): Draft => ({
  ...blankDraft('A', '2027-04-01'),
  stations: { ward: { kind: 'ward', label: 'Ward', next: shares.map((share, at) => ({ to: `to-${at}`, share })) } },
});
const restOf = (at: number, ...shares: readonly (number | undefined)[]) =>
  restOfShares(leaving(...shares), `stations.ward.next.${at}.share`);

it('is what the others leave, without the last bit of tenths', () => {
  expect(restOf(1, 0.4, undefined)).toBe(0.6);
  expect(restOf(2, 0.1, 0.2, undefined)).toBe(0.7);
});

it('is nothing where it is typed, another is missing too, or the others take all', () => {
  expect(restOf(0, 0.4, undefined)).toBeUndefined();
  expect(restOf(1, undefined, undefined)).toBeUndefined();
  expect(restOf(1, 1, undefined)).toBeUndefined();
  expect(restOf(1, 0.8, undefined, 0.3)).toBeUndefined();
  expect(restOf(0, undefined)).toBeUndefined();
  expect(restOfShares(leaving(0.4), 'streams.in.shares.care')).toBeUndefined();
});
