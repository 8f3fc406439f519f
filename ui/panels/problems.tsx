// What went wrong or has changed, in words, with what can be done about it. The page keeps running underneath.
import { useStore } from 'zustand';
import { sayProblem } from '../../engine/index.ts';
import { retry, STOPPED } from '../follow.ts';
import { notices } from '../stores/notices.ts';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';

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
      {status === 'refused' && (
        <Problem
          title="These settings cannot be run. The numbers shown are for the settings before."
          lines={problems.map(sayProblem)}
        >
          <button type="button" onClick={settings.undo}>
            Undo
          </button>
        </Problem>
      )}
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
