// Everything that can be changed, each in a box to type in: the numbers of the sliders, conditions, and the day shown.
import { useStore } from 'zustand';
import type { Control, Model } from '../../../engine/index.ts';
import { Conditions } from '../../parts/sliders/conditions.tsx';
import { NumberBox } from '../../parts/sliders/number-box.tsx';
import { playhead } from '../../state/playhead.ts';
import { results } from '../../state/results.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { valueInDocument, valueUnderOption } from '../../model/values.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { sayValue } from '../../words/numbers/setting.ts';

export function Inputs({ model }: { readonly model: Model }) {
  const present = useStore(settings, (s) => s.present);
  const canRedo = useStore(settings, (s) => s.future.length > 0);
  const { today, option } = useStore(results, (s) => s.readings);
  const controls = model.controls ?? [];
  const rowOf = (control: Control) => {
    const { path, least, most } = control;
    const facts = today?.facts[path] ?? option?.facts[path];
    const label = control.label ?? facts?.title ?? path;
    const value = present.set[path] ?? option?.values[path] ?? valueUnderOption(model, present.option, path);
    const before = today?.values[path] ?? valueInDocument(model, path);
    const isMoved = present.set[path] !== undefined;
    return (
      <tr key={path} data-path={path}>
        <th scope="row">
          {label}
          {isMoved && <b> · changed</b>}
        </th>
        <td>{facts?.unit === 'share' ? '%' : (facts?.unit ?? '–')}</td>
        <td className="data-number">{sayValue(before, control, facts)}</td>
        <td>
          <NumberBox
            label={label}
            {...{ control, facts, value }}
            onEnter={(to) => {
              settings.move(path, to, Math.floor(playhead.getState().day * 1000) / 1000);
              settings.settle();
            }}
          />
        </td>
        <td className="data-range">
          {sayValue(least, control, facts)} to {sayValue(most, control, facts)}
        </td>
        <td>{model.evidence?.[path]?.status ?? '–'}</td>
      </tr>
    );
  };
  return (
    <section aria-label="Inputs">
      <h3>Inputs: type a number and press Enter</h3>
      <Conditions model={model} />
      {controls.length === 0 ? (
        <p>This model names no number to change here.</p>
      ) : (
        <div className="data-scroll">
          <table>
            <caption>
              <span>The simulation runs again by itself after each change</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">Unit</th>
                <th scope="col" className="data-number">
                  Today
                </th>
                <th scope="col">Now</th>
                <th scope="col">Usual range</th>
                <th scope="col">Evidence</th>
              </tr>
            </thead>
            <tbody>{controls.map(rowOf)}</tbody>
          </table>
        </div>
      )}
      {present.changes.length > 0 && (
        <ul className="dots">
          {present.changes.map((change) => (
            <li key={`${change.path} ${change.atDay}`}>
              From {sayDate(model.calendar.startDate, change.atDay)},{' '}
              {controls.find(({ path }) => path === change.path)?.label ?? change.path}: {change.value}{' '}
              <button type="button" onClick={() => settings.forget(change)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="data-save">
        <button type="button" onClick={settings.redo} disabled={!canRedo}>
          Redo
        </button>
        <button type="button" onClick={settings.reset} disabled={!hasEdits(present)}>
          Back to the option as the document has it
        </button>
      </div>
    </section>
  );
}
