// What went wrong or has changed, in words, with what to do about it. The page goes on running underneath.
import { useStore } from 'zustand';
import { retry, STOPPED } from '../../session/session.ts';
import { LazyView } from '../../ground/lazy-view.tsx';
import { notices } from '../../state/notices.ts';
import { results } from '../../state/results.ts';
import { Problem } from './problem-note.tsx';

const loadFault = () => import('./fault.tsx').then(({ Fault }) => Fault);
const loadRefused = () => import('./refused.tsx').then(({ Refused }) => Refused);

export function Problems() {
  const list = useStore(notices, (s) => s.notices);
  const { status, message } = useStore(results);
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
            <LazyView load={loadFault} />
          </details>
        </Problem>
      )}
      {status === 'refused' && <LazyView load={loadRefused} />}
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
