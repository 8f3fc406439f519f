// What would it take? The fewest places of one kind, or over every mix of several, so that a target holds, searched for over the same people, with a way to stop.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { typedNumber, type Control, type Model, type TypedNumber } from '../../../engine/index.ts';
import { workers } from '../../session/session.ts';
import { goalKinds, type Goal } from '../../model/goal.ts';
import { compared } from '../../state/compared.ts';
import { results } from '../../state/results.ts';
import { sayMixes } from '../../words/solve.ts';
import type { Column } from '../../study/columns.ts';
import { lineAt, type PartProps } from './finding.tsx';
import { MovedWith } from './moved-with.tsx';
import type { Facts } from './keep-mix.tsx';
import { MixAnswer } from './mix-answer.tsx';
import { Answer } from './search-answer.tsx';
import { leversOf, searchOf } from '../../study/search-of.ts';
import { mixRun, type MixAsked } from '../../study/mix-run.ts';
import { searching, type Search } from '../../study/searching.ts';
import './what-it-takes.css';

/** Sliders of places, beds and starts: what a service could be given more of. */
const controlsOf = (model: Model, facts: Facts | undefined): Control[] =>
  (model.controls ?? []).filter(({ path }) => ['places', 'starts'].includes(facts?.[path]?.unit ?? ''));

export function WhatItTakes({ model, state }: PartProps) {
  const facts = useStore(results, (s) => s.readings.today?.facts);
  const chosen = useStore(compared, (s) => s.goal);
  const { status: along, search, ...found } = useStore(searching);
  const mix = useStore(mixRun);
  const columns = state.asked!.columns;
  const controls = controlsOf(model, facts);
  const bad = columns
    .map((_, at) => state.rows[at]?.[lineAt(state, 'bad day')]?.value)
    .find((people): people is number => typeof people === 'number');
  const first: Goal | undefined = controls[0] && {
    paths: [controls[0].path],
    kind: 'p90',
    // Half of what is now, or under the first option that settles: something to begin from.
    limit: Math.max(1, Math.floor((bad ?? 0) / 2)),
    within: columns[0].id,
  };
  const isUsable = chosen && chosen.paths.every((one) => controls.some(({ path }) => path === one));
  const goal = isUsable ? chosen : first;
  if (!goal || !facts) return null;
  const within = columns.find(({ id }) => id === goal.within) ?? columns[0];
  const isMix = goal.paths.length > 1;
  const status = isMix ? mix.status : along;
  const isSearching = status === 'running';
  const { seed, replications } = state.asked!;
  const asked = {
    model,
    goal: { ...goal, within: within.id },
    run: within.run,
    within: within.title,
    seed,
    replications,
  };
  const start = () => {
    searching.clear();
    mixRun.clear();
    if (isMix) mixRun.start(workers()!, { ...asked, levers: leversOf(model, goal, within) } satisfies MixAsked);
    else searching.start(workers()!, { ...asked, ...searchOf(model, goal) } satisfies Search);
  };
  return (
    <section aria-label="What would it take?" data-search={status}>
      <h3>What would it take?</h3>
      <Form {...{ model, goal, within, controls, columns, facts }} hasDays={lineAt(state, 'days') >= 0} />
      <p className="what-it-takes-do">
        <button type="button" disabled={isSearching || !workers()} onClick={start}>
          Search
        </button>
        <button type="button" disabled={!isSearching} onClick={isMix ? mixRun.stop : searching.stop}>
          Stop
        </button>
        {isSearching && !isMix && (
          <>
            <progress max={1} value={found.progress} aria-label="Progress of the search" />
            <output>{`${found.looks.length} numbers tried, ${replications} simulated years each`}</output>
          </>
        )}
        {isSearching && isMix && (
          <>
            <progress aria-label="Progress of the search" />
            <output>{`${mix.looked.size} mixes looked at, in ${mix.years.toLocaleString('en-GB')} simulated years`}</output>
          </>
        )}
        {status === 'stopped' && <output>Stopped.{!isMix && ' The numbers tried are below.'}</output>}
        {status === 'failed' && (
          <span role="alert">The search could not be run. {isMix ? mix.message : found.message}</span>
        )}
      </p>
      {isMix && <p className="small">{sayMixes(within.title)}</p>}
      {goal.paths.some((path) => isDated(model, within, path)) && (
        <p className="small">This option changes that number on a date, which the search leaves as it is.</p>
      )}
      {isMix && mix.asked && <MixAnswer asked={mix.asked} facts={facts} />}
      {!isMix && search && <Answer search={search} facts={facts} />}
    </section>
  );
}

/** A change with a date would come over whatever is tried. */
function isDated(model: Model, { run }: Column, path: string): boolean {
  const own = model.options?.find(({ id }) => id === run.option)?.changes ?? [];
  return own.some(({ set }) => set && Object.hasOwn(set, path)) || (run.changes ?? []).some((one) => one.path === path);
}

interface FormProps {
  readonly model: Model;
  readonly goal: Goal;
  readonly within: Column;
  readonly controls: readonly Control[];
  readonly columns: readonly Column[];
  readonly facts: Facts;
  readonly hasDays: boolean;
}

function Form({ model, goal, within, controls, columns, facts, hasDays }: FormProps) {
  const id = useId();
  const change = (part: Partial<Goal>) => compared.setState({ goal: { ...goal, within: within.id, ...part } });
  const choose = (path: string) => change({ paths: [...new Set([path, ...goal.paths.slice(1)])] });
  // Only places are counted together.
  const isPlaces = (path: string) => facts[path]?.unit === 'places';
  const countedTogether = isPlaces(goal.paths[0]) ? controls.filter(({ path }) => isPlaces(path)) : [];
  const kinds = goalKinds.filter((kind) => kind !== 'days' || hasDays);
  const words = {
    mean: 'people waiting on a typical day',
    p90: 'people waiting on 9 days in 10',
    days: 'days waited each',
  };
  return (
    <div className="what-it-takes">
      <span>
        <label htmlFor={`${id}-path`}>Fewest</label>
        <select id={`${id}-path`} value={goal.paths[0]} onChange={(event) => choose(event.target.value)}>
          {controls.map(({ path, label }) => (
            <option key={path} value={path}>
              {label ?? path}
            </option>
          ))}
        </select>
      </span>
      <MovedWith {...{ model, goal, within }} controls={countedTogether} change={(paths) => change({ paths })} />
      <span>
        <label htmlFor={`${id}-limit`}>with at most</label>
        <Limit id={`${id}-limit`} goal={goal} change={(limit) => change({ limit })} />
        <select
          aria-label="What to limit"
          value={goal.kind}
          onChange={(event) => change({ kind: event.target.value as Goal['kind'] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words[kind]}
            </option>
          ))}
        </select>
      </span>
      <span>
        <label htmlFor={`${id}-within`}>all else as in</label>
        <select id={`${id}-within`} value={within.id} onChange={(event) => change({ within: event.target.value })}>
          {columns.map(({ id: column, letter, title }) => (
            <option key={column} value={column}>
              {`${letter} ${title}`.trim()}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** What a link can carry: up to six digits, and two decimals. */
function readLimit(text: string): TypedNumber {
  const number = typedNumber(text);
  if ('hint' in number) return number;
  const fits = number.value >= 0 && number.value < 1e6 && Number(number.value.toFixed(2)) === number.value;
  return fits ? number : { hint: 'Type a number such as 5, with at most two decimals.' };
}

/** What is half typed is nobody's target yet. */
function Limit({
  id,
  goal,
  change,
}: {
  readonly id: string;
  readonly goal: Goal;
  readonly change: (limit: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? { value: goal.limit } : readLimit(typed);
  const isSound = 'value' in read;
  const isOther = isSound && read.value !== goal.limit;
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={typed === undefined || isOther ? goal.limit : typed}
        aria-invalid={!isSound}
        aria-describedby={isSound ? undefined : `${id}-wrong`}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const now = readLimit(value);
          if ('value' in now) change(now.value);
        }}
        onBlur={() => setTyped(undefined)}
      />
      {!isSound && (
        <small id={`${id}-wrong`} role="alert">
          {read.hint}
        </small>
      )}
    </>
  );
}
