// How much of the drawing is in sight: all of it, or on a narrow screen, where its letters would be too small, what is selected.
import { useEffect } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import { NEED } from '../../model/draft/draft.ts';
import { routeParts } from '../../model/draft/routes.ts';

/** In pixels: a wider drawing is seen whole, and made larger by hand. */
const NARROW = 600;
/** Letters of 16 pixels are 12 then. */
const READABLE = 0.75;
const LARGEST = 1.3;
const MARGIN = 12;
/** Below the drawing are the buttons for its size: nothing is brought into sight behind them. */
const BUTTONS = 56;

/** All of the drawing, as large as it may be. */
export const ALL = {
  padding: { x: `${MARGIN}px`, top: `${MARGIN}px`, bottom: `${BUTTONS}px` },
  maxZoom: LARGEST,
} as const;

interface Props {
  readonly count: number;
  readonly selected: string | undefined;
}

/** Follows what comes or goes, the size of the window, and where that is narrow the selection. */
export function InSight({ count, selected }: Props) {
  const { fitView, getNodes, getNodesBounds, setViewport } = useReactFlow();
  const width = useStore((s) => s.width);
  const height = useStore((s) => s.height);
  const isNarrow = width < NARROW;
  const followed = isNarrow ? selected : undefined;
  useEffect(() => {
    const nodes = getNodes();
    if (nodes.length === 0 || width === 0) return;
    const all = getNodesBounds(nodes);
    const whole = Math.min((width - 2 * MARGIN) / all.width, (height - MARGIN - BUTTONS) / all.height);
    if (!isNarrow || whole >= READABLE) return void fitView(ALL);
    const parts = followed === undefined ? [] : nodes.filter(({ id }) => endsOf(followed).includes(id));
    // Nothing selected: where people come in.
    const first = Math.min(...nodes.map(({ position }) => position.x));
    const shown = parts.length > 0 ? parts : nodes.filter(({ position }) => position.x === first);
    const { x, y, width: wide, height: high } = getNodesBounds(shown);
    const left = parts.length > 0 ? x + wide / 2 - width / READABLE / 2 : x - MARGIN / READABLE;
    const top = y + high / 2 - (height - BUTTONS) / READABLE / 2;
    void setViewport({ x: -left * READABLE, y: -top * READABLE, zoom: READABLE });
  }, [fitView, getNodes, getNodesBounds, setViewport, count, width, height, isNarrow, followed]);
  return null;
}

/** The nodes of what is selected: a thing, or both ends of a route. */
function endsOf(selected: string): string[] {
  if (!selected.includes('>')) return [selected];
  const [owner, to] = routeParts(selected);
  return [owner.startsWith('needs.') ? NEED : owner, to === NEED ? NEED : `stations.${to}`];
}
