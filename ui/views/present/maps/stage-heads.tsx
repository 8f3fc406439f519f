// Over the maps: who waits in each of them, and between the two futures the one number that sets them apart.
import { CounterOf, DaysNotWaited } from '../../../parts/play/days-waited.tsx';
import type { Shown } from './shown.ts';
import { WaitingNow } from './stage-map.tsx';

export function StageHeads({ maps }: { readonly maps: readonly Shown[] }) {
  const [first, second] = maps;
  return (
    <div className="stage-heads">
      {first && <WaitingNow {...first} beside={second?.run} />}
      <p className="stage-waited">
        {second ? <DaysNotWaited today={first.run} option={second.run} /> : first && <CounterOf run={first.run} />}
      </p>
      {second && <WaitingNow {...second} beside={first.run} />}
    </div>
  );
}
