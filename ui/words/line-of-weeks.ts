// A line of weeks in words: what it counts, how it goes, and the dates below it.
import type { Model } from '../../engine/index.ts';
import type { WeekSeries } from '../worker/protocol.ts';
import { sayDate } from './numbers/date.ts';
import { sayPeople } from './weeks.ts';

/** What a line counts: "People delayed: acute hospital", "People waiting for: ward". */
export function nameOfSeries(model: Model, { station, measure }: Pick<WeekSeries, 'station' | 'measure'>): string {
  const label = model.stations[station]?.label;
  if (measure === 'delayed')
    return label === undefined ? 'People delayed, everywhere' : `People ready to leave: ${label}`;
  return label === undefined ? 'People waiting, everywhere' : `People waiting for: ${label}`;
}

/** What the picture shows, for those who do not see it. */
export function saySeries(dates: readonly string[], { mean, low, high }: WeekSeries): string {
  const most = mean.indexOf(Math.max(...mean));
  const least = mean.indexOf(Math.min(...mean));
  const at = (week: number) => `${sayPeople(mean[week])} in the week of ${sayDate(dates[week], 0)}`;
  const end = mean.length - 1;
  return `${at(0)} and ${at(end)}; most ${at(most)} (95 % interval ${sayPeople(low[most])} to ${sayPeople(high[most])}), fewest ${at(least)}.`;
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The first week of each quarter or so, named by its month; January by its year as well. */
export function monthTicks(dates: readonly string[]): { readonly at: number; readonly label: string }[] {
  const days = dates.map((date) => new Date(`${date}T00:00:00Z`));
  const firsts = days.flatMap((day, at) => (at > 0 && day.getUTCMonth() !== days[at - 1].getUTCMonth() ? [at] : []));
  const step = Math.max(1, Math.ceil(firsts.length / 6));
  return firsts
    .filter((_, n) => n % step === 0)
    .map((at) => {
      const day = days[at];
      return {
        at,
        label: day.getUTCMonth() === 0 ? `${month.format(day)} ${day.getUTCFullYear()}` : month.format(day),
      };
    });
}
