// The scene: the ground of the map in SVG, the canvas of people on it, and above both the words of the day.
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, type ComponentType, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { followed } from '../state/followed.ts';
import { locality } from '../state/locality.ts';
import { watched } from '../state/watched.ts';
import { Boxes } from './boxes.tsx';
import { PHONE_PX } from './layout/columns-layout.ts';
import { DrawingChoice } from './drawing-choice.tsx';
import type { FollowedRouteProps } from './followed-route.tsx';
import { Ground } from './ground.tsx';
import { FoldedLegend, Legend } from './legend.tsx';
import { Localities } from './locality-buttons.tsx';
import { startLoop, type Painted } from './paint/loop.ts';
import { usePicking, useSteppingBack } from './picking.ts';
import { isCounty, mapOfView } from './layout/told-as-one.ts';
import { useLayout } from './layout/use-layout.ts';
import { useSize } from '../ground/use-size.ts';
import './scene.css';

/** A piece that cannot be fetched leaves the map without the way of that person; the page says so elsewhere. */
const FollowedRoute = lazy<ComponentType<FollowedRouteProps>>(() =>
  import('./followed-route.tsx').then(
    (piece) => ({ default: piece.FollowedRoute }),
    () => ({ default: () => null }),
  ),
);

/** `followedWords`: the way of the person who is followed, in words, shown under the map while somebody is. */
export function Scene({ followedWords }: { readonly followedWords: ReactNode }) {
  const run = useStore(watched, (state) => state.run);
  const open = useStore(locality, (state) => state.open);
  const scene = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted>(undefined);
  const { width, height } = useSize(stage);
  const isBig = run !== null && isCounty(run.map);
  const map = useMemo(() => run && mapOfView(run.map, open, width < PHONE_PX), [run, open, width]);
  const { layout, leastPx } = useLayout(map, width, height);
  const isFollowing = useStore(followed, (state) => state.person !== undefined);
  usePicking(stage, painted, run, layout);
  useSteppingBack(scene);

  // Before the browser paints: the words of a new run are never seen over the marks of the one before.
  useLayoutEffect(() => {
    if (!run || !layout || !canvas.current) return;
    const loop = (painted.current = startLoop(canvas.current, run, layout));
    return () => loop.stop();
  }, [run, layout]);

  return (
    <section className="scene" aria-label="Map of services" ref={scene}>
      {run && isBig && (
        <div className="scene-bar">
          <DrawingChoice model={run.model} />
          <Localities map={run.map} />
          <FoldedLegend model={run.model} layout={layout} />
        </div>
      )}
      <div className="scene-stage" ref={stage} style={{ minHeight: leastPx }}>
        {!run && <p className="scene-none">One run for the map is being simulated…</p>}
        {run && layout && (
          <>
            <Ground layout={layout}>
              <Suspense>{isFollowing && <FollowedRoute run={run} layout={layout} part="lines" />}</Suspense>
            </Ground>
            <canvas className="scene-people" ref={canvas} style={{ width, height }} aria-hidden="true" />
            <svg
              className="scene-map"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              style={{ fontSize: layout.fontPx }}
            >
              <Boxes run={run} layout={layout} of="frames" />
              <Boxes run={run} layout={layout} of="boxes" />
              <Suspense>{isFollowing && <FollowedRoute run={run} layout={layout} part="signs" />}</Suspense>
            </svg>
          </>
        )}
      </div>
      {isFollowing && followedWords}
      {run && !isBig && <Legend model={run.model} layout={layout} />}
    </section>
  );
}
