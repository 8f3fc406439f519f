// The view in which a model is drawn: the kinds of service to add, the drawing, what is selected, what is missing, and the same as a table.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { ReactFlowProvider } from '@xyflow/react';
import { addStream } from '../../model/draft/add.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { drawWhatRuns, startDrawing } from '../../session/draw.ts';
import { drawn } from '../../state/draft.ts';
import { settings } from '../../state/settings.ts';
import { kindCalled, labelOf, NEW_STREAM, ownerOfProblem, sayMissing } from '../../words/draft.ts';
import { addKind, KIND } from './add-kind.ts';
import { Canvas } from './canvas.tsx';
import { SAID } from './cut.ts';
import { Panel } from './panel.tsx';
import { PartsTable } from './parts-table.tsx';
import { countMissing, isError, useDrawing, type Drawing } from './use-drawing.ts';
import './build.css';

export function BuildPage() {
  const heading = useHeadingFocus();
  const drawing = useDrawing();
  const panel = useRef<HTMLDivElement>(null);
  const { selected, said, past, future, judgedDraft } = useStore(drawn);
  const isForKeys = useRef(false);
  useEffect(startDrawing, []);
  // Whoever added it by a key goes on by typing its name.
  useEffect(() => {
    if (isForKeys.current) panel.current?.querySelector('input')?.focus();
    isForKeys.current = false;
  }, [selected]);
  useKeys();
  const missing = countMissing(drawing?.problems ?? []);
  return (
    <div className="build" data-status={drawing && judgedDraft === drawing.draft ? 'done' : 'checking'}>
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
          <output id={SAID} tabIndex={-1}>
            {said}
          </output>
        </div>
      </div>
      {drawing ? (
        <>
          <Standing drawing={drawing} />
          <Kinds drawing={drawing} onAdd={({ detail }) => void (isForKeys.current = detail === 0)} />
          <div className="build-board">
            <div className="build-canvas">
              <ReactFlowProvider key={drawing.draft.id}>
                <Canvas draft={drawing.draft} selected={selected} missing={missing} />
              </ReactFlowProvider>
            </div>
            <div ref={panel} tabIndex={-1}>
              <Panel drawing={drawing} selected={selected} />
            </div>
          </div>
          <details className="build-list" open>
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

/** As everywhere on the page: Ctrl with Z, and with Shift as well or Y. A text that is being typed has its own. */
function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (isTyping || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      if (isRedo) drawn.redo();
      else drawn.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Whether it runs, or what is missing; what ran before goes on running. */
function Standing({ drawing: { draft, problems } }: { readonly drawing: Drawing }) {
  const isSound = useStore(drawn, (s) => s.sound === s.draft);
  const isJudged = useStore(drawn, (s) => s.judgedDraft === s.draft);
  const running = useStore(settings, (s) => s.model);
  const wrong = problems.filter(isError);
  const state = isSound ? 'sound' : isJudged ? 'missing' : 'checking';
  if (isSound)
    return (
      <p className="build-standing" data-state={state}>
        <output>“{draft.title}” is complete and runs.</output> <a href="#/explore">See it in Explore</a>
      </p>
    );
  return (
    <div className="build-standing" data-state={state}>
      <p>
        <output>
          {wrong.length === 0
            ? 'Checking…'
            : `Not complete yet: ${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} missing.`}
        </output>{' '}
        {running && `“${running.title}” goes on running. `}
        {running && (
          <button type="button" className="quiet" onClick={drawWhatRuns}>
            Leave this drawing, and draw what runs
          </button>
        )}
      </p>
      <ul className="build-problems">
        {wrong.slice(0, MOST_SAID).map((problem) => {
          const owner = ownerOfProblem(problem);
          const isHere = owner !== undefined;
          return (
            <li key={problem.path + problem.found}>
              {isHere && (
                <button type="button" className="quiet" onClick={() => drawn.select(owner)}>
                  {labelOf(draft, owner)}
                </button>
              )}{' '}
              {sayMissing(draft, problem)}
            </li>
          );
        })}
      </ul>
      {wrong.length > MOST_SAID && <p className="small">And {wrong.length - MOST_SAID} more.</p>}
    </div>
  );
}
const MOST_SAID = 3;

interface KindsProps {
  readonly drawing: Drawing;
  readonly onAdd: (event: React.MouseEvent) => void;
}

function Kinds({ drawing: { draft }, onAdd }: KindsProps) {
  const palette = useStore(drawn, (s) => s.palette);
  return (
    <fieldset className="actions">
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
