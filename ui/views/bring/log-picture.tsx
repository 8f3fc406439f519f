// The picture of a log: its stations with their people, as in Explore, without the model's sliders.
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useSize } from '../../ground/use-size.ts';
import { Boxes } from '../../scene/boxes.tsx';
import { Ground } from '../../scene/ground.tsx';
import { useLayout } from '../../scene/layout/use-layout.ts';
import { Legend } from '../../scene/legend.tsx';
import { startLoop } from '../../scene/paint/loop.ts';
import { display } from '../../state/display.ts';
import type { WatchedRun } from '../../state/watched.ts';
import '../../scene/scene.css';

export function LogPicture({ run, unit }: { readonly run: WatchedRun; readonly unit: 'days' | 'hours' }) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(stage);
  const picture = useStore(display, (state) => state.picture);
  const { layout, leastPx } = useLayout(run.map, undefined, width, height, picture);
  // Before the browser paints, so that words and marks are of the same run.
  useLayoutEffect(() => {
    if (!layout || !canvas.current) return;
    const loop = startLoop(canvas.current, run, layout);
    return () => loop.stop();
  }, [run, layout]);
  return (
    <section className="scene bring-scene" aria-label="Map of the log">
      <div className="scene-stage" ref={stage} style={{ minHeight: leastPx }}>
        {layout && (
          <>
            <Ground layout={layout} />
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
            </svg>
          </>
        )}
      </div>
      {unit === 'days' ? (
        <Legend model={run.model} layout={layout} />
      ) : (
        <p className="small">
          Each mark is a person, its shape and colour the pathway; who waits has a band, darker after 7 hours and after
          21.
        </p>
      )}
    </section>
  );
}
