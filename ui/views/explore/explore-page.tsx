// The Explore view: sliders on the left; on the right the finding, needs and places, the map and the measures.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { LazyView } from '../../ground/lazy-view.tsx';
import { Controls } from '../../parts/sliders/controls.tsx';
import { Headline } from '../../parts/headline/headline.tsx';
import { LongestWaits } from '../../parts/play/longest-waits.tsx';
import { Measures } from '../../parts/headline/measures.tsx';
import { Transport } from '../../parts/play/transport.tsx';
import { WarmUp } from '../../parts/headline/warm-up.tsx';
import { isCompared } from '../../shown/numbers.ts';
import { Scene } from '../../scene/scene.tsx';
import { route } from '../../address/route.ts';
import { canBeOnTheGround } from '../../model/drawn-on-ground.ts';
import { drawing } from '../../state/drawing.ts';
import { followed } from '../../state/followed.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { LIMIT } from '../../words/headline.ts';
import { sayOneOf } from '../../words/numbers/runs.ts';
import './explore.css';

const loadGround = () => import('../../scene/on-the-ground/on-the-ground.tsx').then(({ OnTheGround }) => OnTheGround);
const loadTable = () => import('../../parts/play/map-table.tsx').then(({ MapTable }) => MapTable);
const loadFinding = () =>
  import('../../parts/headline/finding-in-sight.tsx').then(({ FindingInSight }) => FindingInSight);
const loadWorlds = () => import('../../parts/worlds/worlds-panel.tsx').then(({ WorldsPanel }) => WorldsPanel);
/** It says something only when the document has been reckoned with; until then its room is kept. */
const loadNeeds = () => import('../../parts/sliders/reconciliation.tsx').then(({ Reconciliation }) => Reconciliation);
const loadWaited = () => import('../../parts/play/days-waited.tsx').then(({ DaysWaited }) => DaysWaited);
const loadYears = () => import('../../parts/play/year-choice.tsx').then(({ YearChoice }) => YearChoice);
const loadWords = () => import('../../parts/person/followed-words.tsx').then(({ FollowedWords }) => FollowedWords);
const loadPerson = () => import('../../parts/person/person-panel.tsx').then(({ PersonPanel }) => PersonPanel);

/** `isLinked`: it was opened by a link, so whoever sees it knows what it is. */
export function Explore({ isLinked }: { readonly isLinked: boolean }) {
  const model = useStore(settings, (s) => s.model);
  const status = useStore(results, (s) => s.status);
  const replications = useStore(settings, (s) => s.present.replications);
  const isUntouched = useStore(settings, (s) => s.past.length === 0 && s.future.length === 0);
  const isBeside = useStore(results, (s) => isCompared(s.shown));
  const isFollowing = useStore(followed, (s) => s.person !== undefined);
  const isMap = useStore(drawing, (s) => s.drawing === 'map') && model !== undefined && canBeOnTheGround(model);
  const isFirstVisit = isUntouched && !isLinked;
  const shown = useRef<HTMLDivElement>(null);
  // Whoever followed a link of a view that is gone has the focus nowhere: they begin at the finding. It runs whenever the view is shown again.
  useEffect(() => {
    // The page stays where it is: it is long, and the finding at its top.
    if (route.getState().hasMoved && document.activeElement === document.body)
      shown.current?.focus({ preventScroll: true });
  }, []);

  return (
    <main>
      {model ? (
        <Controls model={model} isFirstVisit={isFirstVisit} />
      ) : (
        <section className="controls" aria-label="Settings" />
      )}
      <div ref={shown} id="results" className="results" tabIndex={-1} data-status={status}>
        {model && (
          <>
            <div className="first-screen">
              <Headline model={model} isFirstVisit={isFirstVisit} />
              <div className="needs-room">
                <LazyView load={loadNeeds} />
              </div>
              <section className="map-panel" aria-label="Map">
                <div className="map-holder">
                  {isMap ? <LazyView load={loadGround} /> : <Scene followedWords={<LazyView load={loadWords} />} />}
                </div>
                <Transport
                  caption={sayOneOf(replications, model.calendar.runDays)}
                  year={<LazyView load={loadYears} />}
                  waited={<LazyView load={loadWaited} />}
                />
              </section>
              <Measures />
            </div>
            <LazyView load={loadFinding} />
            {isBeside && <LazyView load={loadWorlds} />}
            <LazyView load={loadTable} />
            <LongestWaits />
            {isFollowing && <LazyView load={loadPerson} />}
            <WarmUp />
            <footer>
              <p>{model.about}</p>
              <p>{LIMIT} Everything runs on this computer; nothing is sent anywhere.</p>
            </footer>
          </>
        )}
      </div>
    </main>
  );
}
