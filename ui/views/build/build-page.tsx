// The view in which a model is drawn: the kinds of service to add, the drawing, what is selected, what is missing, and the same as a table.
import { useEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import { ReactFlowProvider } from '@xyflow/react';
import { addStream } from '../../model/draft/add.ts';
import type { Draft } from '../../model/draft/draft.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { drawFromNothing, startDrawing } from '../../session/draw.ts';
import { drawn } from '../../state/draft.ts';
import { kindCalled, labelOf, NEW_STREAM, saySelected } from '../../words/draft.ts';
import { addKind, KIND } from './add-kind.ts';
import { Canvas } from './canvas.tsx';
import { useFocusKept } from './focus-kept.ts';
import { Panel } from './panel.tsx';
import { PartsTable } from './parts-table.tsx';
import { Standing } from './standing.tsx';
import { countMissing, useDrawing, type Drawing } from './use-drawing.ts';
import './build.css';

/** What says what was done. */
const SAID = 'build-said';
const whatWasSaid = () => document.getElementById(SAID);

export function BuildPage() {
  const root = useRef<HTMLDivElement>(null);
  const heading = useHeadingFocus();
  const drawing = useDrawing();
  const panel = useRef<HTMLDivElement>(null);
  const kinds = useRef<HTMLFieldSetElement>(null);
  const { selected, said, past, future, judgedDraft } = useStore(drawn);
  const isToBeNamed = useRef(false);
  useEffect(startDrawing, []);
  // Whoever added it goes on by typing its name.
  useEffect(() => {
    if (isToBeNamed.current) panel.current?.querySelector('input')?.select();
    isToBeNamed.current = false;
  }, [selected]);
  useKeys(panel, kinds);
  useFocusKept(root, whatWasSaid);
  const onMend = (path: string) => goTo(panel.current!, path);
  const missing = countMissing(drawing?.problems ?? []);
  return (
    <div ref={root} className="build" data-status={drawing && judgedDraft === drawing.draft ? 'done' : 'checking'}>
      <div className="build-head">
        <h1 ref={heading} tabIndex={-1}>
          Build
        </h1>
        <div className="actions">
          <button type="button" disabled={past.length === 0} onClick={drawn.undo}>
            Undo
          </button>
          <button type="button" disabled={future.length === 0} onClick={drawn.redo}>
            Redo
          </button>
          {drawing && !isBlank(drawing.draft) && (
            <button
              type="button"
              onClick={() => {
                drawFromNothing();
                heading.current?.focus();
              }}
            >
              Start with nothing
            </button>
          )}
          <output id={SAID} tabIndex={-1}>
            {said}
          </output>
        </div>
      </div>
      {drawing ? (
        <>
          <Standing drawing={drawing} onMend={onMend} />
          <Kinds
            ref={kinds}
            drawing={drawing}
            onAdd={({ detail }) => void (isToBeNamed.current = detail === 0 || hasKeys())}
          />
          <p className="build-below">
            <button type="button" className="quiet" onClick={() => bringToTop(panel.current!)}>
              Go to {selected === undefined ? 'the model' : `“${saySelected(drawing.draft, selected)}”`}, below the
              drawing
            </button>
          </p>
          <div className="build-board">
            <div className="build-canvas" tabIndex={-1}>
              <ReactFlowProvider key={drawing.draft.id}>
                <Canvas draft={drawing.draft} selected={selected} missing={missing} />
              </ReactFlowProvider>
            </div>
            <div ref={panel} className="build-side" tabIndex={-1}>
              <Panel drawing={drawing} selected={selected} onMend={onMend} />
              <p className="small build-escape">Escape leads back to what can be added.</p>
            </div>
          </div>
          <details className="build-list" tabIndex={-1} open>
            <summary>The same as a table</summary>
            <PartsTable drawing={drawing} selected={selected} missing={missing} onOpen={() => panel.current?.focus()} />
          </details>
        </>
      ) : (
        <p>Reading the model…</p>
      )}
    </div>
  );
}

/** A keyboard of glass would lie over the drawing. */
const hasKeys = (): boolean => matchMedia('(pointer: fine)').matches;

const isBlank = ({ stations, streams, needs }: Draft): boolean =>
  Object.keys({ ...stations, ...streams, ...needs }).length === 0;

function bringToTop(panel: HTMLElement): void {
  panel.focus({ preventScroll: true });
  panel.scrollIntoView();
}

/** To where what is at a path can be typed or chosen, or to the nearest thing that holds it. */
function goTo(panel: HTMLElement, path: string): void {
  const all = [...panel.querySelectorAll<HTMLElement>('[data-path]')];
  const pathOf = ({ dataset }: HTMLElement) => dataset.path!;
  const place =
    all.find((one) => pathOf(one) === path) ??
    all.find((one) => pathOf(one).startsWith(`${path}.`)) ??
    all.find((one) => path.startsWith(`${pathOf(one)}.`));
  (place?.querySelector<HTMLElement>('input') ?? place?.querySelector<HTMLElement>('select') ?? panel).focus();
}

/** A text that differs from what is kept. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement &&
  !/^(checkbox|radio|range)$/.test(target.type) &&
  target.dataset.atRest !== 'true';

/** Escape, and as everywhere on the page Ctrl with Z, and with Shift as well or Y. A text that is being typed has its own. */
function useKeys(panel: RefObject<HTMLElement | null>, kinds: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      if (isRedo) drawn.redo();
      else drawn.undo();
    };
    // The way back past everything in the panel. Heard before a field hears it: a text that is being typed is only put back.
    const escape = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && !isTyping(target) && panel.current?.contains(target as Node))
        kinds.current?.querySelector('button')?.focus();
    };
    addEventListener('keydown', press);
    addEventListener('keydown', escape, true);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keydown', escape, true);
    };
  }, [panel, kinds]);
}

interface KindsProps {
  readonly ref: React.Ref<HTMLFieldSetElement>;
  readonly drawing: Drawing;
  readonly onAdd: (event: React.MouseEvent) => void;
}

function Kinds({ ref, drawing: { draft }, onAdd }: KindsProps) {
  const palette = useStore(drawn, (s) => s.palette);
  return (
    <fieldset ref={ref} className="actions">
      <legend>Add to the drawing</legend>
      <button
        type="button"
        title="People who come from outside, so many a day."
        onClick={(event) => {
          onAdd(event);
          const { draft: next, added } = addStream(draft, NEW_STREAM);
          drawn.edit(next, `Added: ${labelOf(next, added!)}.`, added);
        }}
      >
        {NEW_STREAM}
      </button>
      {palette?.kinds.map(({ kind }) => (
        <button
          key={kind}
          type="button"
          title="Press it, or drag it to its place."
          draggable
          onDragStart={({ dataTransfer }) => dataTransfer.setData(KIND, kind)}
          onClick={(event) => {
            onAdd(event);
            addKind(draft, kind);
          }}
        >
          {kindCalled(kind)}
        </button>
      ))}
    </fieldset>
  );
}
