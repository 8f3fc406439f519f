// One button that compares every option of the document and saves the numbers; while it works, it says how far and can stop.
import { useRef, useState } from 'react';
import type { Model } from '../../engine/index.ts';
import { compareOptions } from '../follow.ts';
import { optionsOf } from '../values.ts';
import { saveText } from './save-text.ts';

export function SaveAll({ model, said }: { readonly model: Model; readonly said: (words: string) => void }) {
  const [done, setDone] = useState<number>();
  const work = useRef<AbortController>(null);
  const options = optionsOf(model).map(({ id }) => id);

  async function begin(): Promise<void> {
    work.current = new AbortController();
    setDone(0);
    try {
      const text = await compareOptions(options, setDone, work.current.signal);
      said(saveText(`${text}\n`, `onward-${model.id}-all-options.json`));
    } catch (problem) {
      said((problem as Error).message);
    }
    setDone(undefined);
  }

  if (options.length < 2) return null;
  if (done === undefined)
    return (
      <button type="button" onClick={() => void begin()}>
        Save all {options.length} options compared, as JSON
      </button>
    );
  return (
    <p>
      <progress value={done} aria-label="Options compared" />{' '}
      <button type="button" onClick={() => work.current?.abort()}>
        Stop
      </button>
    </p>
  );
}
