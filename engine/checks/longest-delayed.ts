// Longest delayed first: a person whose assessment took longer than anybody's wait goes first, as if by priority.
import { checksOf, exponential, home, ward, type Check } from './check.ts';

/** Days of assessment: so long that hardly anyone without one has ever waited longer (fewer than one in a hundred million). */
const assessment = 30;
const stay = 0.05;
const kinds = { assessed: 5, direct: 5 };

export function longestDelayed(): Check[] {
  const loads = [kinds.assessed * stay, (kinds.assessed + kinds.direct) * stay];
  // What is left of the stay that someone finds: λ E[S²] / 2.
  const found = (kinds.assessed + kinds.direct) * stay * stay;
  const waits = [found / (1 - loads[0]), found / ((1 - loads[0]) * (1 - loads[1]))];
  return checksOf({
    id: 'longest-delayed',
    title: 'One bed, longest delayed first: long assessments count as waiting',
    source: 'Cobham, Operations Research 2 (1954) 70-76',
    setting: {
      calendar: { warmUpDays: 45, runDays: 350 },
      needs: {
        assessed: { label: 'Assessed first', goesTo: 'ward' },
        direct: { label: 'At once', goesTo: 'ward' },
      },
      streams: {
        assessed: {
          label: 'Assessed first',
          arrivalsPerDay: kinds.assessed,
          shares: { assessed: 1, direct: 0 },
          startsAt: 'team',
        },
        direct: { label: 'At once', arrivalsPerDay: kinds.direct, shares: { assessed: 0, direct: 1 } },
      },
      stations: {
        ward: ward(1, exponential(stay), { order: 'longest-delayed' }),
        team: {
          kind: 'team',
          label: 'Assessment',
          staff: 'unlimited',
          stay: { shape: 'fixed', days: assessment },
          next: [{ to: 'need' }],
        },
        home,
      },
    },
    figures: [
      {
        id: 'assessed',
        figure: 'people assessed and waiting for the bed',
        formula: 'λ1 R / (1 − ρ1), R = λ E[S²] / 2',
        reads: { station: 'ward', measure: 'waiting', who: 'need:assessed' },
        expected: kinds.assessed * waits[0],
      },
      {
        id: 'direct',
        figure: 'other people waiting for the bed',
        formula: 'λ2 R / ((1 − ρ1)(1 − ρ1 − ρ2))',
        reads: { station: 'ward', measure: 'waiting', who: 'need:direct' },
        expected: kinds.direct * waits[1],
      },
      {
        id: 'direct-wait',
        figure: 'their mean wait, days',
        formula: 'R / ((1 − ρ1)(1 − ρ1 − ρ2))',
        reads: { station: 'ward', measure: 'delayDays', who: 'need:direct' },
        expected: waits[1],
      },
    ],
  });
}
