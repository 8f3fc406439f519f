// Share and open: copy the link, save the numbers, open a model document. The rest is fetched when it is opened.
import { useId, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { linkNow } from '../../address/address-bar.ts';
import { isShipped } from '../../model/shipped-models.ts';
import { numbersDocument } from '../../shown/numbers.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';
import { FileInput } from './open-file.tsx';
import { saveText } from '../../ground/save-file.ts';
import './menus.css';

interface More {
  readonly TakeAway: ComponentType<{ readonly say: (words: string) => void }>;
  readonly KeptHere: ComponentType;
}

export function Share() {
  const id = useId();
  const [said, setSaid] = useState('');
  const [more, setMore] = useState<More>();
  const isThere = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  // Only then is it known whether they settle, and so may leave the page.
  const isJudged = useStore(weeks, (s) => s.isDone);
  const isDone = isThere && isJudged;
  const modelId = useStore(settings, (s) => s.model?.id ?? '');

  /** Papers, pictures and the like: a first visit does not pay for them. */
  async function fetchMore(): Promise<void> {
    try {
      const [{ TakeAway }, { KeptHere }] = await Promise.all([
        import('../take-away/take-away.tsx'),
        import('./kept-here.tsx'),
      ]);
      setMore({ TakeAway, KeptHere });
    } catch {
      setSaid('The rest of this menu could not be loaded. Reload the page.');
    }
  }

  return (
    <details className="share" onToggle={(event) => event.currentTarget.open && !more && void fetchMore()}>
      <summary>Share and open</summary>
      <div className="share-panel">
        <button type="button" onClick={() => void copy(linkNow()).then(setSaid)}>
          Copy link
        </button>
        {!isShipped(modelId) && <p>The link names the model but does not include it: send the file as well.</p>}
        <button type="button" disabled={!isDone} onClick={() => setSaid(saveNumbers())}>
          Save numbers as JSON
        </button>
        <output>{said}</output>
        {more && <more.TakeAway say={setSaid} />}
        <hr />
        <a href="#/start">Start from another model</a>
        <label htmlFor={`${id}-file`}>Open a model document (JSON), or drop one on the page</label>
        <FileInput id={`${id}-file`} />
        {more && <more.KeptHere />}
      </div>
    </details>
  );
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Link copied.';
  } catch {
    history.replaceState(null, '', text);
    return 'Copying is not allowed here; the link is in the address bar.';
  }
}

/** The same bytes as the command line writes, its last line end included. */
export function saveNumbers(): string {
  const { model } = settings.getState();
  const { shown } = results.getState();
  const name = `onward-${model?.id ?? 'numbers'}-${shown?.settings.option ?? ''}.json`;
  return saveText(`${numbersDocument(model, shown)}\n`, name);
}
