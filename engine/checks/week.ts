// Hours of the week for exact answers: open stretches, the gaps between them, and time that stands still in the gaps.
import { exp } from '../ground/portable.ts';

/** Open stretches of a week from Monday 00:00, in days, in order and apart. */
export type Week = readonly (readonly [from: number, to: number])[];

interface Hours {
  readonly days: string;
  readonly fromHour: number;
  readonly toHour: number;
}

/** Some hours, as a document says them and as numbers. */
export const workingHours = (fromHour: number, toHour: number): { readonly said: Hours; readonly week: Week } => ({
  said: { days: 'Mon-Fri', fromHour, toHour },
  week: [0, 1, 2, 3, 4].map((day) => [day + fromHour / 24, day + toHour / 24]),
});

/** A calendar of whole weeks, so that every hour of the week counts alike. */
export const weeks = (warmUp: number, run: number) => ({ warmUpDays: 7 * warmUp, runDays: 7 * run });

/** After each open stretch, the days until the next. */
const gapsOf = (week: Week): number[] =>
  week.map(([, to], at) => (at + 1 < week.length ? week[at + 1][0] : week[0][0] + 7) - to);

/** Mean days from any moment to the next that is open, 0 while open: Σ gap² / 2 over the week. */
export const meanToOpening = (week: Week): number => gapsOf(week).reduce((sum, gap) => sum + (gap * gap) / 2, 0) / 7;

/** Share of moments from which it takes longer than that to the next that is open. */
export const shareToOpening = (week: Week, days: number): number =>
  gapsOf(week).reduce((sum, gap) => sum + Math.max(0, gap - days), 0) / 7;

/** How much of a stay is still to come: its mean, and the share of stays longer than some days. */
export interface Stay {
  readonly mean: number;
  readonly beyond: (days: number) => number;
}
export const fixedStay = (days: number): Stay => ({ mean: days, beyond: (x) => (x < days - 1e-9 ? 1 : 0) });
export const exponentialStay = (mean: number): Stay => ({ mean, beyond: (x) => exp(-x / mean) });

/**
 * Mean days that a stay takes which begins at any moment of the week and stands still in the gaps: the stay, what is left of the
 * gap it begins in, and every gap it meets on its way. A gap is met by stays begun while open, as many as m days of them, and by
 * those begun in an earlier gap that are longer than the open time between the two.
 */
export function meanStandingStill(week: Week, { mean, beyond }: Stay): number {
  const gaps = gapsOf(week);
  let metDays = 0;
  for (let at = 0; at < gaps.length; at++) {
    let begun = mean;
    let open = 0;
    for (let back = 1; ; back++) {
      const before = (((at - back) % gaps.length) + gaps.length) % gaps.length;
      const [from, to] = week[(before + 1) % gaps.length];
      open += to - from;
      const share = beyond(open);
      if (share < 1e-18) break;
      begun += gaps[before] * share;
    }
    metDays += gaps[at] * begun;
  }
  return mean + meanToOpening(week) + metDays / 7;
}
