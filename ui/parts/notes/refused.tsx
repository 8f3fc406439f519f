// Settings that cannot run, or that need more than this computer could finish or hold: why, and what to do. Fetched when it happens.
import { useStore } from 'zustand';
import { sayProblem } from '../../../engine/index.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { sayRuns } from '../../words/numbers/runs.ts';
import { Problem } from './problem-note.tsx';

export function Refused() {
  const problems = useStore(results, (s) => s.problems);
  const hasNumbers = useStore(results, (s) => s.shown !== undefined);
  const canUndo = useStore(settings, (s) => s.past.length > 0);
  const { present, model } = useStore(settings);
  const usual = model?.experiment.replications ?? present.replications;
  const isTooLarge = problems.some(({ path }) => path === 'the request');
  const what = isTooLarge ? 'This is too much to simulate here.' : 'These settings cannot be run.';
  const rest = hasNumbers ? 'The numbers shown are for the previous settings.' : 'Nothing was run.';
  return (
    <Problem title={`${what} ${rest}`} lines={problems.map(sayProblem)}>
      {isTooLarge && present.replications > usual && (
        <>
          <button type="button" onClick={() => settings.become({ ...present, replications: usual })}>
            Run {sayRuns(usual, model!.calendar.runDays)} instead
          </button>{' '}
        </>
      )}
      {canUndo && (
        <button type="button" onClick={settings.undo}>
          Undo
        </button>
      )}
    </Problem>
  );
}
