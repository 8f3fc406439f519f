// Picking on the map: a click on a mark follows that person, a click on a locality opens it, Escape takes one step back.
import { followed, follow, stopFollowing } from '../state/followed.ts';
import { locality, openLocality } from '../state/locality.ts';
import type { WatchedRun } from '../state/watched.ts';
import type { Box } from './layout/box.ts';
import type { SceneLayout } from './layout/scene-layout.ts';
import type { Painted } from './paint/loop.ts';

export interface Pickable {
  readonly scene: HTMLElement;
  readonly stage: HTMLElement;
  /** What is painted just now. */
  readonly painted: React.RefObject<Painted | undefined>;
  readonly run: WatchedRun;
  readonly layout: SceneLayout;
}

/** Everything that can be picked has a button or a table elsewhere on the page that does the same. Returns what ends it. */
export function startPicking({ scene, stage, painted, run, layout }: Pickable): () => void {
  const onClick = (event: MouseEvent) => {
    const corner = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - corner.x, event.clientY - corner.y];
    const person = painted.current?.personAt(x, y) ?? -1;
    const opens = [...layout.boxes, ...layout.frames].find((box) => isLocality(box) && holds(box, x, y));
    if (person >= 0) follow(run, person);
    else if (opens) openLocality(opens.of.id);
  };
  stage.addEventListener('click', onClick);
  scene.addEventListener('keydown', stepBack);
  return () => {
    stage.removeEventListener('click', onClick);
    scene.removeEventListener('keydown', stepBack);
  };
}

/** Escape, wherever it is pressed within the scene. */
function stepBack({ key }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  if (followed.getState().person) stopFollowing();
  else if (locality.getState().open !== undefined) openLocality(undefined);
}

/** The lane of what serves the whole county has no map of its own. */
const isLocality = ({ of }: Box): boolean => of.members !== undefined && of.id !== '';

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
