// What was understood of a table of series, in sentences, and how one of them is named.
import { dateAt, periodEnd, type Series, type Spacing } from '../../engine/index.ts';
import type { Table } from '../table-file.ts';
import type { Layout } from './series-layout.ts';

/** A series with what tells it from the others of its table. */
export interface NamedSeries extends Series {
  readonly parts: readonly string[];
}

/** Whether a week is named by its last day. */
export const endsOnDate = ({ dateHead }: Layout, spacing: Spacing): boolean =>
  spacing === 'week' && /\bend/i.test(dateHead);

export function understoodOf(
  table: Table,
  layout: Layout,
  series: readonly NamedSeries[],
  isLeftOut: boolean,
): string[] {
  const [{ spacing }] = series;
  const first = Math.min(...series.map(({ days }) => days[0]));
  const last = Math.max(...series.map(({ days }) => days[days.length - 1]));
  const names = series.map(({ name }) => name).filter((name) => name !== '');
  const longest = Math.max(...series.map(({ days }) => days.length));
  const shorter = series.filter(({ days }) => days.length < longest);
  const wholeLength = series.map(({ days }) => periodsFrom(days[0], days[days.length - 1], spacing) - days.length);
  const gaps = wholeLength.reduce((sum, one) => sum + one, 0);
  return [
    table.understood,
    `a count a ${spacing}: ${layout.what}`,
    ...(series.length > 1
      ? [
          `${series.length} series: ${names.slice(0, 6).join('; ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`,
        ]
      : []),
    `${longest} ${spacing}s, ${dateAt(first)} to ${dateAt(periodEnd(last, spacing) - 1)}`,
    ...(endsOnDate(layout, spacing) ? ['each date is the last day of its week'] : []),
    ...(shorter.length > 0
      ? [`${shorter.length} of the series ${shorter.length === 1 ? 'is' : 'are'} shorter than the longest`]
      : []),
    ...(gaps > 0 && isLeftOut ? [`${gaps} ${gaps === 1 ? `${spacing} is` : `${spacing}s are`} left out`] : []),
    ...(layout.unused.length > 0 ? [`not used: ${layout.unused.map((head) => `“${head}”`).join(', ')}`] : []),
  ];
}

function periodsFrom(first: number, last: number, spacing: Spacing): number {
  if (spacing !== 'month') return (last - first) / (spacing === 'week' ? 7 : 1) + 1;
  let months = 1;
  for (let day = first; day < last; day = periodEnd(day, spacing)) months++;
  return months;
}

/** The one that is called so, or the only one of which each part that is given is a part; otherwise those it could be. */
export function seriesNamed(all: readonly NamedSeries[], name: string): NamedSeries | readonly NamedSeries[] {
  const low = (text: string) => text.trim().toLowerCase();
  const exact = all.find((one) => low(one.name) === low(name));
  if (exact) return exact;
  const wanted = name.split(',').map(low);
  const fitting = all.filter(({ parts }) => wanted.every((part) => parts.some((own) => low(own) === part)));
  return fitting.length === 1 ? fitting[0] : fitting;
}
