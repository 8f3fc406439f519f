// The run by weeks instead of averages: one line with its range, today's beside it, and a table of the same numbers.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';
import { subjectOf } from '../../model/values.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { monthTicks, nameOfSeries, saySeries } from '../../words/line-of-weeks.ts';
import { sayPeople, seriesAt, worstPlace } from '../../words/weeks.ts';
import type { ToldByWeek, WeekSeries } from '../../worker/protocol.ts';
import { Chart } from './chart.tsx';
import './weeks.css';

export function WeeksPanel() {
  const model = useStore(settings, (s) => s.model);
  const { option, today, isDone, isStale } = useStore(weeks);
  const isFinished = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  if (!model) return null;
  return (
    <section
      className={isStale ? 'weeks previous' : 'weeks'}
      aria-label="By weeks"
      data-weeks={option && !isStale ? 'there' : 'awaited'}
    >
      {option ? (
        <Told model={model} option={option} today={today} />
      ) : (
        <p>
          {isFinished && isDone
            ? 'The weeks could not be worked out.'
            : 'The weeks will follow when all years have been simulated…'}
        </p>
      )}
    </section>
  );
}

interface ToldProps {
  readonly model: Model;
  readonly option: ToldByWeek;
  readonly today: ToldByWeek | undefined;
}

const keyOf = ({ station, measure }: WeekSeries): string => `${measure} ${station}`;
/** What nobody would see in a picture is not offered. */
const LEAST_PEOPLE = 0.05;

function Told({ model, option, today }: ToldProps) {
  const id = useId();
  const [asked, setAsked] = useState<string>();
  const first = firstOf(model, option);
  const offered = option.series.filter((one) => one === first || Math.max(...one.mean) >= LEAST_PEOPLE);
  const shown = offered.find((one) => keyOf(one) === asked) ?? first ?? offered[0];
  if (!shown || option.dates.length < 2) return <p>The run is too short to be shown by weeks.</p>;
  const beside = seriesAt(today, shown.station, shown.measure);
  return (
    <>
      <div className="weeks-head">
        <label htmlFor={`${id}-which`}>By weeks</label>
        <select id={`${id}-which`} value={keyOf(shown)} onChange={(event) => setAsked(event.target.value)}>
          {offered.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {nameOfSeries(model, one)}
            </option>
          ))}
        </select>
        <span className="weeks-key">
          <svg viewBox="0 0 28 14" width={28} height={14} aria-hidden="true">
            <path className="chart-band" d="M0,2H28V12H0Z" />
            <path className="chart-line" d="M0,7H28" />
          </svg>{' '}
          average of {option.replications} years and its 95 % range
        </span>
        {beside && (
          <span className="weeks-key">
            <svg viewBox="0 0 28 14" width={28} height={14} aria-hidden="true">
              <path className="chart-beside" d="M0,7H28" />
            </svg>{' '}
            today
          </span>
        )}
      </div>
      <Chart
        line={shown.mean}
        band={shown}
        beside={beside?.mean}
        ticks={monthTicks(option.dates)}
        says={`${nameOfSeries(model, shown)}, by weeks: ${saySeries(option.dates, shown)}`}
      />
      <details className="weeks-table">
        <summary>The weeks as a table</summary>
        <WeeksTable name={nameOfSeries(model, shown)} dates={option.dates} shown={shown} beside={beside} />
      </details>
    </>
  );
}

/** Where it does not settle, the list that grows; otherwise what the headline is about. */
function firstOf(model: Model, told: ToldByWeek): WeekSeries | undefined {
  const worst = worstPlace(told);
  const { station, measure } = subjectOf(model);
  const growing = worst && seriesAt(told, worst.station, 'waiting');
  const isList = growing && (growing.mean.at(-1) ?? 0) >= LEAST_PEOPLE;
  return isList ? growing : seriesAt(told, station, measure);
}

interface TableProps {
  readonly name: string;
  readonly dates: readonly string[];
  readonly shown: WeekSeries;
  readonly beside: WeekSeries | undefined;
}

function WeeksTable({ name, dates, shown, beside }: TableProps) {
  return (
    <table>
      <caption>{name}, on average over each week</caption>
      <ColumnHeads of={['Week of', 'People', '95 % interval', ...(beside ? ['Today'] : [])]} />
      <tbody>
        {dates.map((date, week) => (
          <tr key={date} data-week={date} data-value={shown.mean[week]}>
            <th scope="row">{sayDate(date, 0)}</th>
            <td>{sayPeople(shown.mean[week])}</td>
            <td>{`${sayPeople(shown.low[week])} to ${sayPeople(shown.high[week])}`}</td>
            {beside && <td>{sayPeople(beside.mean[week])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
