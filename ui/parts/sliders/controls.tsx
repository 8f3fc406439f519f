// The left-hand column: the option being edited and its sliders in groups, with undo, redo and reset.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Control, Model } from '../../../engine/index.ts';
import { results } from '../../state/results.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { valueInDocument, valueUnderOption } from '../../model/values.ts';
import { Conditions } from './conditions.tsx';
import { OptionsMenu } from '../menus/options-menu.tsx';
import { SliderRow } from './slider-row.tsx';
import './sliders.css';

export function Controls({ model, isFirstVisit }: { readonly model: Model; readonly isFirstVisit: boolean }) {
  const present = useStore(settings, (s) => s.present);
  const canUndo = useStore(settings, (s) => s.past.length > 0);
  const canRedo = useStore(settings, (s) => s.future.length > 0);
  const today = useStore(results, (s) => s.readings.today);
  const option = useStore(results, (s) => s.readings.option);
  useUndoKeys();

  const row = (control: Control) => {
    const { path } = control;
    // What was moved is known at once; what follows from it (another share) a moment later, from the worker.
    const value = present.set[path] ?? option?.values[path] ?? valueUnderOption(model, present.option, path);
    const facts = today?.facts[path] ?? option?.facts[path];
    return (
      <SliderRow
        key={path}
        {...{ model, control, value, facts }}
        today={today?.values[path] ?? valueInDocument(model, path)}
      />
    );
  };
  const [first, ...others] = foldedGroupsOf(model.controls ?? []);

  return (
    <section className={isFirstVisit ? 'controls first-visit' : 'controls'} aria-label="Settings">
      <OptionsMenu model={model} />
      <div className="history">
        <button type="button" onClick={settings.undo} disabled={!canUndo}>
          Undo
        </button>
        <button type="button" onClick={settings.redo} disabled={!canRedo}>
          Redo
        </button>
        <button type="button" onClick={settings.reset} disabled={!hasEdits(present)}>
          Reset
        </button>
      </div>
      <Conditions model={model} />
      {first && (
        <fieldset>
          <legend>{first.title}</legend>
          {first.controls.map(row)}
        </fieldset>
      )}
      {others.map(({ title, controls }) => (
        <details key={title}>
          <summary>
            {title}
            {controls.some(({ path }) => present.set[path] !== undefined) && (
              <span className="mark-moved"> · moved</span>
            )}
          </summary>
          {controls.map(row)}
        </details>
      ))}
    </section>
  );
}

/** So many of the first group are in sight at once; of more, the rest are under a heading of their own. */
const [MOST_AT_ONCE, FEW_AT_ONCE] = [4, 3];

function foldedGroupsOf(controls: readonly Control[]): ReturnType<typeof groupsOf> {
  const [first, ...others] = groupsOf(controls);
  if (!first || first.controls.length <= MOST_AT_ONCE) return [first, ...others].filter((group) => group !== undefined);
  const [seen, folded] = [first.controls.slice(0, FEW_AT_ONCE), first.controls.slice(FEW_AT_ONCE)];
  return [{ ...first, controls: seen }, { title: `More ${first.title.toLowerCase()}`, controls: folded }, ...others];
}

/** In the document's order; a slider without a group joins the first. */
function groupsOf(controls: readonly Control[]): { title: string; controls: Control[] }[] {
  const groups: { title: string; controls: Control[] }[] = [];
  for (const control of controls) {
    const title = control.group ?? groups[0]?.title ?? 'Settings';
    const group = groups.find((g) => g.title === title);
    if (group) group.controls.push(control);
    else groups.push({ title, controls: [control] });
  }
  return groups;
}

/** A box with half-typed text keeps the browser's own undo. */
function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isZ = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (!isZ || isTyping) return;
      event.preventDefault();
      if (event.shiftKey) settings.redo();
      else settings.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
