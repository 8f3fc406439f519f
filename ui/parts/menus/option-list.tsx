// The list of options to choose from, with what has been edited among them: choosing another option loses nothing.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { results } from '../../state/results.ts';
import { hasEdits } from '../../model/asked.ts';
import { leftVersions, settings } from '../../state/settings.ts';
import { optionsOf } from '../../model/values.ts';
import { whatOf } from '../../state/what-is-shown.ts';

const EDITED = '*';

export function OptionList({
  model,
  ...attributes
}: { readonly model: Model } & { id: string; 'aria-describedby'?: string }) {
  const present = useStore(settings, (s) => s.present);
  const readings = useStore(results, (s) => s.readings);
  const left = useLeftVersions();
  const isEdited = hasEdits(present);
  const versions = isEdited ? [present, ...left] : left;
  const choose = (value: string) => {
    if (!value.startsWith(EDITED)) settings.choose(value);
    else settings.takeUp(versions[Number(value.slice(EDITED.length))]);
  };
  return (
    <select
      {...attributes}
      value={isEdited ? `${EDITED}0` : present.option}
      onChange={(event) => choose(event.target.value)}
    >
      {versions.length > 0 && (
        <optgroup label="Edited by you">
          {versions.map((version, at) => (
            <option key={at} value={`${EDITED}${at}`}>
              {whatOf(model, version, readings)}
            </option>
          ))}
        </optgroup>
      )}
      {optionsOf(model).map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

/** Of what was done in this document, the edited versions that something else was chosen over. */
export function useLeftVersions() {
  const { past, present, future } = useStore(settings);
  return useMemo(() => leftVersions({ past, present, future }), [past, present, future]);
}
