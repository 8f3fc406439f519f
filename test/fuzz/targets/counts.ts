// Tables of counts: series of what happened, and plans by month.
import { seriesIn } from '../../../ui/worker/fits.ts';
import { planIn } from '../../../ui/worker/plans.ts';
import { asInput } from '../kinds/table.ts';
import { day, rows, table } from './table.ts';

export const series = table(
  'series',
  (given) => seriesIn({ type: 'series', ...given }),
  [
    asInput(`Date,Waiting\n${rows(20, (at) => `${day(at)},${at % 9}`)}`),
    asInput(
      `Week ending;P1;P2\n${rows(12, (at) => `${1 + 7 * (at % 4)}/0${4 + Math.floor(at / 4)}/2026;${at};${30 - at}`)}`,
    ),
    asInput(
      `Month;n\n${['Oct-24', 'Nov-24', 'Dec-24', 'Jan-25', 'Feb-25', 'Mar-25', 'Apr-25', 'May-25'].map((month, at) => `${month};${at}`).join('\n')}`,
    ),
    asInput(
      `Measure,01/04/2026,02/04/2026,03/04/2026,04/04/2026,05/04/2026,06/04/2026,07/04/2026,08/04/2026\nDelayed,1,2,3,4,5,6,7,8\nStarts,8,7,6,5,4,3,2,1`,
    ),
    asInput(`Week,2024,2025\n${rows(52, (at) => `${at + 1},${at},${at + 3}`)}`),
    asInput(
      `Date,Service,Measure,Value\n${rows(20, (at) => `${day(at >> 1)},${at % 2 ? 'P1' : 'P2'},Waiting,${at}`)}`,
      { 'leave-out': 'gaps,zeros' },
    ),
  ],
  ['Date', 'Week', 'Week ending', 'Month', 'Waiting', 'Value', 'Measure', 'Service', 'n', '2024', '2025'],
  ['date', 'count', 'leave-out'],
  ['gaps', 'zeros', 'unreadable', 'gaps,zeros,unreadable'],
);

const MONTHS = ['Apr-26', 'May-26', 'Jun-26', '2026-07', '01/08/2026'];
export const plan = table(
  'plan',
  (given) => planIn({ type: 'plan', ...given }),
  [
    asInput(
      'Pathway,Month,Expected demand,Capacity\nP1,Apr-26,"1,040",900\nP1,May-26,1000.5,930\nP2,2026-04,20,30\nP2,01/05/2026,25,30',
    ),
    asInput(
      `Pathway,Metric,${MONTHS.join(',')}\nP1,Demand,1,2,3,4,5\nP1,Capacity,5,4,3,2,1\nP2,Demand,9,9,9,9,9\nP2,Capacity (beds),8,8,8,8,8`,
    ),
    asInput(`Month;P1;P2\n${MONTHS.map((month, at) => `${month};${at};${2 * at}`).join('\n')}`, { amounts: 'demand' }),
    asInput(`Kind,When,D,C\n${MONTHS.map((month, at) => `P1,${month},${at},${2 * at}`).join('\n')}`, {
      pathway: 'Kind',
      month: 'When',
      demand: 'D',
      capacity: 'none',
    }),
  ],
  [
    'Pathway',
    'Month',
    'Expected demand',
    'Capacity',
    'Demand',
    'Metric',
    'Capacity (beds)',
    'Apr-26',
    'May-26',
    'P1',
    'Total',
  ],
  ['pathway', 'month', 'demand', 'capacity', 'amounts'],
  ['none', 'demand', 'capacity', ...MONTHS],
);
