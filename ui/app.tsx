// The Explore view: sliders on the left; on the right the finding, needs and places, the map and the measures.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useClosingMenus } from './panels/closing-menus.ts';
import { Controls } from './panels/controls.tsx';
import { Headline } from './panels/headline.tsx';
import { MapTable } from './panels/map-table.tsx';
import { MeasureCards } from './panels/measure-cards.tsx';
import { Problems } from './panels/problems.tsx';
import { Reconciliation } from './panels/reconciliation.tsx';
import { openFile, Share } from './panels/share.tsx';
import { Transport } from './panels/transport.tsx';
import { Scene } from './scene/scene.tsx';
import { results } from './stores/results.ts';
import { settings } from './stores/settings.ts';
import { LIMIT } from './words/headline.ts';

export function App() {
  const model = useStore(settings, (s) => s.model);
  const status = useStore(results, (s) => s.status);
  const replications = useStore(settings, (s) => s.present.replications);
  const [cameWithLink] = useState(() => location.hash.length > 1);
  const isUntouched = useStore(settings, (s) => s.past.length === 0 && s.future.length === 0);
  const isFirstVisit = isUntouched && !cameWithLink;
  useDrop();
  useClosingMenus();
  const isIllustrative = Object.values(model?.evidence ?? {}).some((line) => line.status === 'illustrative');

  return (
    <>
      <a className="skip" href="#results" onClick={skip}>
        Skip to results
      </a>
      <header>
        <span className="product">
          <span aria-hidden="true" className="mark" /> Onward
        </span>
        <span className="model-title">{model?.title}</span>
        {isIllustrative && (
          <details className="badge">
            <summary>Illustrative figures</summary>
            <p>{model?.about}</p>
          </details>
        )}
        <Share />
      </header>
      <Problems />
      <main>
        {model ? (
          <Controls model={model} isFirstVisit={isFirstVisit} />
        ) : (
          <section className="controls" aria-label="Settings" />
        )}
        <div id="results" className="results" tabIndex={-1} data-status={status}>
          {model && (
            <>
              <div className="first-screen">
                <Headline model={model} isFirstVisit={isFirstVisit} />
                <Reconciliation />
                <section className="stage" aria-label="Map">
                  <div className="map-holder">
                    <Scene />
                  </div>
                  <Transport caption={`one year of ${replications.toLocaleString('en-GB')}`} />
                </section>
                <MeasureCards model={model} />
              </div>
              <MapTable />
              <footer>
                <p>{model.about}</p>
                <p>{LIMIT} Everything runs on this computer; nothing is sent anywhere.</p>
              </footer>
            </>
          )}
        </div>
      </main>
    </>
  );
}

/** The address carries the settings, so the link must move the focus without becoming the address. */
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('results')?.focus();
}

/** A document may be dropped anywhere; without this the browser would leave the page to show it. */
function useDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void openFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
