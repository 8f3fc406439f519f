// The picture of a presentation on the ground: the county once, or twice on one clock with the same people, today beside the option.
import { useEffect, useMemo, useRef } from 'react';
import { useSize } from '../../ground/use-size.ts';
import { COPYRIGHT, GroundMap } from '../../scene/on-the-ground/ground-map.tsx';
import { everyFrame } from '../../scene/paint/every-frame.ts';
import { BEHIND } from '../../words/story.ts';
import type { MapsProps } from './maps/maps.tsx';
import { StageHeads } from './maps/stage-heads.tsx';
import './present.css';

const GAP_PX = 24;
const LEAST_FONT_PX = 18;
/** Of the height of the map: names as large as leave the places in sight. */
const FONT_PART = 1 / 17;

export function GroundMaps({ maps, isBehind }: Pick<MapsProps, 'maps' | 'isBehind'>) {
  // The clock goes on while there is a picture; words and marks read it.
  useEffect(() => everyFrame(() => {}), []);
  const room = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(room);
  const each = Math.floor((width - GAP_PX * (maps.length - 1)) / maps.length);
  const size = useMemo(() => ({ width: each, height }), [each, height]);
  const fontPx = Math.round(Math.max(LEAST_FONT_PX, height * FONT_PART));
  return (
    <div className="stage-maps" data-maps={maps.length} data-behind={isBehind}>
      <StageHeads maps={maps} />
      <div className="stage-room" ref={room}>
        {maps.map(({ of, run, name }) => (
          <figure key={of} className="stage-ground on-ground-map" data-of={of} aria-label={`${name}, on the ground`}>
            {height > 0 && <GroundMap run={run} size={size} fontPx={fontPx} />}
          </figure>
        ))}
        {isBehind && <p className="stage-behind">{BEHIND}</p>}
      </div>
      <p className="hidden">{COPYRIGHT}</p>
    </div>
  );
}
