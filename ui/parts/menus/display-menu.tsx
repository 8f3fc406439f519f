// How the page looks and moves. The choices are fetched when the menu is opened.
import { useState } from 'react';
import { LazyView } from '../../ground/lazy-view.tsx';

const load = () => import('./display-choices.tsx').then(({ DisplayChoices }) => DisplayChoices);

export function DisplayMenu() {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="display-menu" onToggle={() => setOpened(true)}>
      <summary aria-label="Display" title="Display">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M10 2 A8 8 0 0 1 10 18 Z" fill="currentColor" />
        </svg>
      </summary>
      <div>{wasOpened && <LazyView load={load} />}</div>
    </details>
  );
}
