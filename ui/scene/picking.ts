// Picking on the map: a click on a mark follows that person, a click on a locality opens it, Escape takes one step back.
import { useEffect } from 'react';
import { followed, follow, stopFollowing } from '../state/followed.ts';
import { locality, openLocality } from '../state/locality.ts';
import type { WatchedRun } from '../state/watched.ts';
import type { Box } from './layout/box.ts';
import type { SceneLayout } from './layout/scene-layout.ts';
import type { Painted } from './paint/loop.ts';

/** Everything that can be picked has a button or a table elsewhere on the page that does the same. */
export function usePicking(
  stage: React.RefObject<HTMLElement | null>,
  painted: React.RefObject<Painted | undefined>,
  run: WatchedRun | null,
  layout: SceneLayout | null,
): void {
  useEffect(() => {
    const element = stage.current;
    if (!element || !run || !layout) return;
    const onClick = (event: MouseEvent) => {
      const corner = element.getBoundingClientRect();
      const [x, y] = [event.clientX - corner.x, event.clientY - corner.y];
      const person = painted.current?.personAt(x, y) ?? -1;
      const opens = [...layout.boxes, ...layout.frames].find((box) => isLocality(box) && holds(box, x, y));
      if (person >= 0) follow(run, person);
      else if (opens) openLocality(opens.of.id);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [stage, painted, run, layout]);
}

/** Escape, wherever it is pressed within the scene. */
export function useSteppingBack(scene: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scene.current!;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      if (followed.getState().person) stopFollowing();
      else if (locality.getState().open !== undefined) openLocality(undefined);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [scene]);
}

/** The lane of what serves the whole county has no map of its own. */
const isLocality = ({ of }: Box): boolean => of.members !== undefined && of.id !== '';

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
