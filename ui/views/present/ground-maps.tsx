// The picture of a presentation on the ground: the county once, or twice on one clock with the same people, today beside the option.
import { useEffect, useMemo, useRef } from 'react';
import { useSize } from '../../ground/use-size.ts';
import { COPYRIGHT, GroundMap, labelOf, layOut } from '../../scene/on-the-ground/ground-map.tsx';
import { shortName } from '../../scene/on-the-ground/short-name.ts';
import { everyFrame } from '../../scene/paint/every-frame.ts';
import { BEHIND } from '../../words/story.ts';
import { GroundList, type Listed } from './ground-list.tsx';
import type { MapsProps } from './maps/maps.tsx';
import type { Shown } from './maps/shown.ts';
import { StageHeads } from './maps/stage-heads.tsx';
import './picture.css';

const GAP_PX = 24;
/** What is read from the back of a hall. */
const LEAST_FONT_PX = 24;
/** Of the height of the map: names as large as leave the places in sight. */
const FONT_PART = 1 / 17;
/** In sizes of letters: a name of a place, and its number in one future. */
const [NAME_WIDE, NUMBER_WIDE] = [10.5, 3.3];

export function GroundMaps({ maps, spotlight, isBehind }: MapsProps) {
  // The clock goes on while there is a picture; words and marks read it.
  useEffect(() => everyFrame(() => {}), []);
  const room = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(room);
  const fontPx = Math.round(Math.max(LEAST_FONT_PX, height * FONT_PART));
  const listPx = fontPx * (NAME_WIDE + NUMBER_WIDE * maps.length);
  const each = Math.floor((width - listPx - GAP_PX * maps.length) / maps.length);
  const size = useMemo(() => ({ width: each, height }), [each, height]);
  const laidOut = useMemo(() => maps.map(({ run }) => layOut(run, size, fontPx, false)), [maps, size, fontPx]);
  const [first, ...others] = maps.map((one, at) => (
    <figure
      key={one.of}
      className="stage-ground on-ground-map"
      data-of={one.of}
      aria-label={`${one.name}, on the ground`}
    >
      {height > 0 && <GroundMap run={one.run} size={size} fontPx={fontPx} laidOut={laidOut[at]} />}
    </figure>
  ));
  return (
    <div className="stage-maps" data-maps={maps.length} data-behind={isBehind}>
      <StageHeads maps={maps} />
      <div className="stage-room" ref={room}>
        {first}
        <GroundList maps={maps} spotlight={spotlight} listed={listedOf(maps[0], laidOut[0])} />
        {others}
        {isBehind && <p className="stage-behind">{BEHIND}</p>}
      </div>
      <p className="hidden">{COPYRIGHT}</p>
    </div>
  );
}

/** All of them: on a map with numbers beside its names half the names would have no room. */
function listedOf({ run }: Shown, laidOut: ReturnType<typeof layOut>): Listed[] {
  if (!laidOut) return [];
  return [
    ...laidOut.areas.map(({ id }) => ({ id, name: labelOf(run, id), isArea: true, stations: [] })),
    ...laidOut.sites.map(({ id, name, stations }) => ({ id, name: shortName(name), isArea: false, stations })),
  ];
}
