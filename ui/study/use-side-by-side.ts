// The comparison of some columns as long as somebody looks at it: requested when they change, left when the view is.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { workers } from '../session/session.ts';
import { sideBySide, type Asked, type SideBySide } from './side-by-side.ts';

export function useSideBySide({ model, columns, seed, replications }: Asked): SideBySide {
  const state = useStore(sideBySide);
  useEffect(() => {
    const pool = workers();
    if (!pool) return;
    sideBySide.connect(pool);
    sideBySide.run({ model, columns, seed, replications });
  }, [model, columns, seed, replications]);
  useEffect(() => () => sideBySide.leave(), []);
  return state;
}
