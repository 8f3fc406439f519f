// A stop for whoever has seen enough: the simulated runs that have come become those that are asked for, which undo takes back.
import { useStore } from 'zustand';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';

interface StopAtProps {
  readonly done: number;
  readonly asked: number;
  /** Somebody has waited for long already. */
  readonly isLong: boolean;
}

/** A range needs two of them. */
const FEWEST = 2;

export function StopAt({ done, asked, isLong }: StopAtProps) {
  if (!isLong || done < FEWEST || done >= asked) return null;
  const stop = () => settings.become({ ...settings.getState().present, replications: done });
  return (
    <button type="button" className="stop-here" onClick={stop}>
      Stop at {done.toLocaleString('en-GB')}
    </button>
  );
}

/** For the numbers of the screen; Explore fetches it when it is needed. */
export function StopHere() {
  const done = useStore(results, (state) => (state.isForPrevious ? 0 : (state.shown?.replications ?? 0)));
  const asked = useStore(results, (state) => state.asked);
  return <StopAt done={done} asked={asked} isLong />;
}
