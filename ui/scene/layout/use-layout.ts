// The layout for a map: columns are always loaded; a county or a placed map fetches what it needs.
import { useEffect, useMemo, useState } from 'react';
import { layoutColumns, leastColumnsHeight, PHONE_PX } from './columns-layout.ts';
import type { SceneMap } from '../../shown/map.ts';
import type { Picture } from '../../state/display.ts';
import type { SceneLayout } from './scene-layout.ts';
import { isCounty } from './county.ts';

interface Layouts {
  /** What is laid out of it. */
  mapOfView(map: SceneMap, open: string | undefined, isNarrow: boolean): SceneMap;
  layoutScene(map: SceneMap, width: number, height: number, picture: Picture): SceneLayout;
  leastHeight(map: SceneMap, width: number): number;
}

const columns: Layouts = { mapOfView: (map) => map, layoutScene: layoutColumns, leastHeight: leastColumnsHeight };
let fetched: Layouts | undefined;

const isMoreThanColumns = (map: SceneMap): boolean => isCounty(map) || map.stations.some((station) => station.position);

/** Null while there is no map, no room, or the layout it needs is on its way; a piece that cannot be fetched leaves columns. */
/** `open`: the locality that is opened. */
export function useLayout(
  whole: SceneMap | null,
  open: string | undefined,
  width: number,
  height: number,
  picture: Picture,
) {
  const [all, setAll] = useState(fetched);
  const needsMore = whole !== null && isMoreThanColumns(whole);
  useEffect(() => {
    if (!needsMore || all) return undefined;
    let isWanted = true;
    import('./layout.ts').then(
      (layouts) => isWanted && setAll((fetched = layouts)),
      () => isWanted && setAll(columns),
    );
    return () => void (isWanted = false);
  }, [needsMore, all]);
  const layouts = needsMore ? all : columns;
  const map = useMemo(
    () => whole && (layouts?.mapOfView(whole, open, width < PHONE_PX) ?? null),
    [whole, layouts, open, width],
  );
  const layout = useMemo(
    () => (map && layouts && width > 0 && height > 0 ? layouts.layoutScene(map, width, height, picture) : null),
    [map, layouts, width, height, picture],
  );
  return { layout, leastPx: map && layouts ? layouts.leastHeight(map, width) : undefined };
}
