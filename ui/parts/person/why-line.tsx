// One line under the map: why the followed person is waiting just now, with a link to the full account.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDayEvery } from '../../state/counts.ts';
import { followed } from '../../state/followed.ts';
import { watched } from '../../state/watched.ts';
import { INVENTED } from '../../words/journey.ts';
import { courseIn, sayNow } from './told.ts';
import { useWait } from './use-wait.ts';
import './person.css';

const EVERY_MS = 1000;
/** Where the journeys are side by side. */
export const PANEL = 'one-person';

export function WhyLine() {
  const run = useStore(watched, (s) => s.run);
  const key = useStore(followed, (s) => s.person);
  const day = useDayEvery(EVERY_MS);
  const found = useMemo(() => run && key && courseIn(run, key), [run, key]);
  const why = useWait(run ?? undefined, found ? found.person : -1, day);
  if (!run || !found || found.person < 0) return null;
  return (
    <p className="why-line">
      <span>
        {why && sayNow(run, found.course, why.wait, why.day)} {INVENTED}
      </span>{' '}
      <button type="button" onClick={() => document.getElementById(PANEL)?.focus()}>
        Their journey under another option
      </button>
    </p>
  );
}
