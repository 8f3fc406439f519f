// People waiting through the year: a small picture a column, all on one scale, the band of 8 years in 10, and today in grey.
import { nameOfSeries, monthTicks } from '../../words/line-of-weeks.ts';
import { sayPeople } from '../../words/weeks.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { subjectOf } from '../../model/values.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Spread } from '../../worker/protocol.ts';
import { Head } from './chooser.tsx';
import { ColumnsTable } from './columns-table.tsx';
import type { PartProps } from './finding.tsx';

const isThere = (spread: Spread | 'failed' | undefined): spread is Spread => typeof spread === 'object';

export function WeeksBeside({ model, state }: PartProps) {
  const columns = state.asked!.columns;
  const { spreads } = state;
  const there = spreads.filter(isThere);
  const [today] = spreads;
  const most = Math.max(0, ...there.flatMap(({ weeks }) => [...weeks.high, ...weeks.mean]));
  const name = nameOfSeries(model, subjectOf(model));
  return (
    <section aria-label="Through the year" data-weeks={there.length === columns.length ? 'there' : 'awaited'}>
      <h3>{name}, week by week</h3>
      <p className="small">
        All on one scale. Line: the average of {there[0]?.replications ?? state.replications} simulated years. Band:
        where the middle 8 of 10 simulated years lie. Grey and dashed: today.
      </p>
      <div className="weeks-beside">
        {columns.map((column, at) => {
          const spread = spreads[at];
          const beside = at > 0 && isThere(today) ? today.weeks.mean : undefined;
          return (
            <div key={column.id} data-column={column.id}>
              <h4>
                <Head of={column} />
              </h4>
              {isThere(spread) ? (
                spread.dates.length < 2 ? (
                  <p>The run is too short to be shown by weeks.</p>
                ) : (
                  <Chart
                    line={spread.weeks.mean}
                    band={spread.weeks}
                    beside={beside}
                    ticks={monthTicks(spread.dates).filter((_, n) => n % 2 === 0)}
                    most={most}
                    says={`${column.title}: ${sayWeeks(spread)}`}
                  />
                )
              ) : (
                <p className="not-entered">
                  {spread === 'failed'
                    ? 'The weeks could not be worked out.'
                    : 'The weeks will follow when all years have been simulated…'}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {isThere(today) && today.dates.length > 1 && (
        <ColumnsTable
          summary="The weeks as a table"
          label="The weeks, a table"
          caption={`${name}, on average over each week, and the range in which 8 years in 10 lie`}
          by="Week of"
          columns={columns}
          rows={today.dates.map((date, week) => ({
            key: date,
            name: sayDate(date, 0),
            cells: columns.map((_, at) => {
              const spread = spreads[at];
              return isThere(spread) ? sayWeek(spread, week) : '…';
            }),
          }))}
        />
      )}
    </section>
  );
}

const sayWeek = ({ weeks: { mean, low, high } }: Spread, week: number): string =>
  `${sayPeople(mean[week])} (${sayPeople(low[week])} to ${sayPeople(high[week])})`;

/** What the picture shows, for those who do not see it. */
function sayWeeks(spread: Spread): string {
  const { mean } = spread.weeks;
  const most = mean.indexOf(Math.max(...mean));
  const least = mean.indexOf(Math.min(...mean));
  const at = (week: number) => `${sayWeek(spread, week)} in the week of ${sayDate(spread.dates[week], 0)}`;
  return `most ${at(most)}, fewest ${at(least)}; in brackets, where 8 years in 10 lie.`;
}
