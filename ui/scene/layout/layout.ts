// Layout of any map: by position where the document gives it, in lanes for a county's localities, else in columns. Pure.
import { layoutColumns, leastColumnsHeight, PHONE_PX } from './columns-layout.ts';
import { hasLanes, layoutLanes, leastLanesHeight } from './lanes.ts';
import type { SceneMap } from '../../shown/map.ts';
import type { Picture } from '../../state/display.ts';
import { isPlaced, layoutPlaced } from './placed.ts';
import type { SceneLayout } from './scene-layout.ts';
import { isCounty } from './county.ts';

export { PHONE_PX } from './columns-layout.ts';
export { mapOfView } from './told-as-one.ts';
export type { Box, Grid } from './box.ts';
export type { SceneLayout } from './scene-layout.ts';

const isInLanes = (map: SceneMap, width: number): boolean => width >= PHONE_PX && isCounty(map) && hasLanes(map);

/** Everything a box needs is a number of lines and rows, so a size that fits is found by trying, the best first. */
export function layoutScene(map: SceneMap, width: number, height: number, picture: Picture = 'places'): SceneLayout {
  const placed = width >= PHONE_PX && isPlaced(map) ? layoutPlaced(map, width, height, picture) : null;
  if (placed) return placed;
  return isInLanes(map, width) ? layoutLanes(map, width, height, picture) : layoutColumns(map, width, height, picture);
}

/** A map is given at least this height, so that it scrolls rather than shrinks. */
export const leastHeight = (map: SceneMap, width: number): number =>
  isInLanes(map, width) ? leastLanesHeight(map, width) : leastColumnsHeight(map, width);
