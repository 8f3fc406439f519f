// The scene: the ground of the map in SVG, the canvas of people on it, and above both the words of the day.
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { display } from '../state/display.ts';
import { followed } from '../state/followed.ts';
import { locality } from '../state/locality.ts';
import { watched } from '../state/watched.ts';
import { Boxes } from './boxes.tsx';
import type { CountyBarProps } from './county-bar.tsx';
import type { FollowedRouteProps } from './followed-route.tsx';
import { Ground } from './ground.tsx';
import type { QueueDoorsProps } from './queue-doors.tsx';
import type { LegendProps } from './legend.tsx';
import { startLoop, type Painted } from './paint/loop.ts';
import { isCounty } from './layout/county.ts';
import { useLayout } from './layout/use-layout.ts';
import { useSize } from '../ground/use-size.ts';
import './scene.css';

/** What comes after the picture. A piece that cannot be fetched leaves the map without it; the page says so elsewhere. */
const later = <Props,>(piece: Promise<ComponentType<Props>>) =>
  piece.then(
    (found) => ({ default: found }),
    () => ({ default: () => null }),
  );

const FollowedRoute = lazy<ComponentType<FollowedRouteProps>>(() =>
  later(import('./followed-route.tsx').then((piece) => piece.FollowedRoute)),
);
const Legend = lazy<ComponentType<LegendProps>>(() => later(import('./legend.tsx').then((piece) => piece.Legend)));
const CountyBar = lazy<ComponentType<CountyBarProps>>(() =>
  later(import('./county-bar.tsx').then((piece) => piece.CountyBar)),
);
const QueueDoors = lazy<ComponentType<QueueDoorsProps>>(() =>
  later(import('./queue-doors.tsx').then((piece) => piece.QueueDoors)),
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
        <Suspense fallback={<div className="scene-bar" />}>
          <CountyBar run={run} layout={layout} />
        </Suspense>
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
