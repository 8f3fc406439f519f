// The scene: the map of services in SVG, its words kept up with the day, and the canvas of people above it.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { locality } from '../stores/locality.ts';
import { watched } from '../stores/watched.ts';
import { Boxes } from './boxes.tsx';
import { layoutScene, leastHeight, PHONE_PX } from './layout.ts';
import { FoldedLegend, Legend } from './legend.tsx';
import { startLoop } from './loop.ts';
import { Localities } from './locality-buttons.tsx';
import { PipeLines } from './pipe-lines.tsx';
import { isCounty, mapOfView } from './told-as-one.ts';
import './scene.css';

export function Scene() {
  const run = useStore(watched, (state) => state.run);
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(stage);
  const open = useStore(locality, (state) => state.open);
  const map = useMemo(() => run && mapOfView(run.map, open, width < PHONE_PX), [run, open, width]);
  const isBig = run !== null && isCounty(run.map);
  const layout = useMemo(
    () => (map && width > 0 && height > 0 ? layoutScene(map, width, height) : null),
    [map, width, height],
  );

  useEffect(() => {
    return run && layout && canvas.current ? startLoop(canvas.current, run, layout) : undefined;
  }, [run, layout]);

  return (
    <section className="scene" aria-label="Map of services">
      {run && isBig && (
        <div className="scene-bar">
          <Localities map={run.map} />
          <FoldedLegend model={run.model} />
        </div>
      )}
      <div className="scene-stage" ref={stage} style={{ minHeight: map ? leastHeight(map, width) : undefined }}>
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
              <Boxes layout={layout} />
            </svg>
            <canvas className="scene-people" ref={canvas} style={{ width, height }} aria-hidden="true" />
          </>
        )}
      </div>
      {run && !isBig && <Legend model={run.model} />}
    </section>
  );
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
