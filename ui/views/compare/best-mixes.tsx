// The best mixes: those of all mixes of places that no other beats, with today and the options beside them; found at one press, looked through with a slider.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import {
  placeSliders,
  USUAL_LEVERS,
  valuesToTry,
  type Against,
  type MixNumber,
  type Model,
} from '../../../engine/index.ts';
import { controlOf } from '../../model/values.ts';
import { workers } from '../../session/session.ts';
import { compared } from '../../state/compared.ts';
import { results } from '../../state/results.ts';
import type { Column } from '../../study/columns.ts';
import { frontierRun, READ, type FrontierWanted } from '../../study/frontier-run.ts';
import { valueIn } from '../../study/search-of.ts';
import type { SideBySide } from '../../study/side-by-side.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { MixesFound } from './mixes-found.tsx';
import { lineAt, type PartProps } from './finding.tsx';
import './best-mixes.css';

/** Where nothing settles there is no option to take a measure from. */
const MANY_WAITING = 10;

export function BestMixes({ model, state }: PartProps) {
  const facts = useStore(results, (s) => s.readings.today?.facts);
  const edge = useStore(compared, (s) => s.edge);
  const run = useStore(frontierRun);
  const [today] = state.asked!.columns;
  const levers = leversOf(model, today);
  const hasCost = lineAt(state, 'cost') >= 0 && isFinite(state.rows[0]?.[lineAt(state, 'cost')]?.value ?? NaN);
  const against: readonly Against[] = hasCost ? ['empty', 'cost'] : ['empty'];
  const isReady = state.status === 'done' && facts !== undefined && levers.length > 0 && lineAt(state, 'empty') >= 0;
  const start = (weighed: 'empty' | 'cost') => {
    const { seed, replications } = state.asked!;
    const asked: FrontierWanted = {
      model,
      run: today.run,
      levers,
      against,
      mostWaiting: mostOf(state),
      seed,
      replications,
    };
    compared.setState({ edge: weighed });
    frontierRun.start(workers()!, asked);
  };
  // A link that shows them finds them again.
  useEffect(() => {
    if (isReady && edge !== undefined && frontierRun.getState().status === 'idle' && workers()) start(edge);
  });
  if (levers.length === 0 || lineAt(state, 'empty') < 0) return null;
  const isRunning = run.status === 'running';
  const labels = levers.map(({ path }) => controlOf(model, path)?.label ?? path);
  return (
    <section className="best-mixes" aria-label="The best mixes" data-frontier={run.status}>
      <h3>The best mixes</h3>
      <p className="small">
        Of all mixes of {labels.join(', ')}, those that no other beats: fewer people waiting takes more
        {hasCost ? ' empty places or more money.' : ' empty places.'}
      </p>
      <p className="best-mixes-do">
        <button type="button" disabled={!isReady || isRunning || !workers()} onClick={() => start(edge ?? 'empty')}>
          {run.status === 'idle' ? 'Find the best mixes' : 'Find them again'}
        </button>
        <button type="button" disabled={!isRunning} onClick={frontierRun.stop}>
          Stop
        </button>
        {isRunning && (
          <>
            <progress max={1} value={run.progress} aria-label="Progress of the best mixes" />
            <output>{`${run.front.length} mixes so far, ${run.years.toLocaleString('en-GB')} simulated years`}</output>
          </>
        )}
        {run.status === 'stopped' && <output>Stopped. What was found by then is below, with wide ranges.</output>}
        {run.status === 'failed' && <span role="alert">The mixes could not be worked out. {run.message}</span>}
      </p>
      {run.asked && run.front.length > 0 && facts && (
        <MixesFound {...{ run, state, facts }} weighed={edge ?? 'empty'} />
      )}
      {run.status === 'done' && run.front.length === 0 && <p>No mix that settles has as few people waiting.</p>}
    </section>
  );
}

/** The first sliders of places, over all of their range; what has no limit is no number of places. */
const leversOf = (model: Model, today: Column): MixNumber[] =>
  placeSliders(model)
    .flatMap(({ path, least, most, step }): MixNumber[] => {
      const from = valueIn(model, today, path);
      return from === undefined ? [] : [{ path, from, values: valuesToTry({ least, most, step: step ?? 1 }) }];
    })
    .slice(0, USUAL_LEVERS);

/** A quarter more than the worst of the columns that settle; two decimals, for a command to write. */
function mostOf(state: SideBySide): number {
  const line = lineAt(state, READ[0]);
  const known = state.rows.flatMap((rows) => (rows[line] && isKnown(rows[line]) ? [rows[line].value!] : []));
  const most = known.length > 0 ? 1.25 * Math.max(...known) : MANY_WAITING;
  return Math.max(0.1, Number(most.toFixed(2)));
}
