// How long something under way will still take, at the pace it has had since this was first shown.
import { useEffect, useEffectEvent, useState } from 'react';
import { sayTimeLeft } from '../words/time-left.ts';

/** Before that the pace is chance, and a person has not begun to wonder. */
const FIRST_MS = 3000;
const EVERY_MS = 1000;

/** `done` is the part of it that is done, from 0 to 1. */
export function TimeLeft({ done }: { readonly done: number }) {
  const [leftMs, setLeftMs] = useState<number>();
  const doneNow = useEffectEvent(() => done);
  useEffect(() => {
    const begun = { atMs: performance.now(), done: doneNow() };
    const timer = setInterval(() => {
      const [passedMs, more] = [performance.now() - begun.atMs, doneNow() - begun.done];
      if (passedMs >= FIRST_MS && more > 0) setLeftMs((passedMs * (1 - doneNow())) / more);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return leftMs === undefined ? null : <span>{sayTimeLeft(leftMs)}</span>;
}
