// The measures of the run: its averages, or the run by weeks on request and where an average would mislead.
import { useStore } from 'zustand';
import { LazyView } from '../../ground/lazy-view.tsx';
import { isByWeeks, weeks } from '../../state/weeks.ts';

/** They say something only when the first numbers have come; until then their room is kept. */
const loadCards = () => import('./measure-cards.tsx').then(({ MeasureCards }) => MeasureCards);
const load = () => import('../chart/weeks-panel.tsx').then(({ WeeksPanel }) => WeeksPanel);

export function Measures() {
  const byWeeks = useStore(weeks, isByWeeks);
  return byWeeks ? (
    <LazyView load={load} />
  ) : (
    <div className="cards-room">
      <LazyView load={loadCards} />
    </div>
  );
}
