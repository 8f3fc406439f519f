// The frame of the page: the header with the way to each view, and the view that the address asks for.
import { Activity, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { begin } from './session/begin.ts';
import { Explore } from './views/explore/explore-page.tsx';
import { LazyView } from './ground/lazy-view.tsx';
import { useClosingMenus } from './ground/closing-menus.ts';
import { DisplayMenu } from './parts/menus/display-menu.tsx';
import { openFile } from './parts/menus/open-file.tsx';
import { Problems } from './parts/notes/problems.tsx';
import { Share } from './parts/menus/share.tsx';
import { ViewsMenu } from './parts/menus/views-menu.tsx';
import { route } from './address/route.ts';
import { notices } from './state/notices.ts';
import { settings } from './state/settings.ts';
import { isOfModel, lineOf, type View } from './address/views.ts';

export function App() {
  const model = useStore(settings, (s) => s.model);
  const { view, hash } = useStore(route);
  const [isLinked] = useState(() => isOfModel(view) && location.hash.length > 1);
  const [hasExplored, setHasExplored] = useState(false);
  const isExplore = view === 'explore';
  const load = useCallback(
    // How each is fetched is fetched too, for whoever goes to one.
    () => import('./fetched-views.ts').then(({ fetched }) => fetched[view as Exclude<View, 'explore'>]()),
    [view],
  );
  const isModel = isOfModel(view);
  const { isStage = false } = lineOf(view);
  if (isExplore && !hasExplored) setHasExplored(true);
  useDrop();
  useClosingMenus();
  useEffect(() => {
    // A page put in place anew while this one was open has lost the pieces not yet fetched.
    if (isModel)
      begin().catch((error) => notices.say('The page could not be loaded in full. Reload it.', [String(error)]));
  }, [isModel]);
  const title = isExplore ? model?.title : lineOf(view).name;
  const skipTo = isExplore ? 'results' : view;
  const [, section] = /^#\/\w+\/([\w-]{1,100})/.exec(hash) ?? [];
  useEffect(() => void (document.title = title ? `${title} – Onward` : 'Onward'), [title]);
  // "Ilkeston 2019: the right care": where there is little room, the name before the colon.
  const [, place, more] = /^([^:]*)(.*)$/s.exec(model?.title ?? '')!;
  const isIllustrative = Object.values(model?.evidence ?? {}).some((line) => line.status === 'illustrative');

  return (
    <>
      <a className="skip" href={`#${skipTo}`} onClick={(event) => skip(event, skipTo)}>
        Skip to {isExplore ? 'results' : 'the page'}
      </a>
      {!isStage && (
        <header>
          <span className="product">
            <span aria-hidden="true" className="mark" /> <span className="product-name">Onward</span>
          </span>
          <ViewsMenu />
          {isModel && (
            <span className="model-title" title={model?.title}>
              {place}
              <span className="where-wide">{more}</span>
            </span>
          )}
          {isModel && isIllustrative && (
            <details className="badge">
              <summary>
                Illustrative<span className="where-wide"> figures</span>
              </summary>
              <p>{model?.about}</p>
            </details>
          )}
          {isModel && <Share />}
          <DisplayMenu />
        </header>
      )}
      <Problems />
      {/* Hidden, not removed: people who come back find it as it was. */}
      {hasExplored && (
        <Activity mode={isExplore ? 'visible' : 'hidden'}>
          <Explore isLinked={isLinked} />
        </Activity>
      )}
      {!isExplore && (
        <main id={view} className={isStage ? 'page-of-stage' : 'page-of-text'} tabIndex={-1}>
          <LazyView key={view} load={load} section={section} />
        </main>
      )}
    </>
  );
}

/** The address carries the settings, so the link must move the focus without becoming the address. */
function skip(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/** A document may be dropped anywhere; without this the browser would leave the page to show it. */
function useDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const [file, ...more] = event.dataTransfer?.files ?? [];
      if (!file) return;
      const { view } = route.getState();
      if (isOfModel(view) || view === 'start') void openFile(file, ...more);
      else notices.say('The file was not opened.', ['Go to Explore and drop it there.']);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
