// M/M/c: several beds, random arrivals, exponential stays, by Erlang's formula for those who wait.
import { exp, log } from '../ground/portable.ts';
import { checksOf, exponential, oneWard, ward, type Check } from './check.ts';
import { shareTurnedAway } from './loss.ts';

/** C = c B / (c − a (1 − B)): the share who wait, from the share who would be turned away. */
export function shareWhoWait(beds: number, offered: number): number {
  const blocked = shareTurnedAway(beds, offered);
  return (beds * blocked) / (beds - offered * (1 - blocked));
}

interface Ward {
  readonly id: string;
  readonly beds: number;
  readonly arrivals: number;
  readonly stay: number;
  readonly runDays: number;
}

function several({ id, beds, arrivals, stay, runDays }: Ward): Check[] {
  const waits = shareWhoWait(beds, arrivals * stay);
  const spare = beds / stay - arrivals;
  const delay = { station: 'ward', measure: 'delayDays' };
  const overADay = {
    id: 'over-a-day',
    figure: 'share who wait more than a day',
    formula: 'C exp(−(c/m − λ))',
    reads: { ...delay, statistic: 'shareOver1' },
    expected: waits * exp(-spare),
  };
  return checksOf({
    id,
    title: `M/M/c: ${beds} beds, random arrivals, exponential stays`,
    source: 'Erlang 1917; Kleinrock, Queueing Systems I (1975), section 3.5',
    setting: oneWard(arrivals, ward(beds, exponential(stay)), { warmUpDays: 60, runDays }),
    figures: [
      {
        id: 'wait-share',
        figure: 'share who wait',
        formula: "Erlang's C",
        reads: { station: 'ward', measure: 'delayedShare' },
        expected: waits,
      },
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'W = C / (c/m − λ)',
        reads: delay,
        expected: waits / spare,
      },
      {
        id: 'waiting',
        figure: 'people waiting',
        formula: 'L = λ W (Little)',
        reads: { station: 'ward', measure: 'waiting' },
        expected: (arrivals * waits) / spare,
      },
      {
        id: 'wait-p90',
        figure: 'wait nine in ten do not exceed, days',
        formula: 'P(W > t) = C exp(−(c/m − λ) t)',
        reads: { ...delay, statistic: 'p90' },
        expected: log(waits / 0.1) / spare,
      },
      {
        id: 'wait-p95',
        figure: 'wait 95 in 100 do not exceed, days',
        formula: 'P(W > t) = C exp(−(c/m − λ) t)',
        reads: { ...delay, statistic: 'p95' },
        expected: log(waits / 0.05) / spare,
      },
      // Where hardly anybody waits that long, the share would be too rough to mean anything.
      ...(spare > 2 ? [] : [overADay]),
    ],
  });
}

export const severalBeds = (): Check[] => [
  ...several({ id: 'four-beds', beds: 4, arrivals: 2.6, stay: 1, runDays: 3200 }),
  ...several({ id: 'ten-beds', beds: 10, arrivals: 14, stay: 0.5, runDays: 1400 }),
];
