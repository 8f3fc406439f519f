// Which option of the document is on the screen, and whether somebody has moved a slider over it.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../engine/index.ts';
import { hasEdits, settings } from '../stores/settings.ts';
import { optionOf, optionsOf } from '../values.ts';
import { sayChanges } from '../words/option-changes.ts';

export function OptionsMenu({ model }: { readonly model: Model }) {
  const id = useId();
  const chosen = useStore(settings, (s) => s.present.option);
  const isEdited = useStore(settings, (s) => hasEdits(s.present));
  const option = optionOf(model, chosen);
  const changes = sayChanges(model, option);
  return (
    <div className="options-menu">
      <label htmlFor={id}>Option</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => settings.choose(event.target.value)}
        aria-describedby={`${id}-about`}
      >
        {optionsOf(model).map(({ id: one, title }) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
      <p id={`${id}-about`} className="about">
        {isEdited ? <b>Edited by you. </b> : null}
        {option.about}
      </p>
      {changes.length > 0 && (
        <details className="what-changes">
          <summary>What it changes</summary>
          <ul>
            {changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
