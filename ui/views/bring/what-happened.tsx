// Does it match what happened? Series that are kept stand beside the model: a verdict, a picture each, and what could explain a difference.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { dayNumber, movedToDates, periodsInRun, type Model } from '../../../engine/index.ts';
import { requestOf, type Settings } from '../../model/asked.ts';
import { askForStudy } from '../../session/questions.ts';
import { openText } from '../../session/opening.ts';
import { counted, type Counted } from '../../state/counted.ts';
import { settings } from '../../state/settings.ts';
import type { ToldHistory } from '../../worker/protocol.ts';
import { BesideSeries } from './beside-series.tsx';
import { SeriesList } from './series-list.tsx';
import './what-happened.css';

/** Fewer periods in the run say nothing. */
const FEWEST = 8;

export function WhatHappened() {
  const model = useStore(settings, (s) => s.model);
  const present = useStore(settings, (s) => s.present);
  const { series, isKept } = useStore(counted);
  if (!model || series.length === 0) return null;
  const mine = series.filter(({ row }) => row.station === 'all' || Object.hasOwn(model.stations, row.station));
  return (
    <section aria-labelledby="what-happened" className="what-happened" data-series={series.length}>
      <h2 id="what-happened">Does it match what happened?</h2>
      {!isKept && <p role="alert">There is no room in this browser: the series are here until the page is closed.</p>}
      <SeriesList model={model} series={series} />
      {mine.length > 0 && <Beside {...{ model, present }} series={mine} />}
    </section>
  );
}

interface BesideProps {
  readonly model: Model;
  readonly present: Settings;
  readonly series: readonly Counted[];
}

function Beside({ model, present, series }: BesideProps) {
  const [said, setSaid] = useState('');
  const inRun = periodsOf(model, series);
  const short = inRun.some((periods) => periods < FEWEST);
  const { told, done, problem, start } = useHistory(model, present, series);
  const rowTwice = new Set(series.map(({ row }) => JSON.stringify(row))).size < series.length;
  const move = () => {
    const { document, said: moved } = movedToDates(
      model,
      series.map((one) => ({ series: one, row: one.row })),
    );
    void openText(JSON.stringify(document)).then((isOpen) => setSaid(isOpen ? `Moved: ${moved.join('; ')}.` : ''));
  };
  return (
    <div data-told={told ? 'done' : 'no'}>
      <div className="what-happened-do">
        <button type="button" onClick={start} disabled={short || rowTwice || done !== undefined}>
          Compare with the model
        </button>
        <button type="button" onClick={move}>
          Move the model to these dates
        </button>
        {done !== undefined && <progress max={1} value={done} aria-label="Simulated years done" />}
      </div>
      <output>
        {short && (
          <p>
            The run begins on {model.calendar.startDate}, and fewer than {FEWEST} periods of a series lie in it. Move
            the model to these dates first.
          </p>
        )}
        {rowTwice && <p>Two series count the same: choose what each one counts.</p>}
        {said !== '' && <p>{said}</p>}
        {problem !== '' && <p>The model could not be simulated: {problem}</p>}
        {told && told.words.map((words) => <p key={words}>{words}</p>)}
      </output>
      {told &&
        told.beside.map((one, at) => (
          <BesideSeries key={series[at].id} {...{ model, told: one }} series={series[at]} />
        ))}
    </div>
  );
}

/** Periods of each series that lie in the run whole. */
function periodsOf({ calendar: { startDate, runDays } }: Model, series: readonly Counted[]): number[] {
  const network = { startDayNumber: dayNumber(startDate), runDays };
  return series.map((one) => periodsInRun({ network }, one).at.length);
}

/** Of what is on the screen: another setting or another series needs another press. */
function useHistory(model: Model, present: Settings, series: readonly Counted[]) {
  const [state, setState] = useState<{ of: string; told?: ToldHistory; done?: number; problem?: string }>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const of = JSON.stringify([
    model.calendar,
    present,
    series.map(({ id, row, days, values }) => [id, row, days.length, values]),
  ]);
  const start = () => {
    stop.current?.();
    setState({ of, done: 0 });
    const matched = series.map(({ row, ...one }) => ({ row, series: one }));
    stop.current = askForStudy(
      { type: 'history', run: requestOf(present), seed: present.seed, matched },
      {
        reply(reply) {
          if (reply.type === 'progress') setState({ of, done: reply.done });
          if (reply.type === 'history') setState({ of, told: reply.told });
          if (reply.type === 'refused') setState({ of, problem: 'these settings cannot be run.' });
        },
        failed: (problem) => setState({ of, problem }),
      },
    );
  };
  return state?.of === of
    ? { told: state.told, problem: state.problem ?? '', done: state.done, start }
    : { told: undefined, problem: '', done: undefined, start };
}
