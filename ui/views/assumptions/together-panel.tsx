// Numbers tried together: two or three are chosen, and every combination of them is simulated with the same people.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { workers } from '../../session/session.ts';
import {
  combinationsOf,
  MOST_COMBINATIONS,
  MOST_TRIED,
  triedProblem,
  usualTried,
  type Tried,
} from '../../model/tried.ts';
import { controlOf, entryOf } from '../../model/values.ts';
import { TimeLeft } from '../../parts/time-left.tsx';
import { compared } from '../../state/compared.ts';
import { combinations } from '../../study/combinations-run.ts';
import { MOST_REPLICATIONS } from '../../study/tornado-run.ts';
import type { Numbers } from '../../study/use-numbers.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { sayCount } from '../../words/numbers/count.ts';
import { sayHowMany, sayTooMany } from '../../words/together.ts';
import { TogetherFound } from './together-found.tsx';
import { TogetherNumber } from './together-number.tsx';
import './together.css';

const names = ['First number', 'Second number', 'Third number'];

export function TogetherPanel({ numbers: { model, present, lines } }: { readonly numbers: Numbers }) {
  const chosen = useStore(compared, (s) => s.tried);
  const state = useStore(combinations);
  useEffect(() => () => combinations.stop(), [model, present]);
  const able = lines.filter((line) => usualOf(model, line) !== undefined);
  const tried =
    chosen ??
    slidersFirst(model, able)
      .slice(0, 2)
      .flatMap((line) => usualOf(model, line) ?? []);
  if (able.length === 0 || tried.length === 0) return null;
  const change = (now: readonly Tried[]) => compared.setState({ tried: now });
  const usual = (path: string) =>
    usualOf(
      model,
      able.find((line) => line.path === path)!,
    )!;
  const taken = tried.map(({ path }) => path);
  const free = able.find(({ path }) => !taken.includes(path));
  const count = combinationsOf(tried);
  const isThis = combinations.isOf(model, present) && JSON.stringify(state.tried) === JSON.stringify(tried);
  const isRunning = isThis && state.status === 'running';
  const years = Math.min(MOST_REPLICATIONS, present.replications);
  const isTooMany = count > MOST_COMBINATIONS;
  const problem = tried.map((one) => triedProblem(one, entryOf(model, one.path)!)).find(Boolean);
  const start = () => combinations.start(workers()!, model, present, tried);
  return (
    <section aria-labelledby="together" className="together" data-together={isThis ? state.status : 'idle'}>
      <h2 id="together">Numbers tried together</h2>
      <p className="small">
        Choose two or three numbers. Every combination of them is simulated with the same people, and all else stays as
        it is.
      </p>
      {tried.map((one, at) => (
        <TogetherNumber
          key={one.path}
          model={model}
          lines={able}
          tried={one}
          label={names[at]}
          taken={taken}
          choose={(path) => change(tried.with(at, usual(path)))}
          change={(now) => change(tried.with(at, now))}
          remove={tried.length > 1 ? () => change(tried.filter((other) => other !== one)) : undefined}
        />
      ))}
      <div className="actions">
        {tried.length < MOST_TRIED && free && (
          <button type="button" className="quiet" onClick={() => change([...tried, usual(free.path)])}>
            Add a number
          </button>
        )}
        <button
          type="button"
          disabled={!isRunning && (isTooMany || problem !== undefined || !workers())}
          onClick={isRunning ? combinations.stop : start}
        >
          {isRunning ? 'Stop' : 'Try every combination'}
        </button>
        {isRunning ? (
          <>
            <progress max={state.asked} value={state.come} aria-label="Simulated years done" />
            <span>
              {sayCount(state.come)} of {sayCount(state.asked)} simulated years
            </span>
            <TimeLeft done={state.come / Math.max(1, state.asked)} />
          </>
        ) : (
          <span>{sayHowMany(count, years)}</span>
        )}
      </div>
      {isTooMany && <p role="alert">{sayTooMany(count, MOST_COMBINATIONS)}</p>}
      {problem !== undefined && <p role="alert">This cannot be tried: {problem}</p>}
      {isThis && state.status === 'stopped' && <p>Stopped. What has come is below.</p>}
      {isThis && state.status === 'failed' && (
        <p role="alert">It stopped: {state.message} The results so far are kept.</p>
      )}
      {isThis && state.combinations.length > 0 && <TogetherFound {...{ model, present, lines, state }} />}
    </section>
  );
}

/** In the order of the model's sliders, which begin with what people ask about first. */
function slidersFirst({ controls = [] }: Model, lines: readonly AssumptionLine[]): AssumptionLine[] {
  const order = new Map(controls.map(({ path }, at) => [path, at]));
  return lines.toSorted((a, b) => (order.get(a.path) ?? Infinity) - (order.get(b.path) ?? Infinity) || 0);
}

/** Across its own range, or that of its slider; undefined for a number that has neither. */
function usualOf(model: Model, { path, evidence, range, facts }: AssumptionLine): Tried | undefined {
  const slider = controlOf(model, path);
  const own = range === undefined ? undefined : evidence;
  const [low, high] = [slider?.least ?? own?.low, slider?.most ?? own?.high];
  if (low === undefined || high === undefined || !(low < high) || !entryOf(model, path)) return undefined;
  const isWhole = ['places', 'people', 'starts'].includes(facts.unit);
  return usualTried(path, low, high, slider?.step ?? (isWhole ? 1 : (high - low) / 8));
}
