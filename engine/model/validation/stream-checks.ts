// Checks a stream: one way to arrive, factors that fit it, and a need for everyone who comes.
import { NO_SUCH_DAY } from './calendar-checks.ts';
import { dayNumber } from '../../ground/dates.ts';
import type { Stay } from '../../distributions/index.ts';
import type { Model } from '../document.ts';
import type { Stream } from '../document/people.ts';
import { stayProblems, sumProblems, type Names } from './ground-checks.ts';
import { error, listWords, warning, type Problem } from '../../ground/problem.ts';
import { everyone } from './table-checks.ts';

const ARRIVALS = ['arrivalsPerDay', 'meansPerDay', 'everyDays', 'counts', 'atDays', 'alwaysWaiting'] as const;
/** What multiplies arrivalsPerDay. */
const FACTORS = ['weekdayFactors', 'monthFactors', 'growthPerYear'] as const;
/** A table in a stream may not be by stream. */
const OWN_STREAM = { stream: 'Everybody here comes by this stream: give one value instead.' };

export function streamProblems(names: Names, path: string, stream: Stream): Problem[] {
  const problems: Problem[] = [];
  const given = ARRIVALS.filter((key) => stream[key] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'no arrivals' : listWords(given);
    problems.push(
      error(path, found, `exactly one of ${listWords(ARRIVALS, 'or')}`, 'Give one of them, to say how people arrive.'),
    );
  }
  problems.push(...factorProblems(`${path}.weekdayFactors`, stream.weekdayFactors, [7, 168]));
  problems.push(...factorProblems(`${path}.monthFactors`, stream.monthFactors, [12]));
  const hint = 'It multiplies arrivalsPerDay and means nothing without it.';
  for (const key of FACTORS)
    if (stream[key] !== undefined && stream.arrivalsPerDay === undefined)
      problems.push(error(`${path}.${key}`, key, '"arrivalsPerDay" beside it', hint));
  const { fromDate } = stream.meansPerDay ?? {};
  if (fromDate !== undefined && Number.isNaN(dayNumber(fromDate)))
    problems.push(error(`${path}.meansPerDay.fromDate`, `the date ${fromDate}`, ...NO_SUCH_DAY));
  if (stream.everyDays !== undefined) problems.push(...intervalProblems(`${path}.everyDays`, stream.everyDays));
  if (stream.startsAt !== undefined) {
    const start = (at: string, to: string | string[]) => names.targets(at, to, true);
    problems.push(...everyone<string | string[]>(names, `${path}.startsAt`, stream.startsAt, start, OWN_STREAM));
  }
  return [...problems, ...shareProblems(names, `${path}.shares`, stream)];
}

/** Observed counts begin on the start date, and after the last of them nobody comes; means have a date of their own, which may miss the run. */
export function countProblems(model: Model): Problem[] {
  const { startDate, runDays } = model.calendar;
  return Object.entries(model.streams).flatMap(([id, { counts, meansPerDay }]) => {
    if (meansPerDay !== undefined) {
      const { fromDate, means } = meansPerDay;
      const day = dayNumber(fromDate) - dayNumber(startDate);
      if (!(day >= runDays || day + means.length <= 0)) return [];
      const found = `${means.length} days of means from ${fromDate}, none of them in the run`;
      const hint = 'Only the means of their weekdays would be used: move the date, or the start of the run.';
      return [warning(`streams.${id}.meansPerDay`, found, `means of days from ${startDate} on`, hint)];
    }
    if (counts === undefined || counts.length >= runDays) return [];
    const found = `${counts.length} days of counts in a run of ${runDays}`;
    const hint = `There would be no arrivals after day ${counts.length}: give more counts, or shorten the run.`;
    return [warning(`streams.${id}.counts`, found, 'a count for every day', hint)];
  });
}

/** A model in which nobody is there and nobody ever comes has nothing to show; that a slider or a sweep begins there is no error. */
export function arrivalProblems(model: Model): Problem[] {
  if (Object.keys(model.streams).length === 0)
    return [error('streams', 'no arrivals', 'somebody who arrives', 'Give a stream, even if its arrivalsPerDay is 0.')];
  const comes = Object.values(model.streams).some(
    ({ arrivalsPerDay, meansPerDay, everyDays, counts, atDays, alwaysWaiting }) =>
      (arrivalsPerDay ?? alwaysWaiting ?? 0) > 0 ||
      (meansPerDay?.means.some((mean) => mean > 0) && meansPerDay.times !== 0) ||
      everyDays !== undefined ||
      (counts ?? []).some((count) => count > 0) ||
      (atDays ?? []).length > 0,
  );
  if (comes || Object.values(model.initial ?? {}).some(isSomebody)) return [];
  const hint = 'Nothing will happen: give a stream an arrivalsPerDay above 0, or people who are there at the start.';
  return [
    warning(
      'streams',
      'no arrivals, and nobody there at the start',
      'somebody who is there at the start or arrives',
      hint,
    ),
  ];
}

/** A number above 0, anywhere among the people there at the start. */
const isSomebody = (given: unknown): boolean =>
  typeof given === 'object' && given !== null ? Object.values(given).some(isSomebody) : Number(given) > 0;

function shareProblems(names: Names, path: string, { shares }: Stream): Problem[] {
  const { needs } = names;
  if (shares === undefined) {
    if (needs.length === 1) return [];
    const hint = `Give shares of ${listWords(needs.slice(0, 8))} that add to 1.`;
    return [error(path, 'nothing', 'the share of people with each need', hint)];
  }
  const group = (at: string, each: Record<string, number>) => [
    ...Object.keys(each).flatMap((id) => names.named(`${at}.${id}`, id, needs, 'need')),
    ...sumProblems(at, Object.values(each)),
  ];
  const refused = { ...OWN_STREAM, need: 'These shares decide who has which need, so they cannot depend on it.' };
  return everyone<Record<string, number>>(names, path, shares, group, refused);
}

function factorProblems(path: string, factors: readonly number[] | undefined, lengths: readonly number[]): Problem[] {
  if (factors === undefined) return [];
  const problems: Problem[] = [];
  if (!lengths.includes(factors.length)) {
    const expected = '7 factors (Monday to Sunday) or 168 (every hour from Monday 00:00)';
    problems.push(error(path, `a list of ${factors.length}`, expected, 'Write 1 for a usual day.'));
  }
  if (factors.every((factor) => factor === 0)) {
    const hint = 'For no arrivals at all, set arrivalsPerDay to 0.';
    problems.push(error(path, 'factors that are all 0', 'at least one above 0', hint));
  }
  return problems;
}

function intervalProblems(path: string, given: Stay): Problem[] {
  const problems = stayProblems(path, given);
  if (problems.length > 0 || !takesNoTime(given)) return problems;
  const hint = 'With no time between them, people would arrive without end at the same moment: give a longer interval.';
  return [error(path, 'no time between arrivals', 'an interval above 0', hint)];
}

/** The shortest a stay can be in days, read from its words like `takesNoTime`; 0 where there is no least. */
export function shortestDays(stay: Stay): number {
  const given = (key: string) =>
    (stay[key === '' ? 'days' : `${key}Days`] as number | undefined) ??
    ((stay[key === '' ? 'hours' : `${key}Hours`] as number | undefined) ?? 0) / 24;
  if (stay.shape === 'fixed') return given('');
  if (stay.shape === 'uniform' || stay.shape === 'triangular') return given('least');
  if (stay.shape === 'mixture')
    return (stay['of'] as readonly { share: number; stay: Stay }[])
      .filter((part) => part.share > 0)
      .reduce((least, part) => Math.min(least, shortestDays(part.stay)), Infinity);
  if (stay.shape !== 'empirical') return 0;
  const days = stay['valuesDays'] as readonly number[] | undefined;
  const hours = (stay['valuesHours'] as readonly number[] | undefined) ?? [];
  return (days ?? hours.map((each) => each / 24)).reduce((least, each) => Math.min(least, each), Infinity);
}

/** Read from the words rather than drawn, because making a table for a stay costs more than all other checks together. */
export function takesNoTime(stay: Stay): boolean {
  if (stay.shape === 'fixed') return (stay['days'] ?? stay['hours']) === 0;
  if (stay.shape === 'mixture')
    return (stay['of'] as readonly { share: number; stay: Stay }[]).every(
      (part) => part.share === 0 || takesNoTime(part.stay),
    );
  if (stay.shape !== 'empirical') return false;
  return ((stay['valuesDays'] ?? stay['valuesHours']) as readonly number[]).every((value) => value === 0);
}
