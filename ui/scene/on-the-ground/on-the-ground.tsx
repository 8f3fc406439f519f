// The county on the ground: districts, each place where it is, as large as its beds and filled by its people, and who comes from where.
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Scrolled } from '../../ground/scrolled.tsx';
import { useSize } from '../../ground/use-size.ts';
import { areasOf } from '../../model/on-the-ground.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { DrawingChoice } from '../drawing-choice.tsx';
import { everyFrame } from '../paint/every-frame.ts';
import { AreaTable } from './area-table.tsx';
import { Closeness } from './closeness.tsx';
import { GroundKey } from './ground-key.tsx';
import { COPYRIGHT, GroundMap, labelOf, useLaidOut } from './ground-map.tsx';
import './on-the-ground.css';

const FONT_PX = 13;
/** Narrower, the table stands below the map. */
const BESIDE_PX = 640;
/** As wide as the map is high, or more: a county is about square. */
const MOST_RATIO = 1.25;
const MOST_PART = 0.6;
/** In it almost every place has its name on one line. */
const NARROWEST_LISTS_PX = 360;
/** Beside narrower lists, which are one column, the key has no room below them and stands below the map. */
const LISTS_PX = 450;

export function OnTheGround() {
  const run = useStore(watched, (state) => state.run);
  // The clock goes on while there is a picture; words and marks read it.
  useEffect(() => everyFrame(() => {}), []);
  if (!run) return <p className="scene-none">No run for the map yet…</p>;
  return <Ground run={run} />;
}

function Ground({ run }: { readonly run: WatchedRun }) {
  const { model } = run;
  const { attribute, areas } = areasOf(model)!;
  const room = useRef<HTMLDivElement>(null);
  const roomPx = useSize(room);
  const isBeside = roomPx.width >= BESIDE_PX;
  const width = isBeside
    ? Math.min(roomPx.width * MOST_PART, roomPx.width - NARROWEST_LISTS_PX, roomPx.height * MOST_RATIO)
    : roomPx.width;
  const height = isBeside ? roomPx.height : Math.round(roomPx.width / MOST_RATIO);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const laidOut = useLaidOut(run, size, FONT_PX);
  const side = isBeside ? { left: width } : undefined;
  const isTight = isBeside && roomPx.width - width < LISTS_PX;

  return (
    <section className="on-ground" aria-label="Map of places">
      <div className="scene-bar">
        <DrawingChoice model={model} />
        <Closeness model={model} />
      </div>
      <div className="on-ground-body" data-beside={isBeside || undefined} ref={room}>
        <div className="on-ground-map" style={size}>
          <GroundMap run={run} size={size} fontPx={FONT_PX} laidOut={laidOut} />
        </div>
        <Scrolled className="on-ground-side" style={side} label="Places">
          <div className="on-ground-lists">
            {areas.map(({ id }, at) => (
              <AreaTable
                key={id}
                run={run}
                locality={id}
                label={labelOf(run, id)}
                tint={at % 3}
                attribute={attribute}
              />
            ))}
          </div>
          {!isTight && <Foot />}
        </Scrolled>
      </div>
      {isTight && <Foot />}
    </section>
  );
}

const Foot = () => (
  <div className="on-ground-foot">
    <GroundKey />
    <p className="on-ground-source">{COPYRIGHT}</p>
  </div>
);
