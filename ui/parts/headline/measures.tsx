// The measures of the run: its averages, or the run by weeks on request and where an average would mislead.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { LazyView } from '../../ground/lazy-view.tsx';
import { isByWeeks, weeks } from '../../state/weeks.ts';
import { MeasureCards } from './measure-cards.tsx';

const load = () => import('../chart/weeks-panel.tsx').then(({ WeeksPanel }) => WeeksPanel);

export function Measures({ model }: { readonly model: Model }) {
  const byWeeks = useStore(weeks, isByWeeks);
  return byWeeks ? <LazyView load={load} /> : <MeasureCards model={model} />;
}
