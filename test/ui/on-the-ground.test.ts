// The map on the ground: true to scale, nothing covers anything, and every name that has no room is left to the table.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeOnTheGround } from '../../ui/model/drawn-on-ground.ts';
import { areasOf, sitesOf } from '../../ui/model/on-the-ground.ts';
import source from '../../ui/scene/on-the-ground/districts.json' with { type: 'json' };
import { projected, type District } from '../../ui/scene/on-the-ground/projected.ts';
import { shortName } from '../../ui/scene/on-the-ground/short-name.ts';
import { kmBetween } from '../../engine/ground/distance.ts';
import { textPx } from '../../ui/scene/layout/letter-widths.ts';
import { shipped, shippedModel } from '../models/shipped.ts';

const county = shippedModel('leicester-leicestershire-rutland-2018');
const all = source.features as unknown as readonly District[];
const FONT_PX = 13;

interface Rect {
  readonly of: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The marks of the county in a room of this size, and what their names cover. */
function laidOut(width: number, height: number) {
  const { areas } = areasOf(county)!;
  const codes = areas.flatMap(({ districts }) => districts);
  const asked = [
    ...areas.map(({ id, centre }) => ({ id, at: centre, radiusPx: 12, lines: [id] })),
    ...sitesOf(county).map(({ at, name }, i) => ({
      id: name,
      at,
      radiusPx: 6 + (i % 5) * 2,
      lines: [shortName(name), '88 of 88 FULL'],
    })),
  ];
  const districts = all.filter(({ properties }) => codes.includes(properties.code));
  const { outlines, spots } = projected(districts, asked, { width, height, fontPx: FONT_PX });
  const names = spots.flatMap(({ id, label }, at): Rect[] => {
    if (!label) return [];
    const lines = asked[at].lines.slice(0, label.lines);
    const wide = Math.max(...lines.map((line) => textPx(line, FONT_PX)));
    const left = { start: label.x, middle: label.x - wide / 2, end: label.x - wide }[label.anchor];
    const top = label.y - FONT_PX * 0.95;
    return [{ of: id, left, top, right: left + wide, bottom: top + lines.length * FONT_PX * 1.2 }];
  });
  const marks = spots.map(({ id, x, y, radiusPx }): Rect => ({
    of: id,
    left: x - radiusPx,
    top: y - radiusPx,
    right: x + radiusPx,
    bottom: y + radiusPx,
  }));
  return { outlines, spots, names, marks };
}

const SLACK_PX = 1e-6;
const meet = (one: Rect, other: Rect): boolean =>
  one.left < other.right - SLACK_PX &&
  other.left < one.right - SLACK_PX &&
  one.top < other.bottom - SLACK_PX &&
  other.top < one.bottom - SLACK_PX;

test('every shipped document that says where its people live names districts that there are', () => {
  const known = new Set(all.map(({ properties }) => properties.code));
  const told = shipped.flatMap(({ model }) => areasOf(model)?.areas ?? []);
  expect(told.length).toBeGreaterThan(0);
  for (const { id, districts } of told)
    for (const code of districts) expect(known.has(code), `${id} ${code}`).toBe(true);
  expect(shipped.filter(({ model }) => canBeOnTheGround(model)).map(({ model }) => model.id)).toEqual([county.id]);
});

test('the eight community hospitals are where they are, stroke wards in the building of their hospital', () => {
  const sites = sitesOf(county);
  expect(sites.filter(({ locality }) => locality !== undefined)).toHaveLength(8);
  expect(sites.find(({ name }) => name === 'Coalville Community Hospital')!.stations).toEqual([
    'coalville',
    'coalville-stroke',
  ]);
});

test('at any size: no mark covers another, no name a mark or a name, and none leaves the map', () => {
  fc.assert(
    fc.property(fc.integer({ min: 280, max: 1400 }), fc.integer({ min: 240, max: 900 }), (width, height) => {
      const { outlines, spots, names, marks } = laidOut(width, height);
      expect(outlines.size).toBe(9);
      for (const [i, one] of spots.entries())
        for (const other of spots.slice(i + 1)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          expect(apart, `${one.id} and ${other.id}`).toBeGreaterThan(0.85 * (one.radiusPx + other.radiusPx));
        }
      for (const [i, one] of names.entries()) {
        expect(Math.min(one.left, one.top, width - one.right, height - one.bottom)).toBeGreaterThanOrEqual(-SLACK_PX);
        expect([...names.slice(i + 1), ...marks].filter((other) => meet(one, other)).map(({ of }) => of)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('on a laptop and on a wall most names have room', () => {
  expect(laidOut(375, 300).names.length).toBeGreaterThanOrEqual(9);
  expect(laidOut(900, 720).names).toHaveLength(12);
});

test('true to scale: the two hospitals that are furthest apart, in pixels a kilometre, as any other two', () => {
  const { spots } = laidOut(1400, 1100);
  const at = (name: string) => spots.find(({ id }) => id === name)!;
  const site = (name: string) => sitesOf(county).find((one) => one.name === name)!.at;
  const pxPerKm = (one: string, other: string) =>
    Math.hypot(at(one).x - at(other).x, at(one).y - at(other).y) / kmBetween(site(one), site(other));
  const wide = pxPerKm('Coalville Community Hospital', 'Rutland Memorial Hospital');
  const high = pxPerKm('Loughborough Hospital', 'Feilding Palmer Hospital');
  expect(wide / high).toBeGreaterThan(0.98);
  expect(wide / high).toBeLessThan(1.02);
});
