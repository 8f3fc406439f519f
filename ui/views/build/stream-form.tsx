// People who come, in the side panel: how many a day, where they start, and what share of them has each need.
import { isIn } from '../../model/values.ts';
import { rename } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { NumberRow } from './number-row.tsx';
import { RoutesFrom } from './routes-from.tsx';
import { TextField } from './text-field.tsx';
import type { Drawing } from './use-drawing.ts';

interface StreamFormProps {
  readonly drawing: Drawing;
  readonly id: string;
}

const RATE = { title: 'People who arrive', unit: 'a day', dated: true };
const SHARE = { title: 'Share with this need', unit: 'share', dated: true };
/** Other ways to say how many come. */
const OTHER_WAYS = ['meansPerDay', 'everyDays', 'counts', 'atDays', 'alwaysWaiting'];
/** Lists of days are changed in a workbook. */
const MOST_ROWS = 30;

export function StreamForm({ drawing, id }: StreamFormProps) {
  const { draft, facts } = drawing;
  const stream = draft.streams[id];
  const path = `streams.${id}`;
  const needs = Object.keys(draft.needs);
  const isRate = !OTHER_WAYS.some((key) => isIn(stream, key));
  const isTable = stream.shares !== undefined && isIn(stream.shares, 'by');
  const shares = isTable || (needs.length < 2 && stream.shares === undefined) ? [] : needs;
  const shown = [`${path}.arrivalsPerDay`, ...shares.map((need) => `${path}.shares.${need}`)];
  const others = [...facts].filter(([one]) => one.startsWith(`${path}.`) && !shown.includes(one));
  return (
    <>
      <TextField
        label="Name"
        value={stream.label}
        onEnter={(label) => drawn.edit(rename(draft, path, label.slice(0, 200)), `Called “${label}”.`)}
      />
      {isRate && <NumberRow drawing={drawing} path={`${path}.arrivalsPerDay`} label="People who come" facts={RATE} />}
      <RoutesFrom drawing={drawing} owner={path} />
      {shares.length > 0 && (
        <fieldset>
          <legend>What they need</legend>
          {shares.map((need) => (
            <NumberRow
              key={need}
              drawing={drawing}
              path={`${path}.shares.${need}`}
              label={draft.needs[need].label}
              facts={SHARE}
            />
          ))}
        </fieldset>
      )}
      {others.slice(0, MOST_ROWS).map(([one, known]) => (
        <NumberRow
          key={one}
          drawing={drawing}
          path={one}
          label={nameOfNumber(draft, one, known.title).what}
          facts={known}
        />
      ))}
      {others.length > MOST_ROWS && (
        <p className="small">
          And {others.length - MOST_ROWS} more numbers: change them in the workbook of this model.
        </p>
      )}
    </>
  );
}
