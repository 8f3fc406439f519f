// The Explore view: sliders on the left; on the right the finding, needs and places, the map and the measures.
import { useStore } from 'zustand';
import { LazyView } from './lazy-view.tsx';
import { Controls } from './panels/controls.tsx';
import { Headline } from './panels/headline.tsx';
import { LongestWaits } from './panels/longest-waits.tsx';
import { Measures } from './panels/measures.tsx';
import { Reconciliation } from './panels/reconciliation.tsx';
import { Transport } from './panels/transport.tsx';
import { WarmUp } from './panels/warm-up.tsx';
import { Scene } from './scene/scene.tsx';
import { followed } from './stores/followed.ts';
import { results } from './stores/results.ts';
import { settings } from './stores/settings.ts';
import { LIMIT } from './words/headline.ts';
import { sayOneOf } from './words/runs.ts';

const loadTable = () => import('./panels/map-table.tsx').then(({ MapTable }) => MapTable);
const loadFinding = () => import('./panels/finding-in-sight.tsx').then(({ FindingInSight }) => FindingInSight);
const loadYears = () => import('./years/year-choice.tsx').then(({ YearChoice }) => YearChoice);
const loadWords = () => import('./scene/followed-words.tsx').then(({ FollowedWords }) => FollowedWords);
const loadPerson = () => import('./person/person-panel.tsx').then(({ PersonPanel }) => PersonPanel);

/** `isLinked`: it was opened by a link, so whoever sees it knows what it is. */
export function Explore({ isLinked }: { readonly isLinked: boolean }) {
  const model = useStore(settings, (s) => s.model);
  const status = useStore(results, (s) => s.status);
  const replications = useStore(settings, (s) => s.present.replications);
  const isUntouched = useStore(settings, (s) => s.past.length === 0 && s.future.length === 0);
  const isFollowing = useStore(followed, (s) => s.person !== undefined);
  const isFirstVisit = isUntouched && !isLinked;

  return (
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
              <section className="map-panel" aria-label="Map">
                <div className="map-holder">
                  <Scene followedWords={<LazyView load={loadWords} />} />
                </div>
                <Transport
                  caption={sayOneOf(replications, model.calendar.runDays)}
                  year={<LazyView load={loadYears} />}
                />
              </section>
              <Measures model={model} />
            </div>
            <LazyView load={loadFinding} />
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
