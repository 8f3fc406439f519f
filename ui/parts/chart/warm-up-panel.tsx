// Is the warm-up long enough? The daily series from the very beginning, where MSER-5 would begin, and where the document does.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { warmUpWords, type WarmUpAdvice } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { askForWarmUp, warmUpReplications } from '../../session/questions.ts';
import type { Settings } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { sayDaily } from '../../words/warm-up.ts';
import { Chart } from './chart.tsx';
import './weeks.css';

interface Found {
  /** The settings it was asked for. */
  readonly of?: Settings;
  readonly done: number;
  readonly advice?: WarmUpAdvice;
  readonly problem?: string;
}

export function WarmUpPanel() {
  const present = useStore(settings, (s) => s.present);
  const model = useStore(settings, (s) => s.model);
  const [found, setFound] = useState<Found>({ done: 0 });
  const { done, advice, problem }: Found = found.of === present ? found : { done: 0 };
  useEffect(() => {
    const find = (what: Partial<Found>) => setFound({ of: present, done: 0, ...what });
    return askForWarmUp({
      reply(reply) {
        if (reply.type === 'progress') find({ done: reply.done });
        if (reply.type === 'warm-up') find({ advice: reply.advice });
        if (reply.type === 'refused') find({ problem: 'These settings cannot be run.' });
      },
      failed: (problem) => find({ problem }),
    });
  }, [model, present]);

  if (problem !== undefined) return <p>The warm-up could not be checked: {problem}</p>;
  if (!advice)
    return (
      <p>
        Following {warmUpReplications()} runs day by day…{' '}
        <progress max={warmUpReplications()} value={done} aria-label="Runs followed" />
      </p>
    );
  const [verdict, ...reasons] = warmUpWords(advice);
  const { warmUpDays, suggestedDays, isSettled, people } = advice;
  return (
    <div className="warm-up" data-suggested={suggestedDays} data-has={warmUpDays}>
      <p>
        <b>{verdict}</b> {reasons.join(' ')}
      </p>
      <p className="weeks-key">People in the model at the end of each day, average of {advice.replications} runs</p>
      <Chart
        line={people.series}
        ticks={dayTicks(people.series.length, warmUpDays)}
        marks={[
          { at: warmUpDays, label: `the model’s: ${warmUpDays} days` },
          ...(isSettled ? [{ at: suggestedDays, label: `suggested: ${suggestedDays} days` }] : []),
        ]}
        says={sayDaily(advice)}
      />
      <details className="weeks-table">
        <summary>The days as a table</summary>
        <DaysTable advice={advice} />
      </details>
    </div>
  );
}

/** Day 0 is the start date; what lies before it is warm-up. */
function dayTicks(days: number, warmUpDays: number): { at: number; label: string }[] {
  const every = [30, 50, 100, 200, 500, 1000].find((step) => days / step <= 6) ?? Math.ceil(days / 6);
  const ticks = [];
  for (let day = Math.ceil(-warmUpDays / every) * every; day < days - warmUpDays; day += every)
    ticks.push({ at: day + warmUpDays, label: `day ${String(day).replace('-', '−')}` });
  return ticks;
}

const BATCH = 5;

/** By the batches of five that MSER-5 looks at. */
function DaysTable({ advice: { people, delayed, warmUpDays } }: { readonly advice: WarmUpAdvice }) {
  const batches = Math.floor(people.series.length / BATCH);
  const mean = (series: Float64Array, batch: number) =>
    series.subarray(batch * BATCH, (batch + 1) * BATCH).reduce((sum, one) => sum + one, 0) / BATCH;
  return (
    <table>
      <caption>People at the end of each day, on average over five days</caption>
      <ColumnHeads of={['Days', 'In the model', 'Delayed']} />
      <tbody>
        {Array.from({ length: batches }, (_, batch) => {
          const from = batch * BATCH - warmUpDays;
          return (
            <tr key={batch}>
              <th scope="row">{`${from} to ${from + BATCH - 1}`.replaceAll('-', '−')}</th>
              <td>{mean(people.series, batch).toFixed(1)}</td>
              <td>{mean(delayed.series, batch).toFixed(1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
