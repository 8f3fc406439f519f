// Conditions, such as a bad winter: from a date, one number is multiplied, in every option in which the condition is switched on.
import { useState } from 'react';
import { typedNumber } from '../../../engine/index.ts';
import { followPaths, withoutAll } from '../../model/draft/follow-paths.ts';
import { idFrom, type Draft } from '../../model/draft/draft.ts';
import { drawn } from '../../state/draft.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { TextField } from './text-field.tsx';
import type { Drawing } from './use-drawing.ts';

type Condition = NonNullable<Draft['conditions']>[number];

export function Conditions({ drawing }: { readonly drawing: Drawing }) {
  const { draft } = drawing;
  const { conditions = [] } = draft;
  const write = (next: readonly Condition[], said: string) => {
    const { conditions: _, ...rest } = draft;
    const written = next.length === 0 ? rest : { ...rest, conditions: [...next] };
    drawn.edit(followPaths(written, draft, withoutAll([])), said);
  };
  return (
    <fieldset>
      <legend>Conditions</legend>
      {conditions.map((one) => (
        <div key={one.id} className="build-route">
          <TextField
            label="Name of the condition"
            value={one.title}
            onEnter={(title) =>
              write(
                conditions.map((other) => (other === one ? { ...one, title: title.slice(0, 200) } : other)),
                `Called “${title}”.`,
              )
            }
          />
          <p className="small">{one.changes.map((change) => sayChange(draft, change)).join('; ')}</p>
          <button
            type="button"
            className="quiet"
            onClick={() =>
              write(
                conditions.filter((other) => other !== one),
                `Removed “${one.title}”.`,
              )
            }
          >
            Remove<span className="hidden"> the condition “{one.title}”</span>
          </button>
        </div>
      ))}
      <AddCondition drawing={drawing} add={(one) => write([...conditions, one], `Added: “${one.title}”.`)} />
    </fieldset>
  );
}

function sayChange(
  draft: Draft,
  { onDate, atDay, untilDate, set = {}, scale = {} }: Condition['changes'][number],
): string {
  const from = onDate ?? `day ${atDay ?? 0}`;
  const what = [
    ...Object.entries(scale).map(([path, times]) => `${sayNumberName(draft, path)} × ${times}`),
    ...Object.entries(set).map(([path, value]) => `${sayNumberName(draft, path)} ${value}`),
  ];
  return `From ${from}${untilDate === undefined ? '' : ` until ${untilDate}`}: ${what.join(', ')}`;
}

interface AddConditionProps {
  readonly drawing: Drawing;
  add(condition: Condition): void;
}

function AddCondition({ drawing: { draft, facts }, add }: AddConditionProps) {
  const [problem, setProblem] = useState('');
  const numbers = [...facts]
    .filter(([, { dated }]) => dated)
    .map(([path, { title }]) => [path, sayNumberName(draft, path, title)] as const);
  if (numbers.length === 0) return <p className="small">A condition changes a number: draw a service first.</p>;
  const keep = (form: FormData): boolean => {
    const text = (name: string) => String(form.get(name)).trim();
    const times = typedNumber(text('times'));
    if (text('title') === '') return (setProblem('Give the condition a name, such as “A bad winter”.'), false);
    if (!('value' in times)) return (setProblem(`Multiply by what? ${times.hint}`), false);
    setProblem('');
    const taken = (draft.conditions ?? []).map(({ id }) => id);
    add({
      id: idFrom(text('title'), 'condition', taken),
      title: text('title').slice(0, 200),
      changes: [
        {
          onDate: text('from'),
          ...(text('until') === '' ? {} : { untilDate: text('until') }),
          scale: { [text('path')]: times.value },
        },
      ],
    });
    return true;
  };
  return (
    <details>
      <summary>Add a condition</summary>
      <form
        className="build-add"
        aria-label="A new condition"
        onSubmit={(event) => {
          event.preventDefault();
          if (keep(new FormData(event.currentTarget))) event.currentTarget.reset();
        }}
      >
        <label>
          Name <input type="text" name="title" autoComplete="off" />
        </label>
        <label>
          Number{' '}
          <select name="path">
            {numbers.map(([path, name]) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Multiplied by <input type="text" name="times" inputMode="decimal" autoComplete="off" />
        </label>
        <label>
          From (YYYY-MM-DD) <input type="text" name="from" autoComplete="off" defaultValue={draft.calendar.startDate} />
        </label>
        <label>
          Until (or leave empty) <input type="text" name="until" autoComplete="off" />
        </label>
        <button type="submit">Add this condition</button>
        {problem !== '' && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </form>
    </details>
  );
}
