// A small picture of a document laid out: stations in columns from where people come in, a cell for each place, a line for each way.
import { columnsOf } from '../../scene/layout/columns.ts';
import { looks } from '../../scene/paint/palette.ts';
import { wrap } from '../../scene/layout/wrap.ts';
import { everyValueOf } from '../../../engine/index.ts';
import { placesOf, waysOf, type Drawn } from '../../model/routes.ts';

export interface PictureBox {
  readonly id: string;
  readonly kind: string;
  /** The station's name in lines, with the height of its first; none where there is no room for one. */
  readonly name: readonly string[];
  readonly nameY: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** One for each place, its middle; none where there is no number of places, or no room for all of them. */
  readonly cells: readonly { readonly x: number; readonly y: number }[];
  readonly cellSize: number;
  /** Colour of the need whose place it is. */
  readonly colour: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly boxes: readonly PictureBox[];
  /** Paths. */
  readonly lines: readonly string[];
}

const MARGIN = 6;
const ENTRY = 16;
const PLAIN = 'var(--free)';

/** Without a size of letters, no names are put in. */
export function pictureOf(document: Drawn, width: number, height: number, fontSize = 0): Picture {
  const ids = Object.keys(document.stations);
  const ways = waysOf(document);
  const index = new Map(ids.map((id, at) => [id, at]));
  const columns = columnsOf(
    {
      stations: ids.map((id, station) => ({
        station,
        id,
        label: id,
        isExit: document.stations[id].kind === 'exit',
        isUnlimited: placesOf(document.stations[id]) === null,
        cells: 0,
        outsideCells: 0,
      })),
      links: ways.map(({ from, to }) => ({
        from: from === null ? -1 : index.get(from)!,
        to: index.get(to)!,
        share: 1,
      })),
    },
    5,
  );
  const gap = columns.length > 4 ? 18 : 26;
  const room = width - 2 * MARGIN - ENTRY - gap * (columns.length - 1);
  const weights = columns.map((column) => (column.every(({ isExit }) => isExit) ? 0.6 : 1));
  const unit = room / weights.reduce((sum, weight) => sum + weight, 0);
  const most = Math.max(...columns.map((column) => column.length));
  const between = Math.min(10, height / (3 * most));
  const tall = Math.min(fontSize > 0 ? 90 : 56, (height - 2 * MARGIN - between * (most - 1)) / most);

  let x = MARGIN + ENTRY;
  const boxes = columns.flatMap((column, c) => {
    const wide = unit * weights[c];
    const left = x;
    x += wide + gap;
    const top = (height - column.length * tall - (column.length - 1) * between) / 2;
    return column.map(({ id }, row): PictureBox => {
      const box = { x: left, y: top + row * (tall + between), width: wide, height: tall };
      const station = document.stations[id];
      const places = station.kind === 'exit' ? null : placesOf(station);
      const name = nameIn(box, station.label, fontSize, places !== null);
      const head = name.length === 0 || places === null ? 0 : PADDING + name.length * fontSize * 1.15;
      const rest = { ...box, y: box.y + head, height: box.height - head };
      return {
        id,
        kind: station.kind,
        name,
        nameY: head > 0 ? box.y + PADDING + fontSize * 0.9 : middle(box, name.length, fontSize),
        ...box,
        ...cellsIn(rest, places),
        colour: colourOf(document, id),
      };
    });
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return {
    width,
    height,
    fontSize,
    boxes,
    lines: ways.map(({ from, to }) => lineTo(byId.get(to)!, from === null ? null : byId.get(from)!)),
  };
}

type Place = Pick<PictureBox, 'x' | 'y' | 'width' | 'height'>;

const PADDING = 4;
const LARGEST = 9;
/** Smaller than this they would be dust. */
const SMALLEST = 2.6;

/** Room for one row of places is kept. */
function nameIn({ width, height }: Place, label: string, fontSize: number, hasPlaces: boolean): string[] {
  if (fontSize === 0 || width < fontSize * 4) return [];
  const lines = Math.min(3, Math.floor((height - PADDING - (hasPlaces ? 12 : 0)) / (fontSize * 1.15)));
  return lines < 1 ? [] : wrap(label, width - 2 * PADDING, fontSize, lines);
}

/** Of the first of so many lines in the middle of a box. */
const middle = ({ y, height }: Place, lines: number, fontSize: number): number =>
  y + height / 2 - ((lines - 1) * fontSize * 1.15) / 2 + fontSize * 0.35;

/** Every place as large as fits. */
function cellsIn(box: Place, places: number | null): Pick<PictureBox, 'cells' | 'cellSize'> {
  const none = { cells: [], cellSize: 0 };
  if (places === null || places === 0) return none;
  const [wide, tall] = [box.width - 2 * PADDING, box.height - 2 * PADDING];
  for (let size = LARGEST; size >= SMALLEST; size -= 0.2) {
    const across = Math.floor(wide / size);
    const rows = Math.ceil(places / Math.max(1, across));
    if (across < 1 || rows * size > tall) continue;
    const used = Math.min(places, across);
    const [left, top] = [box.x + (box.width - used * size) / 2, box.y + (box.height - rows * size) / 2];
    const cells = Array.from({ length: places }, (_, n) => ({
      x: left + ((n % across) + 0.5) * size,
      y: top + (Math.floor(n / across) + 0.5) * size,
    }));
    return { cells, cellSize: size };
  }
  return none;
}

/** As on the map: the first needs of the document have looks of their own. */
function colourOf({ needs }: Drawn, station: string): string {
  const at = Object.values(needs).findIndex((need) => everyValueOf(need.goesTo).flat().includes(station));
  return at < 0 ? PLAIN : looks[Math.min(at, looks.length - 1)].css;
}

function lineTo(to: Place, from: Place | null): string {
  const y2 = to.y + to.height / 2;
  const n = (value: number) => Number(value.toFixed(1));
  if (from === null) return `M${n(to.x - ENTRY)},${n(y2)}H${n(to.x)}`;
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  if (to.x > from.x) {
    const bend = (to.x - x1) / 2;
    return `M${n(x1)},${n(y1)}C${n(x1 + bend)},${n(y1)} ${n(to.x - bend)},${n(y2)} ${n(to.x)},${n(y2)}`;
  }
  // To the same column or back: out to the right and in again from there.
  const [right, bow] = [to.x + to.width, Math.max(x1, to.x + to.width) + 14];
  return `M${n(x1)},${n(y1)}C${n(bow)},${n(y1)} ${n(bow)},${n(y2)} ${n(right)},${n(y2)}`;
}
