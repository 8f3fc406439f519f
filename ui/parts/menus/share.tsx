// Share and open: what to take away, and a model document to open. The first is fetched when the menu is opened.
import { useId, useState } from 'react';
import { LazyView } from '../../ground/lazy-view.tsx';
import { FileInput } from './open-file.tsx';
import './menus.css';

const loadWhat = () => import('./what-to-share.tsx').then(({ WhatToShare }) => WhatToShare);
const loadKept = () => import('./kept-here.tsx').then(({ KeptHere }) => KeptHere);

export function Share() {
  const id = useId();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="share" onToggle={() => setOpened(true)}>
      <summary>
        Share<span className="where-wide"> and open</span>
      </summary>
      <div className="share-panel">
        {wasOpened && <LazyView load={loadWhat} />}
        <hr />
        <a href="#/start">Start from another model</a>
        <label htmlFor={`${id}-file`}>Open a model (workbook or JSON), or drop one on the page</label>
        <FileInput id={`${id}-file`} />
        {wasOpened && <LazyView load={loadKept} />}
      </div>
    </details>
  );
}
