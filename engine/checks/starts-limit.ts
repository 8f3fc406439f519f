// A limit of starts in a calendar month: a backlog runs down month by month, until only those who come late in a month wait.
import { checksOf, exponential, home, type Check } from './check.ts';
import { afterPeriod } from './poisson.ts';

const COPIES = 10;
const already = 80;
const arrivals = 0.9;
const startsPerMonth = 40;
/** January to April 2024. */
const months = [31, 29, 31, 30];

/** Mean people waiting over all periods (months of some days), and at the beginning of each once its starts have been given. */
export function waitingByPeriod(first: number, perDay: number, starts: number, days: readonly number[]) {
  let over = new Float64Array(first + 150);
  over[first] = 1;
  const atOnce: number[] = [];
  let personDays = 0;
  for (const length of days) {
    atOnce.push(over.reduce((sum, share, n) => sum + share * Math.max(0, n - starts), 0));
    const month = afterPeriod(over, perDay * length, starts);
    personDays += month.waiting * length;
    over = Float64Array.from(month.over);
  }
  return { atOnce, waiting: personDays / days.reduce((sum, length) => sum + length, 0) };
}

export function startsLimit(): Check[] {
  const exact = waitingByPeriod(already, arrivals, startsPerMonth, months);
  const ids = Array.from({ length: COPIES }, (_, at) => `home${at + 1}`);
  const each = <T>(of: (id: string) => T): Record<string, T> => Object.fromEntries(ids.map((id) => [id, of(id)]));
  const formula = 'Q ← (Q + A − 40)⁺ month by month, and those who come after the last start';
  return checksOf({
    id: 'starts-limit',
    title: 'Forty starts a calendar month, and eighty people already waiting',
    source: 'Lindley, Proceedings of the Cambridge Philosophical Society 48 (1952) 277-289, month by month',
    setting: {
      calendar: { warmUpDays: 0, runDays: 121, lookAtDays: [31, 60] },
      initial: each(() => ({ waiting: { care: already } })),
      streams: Object.fromEntries(
        ids.map((startsAt) => [`to-${startsAt}`, { label: 'People', arrivalsPerDay: arrivals, startsAt }]),
      ),
      stations: {
        ...each(() => ({
          kind: 'caseload',
          label: 'Home care',
          startsPerMonth,
          stay: exponential(1),
          next: [{ to: 'home' }],
        })),
        home,
      },
    },
    figures: [
      ...[1, 2].map((month) => ({
        id: `month-${month + 1}`,
        figure: `people waiting as ${['February', 'March'][month - 1]} begins`,
        formula,
        reads: ids.map((station) => ({
          station,
          measure: 'waiting',
          statistic: 'value',
          day: month === 1 ? 31 : 60,
        })),
        expected: exact.atOnce[month],
      })),
      {
        id: 'waiting',
        figure: 'people waiting, January to April',
        formula,
        reads: ids.map((station) => ({ station, measure: 'waiting' })),
        expected: exact.waiting,
      },
      {
        id: 'cause',
        figure: 'people kept waiting by the limit',
        formula: 'all of them',
        reads: ids.map((station) => ({ station, measure: 'delayCause', statistic: 'starts limit' })),
        expected: exact.waiting,
      },
    ],
  });
}
