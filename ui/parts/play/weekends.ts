// Weekends on the timeline, as stripes: one pattern of seven days, repeated from the first day of the run.

const [SATURDAY, WEEK_DAYS] = [6, 7];
/** Of more days than this a weekend would be finer than a pixel. */
const MOST_DAYS = 800;

/** A background; nothing where it could not be seen. */
export function weekends(startDate: string | undefined, minDay: number, maxDay: number): string {
  const days = Math.floor(maxDay) - minDay;
  if (startDate === undefined || days < WEEK_DAYS || days > MOST_DAYS) return 'none';
  const first = new Date(Date.parse(`${startDate}T00:00:00Z`) + minDay * 86_400_000).getUTCDay();
  const isWeekend = Array.from({ length: WEEK_DAYS }, (_, i) => [0, SATURDAY].includes((first + i) % WEEK_DAYS));
  const stops = isWeekend.map((is, i) => {
    const at = (day: number) => `${((100 * day) / days).toFixed(4)}%`;
    return `${is ? 'var(--line)' : 'transparent'} ${at(i)} ${at(i + 1)}`;
  });
  return `repeating-linear-gradient(to right, ${stops.join(', ')})`;
}
