// The map of a county: whatever its size and the window, every service can be read, by locality or by position.
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { columnsOf, zonesOf } from '../../ui/scene/layout/columns.ts';
import { layoutScene, leastHeight, PHONE_PX, type Box, type SceneLayout } from '../../ui/scene/layout/layout.ts';
import type { MapStation, SceneMap } from '../../ui/shown/map.ts';
import { mapOfView } from '../../ui/scene/layout/told-as-one.ts';

const localities = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B place' },
];
const station = fc.record({
  label: fc.string({ minLength: 1, maxLength: 60 }),
  isExit: fc.boolean(),
  isUnlimited: fc.boolean(),
  isWard: fc.boolean(),
  isTeam: fc.boolean(),
  locality: fc.constantFrom(undefined, 'a', 'b'),
  cells: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4000 })),
  outsideCells: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 })),
  x: fc.double({ min: 0, max: 100, noNaN: true }),
  y: fc.double({ min: 0, max: 100, noNaN: true }),
});

/** Counties of 17 to 60 stations, some with localities and some with positions, with any ways between them. */
const anyCounty: fc.Arbitrary<SceneMap> = fc
  .tuple(
    fc.array(station, { minLength: 17, maxLength: 60 }),
    fc.boolean(),
    fc.constantFrom('none', 'some', 'all'),
    fc.array(fc.tuple(fc.integer({ min: -1, max: 59 }), fc.nat(59), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 150,
    }),
  )
  .map(([some, isTold, placed, ends]) => {
    const stations: MapStation[] = some.map(({ x, y, ...s }, i) => ({
      ...s,
      station: i,
      id: `s${i}`,
      cells: s.isExit ? 0 : s.cells,
      outsideCells: s.isExit ? 0 : s.outsideCells,
      locality: isTold && !s.isExit ? s.locality : undefined,
      position: placed === 'all' || (placed === 'some' && i % 3 === 0) ? { x, y } : undefined,
    }));
    const links = ends
      .filter(([from, to]) => from !== to && from < some.length && to < some.length)
      .map(([from, to, share]) => ({ from, to, share }));
    const unique = [...new Map(links.map((link) => [`${link.from}>${link.to}`, link])).values()];
    return { stations, links: unique, localities: isTold ? localities : [] };
  });

const anyWindow = fc.oneof(
  fc.constantFrom([1029, 440], [1450, 540], [720, 400], [390, 500], [320, 400]),
  fc.tuple(fc.integer({ min: 300, max: 2000 }), fc.integer({ min: 250, max: 1200 })),
);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 1e-6 &&
  b.x < a.x + a.width - 1e-6 &&
  a.y < b.y + b.height - 1e-6 &&
  b.y < a.y + a.height - 1e-6;

function expectReadable(layout: SceneLayout, map: SceneMap): void {
  expect(layout.boxes.map((box) => box.of.id).toSorted()).toEqual(map.stations.map(({ id }) => id).toSorted());
  expect(layout.fontPx).toBeGreaterThanOrEqual(12);
  // Marks of 7 pixels in cells of 8 can be distinguished by their shape; smaller ones are not drawn at all.
  expect(layout.cellPx === 0 || layout.cellPx >= 8).toBe(true);
  for (const [i, box] of layout.boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(layout.width + 1e-6);
    expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 1e-6);
    for (const other of layout.boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
    expect(box.statusY).toBeLessThanOrEqual(box.y + box.height);
    if (box.isBar || layout.cellPx === 0) continue;
    const bottom = box.grid.y + box.grid.rows * layout.rowPx;
    expect(box.grid.columns * box.grid.rows).toBeGreaterThanOrEqual(box.of.cells);
    expect(box.grid.x + box.grid.columns * layout.cellPx).toBeLessThanOrEqual(box.x + box.width);
    expect(bottom).toBeLessThanOrEqual(box.y + box.height);
    if (!box.tray) continue;
    expect(box.tray.columns * box.tray.rows).toBeGreaterThanOrEqual(box.of.outsideCells);
    expect(box.tray.y).toBeGreaterThanOrEqual(bottom - 1e-6);
    expect(box.tray.y + box.tray.rows * layout.rowPx).toBeLessThanOrEqual(box.y + box.height);
  }
}

describe('the layout of a county', () => {
  test('has every service, none over another, in letters that can be read, whole or opened', () => {
    fc.assert(
      fc.property(anyCounty, anyWindow, fc.constantFrom(undefined, 'a', 'b'), (map, [width, height], open) => {
        const view = mapOfView(map, map.localities!.length > 0 ? open : undefined, width < PHONE_PX);
        expectReadable(layoutScene(view, width, Math.max(height, leastHeight(view, width))), view);
      }),
      { numRuns: cases(80) },
    );
  });

  test('a lane holds the rows of its locality and no others', () => {
    fc.assert(
      fc.property(anyCounty, (map) => {
        fc.pre(map.localities!.length > 0 && map.stations.every(({ position }) => !position));
        const { frames, boxes } = layoutScene(map, 1450, Math.max(540, leastHeight(map, 1450)));
        const inside = (box: Box, frame: Box) =>
          box.x >= frame.x &&
          box.y >= frame.y &&
          box.x + box.width <= frame.x + frame.width &&
          box.y + box.height <= frame.y + frame.height + 1;
        for (const frame of frames)
          expect(
            boxes
              .filter((box) => inside(box, frame))
              .map((box) => box.of.id)
              .toSorted(),
          ).toEqual(frame.of.members!.map(({ id }) => id).toSorted());
      }),
      { numRuns: cases(40) },
    );
  });

  test('an opened locality shows its own services, what serves the whole county, and every other locality as one box', () => {
    const map = fixed();
    const view = mapOfView(map, 'a', false);
    expect(view.stations.filter(({ members }) => members).map(({ label }) => label)).toEqual(['B place']);
    expect(view.stations.filter(({ locality }) => locality === 'b')).toEqual([]);
    expect(view.stations.filter(({ locality }) => locality === 'a')).toHaveLength(6);
    const people = view.links.filter(({ from }) => from === 0);
    expect(people.find(({ to }) => to === view.stations.find(({ members }) => members)!.station)!.ways).toEqual(
      map.stations.filter(({ locality }) => locality === 'b').map((one) => `0>${one.station}`),
    );
  });

  test('where people start stands left of the localities, with the team that sees them there', () => {
    const { early } = zonesOf(fixed());
    expect(early.map(({ id }) => id)).toEqual(['acute', 'team']);
    expect(columnsOf(mapOfView(fixed(), 'a', false), 5)[0].map(({ id }) => id)).toEqual(['acute', 'team']);
  });

  test('positions are kept to as nearly as can be when every service has one', () => {
    const map = fixed();
    const placed = map.stations.map((one, i) => ({ ...one, position: { x: 8 + 21 * (i % 5), y: 12 + 24 * (i % 4) } }));
    const { boxes, frames } = layoutScene({ ...map, stations: placed }, 1450, 900);
    expect(frames).toEqual([]);
    for (const box of boxes) {
      const { x, y } = box.of.position!;
      expect(Math.abs(box.x + box.width / 2 - 14.5 * x)).toBeLessThan(160);
      expect(Math.abs(box.y + box.height / 2 - 9 * y)).toBeLessThan(160);
    }
  });

  test('where only some have one, it says who stands above the others', () => {
    const map = fixed();
    const [first, second] = map.stations.filter(({ id }) => id === 'a-0' || id === 'a-1');
    const below = { ...first, position: { x: 50, y: 90 } };
    const above = { ...second, position: { x: 50, y: 10 } };
    const stations = map.stations.map((one) => (one === first ? below : one === second ? above : one));
    const { boxes } = layoutScene({ ...map, stations }, 1450, 900);
    const order = boxes.map((box) => box.of.id).filter((id) => id === 'a-0' || id === 'a-1');
    expect(order).toEqual(['a-1', 'a-0']);
  });
});

/** Where people start, a team, six wards in each of two localities, four services for all, and a way out. */
function fixed(): SceneMap {
  const plain = { isExit: false, isUnlimited: false, cells: 20, outsideCells: 0, isWard: true };
  const ids = [
    'acute',
    'team',
    ...['a', 'b'].flatMap((one) => [0, 1, 2, 3, 4, 5].map((n) => `${one}-${n}`)),
    'c',
    'd',
    'e',
    'f',
    'home',
  ];
  const stations = ids.map((id, i): MapStation => ({
    ...plain,
    station: i,
    id,
    label: id,
    isExit: id === 'home',
    isTeam: id === 'team',
    locality: /^[ab]-/.test(id) ? id[0] : undefined,
  }));
  const services = stations.filter(({ id }) => !['acute', 'team', 'home'].includes(id));
  const links = [
    { from: -1, to: 0, share: 1 },
    { from: 0, to: 1, share: 1 },
    ...services.flatMap(({ station: at }) => [
      { from: 0, to: at, share: 0.1 },
      { from: at, to: ids.length - 1, share: 0.1 },
    ]),
  ];
  return { stations, links, localities };
}
