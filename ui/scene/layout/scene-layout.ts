// A laid out map: its boxes, what frames them and the pipes between them, for one width and height.
import type { Box } from './box.ts';
import type { Picture } from '../../state/display.ts';
import type { Pipe } from './pipes.ts';

export interface SceneLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell with its gap; 0: too crowded for marks, so boxes are bars. */
  readonly cellPx: number;
  /** Height of a row of cells. */
  readonly rowPx: number;
  readonly picture: Picture;
  /** Room left of every box, where its queue may stand. */
  readonly doorPx: number;
  readonly fontPx: number;
  readonly boxes: readonly Box[];
  /** Round the services of a locality, where localities stand side by side. */
  readonly frames: readonly Box[];
  readonly pipes: readonly Pipe[];
}
