// What the option on the screen changes, a line each; of an edited one also what it began as, which option it equals, and the way back to one that was left.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { editedOption, sameOption } from '../../shown/edited-option.ts';
import { results } from '../../state/results.ts';
import { hasEdits, type Settings } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { optionOf } from '../../model/values.ts';
import { followOptions } from '../../study/option-findings.ts';
import { sayChanges } from '../../words/option-changes.ts';
import { KeepOption } from '../options/keep-option.tsx';
import { OptionShelf } from '../options/option-shelf.tsx';
import { useLeftVersions } from '../menus/option-list.tsx';
import { knowSame, whatOf } from '../../state/what-is-shown.ts';

export function WhatItChanges() {
  const model = useStore(settings, (s) => s.model);
  const present = useStore(settings, (s) => s.present);
  const readings = useStore(results, (s) => s.readings);
  const left = useJustLeft();
  useEffect(() => knowSame(sameOption), []);
  useEffect(followOptions, []);
  if (!model) return null;
  const option = optionOf(model, present.option);
  const isEdited = hasEdits(present);
  const same = isEdited ? sameOption(model, present) : undefined;
  const changes = sayChanges(model, isEdited ? editedOption(model, present) : option);
  return (
    <>
      {isEdited && (
        <p className="about">
          It began as “{option.title}”{same && ` and is now the same as “${same.title}”`}.
        </p>
      )}
      {left && sameOption(model, left) !== option && (
        <output className="about">
          Your changes are kept:{' '}
          <button type="button" className="quiet" onClick={() => settings.takeUp(left)}>
            go back to “{whatOf(model, left, readings)}”
          </button>
        </output>
      )}
      {isEdited && !same && <KeepOption model={model} />}
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
      <OptionShelf model={model} />
    </>
  );
}

/** The edited version over which another option has just been chosen. */
function useJustLeft(): Settings | undefined {
  const isEdited = useStore(settings, (s) => hasEdits(s.present));
  const before = useStore(settings, (s) => s.past.at(-1));
  const [last] = useLeftVersions();
  return last === before && !isEdited ? last : undefined;
}
