// How long something will still take is said roughly, and never as nothing while it goes on.
import { expect, it } from 'vitest';
import { sayTimeLeft } from '../../ui/words/time-left.ts';

it('says seconds by fives, and minutes from two on', () => {
  expect(sayTimeLeft(400)).toBe('about 5 seconds to go');
  expect(sayTimeLeft(12_400)).toBe('about 10 seconds to go');
  expect(sayTimeLeft(89_000)).toBe('about 90 seconds to go');
  expect(sayTimeLeft(91_000)).toBe('about 2 minutes to go');
  expect(sayTimeLeft(3_600_000)).toBe('about 60 minutes to go');
});
