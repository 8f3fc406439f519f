// The report's options: what each changes from today, who changed it, and its measures.
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import type { Numbers } from '../../study/use-numbers.ts';
import { hasAnything, hasNumber } from '../../shown/line.ts';
import { OpenLinesTable } from '../../parts/beside/lines-table.tsx';
import type { Told } from '../../parts/beside/model-view.tsx';
import { numberWordsOf } from '../../shown/assumption-lines.ts';
import { isCompared } from '../../shown/numbers.ts';
import { optionOf } from '../../model/values.ts';
import { sayChanges } from '../../words/option-changes.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { WeeksTable } from './weeks-table.tsx';
import { changedLines, measureLines } from '../../shown/report-lines.ts';

export function Options({ told: { model, shown, what }, numbers }: { readonly told: Told; readonly numbers: Numbers }) {
  const isBeside = isCompared(shown);
  const words = numberWordsOf(numbers.lines);
  const byWeek = toldOfShown(useStore(weeks));
  const changed = changedLines(model, shown.settings, numbers.lines);
  const dated = sayChanges(model, { ...optionOf(model, shown.settings.option), set: {} }, words);
  const lines = measureLines(model).filter((line) => hasNumber(shown, line) && hasAnything(shown, line));
  return (
    <section aria-labelledby="report-options">
      <h2 id="report-options">{isBeside ? 'Today and the option' : 'Today'}</h2>
      {changed.length > 0 && (
        <table className="report-table">
          <caption>What changes</caption>
          <ColumnHeads of={['Number', 'Today', what]} />
          <tbody>
            {changed.map(({ path, name, today, now, isYours }) => (
              <tr key={path} data-changed={path}>
                <th scope="row">{name}</th>
                <td>{today}</td>
                <td>
                  {now}
                  {isYours && ' (changed by hand)'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(dated.length > 0 || shown.settings.changes.length > 0) && (
        <ul className="dots">
          {dated.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {sayChanges(
            model,
            { changes: shown.settings.changes.map(({ atDay, path, value }) => ({ atDay, set: { [path]: value } })) },
            words,
          ).map((line) => (
            <li key={line}>{line} (changed by hand)</li>
          ))}
        </ul>
      )}
      {lines.length > 0 ? (
        <OpenLinesTable caption="What the model suggests" of="Measure" lines={lines} shown={shown} name={what} />
      ) : (
        <>
          <p>No average is given here: each would depend on how long the run is.{byWeek && ' By weeks:'}</p>
          {byWeek && <WeeksTable model={model} told={byWeek} />}
        </>
      )}
    </section>
  );
}
