// Share and open: copy the link, open a model document. The rest is fetched when it is opened.
import { copyText } from '../../ground/copy-text.ts';
import { useId, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { linkNow } from '../../address/address-bar.ts';
import { results } from '../../state/results.ts';
import { weeks } from '../../state/weeks.ts';
import { FileInput } from './open-file.tsx';
import './menus.css';

interface More {
  readonly LinkNeedsFile: ComponentType;
  readonly TakeAway: ComponentType<{ readonly say: (words: string) => void }>;
  readonly KeptHere: ComponentType;
  readonly saveNumbers: () => string;
}

export function Share() {
  const id = useId();
  const [said, setSaid] = useState('');
  const [more, setMore] = useState<More>();
  const isThere = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  // Only then is it known whether they settle, and so may leave the page.
  const isJudged = useStore(weeks, (s) => s.isDone);
  const isDone = isThere && isJudged;

  /** Papers, pictures and the like: a first visit does not pay for them. */
  async function fetchMore(): Promise<void> {
    try {
      const [{ LinkNeedsFile }, { TakeAway }, { KeptHere }, { saveNumbers }] = await Promise.all([
        import('./link-needs-file.tsx'),
        import('../take-away/take-away.tsx'),
        import('./kept-here.tsx'),
        import('../take-away/save-numbers.ts'),
      ]);
      setMore({ LinkNeedsFile, TakeAway, KeptHere, saveNumbers });
    } catch {
      setSaid('The rest of this menu could not be loaded. Reload the page.');
    }
  }

  return (
    <details className="share" onToggle={(event) => event.currentTarget.open && !more && void fetchMore()}>
      <summary>
        Share<span className="where-wide"> and open</span>
      </summary>
      <div className="share-panel">
        <button type="button" onClick={() => void copy(linkNow()).then(setSaid)}>
          Copy link
        </button>
        {more && <more.LinkNeedsFile />}
        <button type="button" disabled={!isDone || !more} onClick={() => more && setSaid(more.saveNumbers())}>
          Save numbers as JSON
        </button>
        <output>{said}</output>
        {more && <more.TakeAway say={setSaid} />}
        <hr />
        <a href="#/start">Start from another model</a>
        <label htmlFor={`${id}-file`}>Open a model (workbook or JSON), or drop one on the page</label>
        <FileInput id={`${id}-file`} />
        {more && <more.KeptHere />}
      </div>
    </details>
  );
}

const copy = (link: string): Promise<string> =>
  copyText(link, 'Link', () => {
    history.replaceState(null, '', link);
    return 'the link is in the address bar.';
  });
