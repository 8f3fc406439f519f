// Models small enough to be worked out by hand: few people, known moments, fixed stays. Day 0 is Monday 1 January 2024.
import { study } from './study.ts';

export const home = { kind: 'exit', label: 'Home' };
export const toHome = [{ to: 'home' }];
export const fixed = (days: number) => ({ shape: 'fixed', days });
export type Part = Record<string, unknown>;
export const ward = (beds: number | 'unlimited', stay: object, more: Part = {}): Part => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay,
  next: toHome,
  ...more,
});
export const caseload = (stay: object, more: Part): Part => ({
  kind: 'caseload',
  label: 'Care',
  stay,
  next: toHome,
  ...more,
});
export const team = (staff: number | 'unlimited', stay: object, more: Part = {}): Part => ({
  kind: 'team',
  label: 'Team',
  staff,
  stay,
  next: [{ to: 'need' }],
  ...more,
});
export const needs = (goesTo: string, more: Part = {}) => ({ care: { label: 'Care', goesTo, ...more } });
export const coming = (...atDays: number[]) => ({ people: { label: 'People', atDays } });

interface Told {
  readonly needs: Record<string, unknown>;
  readonly streams: Record<string, unknown>;
  readonly stations: Record<string, unknown>;
  readonly initial?: Record<string, unknown>;
  readonly consequencesOfDelay?: Record<string, unknown>;
  readonly evidence?: Record<string, unknown>;
  readonly attributes?: Record<string, unknown>;
}

/** A reading of the only replication that is needed: `mean` as it is, `total` over all days of the run. */
export function run(runDays: number, told: Told) {
  const { numbers, program } = study({ calendar: { warmUpDays: 0, runDays }, ...told }, 1, 1);
  const mean = (station: string, measure: string, statistic = 'mean', who = 'all') =>
    numbers({ station, measure, statistic, who })[0];
  return {
    program,
    mean,
    total: (...which: Parameters<typeof mean>) => mean(...which) * runDays,
    cause: (station: string, cause: string, who = 'all') => mean(station, 'delayCause', cause, who) * runDays,
  };
}
