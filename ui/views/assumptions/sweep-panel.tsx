// What one number does across its range: run by a button, drawn as a line with its range, with a table below.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { settings } from '../../state/settings.ts';
import { entryOf, subjectOf } from '../../model/values.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import { sayLevel, sayLevelRange } from '../../words/numbers/difference.ts';
import { saySweep, UNSETTLED } from '../../words/matters.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { counted, PEOPLE } from '../../words/numbers/quantity.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { sweep, valuesAcross, type SweepState } from '../../study/sweep-run.ts';

interface Props {
  readonly model: Model;
  readonly line: AssumptionLine;
}

/** Nothing for a number that has neither a range nor a slider. */
export function SweepPanel({ model, line }: Props) {
  const present = useStore(settings, (s) => s.present);
  const state = useStore(sweep);
  useEffect(() => () => sweep.stop(), []);
  const values = valuesOf(model, line);
  if (values.length < 2) return null;
  const { path, facts } = line;
  const isThis = sweep.isOf(model, present, path);
  const name = sayNumberName(model, path, facts.title);
  const isRunning = isThis && state.status === 'running';
  return (
    <div className="sweep" data-sweep={isThis ? state.status : 'idle'}>
      <div className="actions">
        <button type="button" onClick={() => (isRunning ? sweep.stop() : sweep.start(model, present, path, values))}>
          {isRunning
            ? 'Stop'
            : `See what it does from ${sayNumber(values[0], facts, path)} to ${sayNumber(values.at(-1), facts, path)}`}
        </button>
        {isRunning && (
          <>
            <progress
              max={state.values.length * state.replications}
              value={state.come}
              aria-label="Simulated years done"
            />
            <span>
              {state.looks.length} of {state.values.length} values
            </span>
          </>
        )}
      </div>
      {isThis && state.status === 'failed' && (
        <p role="alert">It stopped: {state.message} The results so far are kept.</p>
      )}
      {isThis && state.looks.length > 1 && <Found {...{ model, line, state, name }} />}
    </div>
  );
}

/** Across its own range, or that of its slider where it has none. */
function valuesOf(model: Model, { path, evidence, range, facts }: AssumptionLine): number[] {
  const slider = model.controls?.find((one) => one.path === path);
  const own = range === undefined ? undefined : evidence;
  const [low, high] = [own?.low ?? slider?.least, own?.high ?? slider?.most];
  if (low === undefined || high === undefined || !(low < high) || !entryOf(model, path)) return [];
  const isWhole = ['places', 'people', 'starts'].includes(facts.unit);
  return valuesAcross(low, high, isWhole ? 1 : (slider?.step ?? (high - low) / 8));
}

interface FoundProps extends Props {
  readonly state: SweepState;
  readonly name: string;
}

function Found({ model, line: { path, facts, value }, state: { values, looks, replications }, name }: FoundProps) {
  const { where } = subjectOf(model);
  const said = (one: number) => sayNumber(one, facts, path);
  const looked = values.slice(0, looks.length);
  const sentence = saySweep(said, looked, looks, where);
  const [low, high] = [values[0], values.at(-1)!];
  /** In steps of the picture, which has one fewer than there are values. */
  const along = (one: number) => ((one - low) / (high - low)) * (values.length - 1);
  const isAmong = typeof value === 'number' && low <= value && value <= high;
  const means = values.map((_, at) => looks[at]?.mean ?? Number.NaN);
  return (
    <>
      <output className="sweep-says">{sentence}</output>
      <Chart
        line={means}
        at={values.map(along)}
        band={{ low: looks.map((one) => one.low), high: looks.map((one) => one.high) }}
        ticks={values.map((one) => ({ at: along(one), label: said(one).split(' ')[0] }))}
        marks={isAmong ? [{ at: along(value), label: 'now' }] : []}
        says={`${name}: ${sentence}`}
      />
      <p className="small">
        Along: {name}, from {said(low)} to {said(high)}. Upwards: people waiting {where} on a typical day, the average
        of {replications} simulated years with the same people at each value. Band: where the average likely lies.
      </p>
      <details className="lines-table">
        <summary>The same as a table</summary>
        <table>
          <caption className="hidden">{name}, value by value</caption>
          <ColumnHeads of={['Value', 'People waiting', 'Likely range']} />
          <tbody>
            {looks.map(({ mean, low, high }, at) => (
              <tr key={looked[at]} data-at={looked[at]} data-mean={mean}>
                <th scope="row">{said(looked[at])}</th>
                <td>{Number.isNaN(mean) ? UNSETTLED : counted(sayLevel(mean, low, high, PEOPLE), PEOPLE)}</td>
                <td>{Number.isNaN(mean) ? '–' : sayLevelRange(mean, low, high, PEOPLE)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
