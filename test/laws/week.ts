// Hours of the week as a document writes them, worked out independently day by day: the laws' own clock.
import type { Piece } from './some-parts.ts';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The start date of every generated model is this Monday. */
const START = Date.UTC(2024, 0, 1);
/** Holidays as a document lists them, as days of its run. */
export const daysOff = (document: Piece): ReadonlySet<number> =>
  new Set(
    ((document.calendar as Piece).holidays as string[] | undefined)?.map((date) => (Date.parse(date) - START) / 864e5),
  );

/** A holiday is a Sunday. */
export const weekday = (day: number, off: ReadonlySet<number>): number =>
  off.has(Math.floor(day)) ? 6 : ((Math.floor(day) % 7) + 7) % 7;

function isNamed(days: string, day: number): boolean {
  return days.split(', ').some((part) => {
    const [from, to] = part.split('-').map((name) => names.indexOf(name));
    if (to === undefined) return day === from;
    return from <= to ? from <= day && day <= to : day >= from || day <= to;
  });
}

export class Week {
  /** By weekday, windows in days from midnight. */
  private readonly windows: [from: number, to: number][][];

  private readonly off: ReadonlySet<number>;

  constructor(hours: unknown, off: ReadonlySet<number>) {
    this.off = off;
    const each = (Array.isArray(hours) ? hours : [hours]) as (Piece | undefined)[];
    this.windows = names.map((_, day) =>
      each.flatMap((one): [number, number][] => {
        if (one === undefined) return [[0, 1]];
        const { days, fromHour = 0, toHour = 24 } = one as { days: string; fromHour?: number; toHour?: number };
        return isNamed(days, day) ? [[fromHour / 24, toHour / 24]] : [];
      }),
    );
  }

  isOpen(day: number): boolean {
    const part = day - Math.floor(day);
    return this.windows[weekday(day, this.off)].some(([from, to]) => from <= part && part < to);
  }

  /** When this many days of progress from a moment are over. */
  after(day: number, days: number): number {
    if (days <= 0) return day;
    let left = days;
    for (let midnight = Math.floor(day); ; midnight++)
      for (const [from, to] of this.windows[weekday(midnight, this.off)]) {
        const begins = Math.max(midnight + from, day);
        const room = midnight + to - begins;
        if (room <= 0) continue;
        if (left <= room) return begins + left;
        left -= room;
      }
  }

  /** Days of progress between two moments. */
  between(from: number, to: number): number {
    let done = 0;
    for (let midnight = Math.floor(from); midnight < to; midnight++)
      for (const [opens, closes] of this.windows[weekday(midnight, this.off)])
        done += Math.max(0, Math.min(midnight + closes, to) - Math.max(midnight + opens, from));
    return done;
  }
}
