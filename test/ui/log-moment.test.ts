// A moment of an event log in words: its day and time, how fast it plays, and how long somebody has waited.
import { expect, it } from 'vitest';
import { sayLogMoment, sayLogSpeed, sayLogWait } from '../../ui/words/log-moment.ts';

it.each([
  [3.75, 'hours', undefined, 'day 1, 03:45'],
  [33.5, 'hours', undefined, 'day 2, 09:30'],
  [1.25, 'days', '2026-03-02', 'Tue 3 Mar 2026, 06:00'],
] as const)('%d %s', (at, unit, startDate, said) => expect(sayLogMoment(at, unit, startDate)).toBe(said));

it.each([
  [0.5, 'hours', '½ hour a second'],
  [1, 'days', '1 day a second'],
  [7, 'days', '7 days a second'],
] as const)('%d %s a second', (each, unit, said) => expect(sayLogSpeed(each, unit)).toBe(said));

it.each([
  [0.25, 'hours', '15 minutes'],
  [2.9, 'hours', '2 hours'],
  [1 / 24, 'days', '60 minutes'],
  [1.9, 'days', '45 hours'],
  [12.4, 'days', '12 days'],
] as const)('a wait of %d %s', (wait, unit, said) => expect(sayLogWait(wait, unit)).toBe(said));
