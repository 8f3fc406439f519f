// The Data view: the whole page's facts as tables, and the whole job without a picture or a slider.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { ModelView, type Told } from '../../parts/beside/model-view.tsx';
import { longestWaitFor } from '../../playback/longest-waits.ts';
import { isCompared } from '../../shown/numbers.ts';
import { dayInWords } from '../../words/numbers/day-in-words.ts';
import { saveNumbers } from '../../parts/take-away/save-numbers.ts';
import { findingOf } from '../../state/what-is-shown.ts';
import { useCounts } from '../../state/counts.ts';
import { results } from '../../state/results.ts';
import { watched } from '../../state/watched.ts';
import { weeks } from '../../state/weeks.ts';
import { subjectOf } from '../../model/values.ts';
import { sayNow } from '../../words/now.ts';
import { nameOfSeries } from '../../words/line-of-weeks.ts';
import { DayBox } from './day-box.tsx';
import { Table } from '../../parts/table/data-table.tsx';
import { Inputs } from './inputs.tsx';
import { headlineTable, measuresOfServices, serviceTable } from './measure-tables.ts';
import { nowTable } from './now-table.ts';
import { Person } from './person.tsx';
import { weekTable } from './week-table.ts';

export const DataPage = () => (
  <ModelView title="Data" finding={({ model }) => findingOf(model, results.getState()).finding}>
    {(told) => (
      <>
        <Inputs model={told.model} />
        <Measures {...told} />
        <Now model={told.model} />
        <Weeks model={told.model} />
        <Person model={told.model} />
      </>
    )}
  </ModelView>
);

function Measures({ model, shown, what }: Told) {
  const id = useId();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState('occupancy');
  const isDone = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const offered = measuresOfServices(model, shown);
  const measure = offered.some((one) => one.id === asked) ? asked : offered[0]?.id;
  return (
    <section aria-label="Measures" data-compared={isCompared(shown)}>
      <h3>Measures</h3>
      <Table table={headlineTable(model, shown, what)} modelId={model.id} />
      <div className="data-save">
        <button type="button" disabled={!isDone} onClick={() => setSaid(saveNumbers())}>
          Save all numbers as JSON, as the terminal prints them
        </button>
        <output>{said}</output>
      </div>
      {measure && (
        <>
          <p className="data-pick">
            <label htmlFor={id}>Of each service</label>{' '}
            <select id={id} value={measure} onChange={(event) => setAsked(event.target.value)}>
              {offered.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </select>
          </p>
          <Table key={measure} table={serviceTable(model, shown, what, measure)} modelId={model.id} />
        </>
      )}
    </section>
  );
}

function Now({ model }: { readonly model: Model }) {
  const run = useStore(watched, (s) => s.run);
  const counts = useCounts();
  return (
    <section aria-label="Now">
      <h3>Now: one day of one simulated year</h3>
      <DayBox startDate={model.calendar.startDate} />
      {run && counts ? (
        <>
          <p className="now-words">{sayNow(...servicesNow(run, counts))}</p>
          <Table table={nowTable(run, counts)} modelId={model.id} />
        </>
      ) : (
        <p>One year is being simulated…</p>
      )}
    </section>
  );
}

function servicesNow(
  run: NonNullable<ReturnType<typeof watched.getState>['run']>,
  counts: NonNullable<ReturnType<typeof useCounts>>,
): Parameters<typeof sayNow> {
  const longest = longestWaitFor(run.timeline.worldAt(counts.day));
  const services = run.map.stations
    .filter(({ isExit }) => !isExit)
    .map(({ label, station, isUnlimited }) => ({
      label,
      inUse: counts.inUse[station],
      places: isUnlimited ? null : counts.places[station],
      waiting: counts.waiting[station],
      longestDays: longest[station],
    }));
  return [dayInWords(run.network.startDate, counts.day), services];
}

function Weeks({ model }: { readonly model: Model }) {
  const id = useId();
  const { option, today, isDone, isStale } = useStore(weeks);
  const isFinished = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const [asked, setAsked] = useState<string>();
  const { station, measure } = subjectOf(model);
  const offered = (option?.series ?? []).filter(
    (one) => (one.station === station && one.measure === measure) || Math.max(...one.mean) >= LEAST_PEOPLE,
  );
  const keyOf = (one: { readonly station: string; readonly measure: string }) => `${one.measure} ${one.station}`;
  const series = offered.find((one) => keyOf(one) === (asked ?? keyOf({ station, measure }))) ?? offered[0];
  return (
    <section aria-label="Week by week" data-weeks={option && !isStale ? 'there' : 'awaited'}>
      <h3>Week by week</h3>
      {option && series ? (
        <div className={isStale ? 'previous' : undefined}>
          <p className="data-pick">
            <label htmlFor={id}>People</label>{' '}
            <select id={id} value={keyOf(series)} onChange={(event) => setAsked(event.target.value)}>
              {offered.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {nameOfSeries(model, one)}
                </option>
              ))}
            </select>
          </p>
          <details open={option.dates.length <= MOST_OPEN}>
            <summary>{option.dates.length} weeks</summary>
            <Table key={keyOf(series)} table={weekTable(model, option, today, series)} modelId={model.id} />
          </details>
        </div>
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
/** What is zero in every week is not offered. */
const LEAST_PEOPLE = 0.05;
/** More weeks than this are folded away, so that what follows can be reached. */
const MOST_OPEN = 12;
