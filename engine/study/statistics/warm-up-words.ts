// What MSER-5 says of a warm-up, in sentences for the page and the terminal.
import type { WarmUpAdvice } from './warm-up.ts';

const because: Readonly<Record<WarmUpAdvice['changes'][number], string>> = {
  dated: 'numbers with a date',
  seasonal: 'months that differ',
  growth: 'growth',
  observed: 'arrivals given day by day',
};

/** The verdict first. */
export function warmUpWords(advice: WarmUpAdvice): string[] {
  const { suggestedDays, isSettled, isEmpty, warmUpDays, days, changes, people, delayed } = advice;
  const verdict = isEmpty
    ? `Nobody comes before the start date, so the warm-up of ${warmUpDays} days settles nothing. Give the people who were there on the start date, and no warm-up.`
    : !isSettled
      ? 'No warm-up can be suggested: the run has not settled in the first half of these days. Give a longer run, or see whether people leave as fast as they come (onward run).'
      : suggestedDays > warmUpDays
        ? `Suggested: a warm-up of ${suggestedDays} days. The model has ${warmUpDays}.`
        : `The model’s warm-up of ${warmUpDays} days is enough: ${suggestedDays} are suggested.`;
  return [
    verdict,
    `MSER-5 over ${days} days: ${people.leaveOut} for people in the model, ${delayed.leaveOut} for people delayed.`,
    ...(changes.length > 0
      ? [
          `The model itself changes in these days (${changes.map((each) => because[each]).join(', ')}), which no warm-up removes.`,
        ]
      : []),
    'A model that asks what happens from a known day on, with the people there on that day, needs no warm-up.',
  ];
}
