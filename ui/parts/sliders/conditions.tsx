// Conditions that may be laid over every option at once, today included: a bad winter happens to all of them.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { settings } from '../../state/settings.ts';

export function Conditions({ model }: { readonly model: Model }) {
  const id = useId();
  const chosen = useStore(settings, (s) => s.present.conditions);
  const conditions = model.conditions ?? [];
  if (conditions.length === 0) return null;
  /** What is switched on is explained. */
  const isTold = (condition: string, about: string | undefined) => about && chosen.includes(condition);
  return (
    <fieldset className="conditions">
      <legend>Conditions</legend>
      {conditions.map(({ id: condition, title, about }) => (
        <div key={condition}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(condition)}
              aria-describedby={isTold(condition, about) ? `${id}-${condition}` : undefined}
              onChange={(event) => settings.lay(condition, event.target.checked)}
            />
            {title}
          </label>
          {isTold(condition, about) && (
            <p id={`${id}-${condition}`} className="about">
              {about}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
