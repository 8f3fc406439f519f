// A service in the side panel: its name, places, stay, the routes from it, prices, and every other number that it has or may have.
import { useState } from 'react';
import type { NumberFacts } from '../../../engine/index.ts';
import { rename, writeAt } from '../../model/draft/write.ts';
import { addNeed } from '../../model/draft/add.ts';
import { drawn } from '../../state/draft.ts';
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { NumberRow } from './number-row.tsx';
import { MoreNumbers } from './more-numbers.tsx';
import { RoutesFrom } from './routes-from.tsx';
import { Stay } from './stay.tsx';
import { TextField } from './text-field.tsx';
import type { Drawing } from './use-drawing.ts';

interface StationFormProps {
  readonly drawing: Drawing;
  readonly id: string;
}

export function StationForm({ drawing, id }: StationFormProps) {
  const { draft, facts } = drawing;
  const station = draft.stations[id];
  const path = `stations.${id}`;
  const [isMore, setMore] = useState(false);
  const kind = drawn.getState().palette?.kinds.find((one) => one.kind === station.kind);
  const placesKey = kind?.placesKey ?? null;
  const [, many = 'places'] = kind?.placeWord ?? [];
  const places: NumberFacts = { title: many, unit: 'places', dated: true };
  const isShownAlready = (one: string) =>
    one === `${path}.${placesKey}` ||
    one.startsWith(`${path}.stay.`) ||
    (one.startsWith(`${path}.next.`) && one.endsWith('.share'));
  const isOwn = (one: string) => one.startsWith(`${path}.`) || one.startsWith(`initial.${id}.`);
  const others = [...facts].filter(([one]) => isOwn(one) && !isShownAlready(one));
  return (
    <>
      <TextField
        label="Name"
        value={station.label}
        onEnter={(label) => drawn.edit(rename(draft, path, label.slice(0, 200)), `Called “${label}”.`)}
      />
      {placesKey !== null && (
        <NumberRow
          drawing={drawing}
          path={`${path}.${placesKey}`}
          label={many.charAt(0).toUpperCase() + many.slice(1)}
          facts={places}
          mayBeUnlimited
        />
      )}
      {station.kind !== 'exit' && (
        <>
          <Stay drawing={drawing} path={`${path}.stay`} />
          <RoutesFrom drawing={drawing} owner={path} />
          <div className="actions">
            <button
              type="button"
              onClick={() => {
                const { draft: next, added } = addNeed(draft, id);
                drawn.edit(next, `Added: people who need “${station.label}”.`, added);
              }}
            >
              Add people who need this
            </button>
          </div>
        </>
      )}
      <TextField
        label="What it is"
        value={station.about ?? ''}
        onEnter={(about) => drawn.edit(writeAt(draft, `${path}.about`, about.slice(0, 1000) || undefined), 'Kept.')}
      />
      {others.map(([one, known]) => (
        <NumberRow
          key={one}
          drawing={drawing}
          path={one}
          label={nameOfNumber(draft, one, known.title).what}
          facts={known}
          mayBeTakenAway={one.split('.').length === 3 || one.startsWith(`${path}.costs.`)}
        />
      ))}
      {kind && station.kind !== 'exit' && (
        <details open={isMore} onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
          <summary>Add a price or another number</summary>
          <MoreNumbers drawing={drawing} id={id} allows={kind.allows} />
        </details>
      )}
    </>
  );
}
