// How long people stay: the shape of the distribution, and the numbers that it needs.
import { useId } from 'react';
import { useStore } from 'zustand';
import { valueAt } from '../../model/values.ts';
import { writeShape } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { shapeCalled } from '../../words/draft.ts';
import { Lacking } from './lacking.tsx';
import { NumberRow } from './number-row.tsx';
import { NumbersBelow } from './numbers-below.tsx';
import type { Drawing } from './use-drawing.ts';

interface StayProps {
  readonly drawing: Drawing;
  readonly path: string;
}

/** Of several of which one is given, the one that is there, else the first. */
export function Stay({ drawing, path }: StayProps) {
  const id = useId();
  const palette = useStore(drawn, (s) => s.palette);
  const { draft, facts } = drawing;
  const stay = valueAt(draft, path) as Readonly<Record<string, unknown>> | undefined;
  const name = typeof stay?.shape === 'string' ? stay.shape : undefined;
  const shape = palette?.shapes.find((one) => one.shape === name);
  // A table by who somebody is, or a shape of many numbers: each number is there to be changed.
  const isOther =
    stay !== undefined && (!shape || Object.keys(stay).some((key) => key.endsWith('Hours') || key === 'hours'));
  if (isOther)
    return (
      <fieldset data-path={path}>
        <legend>Length of stay</legend>
        <Lacking drawing={drawing} path={path} />
        <NumbersBelow drawing={drawing} path={path} />
      </fieldset>
    );
  const wanted = (shape?.numbers ?? []).filter(({ key, oneOf, isOptional }) => {
    if (isOptional) return stay?.[key] !== undefined;
    if (oneOf === undefined) return true;
    const group = shape!.numbers.filter((one) => one.oneOf === oneOf);
    return key === (group.find((one) => stay?.[one.key] !== undefined) ?? group[0]).key;
  });
  return (
    <fieldset data-path={path}>
      <legend>Length of stay</legend>
      <Lacking drawing={drawing} path={path} />
      <p className="build-field">
        <label htmlFor={id}>Shape</label>
        <select
          id={id}
          value={name ?? ''}
          onChange={({ target }) => {
            const next = palette?.shapes.find((one) => one.shape === target.value);
            if (!next) return;
            const keys = next.numbers.map(({ key }) => key);
            drawn.edit(writeShape(draft, path, next.shape, keys), `The stay is ${next.label.toLowerCase()}.`);
          }}
        >
          {name === undefined && <option value="">choose</option>}
          {palette?.shapes.map((one) => (
            <option key={one.shape} value={one.shape}>
              {shapeCalled(one.shape, one.label)}
            </option>
          ))}
        </select>
      </p>
      {shape && <p className="small">{shape.meaning}</p>}
      {wanted.map(({ key, label }) => {
        const here = `${path}.${key}`;
        const isTime = /Days$|^days$/.test(key);
        const known = facts.get(here) ?? { title: label, unit: isTime ? 'days' : '', dated: true };
        const said = label === '' ? 'Days' : label.charAt(0).toUpperCase() + label.slice(1);
        return <NumberRow key={key} drawing={drawing} path={here} label={said} facts={known} />;
      })}
    </fieldset>
  );
}
