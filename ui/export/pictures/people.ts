// The people on the map for any day, painted for paper on a canvas of their own by the layers of the screen.
import { emptyFrame, fillFrame, NO_GLIDE, type Glide } from '../../playback/frame.ts';
import { layers } from '../../scene/paint/layers/index.ts';
import { layoutScene, PHONE_PX, type SceneLayout } from '../../scene/layout/layout.ts';
import { planOf } from '../../scene/paint/painting.ts';
import { light, looksByNeed } from '../../scene/paint/palette.ts';
import { makeSprites } from '../../scene/paint/sprites.ts';
import { mapOfView } from '../../scene/layout/told-as-one.ts';
import { countsAt, isElsewhereIn } from '../../state/counts.ts';
import { display } from '../../state/display.ts';
import { locality } from '../../state/locality.ts';
import type { WatchedRun } from '../../state/watched.ts';

export interface People {
  readonly canvas: HTMLCanvasElement;
  /** Clears the people painted before. */
  paint(day: number): void;
}

/** Of the map on the screen. */
export function peopleOf(run: WatchedRun, map: SVGSVGElement, ratio: number): People {
  const { width, height } = map.getBoundingClientRect();
  const view = mapOfView(run.map, locality.getState().open, width < PHONE_PX);
  return peopleIn(run, layoutScene(view, width, height, display.getState().picture), ratio, NO_GLIDE);
}

/** `ratio`: pixels of the canvas to one of the layout. */
export function peopleIn(run: WatchedRun, layout: SceneLayout, ratio: number, glide: Glide): People {
  const { width, height } = layout;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) });
  const context = canvas.getContext('2d')!;
  const plan = planOf(layout, run.network.stationIds.length, ratio);
  const looks = looksByNeed(run.model, run.network.needIds, light);
  const frame = emptyFrame();
  const sprites = makeSprites(light);
  const isElsewhere = isElsewhereIn(run);

  function paint(day: number): void {
    const seats = run.timeline.seatsAt(day);
    const { world, holders: taken } = seats;
    fillFrame(frame, seats, run.trace, glide);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const shown = {
      context,
      layout,
      plan,
      frame,
      world,
      taken,
      looks,
      palette: light,
      sprites,
      followed: -1,
      pointed: -1,
      queues: countsAt(run, day).queues,
      isElsewhere,
    };
    for (const layer of layers) layer(shown);
  }

  return { canvas, paint };
}
