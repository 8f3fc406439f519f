// The two measures of a map: how many people are placed close to home, and how far people go; today's beside them.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { find, sayRow } from '../../shown/line.ts';
import { closenessLines } from '../../shown/report-lines.ts';
import { results } from '../../state/results.ts';

export function Closeness({ model }: { readonly model: Model }) {
  const shown = useStore(results, (state) => state.shown);
  if (!shown) return null;
  return (
    <dl className="on-ground-measures">
      {closenessLines(model).map((line) => {
        const { option, today } = find(shown, line);
        return (
          <div key={line.measure}>
            <dt>{line.label}:</dt>
            <dd>
              <b>{sayRow(option, line.quantity)}</b>
              {today && ` (today ${sayRow(today, line.quantity)})`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
