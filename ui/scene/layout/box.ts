// A box: where one service is on the map, where its words go, and the grid of its cells.
import type { MapStation } from '../../shown/map.ts';

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
}

/** How a station is drawn: a box with words above its marks, or, where there are many, a row with words in full, on one line if they fit, or with few of them on one line. */
export type Style = 'box' | 'two lines' | 'one line';

export interface Box {
  readonly of: MapStation;
  readonly style: Style;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly nameLines: readonly string[];
  /** Baselines, from the top of the map. */
  readonly nameY: number;
  readonly statusY: number;
  /** Where the numbers begin. */
  readonly statusX: number;
  /** They end at the right edge instead, on the line of the name. */
  readonly isAtRight: boolean;
  /** From one line of words to the next. */
  readonly linePx: number;
  /** Numbers take two lines, or one. */
  readonly stacked: boolean;
  readonly grid: Grid;
  /** Too many people for marks of their own: a bar as long as they are many. */
  readonly isBar: boolean;
  /** Cells of those who wait outside, below a dashed line. */
  readonly tray: Grid | null;
  readonly trayY: number;
}

/** As what it is drawn: `own` is a row of a locality's own. */
export function kindOf({ of, style }: Box): 'box' | 'exit' | 'locality' | 'row' | 'own' {
  if (of.members) return 'locality';
  if (of.isExit) return 'exit';
  if (style === 'box') return 'box';
  return of.locality === undefined ? 'row' : 'own';
}
