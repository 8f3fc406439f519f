// What was edited becomes an option at one press, under a name that says what differs, or another.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { MOST_OWN } from '../../model/own-document.ts';
import { ownOptions } from '../../model/own-options.ts';
import { keepAsOption } from '../../session/own-options.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { whatOf } from '../../state/what-is-shown.ts';

export function KeepOption({ model }: { readonly model: Model }) {
  const id = useId();
  const present = useStore(settings, (s) => s.present);
  const readings = useStore(results, (s) => s.readings);
  const [typed, setTyped] = useState('');
  const usual = whatOf(model, present, readings);
  if (ownOptions(model).length >= MOST_OWN)
    return <p className="about">There are {MOST_OWN} options of yours. Delete one to keep another.</p>;
  return (
    <form
      className="keep-option"
      onSubmit={(event) => {
        event.preventDefault();
        void keepAsOption(typed.trim() || usual);
      }}
    >
      <label htmlFor={id}>Name</label>
      <input
        id={id}
        type="text"
        maxLength={200}
        placeholder={usual}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit">Keep as an option</button>
    </form>
  );
}
