// Every number of the drawing below a path, each in a row to be changed.
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { NumberRow } from './number-row.tsx';
import type { Drawing } from './use-drawing.ts';

export const NumbersBelow = ({ drawing, path }: { readonly drawing: Drawing; readonly path: string }) =>
  [...drawing.facts]
    .filter(([one]) => one.startsWith(`${path}.`))
    .map(([one, known]) => (
      <NumberRow
        key={one}
        drawing={drawing}
        path={one}
        label={nameOfNumber(drawing.draft, one, known.title).what}
        facts={known}
      />
    ));
