// The scene: the map of services in SVG, its words kept up with the day, and the canvas of people above it.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { journeyOf } from '../playback/journey.ts';
import { followed, followedIn } from '../stores/followed.ts';
import { locality } from '../stores/locality.ts';
import { watched, type WatchedRun } from '../stores/watched.ts';
import { Boxes } from './boxes.tsx';
import { FollowedRoute } from './followed-route.tsx';
import { FollowedWords } from './followed-words.tsx';
import { layoutScene, leastHeight, PHONE_PX } from './layout.ts';
import { FoldedLegend, Legend } from './legend.tsx';
import { Localities } from './locality-buttons.tsx';
import { startLoop, type Painted } from './loop.ts';
import { usePicking, useSteppingBack } from './picking.ts';
import { PipeLines } from './pipe-lines.tsx';
import { isCounty, mapOfView } from './told-as-one.ts';
import './scene.css';

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
              <Boxes layout={layout} of="frames" />
              {route && <FollowedRoute layout={layout} journey={route.journey} part="lines" />}
              <Boxes layout={layout} of="boxes" />
              {route && <FollowedRoute layout={layout} journey={route.journey} part="signs" />}
            </svg>
            <canvas className="scene-people" ref={canvas} style={{ width, height }} aria-hidden="true" />
          </>
        )}
      </div>
      {run && route && <FollowedWords run={run} {...route} />}
      {run && !isBig && <Legend model={run.model} />}
    </section>
  );
}

/** Who is followed in this run, and their journey; undefined when nobody is. */
function useFollowed(run: WatchedRun | null) {
  const key = useStore(followed, (state) => state.person);
  return useMemo(() => {
    if (!run || !key) return undefined;
    const person = followedIn(run, key);
    return { person, journey: journeyOf(run.trace, run.network, person) };
  }, [run, key]);
}

/** The size of an element in whole pixels, kept up to date. */
function useSize(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      const height = Math.floor(entry.contentRect.height);
      setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
