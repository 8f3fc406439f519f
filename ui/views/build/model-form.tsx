// The model itself in the side panel: its name, its dates, how long a run is, and the conditions that may lie over every option.
import { writeAt } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { Conditions } from './conditions.tsx';
import { NumberRow } from './number-row.tsx';
import { TextField } from './text-field.tsx';
import type { Drawing } from './use-drawing.ts';

const RUN: readonly (readonly [path: string, label: string, unit: string])[] = [
  ['calendar.warmUpDays', 'Warm-up before the start', 'days'],
  ['calendar.runDays', 'Days simulated', 'days'],
];

/** Numbers that the panel has where their service, stream or need is selected. */
const OF_A_PART = /^(stations|streams|needs|initial)\./;

export function ModelForm({ drawing }: { readonly drawing: Drawing }) {
  const { draft } = drawing;
  return (
    <>
      <TextField
        label="Name of the model"
        value={draft.title}
        onEnter={(text) => text !== '' && drawn.edit(writeAt(draft, 'title', text.slice(0, 200)), `Called “${text}”.`)}
      />
      <TextField
        label="What it is"
        value={draft.about}
        onEnter={(text) => drawn.edit({ ...draft, about: text.slice(0, 2000) }, 'Kept.')}
      />
      <TextField
        label="First day (YYYY-MM-DD)"
        value={draft.calendar.startDate}
        onEnter={(text) => drawn.edit(writeAt(draft, 'calendar.startDate', text), `The first day is ${text}.`)}
      />
      {RUN.map(([path, label, unit]) => (
        <NumberRow
          key={path}
          drawing={drawing}
          path={path}
          label={label}
          facts={drawing.facts.get(path) ?? { title: label, unit, dated: false }}
        />
      ))}
      {[...drawing.facts]
        .filter(([path]) => !OF_A_PART.test(path) && !RUN.some(([one]) => one === path))
        .map(([path, facts]) => (
          <NumberRow
            key={path}
            drawing={drawing}
            path={path}
            label={nameOfNumber(draft, path, facts.title).what}
            facts={facts}
          />
        ))}
      <Conditions drawing={drawing} />
    </>
  );
}
