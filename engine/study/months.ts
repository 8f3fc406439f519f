// Month by month what an option needs and has: who asked for each service, who began there, and how many its places can take.
import { dateAt, nextMonthStart } from '../ground/dates.ts';
import type { Program } from '../network/compile.ts';
import { UNLIMITED } from '../network/network.ts';
import { startRun, type Run } from '../run/native.ts';
import type { Cell } from './csv.ts';
import { peopleDays } from './statistics/weeks.ts';
import { tidyColumns, type Tidy } from './tidy.ts';

const columns = tidyColumns([
  ['option', null, 'Which option of the model.'],
  ['station', null, 'Which service, by its id in the model. Those without a limit to their places are left out.'],
  ['pathway', null, 'The service, as people call it.'],
  ['month', null, 'Year and month; whole months of the run.'],
  [
    'expectedDemand',
    'people a month',
    'Who asked for a place: who began there or gave up waiting, and by how many more its list was longer at the end.',
  ],
  [
    'capacity',
    'people a month',
    'How many its places can take: days of places in force, over the days that a person holds one.',
  ],
  ['started', 'people a month', 'Who began there.'],
  ['places', 'places', 'In force, on average over the month.'],
  ['waiting', 'people', 'Who waited for it at the end of the month.'],
]);

/** Days of the run at which its whole months begin, and the end of the last. */
export function monthsIn({ network: { startDayNumber, runDays } }: Pick<Program, 'network'>): number[] {
  const first = nextMonthStart(startDayNumber - 1);
  const days: number[] = [];
  for (let day = first; day - startDayNumber <= runDays; day = nextMonthStart(day)) days.push(day - startDayNumber);
  return days;
}

/** Averages over replications. Each `undefined` is a replication simulated. */
export function* monthsOf(
  program: Program,
  { option, seed, replications }: { readonly option: string; readonly seed: number; readonly replications: number },
): Generator<undefined, Tidy> {
  const { network, later } = program;
  const days = monthsIn(program);
  const stations = network.stationIds
    .map((_, s) => s)
    .filter((s) =>
      [network, ...later.map((one) => one.network)].every(
        ({ isExit, places }) => !isExit[s] && places[s] !== UNLIMITED,
      ),
    );
  const sums = stations.map(() => days.map(nothing));
  for (let replication = 0; replication < replications; replication++) {
    const run = startRun(program, seed, replication, null, null);
    for (const [at, day] of days.entries()) {
      run.runTo(day);
      for (const [row, s] of stations.entries()) add(sums[row][at], run, s, day);
    }
    run.finish();
    yield;
  }
  const rows = stations.flatMap((s, row) => {
    const [first, last] = [sums[row][0], sums[row].at(-1)];
    const left = last ? last.left - first.left : 0;
    const daysEach = last && left > 0 ? (last.held - first.held) / left : null;
    return days.slice(1).map((end, month): Cell[] => {
      const [from, until] = [sums[row][month], sums[row][month + 1]];
      const more = (of: keyof Reading) => (until[of] - from[of]) / replications;
      return [
        option,
        network.stationIds[s],
        program.model.stations[network.stationIds[s]].label,
        dateAt(network.startDayNumber + days[month]).slice(0, 7),
        more('started') + more('gaveUp') + more('waiting'),
        daysEach === null ? null : more('open') / daysEach,
        more('started'),
        more('open') / (end - days[month]),
        until.waiting / replications,
      ];
    });
  });
  return { columns, rows };
}

/** Of one service up to a day: people, and days of people and of places. */
interface Reading {
  started: number;
  gaveUp: number;
  left: number;
  waiting: number;
  held: number;
  open: number;
}

const nothing = (): Reading => ({ started: 0, gaveUp: 0, left: 0, waiting: 0, held: 0, open: 0 });

function add(sum: Reading, { ledger: { flow, waiting, occupancy, places } }: Run, s: number, day: number): void {
  sum.started += flow.startsAt(s);
  sum.gaveUp += flow.leftWaiting[s];
  sum.left += flow.leaves[s];
  sum.waiting += waiting.levels[s].now;
  sum.held += peopleDays(occupancy, s, day);
  sum.open += places.openArea[s] + places.open[s] * day;
}
