// Stops a long answer: the simulated runs so far become the number requested, and undo takes that back.
import { useStore } from 'zustand';
import { FEWEST_SHOWN } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { useLasting } from '../../ground/use-lasting.ts';
import { sayCount } from '../../words/numbers/count.ts';

interface StopProps {
  readonly done: number;
  readonly asked: number;
}

/** Comes when the answer has been on its way for long. */
export function StopAt({ done, asked }: StopProps) {
  return useLasting(done < asked) ? <Stop done={done} asked={asked} /> : null;
}

/** For the numbers of Explore, which fetches it when they have been on their way for long. */
export function StopHere() {
  const done = useStore(results, (state) => (state.isForPrevious ? 0 : (state.shown?.replications ?? 0)));
  const asked = useStore(results, (state) => state.asked);
  return <Stop done={done} asked={asked} />;
}

function Stop({ done, asked }: StopProps) {
  if (done < FEWEST_SHOWN || done >= asked) return null;
  const stop = () => settings.become({ ...settings.getState().present, replications: done });
  return (
    <button type="button" className="stop-here" onClick={stop}>
      Stop at {sayCount(done)}
    </button>
  );
}
