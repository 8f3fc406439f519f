// Which option is on the screen, the document's or one edited here, and what the document says about it.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { LazyView } from '../../ground/lazy-view.tsx';
import { hasEdits } from '../../model/asked.ts';
import { ownOptions } from '../../model/own-options.ts';
import { settings } from '../../state/settings.ts';
import { optionOf, TODAY } from '../../model/values.ts';
import { OptionList } from './option-list.tsx';

const loadMore = () => import('../sliders/what-it-changes.tsx').then(({ WhatItChanges }) => WhatItChanges);

export function OptionsMenu({ model }: { readonly model: Model }) {
  const id = useId();
  const chosen = useStore(settings, (s) => s.present.option);
  const isEdited = useStore(settings, (s) => hasEdits(s.present));
  const { about } = optionOf(model, chosen);
  const isChanged = useStore(settings, (s) => s.past.length > 0);
  return (
    <div className="options-menu">
      <label htmlFor={id}>Option</label>
      <OptionList model={model} id={id} aria-describedby={`${id}-about`} />
      {/* What the document says of an option is no longer true of one that was edited. */}
      {isEdited ? (
        <p id={`${id}-about`} className="about">
          <b>Edited by you.</b>
        </p>
      ) : (
        about !== undefined && (
          <details className="option-about">
            <summary>About it</summary>
            <p id={`${id}-about`} className="about">
              {about}
            </p>
          </details>
        )
      )}
      {(isEdited || isChanged || chosen !== TODAY || ownOptions(model).length > 0) && <LazyView load={loadMore} />}
    </div>
  );
}
