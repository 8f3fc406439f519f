// The Compare view: today and up to three options side by side, with the same people in each; what each is best at, never which is best.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { sayProblem, type Model } from '../../../engine/index.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { whatOf } from '../../state/what-is-shown.ts';
import { compared } from '../../state/compared.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import '../../parts/beside/beside.css';
import { BestMixes } from './best-mixes.tsx';
import { Chooser } from './chooser.tsx';
import { columnsOf, offeredBeside } from '../../study/columns.ts';
import { CompareTable } from './compare-table.tsx';
import './compare.css';
import { Finding } from './finding.tsx';
import { HowOften } from './how-often.tsx';
import { frontierRun } from '../../study/frontier-run.ts';
import { mixRun } from '../../study/mix-run.ts';
import { searching } from '../../study/searching.ts';
import { sideBySide } from '../../study/side-by-side.ts';
import { useSideBySide } from '../../study/use-side-by-side.ts';
import { TradeOff } from './trade-off.tsx';
import { WeeksBeside } from './weeks-beside.tsx';
import { WorldsBeside } from './worlds-beside.tsx';
import { WhatItTakes } from './what-it-takes.tsx';

export function ComparePage() {
  const heading = useHeadingFocus();
  const model = useStore(settings, (s) => s.model);
  const status = useStore(sideBySide, (s) => s.status);
  return (
    <div className="beside compare" data-status={status}>
      <h1 ref={heading} tabIndex={-1}>
        Compare
      </h1>
      {model ? <OfModel model={model} /> : <p>Simulating…</p>}
    </div>
  );
}

function OfModel({ model }: { readonly model: Model }) {
  const present = useStore(settings, (s) => s.present);
  const chosen = useStore(compared, (s) => s.beside);
  const { seed, replications } = present;
  const { offered, columns } = useMemo(() => {
    const all = offeredBeside(model, present, () => whatOf(model, present, results.getState().readings));
    return { offered: all, columns: columnsOf(model, present, all, chosen) };
  }, [model, present, chosen]);
  const state = useSideBySide({ model, columns, seed, replications });
  useEffect(() => () => [searching, mixRun, frontierRun].forEach((run) => run.clear()), []);
  useEffect(() => {
    searching.clear();
    // A mix that is kept as an option leaves the others to be kept as well.
    for (const run of [mixRun, frontierRun]) {
      const { asked } = run.getState();
      if (asked && !isSameButOptions(asked.model, model)) run.clear();
    }
  }, [model]);

  return (
    <>
      <Chooser offered={offered} columns={columns} />
      {state.status === 'failed' && (
        <p role="alert" className="unsettled">
          The simulation stopped. Your settings are safe.{' '}
          <button type="button" onClick={sideBySide.retry}>
            Try again
          </button>{' '}
          {state.message}
        </p>
      )}
      {state.status === 'refused' && (
        <p role="alert" className="unsettled">
          These options cannot be simulated. {state.problems.map(sayProblem).join(' ')}
        </p>
      )}
      {state.rows.length > 0 && state.asked?.model === model ? (
        <div className="beside-told">
          <Finding model={model} state={state} />
          <WhatItTakes model={model} state={state} />
          <CompareTable model={model} state={state} />
          <WorldsBeside state={state} />
          <WeeksBeside model={model} state={state} />
          <div className="compare-pair">
            <HowOften model={model} state={state} />
            <TradeOff model={model} state={state} />
          </div>
          <BestMixes model={model} state={state} />
          <footer>
            <p>{model.about}</p>
          </footer>
        </div>
      ) : (
        ['starting', 'sharpening'].includes(state.status) && (
          <p>
            Simulating the same people in {columns.length} columns…{' '}
            <progress max={1} value={state.progress} aria-label="Simulated years done" />
          </p>
        )
      )}
    </>
  );
}

/** In one order of keys: a document that was checked again has another. */
const withoutOptions = (model: Model): string =>
  JSON.stringify({ ...model, $schema: undefined, options: undefined }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
const isSameButOptions = (a: Model, b: Model): boolean => a === b || withoutOptions(a) === withoutOptions(b);
