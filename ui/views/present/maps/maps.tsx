// The picture of a presentation as a map, or as two of them on one clock with the same people: today beside the option.
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { display } from '../../../state/display.ts';
import { layoutsFor } from '../../../scene/layout/stage-layouts.ts';
import { BEHIND } from '../../../words/story.ts';
import { useLeastRoom } from './use-least-room.ts';
import type { Shown } from './shown.ts';
import { StageHeads } from './stage-heads.tsx';
import { StageLegend, StageMap } from './stage-map.tsx';

export interface MapsProps {
  /** One, or two. */
  readonly maps: readonly Shown[];
  readonly spotlight: string | undefined;
  /** They are of the settings before. */
  readonly isBehind: boolean;
}

export function Maps({ maps, spotlight, isBehind }: MapsProps) {
  const whole = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const runs = useMemo(() => maps.map(({ run }) => run), [maps]);
  const picture = useStore(display, (state) => state.picture);
  const { width, height, fontPx } = useLeastRoom(whole, room, [spotlight, ...runs]);
  const layouts = useMemo(
    () => (width === 0 || height === 0 ? undefined : layoutsFor(runs, { width, height, fontPx, spotlight, picture })),
    [runs, width, height, fontPx, spotlight, picture],
  );
  const leftOut = layouts?.[0]?.leftOut ?? [];
  return (
    <div className="stage-maps" ref={whole} data-maps={maps.length} data-behind={isBehind}>
      <StageHeads maps={maps} />
      <div className="stage-room" ref={room}>
        {maps.map((one, i) => (
          <StageMap key={one.of} {...one} layout={layouts?.[i] ?? null} spotlight={spotlight} />
        ))}
        {isBehind && <p className="stage-behind">{BEHIND}</p>}
      </div>
      <StageLegend model={maps[0].run.model} layout={layouts?.[0] ?? null} leftOut={leftOut} />
    </div>
  );
}
