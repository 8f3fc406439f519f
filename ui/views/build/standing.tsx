// Whether the drawing runs, or what is missing and the way to where it is typed; what ran before goes on running.
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Problem } from '../../../engine/index.ts';
import { drawWhatRuns } from '../../session/draw.ts';
import { drawn } from '../../state/draft.ts';
import { settings } from '../../state/settings.ts';
import { labelOf, ownerOfProblem, sayMissing } from '../../words/draft.ts';
import { isError, type Drawing } from './use-drawing.ts';

interface StandingProps {
  readonly drawing: Drawing;
  /** What lacks it is selected: to its place in the side panel. */
  readonly onMend: (path: string) => void;
}

export function Standing({ drawing, onMend }: StandingProps) {
  const { draft, problems } = drawing;
  const isSound = useStore(drawn, (s) => s.sound === s.draft);
  const isJudged = useStore(drawn, (s) => s.judgedDraft === s.draft);
  const running = useStore(settings, (s) => s.model);
  const wrong = problems.filter(isError);
  const [first, ...others] = wrong;
  const state = isSound ? 'sound' : isJudged ? 'missing' : 'checking';
  if (isSound)
    return (
      <div className="build-standing" data-state={state}>
        <p>
          <output>“{draft.title}” is complete and runs.</output> <a href="#/explore">See it in Explore</a>
        </p>
        <p>Each change is checked, and what is complete runs in every view at once.</p>
      </div>
    );
  const mend = (problem: Problem) => (
    <Mend key={problem.path + problem.found} draft={draft} problem={problem} onMend={onMend} />
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
      <div className="build-next">
        {first && <p>Next: {mend(first)}</p>}
        {others.length > 0 && (
          <details>
            <summary>Then {others.length} more</summary>
            <ul className="build-problems">
              {others.map((problem) => (
                <li key={problem.path + problem.found}>{mend(problem)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

interface MendProps {
  readonly draft: Drawing['draft'];
  readonly problem: Problem;
  readonly onMend: (path: string) => void;
}

function Mend({ draft, problem, onMend }: MendProps) {
  const owner = ownerOfProblem(problem);
  return (
    <>
      {owner !== undefined && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            flushSync(() => drawn.select(owner));
            onMend(problem.path);
          }}
        >
          {labelOf(draft, owner)}
        </button>
      )}{' '}
      {sayMissing(draft, problem)}
    </>
  );
}
