// The scene: the ground of the map in SVG, the canvas of people on it, and above both the words of the day.
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { display } from '../state/display.ts';
import { followed } from '../state/followed.ts';
import { locality } from '../state/locality.ts';
import { watched } from '../state/watched.ts';
import { Boxes } from './boxes.tsx';
import { DrawingChoice } from './drawing-choice.tsx';
import type { FollowedRouteProps } from './followed-route.tsx';
import { Ground } from './ground.tsx';
import type { QueueDoorsProps } from './queue-doors.tsx';
import type { LegendProps } from './legend.tsx';
import { Localities } from './locality-buttons.tsx';
import { startLoop, type Painted } from './paint/loop.ts';
import { isCounty } from './layout/county.ts';
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

/** The key comes right after the picture; without it the map is still a map, and every box has its words. */
const Legend = lazy<ComponentType<LegendProps>>(() =>
  import('./legend.tsx').then(
    (piece) => ({ default: piece.Legend }),
    () => ({ default: () => null }),
  ),
);

/** Without it the queues are still seen. */
const QueueDoors = lazy<ComponentType<QueueDoorsProps>>(() =>
  import('./queue-doors.tsx').then(
    (piece) => ({ default: piece.QueueDoors }),
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
  const picture = useStore(display, (state) => state.picture);
  const isBig = run !== null && isCounty(run.map);
  const { layout, leastPx } = useLayout(run && run.map, open, width, height, picture);
  const isFollowing = useStore(followed, (state) => state.person !== undefined);

  // Before the browser paints: the words of a new run are never seen over the marks of the one before.
  useLayoutEffect(() => {
    if (!run || !layout || !canvas.current) return;
    const loop = (painted.current = startLoop(canvas.current, run, layout));
    return () => loop.stop();
  }, [run, layout]);

  // Nobody picks before the map is painted, so a first visit does not wait for what a click does.
  useEffect(() => {
    if (!run || !layout) return undefined;
    let stop: (() => void) | undefined;
    let isWanted = true;
    import('./picking.ts').then(
      ({ startPicking }) => {
        if (isWanted) stop = startPicking({ scene: scene.current!, stage: stage.current!, painted, run, layout });
      },
      () => {},
    );
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [run, layout]);

  return (
    <section className="scene" aria-label="Map of services" ref={scene}>
      {run && isBig && (
        <div className="scene-bar">
          <DrawingChoice model={run.model} />
          <Localities map={run.map} />
          <details className="scene-key">
            <summary>Key</summary>
            <Suspense>
              <Legend model={run.model} layout={layout} />
            </Suspense>
          </details>
        </div>
      )}
      <div className="scene-stage" ref={stage} style={{ minHeight: leastPx }}>
        {!run && <p className="scene-none">No run for the map yet…</p>}
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
            <Suspense>
              <QueueDoors run={run} layout={layout} />
            </Suspense>
          </>
        )}
      </div>
      {isFollowing && followedWords}
      {run && !isBig && (
        <Suspense fallback={<div className="scene-legend" />}>
          <Legend model={run.model} layout={layout} />
        </Suspense>
      )}
    </section>
  );
}
