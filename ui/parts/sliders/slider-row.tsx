// One number that may be moved: label, minus, slider, plus, box to type in, and where today stands.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Control, Model, NumberFacts } from '../../../engine/index.ts';
import { playhead } from '../../state/playhead.ts';
import { settings } from '../../state/settings.ts';
import { onStep, type Value } from '../../model/values.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { sayUnit, sayValue } from '../../words/numbers/setting.ts';
import { NumberBox } from './number-box.tsx';

interface Props {
  readonly model: Model;
  readonly control: Control;
  readonly facts: NumberFacts | undefined;
  /** In force from the start under the option being edited. */
  readonly value: Value | undefined;
  readonly today: Value | undefined;
}

export function SliderRow({ model, control, facts, value, today }: Props) {
  const id = useId();
  const { path, least, most, step } = control;
  const label = control.label ?? facts?.title ?? path;
  const isMoved = useStore(settings, (s) => s.present.set[path] !== undefined);
  const moved = useStore(settings, (s) => s.present.moves.findLast((m) => m.path === path));
  const move = (to: number) => settings.move(path, to, dayOnMap());
  const at = value === 'unlimited' ? most : (value ?? least);
  const nudge = (steps: number) => {
    const to = onStep(control, at) + steps * step;
    move(onStep(control, steps > 0 ? Math.min(to, Math.max(most, at)) : Math.max(to, Math.min(least, at))));
    settings.settle();
  };
  const said = sayValue(value, control, facts);
  const isFar = typeof value === 'number' && (value < least || value > most);

  return (
    <div className={isMoved ? 'slider-row moved' : 'slider-row'} data-path={path}>
      <div className="slider-head">
        <label htmlFor={`${id}-range`}>
          {label}
          {sayUnit(facts, label) && <span className="unit">, {sayUnit(facts, label)}</span>}
        </label>
        {/* Where it stands as today does, the mark on the slider says so. */}
        {value !== today && <span className="today-is">today {sayValue(today, control, facts)}</span>}
      </div>
      <div className="slider-line">
        <button
          type="button"
          className="nudge"
          aria-label={`Less: ${label}`}
          onClick={() => nudge(-1)}
          disabled={at <= least}
        >
          −
        </button>
        <div className="track">
          <input
            id={`${id}-range`}
            type="range"
            min={least}
            max={most}
            step={step}
            value={at}
            aria-valuetext={`${said} ${sayUnit(facts) === '%' ? '' : sayUnit(facts)}`}
            onChange={(event) => move(onStep(control, Number(event.target.value)))}
            onPointerUp={settings.settle}
            onKeyUp={settings.settle}
            onBlur={settings.settle}
          />
          {typeof today === 'number' && (
            <span className="tick" style={{ left: placeOf(today, control) }} aria-hidden="true" />
          )}
        </div>
        <button
          type="button"
          className="nudge"
          aria-label={`More: ${label}`}
          onClick={() => nudge(1)}
          disabled={at >= most}
        >
          +
        </button>
        <NumberBox
          label={label}
          control={control}
          facts={facts}
          value={value}
          onEnter={(to) => (move(to), settings.settle())}
        />
      </div>
      {isFar && <p className="slider-note">Beyond the range of this slider: treat the results with care.</p>}
      {isMoved && (facts?.dated ?? false) && (
        <button type="button" className="quiet" onClick={() => settings.keepFrom(path, moved?.atDay ?? dayOnMap())}>
          Make this change on {moved ? sayDate(model.calendar.startDate, moved.atDay) : 'the date on the map'}
        </button>
      )}
      <DatedChanges model={model} control={control} facts={facts} />
    </div>
  );
}

/** To a minute and a half: what is before it on the map stays as it was. */
const dayOnMap = () => Math.floor(playhead.getState().day * 1000) / 1000;

/** Where a value lies along the track; the thumb's own half width is in the style sheet. */
const placeOf = (value: number, { least, most }: Control) =>
  `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${Math.min(1, Math.max(0, (value - least) / (most - least)))})`;

function DatedChanges({ model, control, facts }: Pick<Props, 'model' | 'control' | 'facts'>) {
  const changes = useStore(settings, (s) => s.present.changes);
  const mine = changes.filter(({ path }) => path === control.path);
  if (mine.length === 0) return null;
  return (
    <ul className="dated">
      {mine.map((change) => (
        <li key={change.atDay}>
          From {sayDate(model.calendar.startDate, change.atDay)}: <b>{sayValue(change.value, control, facts)}</b>{' '}
          <button type="button" className="quiet" onClick={() => settings.forget(change)}>
            Remove<span className="hidden"> this change to {control.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
