// The layout for a map: columns are always loaded; a county or a placed map fetches what it needs.
import { useEffect, useMemo, useState } from 'react';
import { layoutColumns, leastColumnsHeight } from './columns-layout.ts';
import type { SceneMap } from '../../shown/map.ts';
import type { SceneLayout } from './scene-layout.ts';
import { isCounty } from './told-as-one.ts';

interface Layouts {
  layoutScene(map: SceneMap, width: number, height: number): SceneLayout;
  leastHeight(map: SceneMap, width: number): number;
}

const columns: Layouts = { layoutScene: layoutColumns, leastHeight: leastColumnsHeight };
let fetched: Layouts | undefined;

const isMoreThanColumns = (map: SceneMap): boolean => isCounty(map) || map.stations.some((station) => station.position);

/** Null while there is no map, no room, or the layout it needs is on its way; a piece that cannot be fetched leaves columns. */
export function useLayout(map: SceneMap | null, width: number, height: number) {
  const [all, setAll] = useState(fetched);
  const needsMore = map !== null && isMoreThanColumns(map);
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
  const layout = useMemo(
    () => (map && layouts && width > 0 && height > 0 ? layouts.layoutScene(map, width, height) : null),
    [map, layouts, width, height],
  );
  return { layout, leastPx: map && layouts ? layouts.leastHeight(map, width) : undefined };
}
