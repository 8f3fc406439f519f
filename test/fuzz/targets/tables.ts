// Tables of people: lengths of stay, arrivals, and who went from where to where.
import { arrivalsIn, routesIn, staysIn } from '../../../ui/worker/fits.ts';
import { asInput } from '../kinds/table.ts';
import { day, rows, table, UNITS } from './table.ts';

export const stays = table(
  'stays',
  (given) => staysIn({ type: 'stays', ...given }),
  [
    asInput(`Stay\n${rows(30, (at) => String(1 + ((at * 7) % 23)))}`),
    asInput(`Admitted,Left\n${rows(40, (at) => `${day(at)},${at % 9 === 0 ? '' : day(at + 3 + (at % 5))}`)}`, {
      'counted-on': '2026-06-30',
    }),
    asInput(`id;LOS;Still here\n${rows(30, (at) => `${at};${(at * 5) % 17};${at % 7 === 0 ? 'yes' : ''}`)}`, {
      column: 'LOS',
      'still-there': 'Still here',
      unit: 'hours',
      'zeros-as': '0.5',
    }),
    asInput(
      `From\tTo\n${rows(20, (at) => `0${1 + (at % 9)}/04/2026 10:0${at % 10}\t${1 + (at % 28)}/05/2026 1${at % 10}:00`)}`,
      { 'present-on': '2026-04-20', most: '365', 'leave-out': 'zeros,negatives,unreadable' },
    ),
  ],
  ['Stay', 'LOS', 'Admitted', 'Left', 'From', 'To', 'Still here', 'Length of stay', 'Discharge date'],
  ['column', 'from', 'to', 'still-there', 'unit', 'counted-on', 'present-on', 'leave-out', 'zeros-as', 'most'],
  [...UNITS, 'zeros', 'negatives', 'unreadable', 'zeros,unreadable', 'no'],
);

export const arrivals = table(
  'arrivals',
  (given) => arrivalsIn({ type: 'arrivals', ...given }),
  [
    asInput(`Date\n${rows(60, (at) => day(Math.floor(at / 2)))}`),
    asInput(
      `Week,Referrals\n${rows(12, (at) => `2026-0${4 + Math.floor(at / 4)}-${String(1 + 7 * (at % 4)).padStart(2, '0')},${5 + (at % 4)}`)}`,
    ),
    asInput(`Day;n\n${rows(56, (at) => `${day(at)};${at % 6}`)}`, { from: 'Day', count: 'n' }),
    asInput(`Month,Arrivals\n${rows(9, (at) => `2026-0${1 + at}-01,${30 + at}`)}`),
  ],
  ['Date', 'Week', 'Day', 'Month', 'n', 'Count', 'Referrals', 'Arrivals'],
  ['from', 'count', 'leave-out'],
  ['none', 'unreadable'],
);

export const routes = table(
  'routes',
  (given) => routesIn({ type: 'routes', ...given }),
  [
    asInput(
      `From,To\n${rows(24, (at) => `${['P2', 'p2 ', 'P3'][at % 3]},${['Home', 'P1', 'home'][at % 4] ?? 'Care home'}`)}`,
    ),
    asInput('Discharged from\tDestination\tCount\nWard 7\tHome\t4\nWard 7\tCare home\t2\nWard 8\tCare home\t0\n', {
      count: 'Count',
    }),
    asInput(`Date,Left,Went to\n${rows(12, (at) => `${day(at)},Ward ${at % 2},${at % 5 === 0 ? '' : 'Home'}`)}`, {
      from: 'Left',
      to: 'Went to',
      'leave-out': 'empty,same',
      spelling: 'alike',
    }),
  ],
  ['From', 'To', 'Date', 'Count', 'Left', 'Destination', 'Discharged from'],
  ['from', 'to', 'count', 'date', 'leave-out', 'spelling'],
  ['none', 'empty', 'same', 'unreadable', 'alike', 'as-written', 'empty,same,unreadable'],
);
