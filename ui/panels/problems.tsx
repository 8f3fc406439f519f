// What went wrong or has changed, in words, with what can be done about it. The page keeps running underneath.
import { useStore } from 'zustand';
import { sayProblem, type Problem as EngineProblem } from '../../engine/index.ts';
import { retry, STOPPED } from '../follow.ts';
import { notices } from '../stores/notices.ts';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';
import { sayRuns } from '../words/runs.ts';

export function Problems() {
  const list = useStore(notices, (s) => s.notices);
  const { status, message, problems } = useStore(results);
  return (
    <div className="problems" role="alert">
      {status === 'failed' && (
        <Problem title={STOPPED} lines={[]}>
          <button type="button" onClick={retry}>
            Retry
          </button>
          <details>
            <summary>Details</summary>
            <code>{message}</code>
          </details>
        </Problem>
      )}
      {status === 'refused' && <Refused problems={problems} />}
      {list.map(({ id, title, lines, action }) => (
        <Problem key={id} title={title} lines={lines} isNews={action !== undefined}>
          {action && (
            <button
              type="button"
              onClick={() => {
                notices.dismiss(id);
                action.act();
              }}
            >
              {action.label}
            </button>
          )}{' '}
          <button type="button" onClick={() => notices.dismiss(id)}>
            Close
          </button>
        </Problem>
      ))}
    </div>
  );
}

/** Settings that cannot be run, or that ask for more than this computer could finish or hold. */
function Refused({ problems }: { readonly problems: readonly EngineProblem[] }) {
  const hasNumbers = useStore(results, (s) => s.shown !== undefined);
  const canUndo = useStore(settings, (s) => s.past.length > 0);
  const { present, model } = useStore(settings);
  const usual = model?.experiment.replications ?? present.replications;
  const isTooLarge = problems.some(({ path }) => path === 'the request');
  const what = isTooLarge ? 'This is too much to simulate here.' : 'These settings cannot be run.';
  const rest = hasNumbers ? 'The numbers shown are for the settings before.' : 'Nothing was run.';
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

interface ProblemProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isNews?: boolean;
  readonly children: React.ReactNode;
}

function Problem({ title, lines, isNews = false, children }: ProblemProps) {
  return (
    <section className={isNews ? 'problem-note news' : 'problem-note'}>
      <h2>{title}</h2>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
