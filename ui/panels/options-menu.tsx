// Which option is on the screen, the document's or one edited here, and all that it changes.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../engine/index.ts';
import { editedOption, sameOption } from '../edited-option.ts';
import { hasEdits, settings } from '../stores/settings.ts';
import { optionOf } from '../values.ts';
import { sayChanges } from '../words/option-changes.ts';
import { OptionList, WayBack } from './option-list.tsx';

export function OptionsMenu({ model }: { readonly model: Model }) {
  const id = useId();
  const present = useStore(settings, (s) => s.present);
  const option = optionOf(model, present.option);
  const isEdited = hasEdits(present);
  // What the document says of an option is no longer true of one that was edited.
  const same = isEdited ? sameOption(model, present) : undefined;
  const changes = sayChanges(model, isEdited ? editedOption(model, present) : option);
  return (
    <div className="options-menu">
      <label htmlFor={id}>Option</label>
      <OptionList model={model} id={id} aria-describedby={`${id}-about`} />
      <p id={`${id}-about`} className="about">
        {isEdited ? (
          <>
            <b>Edited by you.</b> It began as “{option.title}”{same && ` and is now the same as “${same.title}”`}.
          </>
        ) : (
          option.about
        )}
      </p>
      <WayBack model={model} />
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
