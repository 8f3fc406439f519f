// The layout of the map: whatever the network and the window, nothing overlaps and nothing is cut off.
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { layoutScene, leastHeight, type Box, type SceneLayout } from '../../ui/scene/layout/layout.ts';
import type { MapStation, SceneMap } from '../../ui/shown/map.ts';
import { pointAlong } from '../../ui/scene/layout/pipes.ts';
import { doorOf, markAt, marksAt, spotAt } from '../../ui/scene/layout/door.ts';
import { wrap } from '../../ui/scene/layout/wrap.ts';

const station = fc.record({
  label: fc.string({ minLength: 1, maxLength: 60 }),
  isExit: fc.boolean(),
  isUnlimited: fc.boolean(),
  cells: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4000 })),
  outsideCells: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 })),
});

/** Networks of 2 to 15 stations with any ways between them, cycles and unreachable stations included. */
const anyMap: fc.Arbitrary<SceneMap> = fc.array(station, { minLength: 2, maxLength: 15 }).chain((some) => {
  const stations: MapStation[] = some.map((s, i) => ({ ...s, station: i, id: `s${i}`, cells: s.isExit ? 0 : s.cells }));
  const end = fc.integer({ min: 0, max: some.length - 1 });
  const link = fc.record({
    from: fc.integer({ min: -1, max: some.length - 1 }),
    to: end,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc
    .uniqueArray(link, { maxLength: 30, selector: (l) => `${l.from}>${l.to}` })
    .map((links) => ({ stations, links: links.filter((l) => l.from !== l.to) }));
});

const anyWindow = fc.oneof(
  fc.constantFrom([1366, 768], [1024, 768], [1920, 1080], [390, 844], [1050, 480], [320, 568]),
  fc.tuple(fc.integer({ min: 300, max: 2000 }), fc.integer({ min: 200, max: 1200 })),
);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectSound(layout: SceneLayout, map: SceneMap): void {
  expect(layout.boxes).toHaveLength(map.stations.length);
  // Marks of 7 pixels in cells of 8 can be distinguished by their shape; smaller ones are not drawn at all.
  expect(layout.cellPx === 0 || layout.cellPx >= 8).toBe(true);
  for (const [i, box] of layout.boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
    expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 1e-9);
    for (const other of layout.boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
    expect(box.statusY).toBeLessThan(box.y + box.height);
    if (layout.cellPx === 0 || box.isBar) continue;
    const bottom = box.grid.y + box.grid.rows * layout.rowPx;
    expect(box.grid.columns * box.grid.rows).toBeGreaterThanOrEqual(box.of.cells);
    expect(box.grid.x + box.grid.columns * layout.cellPx).toBeLessThanOrEqual(box.x + box.width);
    expect(bottom).toBeLessThanOrEqual(box.y + box.height);
    if (!box.tray) continue;
    expect(box.tray.columns * box.tray.rows).toBeGreaterThanOrEqual(box.of.outsideCells);
    expect(box.trayY).toBeGreaterThanOrEqual(bottom);
    expect(box.tray.y).toBeGreaterThanOrEqual(box.trayY);
    expect(box.tray.y + box.tray.rows * layout.rowPx).toBeLessThanOrEqual(box.y + box.height);
  }
}

describe('the layout', () => {
  test('fits any network into any window', () => {
    fc.assert(
      fc.property(anyMap, anyWindow, (map, [width, height]) => {
        const room = Math.max(height, leastHeight(map, width));
        expectSound(layoutScene(map, width, room), map);
      }),
      { numRuns: cases(120) },
    );
  });

  test('whoever queues at a door stands on no service, in any window', () => {
    fc.assert(
      fc.property(anyMap, anyWindow, fc.integer({ min: 1, max: 400 }), (map, [width, height], people) => {
        const layout = layoutScene(map, width, Math.max(height, leastHeight(map, width)));
        for (const box of layout.boxes) {
          const door = doorOf(layout, box);
          if (!door) continue;
          const marks = marksAt(door, people);
          for (let at = 0; at < marks; at++) {
            const [x, y] = spotAt(door, marks, at);
            const side = door.step;
            expect(markAt(door, marks, x + side / 2, y + side / 2)).toBe(at);
            expect([x >= 0, y >= 0, y + side <= layout.height]).toEqual([true, true, true]);
            const on = layout.boxes.filter(
              (one) => x < one.x + one.width && one.x < x + side && y < one.y + one.height && one.y < y + side,
            );
            expect(on).toEqual([]);
          }
        }
      }),
      { numRuns: cases(80) },
    );
  });

  test('pipes begin and end at the edges of their boxes', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { boxes, frames, pipes } = layoutScene(map, 1366, 1100);
        for (const pipe of pipes) {
          const to = [...boxes, ...frames].find((box) => box.of.station === pipe.to)!;
          const [x, y] = pointAlong(pipe.curves, 1);
          expect([to.x, to.x + to.width].some((edge) => Math.abs(edge - x) < 1e-6)).toBe(true);
          expect(y).toBeGreaterThanOrEqual(to.y);
          expect(y).toBeLessThanOrEqual(to.y + to.height);
        }
      }),
      { numRuns: cases(50) },
    );
  });

  test('the hospital stands left, the pathways in the middle, home at the right, in the order of the document', () => {
    const { boxes } = layoutScene(ilkeston, 1366, 600);
    expect(boxes.map((box) => [box.of.id, box.column])).toEqual([
      ['acute', 0],
      ['p1', 1],
      ['p2', 1],
      ['p3', 1],
      ['home', 2],
    ]);
    expect(boxes[1].y).toBeLessThan(boxes[2].y);
  });

  test.each([
    [1366, 600, 14, 14],
    [1050, 480, 14, 12],
    [724, 520, 13, 10],
    [1920, 900, 22, 20],
    [390, 500, 13, 10],
  ])('at %d × %d words and marks can be read', (width, height, font, cell) => {
    const layout = layoutScene(ilkeston, width, height);
    expect(layout.fontPx).toBeGreaterThanOrEqual(font);
    expect(layout.cellPx).toBeGreaterThanOrEqual(cell);
  });

  test('a phone has one column and no pipes', () => {
    const { boxes, pipes } = layoutScene(ilkeston, 390, 500);
    expect(new Set(boxes.map((box) => box.x)).size).toBe(1);
    expect(pipes).toEqual([]);
  });
});

test('names of two hundred letters keep words that can be read and marks for people, on a laptop and on a phone', () => {
  const long: SceneMap = {
    ...ilkeston,
    stations: ilkeston.stations.map((one) => ({ ...one, label: `${one.label} `.repeat(20).slice(0, 200) })),
  };
  for (const [width, height] of [
    [1030, 220],
    [370, 460],
  ] as const) {
    const layout = layoutScene(long, width, Math.max(height, leastHeight(long, width)));
    expectSound(layout, long);
    expect([layout.fontPx >= 13, layout.cellPx >= 8]).toEqual([true, true]);
  }
});

test('names wrap at spaces and end in an ellipsis only when they must', () => {
  expect(wrap('Pathway 1 · home support', 1000, 10, 2)).toEqual(['Pathway 1 · home support']);
  expect(wrap('Pathway 1 · home support', 80, 10, 2)).toEqual(['Pathway 1', 'home support']);
  expect(wrap('Community stroke rehabilitation', 60, 10, 2)).toEqual(['Community', 'stroke reh…']);
});

const plain = { isExit: false, isUnlimited: false, outsideCells: 0 };
const ilkeston: SceneMap = {
  stations: [
    { ...plain, station: 0, id: 'acute', label: 'Acute hospital', isUnlimited: true, cells: 42 },
    { ...plain, station: 2, id: 'p1', label: 'Pathway 1 · home support', cells: 37 },
    { ...plain, station: 3, id: 'p2', label: 'Pathway 2 · supportive bed', cells: 11 },
    { ...plain, station: 4, id: 'p3', label: 'Pathway 3 · nurse-led ward', cells: 24 },
    { ...plain, station: 1, id: 'home', label: 'Home or onward', isExit: true, cells: 0 },
  ],
  links: [
    { from: -1, to: 0, share: 1 },
    { from: 0, to: 2, share: 0.6 },
    { from: 0, to: 3, share: 0.1 },
    { from: 0, to: 4, share: 0.3 },
    { from: 2, to: 1, share: 0.7 },
    { from: 3, to: 1, share: 0.1 },
    { from: 4, to: 2, share: 0.1 },
    { from: 4, to: 1, share: 0.2 },
  ],
};
