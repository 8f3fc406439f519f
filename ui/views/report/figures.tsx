// The report's three figures, each with its words: people waiting by weeks, where people are, the right place by need.
import { useStore } from 'zustand';
import { Bars } from '../../parts/beside/bars.tsx';
import { hasAnything, hasNumber } from '../../shown/line.ts';
import { Key, type Told } from '../../parts/beside/model-view.tsx';
import { isCompared } from '../../shown/numbers.ts';
import { rightPlaceLines, whereLines } from '../../shown/outcome-lines.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { subjectOf } from '../../model/values.ts';
import { sayRuns } from '../../words/numbers/runs.ts';
import { monthTicks, nameOfSeries, saySeries } from '../../words/line-of-weeks.ts';
import { seriesAt } from '../../words/weeks.ts';
import { Chart } from '../../parts/chart/chart.tsx';

/** More bars than this are not read on paper. */
const MOST_BARS = 8;

export function Figures(told: Told) {
  const { model, shown, what } = told;
  const where = whereLines(model).filter((line) => hasAnything(shown, line));
  const right = rightPlaceLines(model).filter((line) => hasNumber(shown, line));
  return (
    <section aria-labelledby="report-figures">
      <h2 id="report-figures">Figures</h2>
      <Weeks {...told} />
      {where.length > 0 && (
        <div className="report-figure">
          <h3>Figure 2. Where people are on a typical day</h3>
          <Bars lines={where.slice(0, MOST_BARS)} shown={shown} says={`Where people are, ${what}`} />
          <Key shown={shown} />
          <Rest count={where.length - MOST_BARS} />
        </div>
      )}
      {right.length > 0 && (
        <div className="report-figure">
          <h3>Figure 3. People who start in the place they need</h3>
          <Bars lines={right.slice(0, MOST_BARS)} shown={shown} most={100} says={`Right place, ${what}`} />
          <Key shown={shown} />
          <Rest count={right.length - MOST_BARS} />
        </div>
      )}
    </section>
  );
}

const Rest = ({ count }: { readonly count: number }) =>
  count > 0 ? <p className="small">{count} more are on the page, under Outcomes and costs.</p> : null;

function Weeks({ model, shown, what }: Told) {
  const state = useStore(weeks);
  const told = toldOfShown(state);
  const { station, measure } = subjectOf(model);
  const series = seriesAt(told, station, measure);
  const beside = isCompared(shown) ? seriesAt(state.today, station, measure) : undefined;
  if (!told || !series || told.dates.length < 2)
    return (
      <p data-weeks="awaited">{state.isDone ? 'The run is too short to be shown by weeks.' : 'The weeks follow…'}</p>
    );
  return (
    <div className="report-figure" data-weeks="there">
      <h3>Figure 1. {nameOfSeries(model, series)}, by weeks</h3>
      <Chart
        line={series.mean}
        band={series}
        beside={beside?.mean}
        ticks={monthTicks(told.dates)}
        says={`${nameOfSeries(model, series)}, by weeks`}
      />
      <p className="small">
        Line: {what}, average of {sayRuns(told.replications, model.calendar.runDays)}, with its likely range.
        {beside && ' Dashed: today.'} {saySeries(told.dates, series)}
      </p>
    </div>
  );
}
