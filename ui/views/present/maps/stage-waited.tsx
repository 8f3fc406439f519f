// The counter of days under the maps: of the one, or between the two the days that are not spent waiting.
import { CounterOf, DaysNotWaited } from '../../../parts/play/days-waited.tsx';
import type { Shown } from './maps.tsx';

export function StageWaited({ maps: [first, second] }: { readonly maps: readonly Shown[] }) {
  if (!first) return null;
  return second ? <DaysNotWaited today={first.run} option={second.run} /> : <CounterOf run={first.run} />;
}
