// The questions that a new model asks: what is usual, and which answers are refused.
import { dayNumber } from '../../ground/dates.ts';
import { error, type Problem } from '../../ground/problem.ts';

/** Answers so far. Shares are people of 100; stays are means in days; places are those at once. */
export interface BlankAnswers {
  readonly population?: number;
  readonly arrivalsPerDay?: number;
  readonly homeOf100?: number;
  readonly bedsOf100?: number;
  readonly homeDays?: number;
  readonly bedDays?: number;
  readonly nursingDays?: number;
  readonly homePlaces?: number;
  readonly beds?: number;
  readonly nursingBeds?: number;
}
type Key = keyof BlankAnswers;

/** In this order. The usual answer and the largest one may depend on the answers before. */
export interface BlankQuestion {
  readonly key: Key;
  readonly asks: string;
  readonly unit: string;
  readonly isWhole: boolean;
  readonly least: number;
  most(before: BlankAnswers): number;
  usual(before: BlankAnswers): number;
  /** Whether the answers before leave anything to ask. */
  isOpen(before: BlankAnswers): boolean;
}

/**
 * What the shipped model of a place of 100,000 people begins with: people a day, of 100 by pathway, days, and standard
 * deviations as multiples of the mean. A test holds the two together.
 */
export const USUAL = {
  arrivalsPerDayOf100000: 2.27,
  home: { of100: 73, days: 13, sdOfMean: 25 / 13 },
  bed: { of100: 25, days: 29, sdOfMean: 20 / 29, stepsDown: 0.3 },
  nursing: { of100: 2, days: 43, sdOfMean: 25 / 43 },
};
export const MOST_PLACES = 100_000;
/** Room beyond what is needed on average, so that somebody usually finds a place. */
const ROOM_TO_SPARE = 1.13;

export const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
export const nursingOf100 = ({ homeOf100 = 0, bedsOf100 = 0 }: BlankAnswers) =>
  rounded(100 - homeOf100 - bedsOf100, 10);
const comesTo = (before: BlankAnswers, of100: number, days = 0) => ((before.arrivalsPerDay ?? 0) * of100 * days) / 100;
const enough = (needed: number) => Math.min(MOST_PLACES, Math.max(1, Math.ceil(rounded(needed * ROOM_TO_SPARE, 6))));

const question = (
  key: Key,
  asks: string,
  unit: string,
  [least, most]: readonly [number, number],
  usual: BlankQuestion['usual'],
  more: Partial<BlankQuestion> = {},
): BlankQuestion => ({ key, asks, unit, isWhole: false, least, most: () => most, usual, isOpen: () => true, ...more });
const whole = { isWhole: true };
const needsHome = { isOpen: ({ homeOf100 = 0 }: BlankAnswers) => homeOf100 > 0 };
const needsBed = { isOpen: ({ bedsOf100 = 0 }: BlankAnswers) => bedsOf100 > 0 };
const needsNursing = { isOpen: (before: BlankAnswers) => nursingOf100(before) > 0 };
const DAYS = [0.5, 365] as const;
const PLACES = [1, MOST_PLACES] as const;

export const blankQuestions: readonly BlankQuestion[] = [
  question('population', 'How many people live there', 'people', [1000, 100_000_000], () => 100_000, whole),
  question(
    'arrivalsPerDay',
    'How many people a day are ready to leave hospital and need support',
    'people a day',
    [0.01, 10_000],
    ({ population = 100_000 }) =>
      Math.min(10_000, Math.max(0.01, rounded((population * USUAL.arrivalsPerDayOf100000) / 100_000, 2))),
  ),
  question('homeOf100', 'Of 100 of them, how many need it at home', 'of 100', [0, 100], () => USUAL.home.of100),
  question(
    'bedsOf100',
    'Of 100, how many need a bed to recover in (the rest need a nursing bed)',
    'of 100',
    [0, 100],
    ({ homeOf100 = 0 }) =>
      rounded(Math.min(100 - homeOf100, ((100 - homeOf100) * USUAL.bed.of100) / (100 - USUAL.home.of100)), 1),
    { most: ({ homeOf100 = 0 }) => rounded(100 - homeOf100, 10), isOpen: ({ homeOf100 = 0 }) => homeOf100 < 100 },
  ),
  question('homeDays', 'How long is support at home given, on average', 'days', DAYS, () => USUAL.home.days, needsHome),
  question('bedDays', 'How long is a stay in a bed to recover in', 'days', DAYS, () => USUAL.bed.days, needsBed),
  question('nursingDays', 'How long is a stay in a nursing bed', 'days', DAYS, () => USUAL.nursing.days, needsNursing),
  question(
    'homePlaces',
    'How many people can be supported at home at once',
    'places',
    PLACES,
    (before) =>
      enough(comesTo(before, before.homeOf100! + USUAL.bed.stepsDown * (before.bedsOf100 ?? 0), before.homeDays)),
    { ...whole, ...needsHome },
  ),
  question(
    'beds',
    'How many beds to recover in are there',
    'beds',
    PLACES,
    (before) => enough(comesTo(before, before.bedsOf100!, before.bedDays)),
    { ...whole, ...needsBed },
  ),
  question(
    'nursingBeds',
    'How many nursing beds are there',
    'beds',
    PLACES,
    (before) => enough(comesTo(before, nursingOf100(before), before.nursingDays)),
    { ...whole, ...needsNursing },
  ),
];

/** "a whole number of beds from 1 to 100000" */
export function expectedAnswer({ isWhole, unit, least, most }: BlankQuestion, before: BlankAnswers): string {
  const number = isWhole ? 'a whole number' : 'a number';
  return `${number}${unit.startsWith('of ') ? '' : ' of'} ${unit} from ${least} to ${most(before)}`;
}

/** Why a number is no answer, or null. `path` is where it was given. */
export function refusedAnswer(asked: BlankQuestion, value: number, before: BlankAnswers, path: string): Problem | null {
  const fits = value >= asked.least && value <= asked.most(before) && (!asked.isWhole || Number.isInteger(value));
  if (fits) return null;
  const hint = `The usual answer would be ${asked.usual(before)}.`;
  return error(path, String(value), expectedAnswer(asked, before), hint);
}

/** Why a title or a start date cannot be used, or null. */
export function refusedTitle(title: string, path: string): Problem | null {
  const isPlain =
    title.trim() !== '' && title.length <= 150 && !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(title);
  return isPlain
    ? null
    : error(path, `"${title}"`.slice(0, 80), 'a name of 1 to 150 plain characters', 'Such as "Our place".');
}
export function refusedStart(startDate: string, path: string): Problem | null {
  if (!Number.isNaN(dayNumber(startDate))) return null;
  return error(path, `"${startDate}"`, 'a date written YYYY-MM-DD', 'Such as 2027-04-01.');
}
