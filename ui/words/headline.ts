// The finding as a sentence: people first, "about", the range in words, and no claim when the range spans zero.
import type { DifferenceRow, Row } from '../../engine/index.ts';
import { isNone, sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from './numbers/difference.ts';
import { counted, PEOPLE } from './numbers/quantity.ts';
import { sayRuns } from './numbers/runs.ts';
import { isKnown, verdictOf } from './numbers/verdict.ts';
import { sayCount } from './numbers/count.ts';

export interface Finding {
  readonly sentence: string;
  readonly range: string;
}

/** Stays attached to every finding. */
export const LIMIT = 'The range covers chance from day to day, not wrong inputs.';

/** "…, likely between 4 and 8 fewer." A range that is a sentence of its own stays one, and "working out…" needs no full stop. */
export const sentenceOf = ({ sentence, range }: Finding): string =>
  `${sentence}${range === '' ? '' : `${/^\p{Lu}/u.test(range) ? '.' : ','} ${range}`}.`.replace(/…\.$/, '…');

export const ONE_UNSETTLED = 'one of the two does not settle';

/** Shown instead of an average, or of a difference between two, where the run does not settle. */
export function sayUnaveraged(what: string, row: Row | DifferenceRow | undefined): Finding | undefined {
  if (row?.settles !== false) return undefined;
  return 'baseline' in row
    ? { sentence: `${what}: no difference from today can be given`, range: ONE_UNSETTLED }
    : { sentence: `${what}: does not settle`, range: 'an average would depend on how long the run is' };
}

/** The note beside it says why. */
export const NOT_RUN = 'These settings were not run';

const onA = (where: string) => `${where} on a typical day`;

/** Today's level, when nothing has been changed. `of` says what people wait for: "to leave the acute hospital". */
export function sayToday(row: Row | undefined, of: string, title = 'Today'): Finding {
  const where = onA(of);
  const unaveraged = sayUnaveraged(title, row);
  if (unaveraged) return unaveraged;
  if (!row || row.value === null) return { sentence: `${title}: working out how many people wait…`, range: '' };
  if (!isKnown(row))
    return { sentence: `${title}: about ${Math.round(row.value)} waiting ${where}`, range: 'the range follows' };
  // "About 1 person", never "about 1.0 people": the range beside it says how exact that is.
  const level = sayLevel(row.value, row.ciLow!, row.ciHigh!, PEOPLE).replace(/\.0$/, '');
  if (level === '0') {
    const nobody = isNone(row.value, row.ciLow!, row.ciHigh!) ? 'nobody' : 'almost nobody';
    return {
      sentence: `${title}: ${nobody} waits ${where}`,
      range: sayLevelRange(row.value, row.ciLow!, row.ciHigh!, PEOPLE),
    };
  }
  const people = counted(level, PEOPLE);
  return {
    sentence: `${title}: about ${people} ${people.startsWith('1 ') ? 'waits' : 'wait'} ${where}`,
    range: sayLevelRange(row.value, row.ciLow!, row.ciHigh!, PEOPLE),
  };
}

/** Behind the range of an option that settles, where today does not. */
export const TODAY_UNSETTLED = 'today their number does not settle, so no difference can be given';

/** What settles has a number also where today has none, and so no difference: often that is the finding. */
function sayBesideUnsettled(what: string, level: Row, of: string): Finding {
  const { sentence, range } = sayToday(level, of, what);
  return { sentence, range: `${range}; ${TODAY_UNSETTLED}` };
}

/** The edited option beside today, person by person the same. `what` names the option and its edits; `level` is the option by itself. */
export function sayChange(
  what: string,
  row: DifferenceRow | undefined,
  of: string,
  isFinal = true,
  level?: Row,
): Finding {
  const where = onA(of);
  if (row?.settles === false && level && level.settles !== false && isKnown(level))
    return sayBesideUnsettled(what, level, of);
  const unaveraged = sayUnaveraged(what, row);
  if (unaveraged) return unaveraged;
  if (!row || !isKnown(row)) return { sentence: `${what}: working out the difference from today…`, range: '' };
  const numbers = [row.value!, row.ciLow!, row.ciHigh!] as const;
  const range = sayDifferenceRange(...numbers, PEOPLE);
  if (row.value === 0 && row.ciLow === 0 && row.ciHigh === 0)
    return {
      sentence: `${what}: the same number of people wait ${where} as today`,
      range: 'the same in every simulated year',
    };
  const { word } = verdictOf(row, isFinal);
  if (word === 'still sharpening') return { sentence: `${what}: still working out the difference from today`, range };
  if (word === 'no clear difference')
    return { sentence: `${what}: no clear difference in how many people wait ${where}`, range };
  const amount = sayDifference(...numbers, PEOPLE);
  return {
    sentence: `${what}: the model suggests about ${amount} ${amount.startsWith('1 ') ? 'waits' : 'wait'} ${where}`,
    range,
  };
}

/** "Proposed, with Supportive beds at 11 and Ward beds at 18": all of them. `same` is an option that is no different. */
export function sayWhat(
  title: string,
  isToday: boolean,
  edits: readonly { label: string; value: string }[],
  same?: string,
): string {
  if (edits.length === 0) return title;
  // In the document's own letters: a name may begin with one.
  const said = edits.map(({ label, value }) => `${label} at ${value}`);
  const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0];
  return `${isToday ? `With ${list}` : `${title}, with ${list}`}${same === undefined ? '' : ` (the same as “${same}”)`}`;
}

/** Conditions come after what they apply to: "Today, June 2019 (with a busy winter)". */
export function sayUnder(what: string, conditions: readonly string[], isCompared: boolean): string {
  if (conditions.length === 0) return what;
  const list = conditions.map((title) => title.replace(/^(An?|The)(?= )/, (article) => article.toLowerCase()));
  return `${what} (with ${list.join(' and ')}${isCompared ? ' in both' : ''})`;
}

/** "100 simulated years", "12 of 20 simulated runs of five years · sharpening". */
export function sayProgress(done: number, asked: number, runDays: number): string {
  const runs = sayRuns(asked, runDays);
  return done >= asked ? runs : `${sayCount(done)} of ${runs} · sharpening`;
}
