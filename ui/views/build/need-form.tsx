// A need in the side panel: what it is called and means, the service that meets it, and its priority.
import { useId } from 'react';
import { addRoute } from '../../model/draft/add.ts';
import { rename, writeAt } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { labelOf } from '../../words/draft.ts';
import { NumbersBelow } from './numbers-below.tsx';
import { TextField } from './text-field.tsx';
import type { Drawing } from './use-drawing.ts';

interface NeedFormProps {
  readonly drawing: Drawing;
  readonly id: string;
}

export function NeedForm({ drawing, id }: NeedFormProps) {
  const fieldId = useId();
  const { draft } = drawing;
  const need = draft.needs[id];
  const path = `needs.${id}`;
  const { goesTo } = need;
  const services = Object.keys(draft.stations);
  return (
    <>
      <TextField
        label="Name"
        value={need.label}
        onEnter={(label) => drawn.edit(rename(draft, path, label.slice(0, 200)), `Called “${label}”.`)}
      />
      <TextField
        label="What it means here"
        value={need.meaning ?? ''}
        onEnter={(text) => drawn.edit(writeAt(draft, `${path}.meaning`, text.slice(0, 1000) || undefined), 'Kept.')}
      />
      {typeof goesTo === 'string' ? (
        <p className="build-field">
          <label htmlFor={fieldId}>Met by</label>
          <select
            id={fieldId}
            value={goesTo}
            onChange={({ target }) =>
              drawn.edit(
                addRoute(draft, path, target.value).draft,
                `“${need.label}” is met by ${labelOf(draft, `stations.${target.value}`)}.`,
                path,
              )
            }
          >
            {services.map((one) => (
              <option key={one} value={one}>
                {labelOf(draft, `stations.${one}`)}
              </option>
            ))}
          </select>
        </p>
      ) : (
        <p className="small">It is met by several services, or by one that depends on who somebody is.</p>
      )}
      <NumbersBelow drawing={drawing} path={path} />
    </>
  );
}
