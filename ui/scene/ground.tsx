// The ground of the map, below its people: pipes, and the outlines of its boxes. `Boxes` puts their words above the people.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { playhead, TOO_FAST_TO_TRAVEL } from '../state/playhead.ts';
import { kindOf } from './layout/box.ts';
import { PipeLines } from './pipe-lines.tsx';
import type { SceneLayout } from './layout/scene-layout.ts';

interface GroundProps {
  readonly layout: SceneLayout;
  /** Drawn on the lanes and under the boxes. */
  readonly children?: ReactNode;
}

export function Ground({ layout, children }: GroundProps) {
  const isFast = useStore(playhead, (state) => state.playing && state.daysPerSecond >= TOO_FAST_TO_TRAVEL);
  const { width, height } = layout;
  const outlines = (of: 'frames' | 'boxes') =>
    layout[of].map((box) => (
      <rect
        key={box.of.id}
        data-kind={kindOf(box)}
        x={box.x + 0.5}
        y={Math.round(box.y) + 0.5}
        width={box.width - 1}
        height={Math.floor(box.height) - 1}
        rx={3}
      />
    ));
  return (
    <svg
      className="scene-ground"
      data-fast={isFast || undefined}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <PipeLines pipes={layout.pipes} />
      {outlines('frames')}
      {children}
      {outlines('boxes')}
    </svg>
  );
}
