// The scene: the map of services in SVG, its words kept up with the day, and the canvas of people above it.
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { LazyView } from '../lazy-view.tsx';
import { followed } from '../stores/followed.ts';
import { locality } from '../stores/locality.ts';
import { watched, type WatchedRun } from '../stores/watched.ts';
import { Boxes } from './boxes.tsx';
import { FollowedRoute } from './followed-route.tsx';
import { journeyIn } from './followed-journey.ts';
import { layoutScene, leastHeight, PHONE_PX } from './layout.ts';
import { FoldedLegend, Legend } from './legend.tsx';
import { Localities } from './locality-buttons.tsx';
import { startLoop, type Painted } from './loop.ts';
import { usePicking, useSteppingBack } from './picking.ts';
import { PipeLines } from './pipe-lines.tsx';
import { isCounty, mapOfView } from './told-as-one.ts';
import { useSize } from './use-size.ts';
import './scene.css';

const loadWords = () => import('./followed-words.tsx').then(({ FollowedWords }) => FollowedWords);

export function Scene() {
  const run = useStore(watched, (state) => state.run);
  const open = useStore(locality, (state) => state.open);
  const scene = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted>(undefined);
  const { width, height } = useSize(stage);
  const isBig = run !== null && isCounty(run.map);
  const map = useMemo(() => run && mapOfView(run.map, open, width < PHONE_PX), [run, open, width]);
  const layout = useMemo(
    () => (map && width > 0 && height > 0 ? layoutScene(map, width, height) : null),
    [map, width, height],
  );
  const route = useFollowed(run);
  usePicking(stage, painted, run, layout);
  useSteppingBack(scene);

  useEffect(() => {
    if (!run || !layout || !canvas.current) return;
    const loop = (painted.current = startLoop(canvas.current, run, layout));
    return () => loop.stop();
  }, [run, layout]);

  return (
    <section className="scene" aria-label="Map of services" ref={scene}>
      {run && isBig && (
        <div className="scene-bar">
          <Localities map={run.map} />
          <FoldedLegend model={run.model} />
        </div>
      )}
      <div className="scene-stage" ref={stage} style={{ minHeight: map ? leastHeight(map, width) : undefined }}>
        {!run && <p className="scene-none">One run for the map is being simulated…</p>}
        {run && layout && (
          <>
            <svg
              className="scene-map"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              style={{ fontSize: layout.fontPx }}
            >
              <PipeLines pipes={layout.pipes} />
              <Boxes run={run} layout={layout} of="frames" />
              {route && <FollowedRoute layout={layout} journey={route.journey} part="lines" />}
              <Boxes run={run} layout={layout} of="boxes" />
              {route && <FollowedRoute layout={layout} journey={route.journey} part="signs" />}
            </svg>
            <canvas className="scene-people" ref={canvas} style={{ width, height }} aria-hidden="true" />
          </>
        )}
      </div>
      {route && <LazyView load={loadWords} />}
      {run && !isBig && <Legend model={run.model} />}
    </section>
  );
}

/** Who is followed in this run, and their journey; undefined when nobody is. */
function useFollowed(run: WatchedRun | null) {
  const key = useStore(followed, (state) => state.person);
  return useMemo(() => (run && key ? journeyIn(run, key) : undefined), [run, key]);
}
