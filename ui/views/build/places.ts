// Where each thing of a drawing is: a service where its document says, or in columns by its distance from where people come in.
import type { Draft } from '../../model/draft/draft.ts';
import type { Point } from '../../model/draft/add.ts';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { waysOf } from '../../model/routes.ts';
import { columnsOf } from '../../scene/layout/columns.ts';

/** What the document's 100 % of width and height are here, in pixels of the drawing, and how large a thing is. */
const [WIDTH, HEIGHT] = [760, 480];
/** Beyond so many services a drawing is as high as its longest column needs. */
const MANY = 12;
export const NODE = { width: 156, height: 70 };
const MOST_COLUMNS = 6;

/** By node: the path of a stream or service, or the word `need`. */
export function placesIn(draft: Draft): Map<string, Point> {
  const found = new Map<string, Point>();
  const { laidOut, height } = laidOutIn(draft);
  for (const [id, { position }] of Object.entries(draft.stations)) {
    const at = position ?? laidOut.get(id)!;
    found.set(`stations.${id}`, { x: (at.x / 100) * WIDTH, y: (at.y / 100) * height });
  }
  const streams = Object.keys(draft.streams);
  const left = Math.min(0, ...[...found.values()].map(({ x }) => x)) - NODE.width - 50;
  for (const [at, id] of streams.entries())
    found.set(`streams.${id}`, { x: left, y: ((at + 1) / (streams.length + 1)) * height });
  const routes = drawnRoutes(draft);
  const ends = (of: 'before' | 'after') =>
    routes.flatMap(({ owner, to }) => {
      const key = of === 'before' ? (to === 'need' ? owner : '') : owner.startsWith('needs.') ? `stations.${to}` : '';
      const at = found.get(key);
      return at ? [at] : [];
    });
  const [before, after] = [ends('before'), ends('after')];
  if (before.length > 0) {
    const x = Math.max(...before.map((at) => at.x));
    const next = Math.min(...after.map((at) => at.x).filter((one) => one > x));
    const y = [...before, ...after].reduce((sum, at) => sum + at.y, 0) / (before.length + after.length);
    found.set('need', { x: Number.isFinite(next) ? (x + next) / 2 : x + NODE.width + 60, y });
  }
  return found;
}

/** As a place in the document: within its picture, to a tenth of a per cent. */
export function positionOf(draft: Draft, { x, y }: Point): Point {
  const within = (value: number) => Math.min(100, Math.max(0, Number((value * 100).toFixed(1))));
  return { x: within(x / WIDTH), y: within(y / laidOutIn(draft).height) };
}

/** One above the next, so that a route past a service is not drawn behind it: left, middle and right, then lower and higher. */
const SERVICES: readonly Point[] = [
  { x: 4, y: 45 },
  { x: 33, y: 15 },
  { x: 62, y: 45 },
  ...[75, 0, 30, 60, 90, 15, 45].flatMap((y) => [33, 4, 62].map((x) => ({ x, y }))),
];
const WAYS_OUT: readonly Point[] = [45, 15, 75, 30, 60, 90, 0].map((y) => ({ x: 91, y }));

/** The first place with nothing near it, for another service: ways out to the right. */
export function freePlace(draft: Draft, kind: string): Point {
  const taken = [...placesIn(draft)].flatMap(([id, at]) => (id.startsWith('stations.') ? [positionOf(draft, at)] : []));
  const isFree = (place: Point) => !taken.some((at) => Math.abs(at.x - place.x) < 23 && Math.abs(at.y - place.y) < 15);
  const free = (kind === 'exit' ? WAYS_OUT : SERVICES).find(isFree);
  if (free) return free;
  // So many that some lie over others: each in a place of its own all the same.
  return { x: (taken.length * 7) % 97, y: (taken.length * 13) % 89 };
}

function laidOutIn(draft: Draft): { readonly laidOut: Map<string, Point>; readonly height: number } {
  const ids = Object.keys(draft.stations);
  const index = new Map(ids.map((id, at) => [id, at]));
  const columns = columnsOf(
    {
      stations: ids.map((id, station) => ({
        station,
        id,
        label: id,
        isExit: draft.stations[id].kind === 'exit',
        isUnlimited: true,
        cells: 0,
        outsideCells: 0,
      })),
      links: waysOf(draft).map(({ from, to }) => ({
        from: from === null ? -1 : index.get(from)!,
        to: index.get(to)!,
        share: 1,
      })),
    },
    MOST_COLUMNS,
  );
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const height = ids.length > MANY ? Math.max(HEIGHT, rows * (NODE.height + 16)) : HEIGHT;
  const laidOut = new Map(
    columns.flatMap((column, c) =>
      column.map(({ id }, row) => [
        id,
        { x: (100 * c) / Math.max(1, columns.length - 1), y: (100 * (row + 0.5)) / column.length },
      ]),
    ),
  );
  return { laidOut, height };
}
