// Where things are drawn: everything in every shipped model has a place of its own, and a service that is added lies over no other.
import { describe, expect, it } from 'vitest';
import { addStation } from '../../ui/model/draft/add.ts';
import { blankDraft } from '../../ui/model/draft/draft.ts';
import { drawnRoutes } from '../../ui/model/draft/routes.ts';
import { labelPlace } from '../../ui/views/build/label-place.ts';
import { freePlace, NODE, placesIn, positionOf } from '../../ui/views/build/places.ts';
import { shipped } from '../models/shipped.ts';

describe('places', () => {
  it.each(shipped)('$id: every end of every route is somewhere, and no two at one point', ({ model }) => {
    const places = placesIn(model);
    for (const { owner, to } of drawnRoutes(model)) {
      expect([...places.keys()]).toContain(owner.startsWith('needs.') ? `stations.${to}` : owner);
      expect([...places.keys()]).toContain(to === 'need' ? 'need' : `stations.${to}`);
    }
    const points = [...places.values()].map(({ x, y }) => `${x} ${y}`);
    expect(points.every((point) => !point.includes('NaN'))).toBe(true);
    expect(new Set(points).size).toBe(points.length);
  });

  it('of nine services added one after another none lies over another', () => {
    const kinds = ['ward', 'ward', 'caseload', 'team', 'exit', 'delay', 'exit', 'ward', 'caseload'];
    const draft = kinds.reduce(
      (before, kind) => addStation(before, kind, kind, freePlace(before, kind)).draft,
      blankDraft('Our place', '2027-04-01'),
    );
    const all = [...placesIn(draft).values()];
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height).toBe(true);
  });

  it('a route from the first of three services to the third is not drawn behind the second', () => {
    const draft = ['ward', 'ward', 'caseload'].reduce(
      (before, kind) => addStation(before, kind, kind, freePlace(before, kind)).draft,
      blankDraft('Our place', '2027-04-01'),
    );
    const [first, second, third] = [...placesIn(draft).values()];
    // Both ends are in the middle of a side.
    expect(first!.y).toBe(third!.y);
    expect(Math.abs(first!.y - second!.y)).toBeGreaterThan(NODE.height / 2 + 10);
  });

  it('a place in the document is within its picture', () => {
    expect(positionOf(blankDraft('A', '2027-04-01'), { x: -50, y: 5000 })).toEqual({ x: 0, y: 100 });
    expect(positionOf(blankDraft('A', '2027-04-01'), { x: 95, y: 240 })).toEqual({ x: 12.5, y: 50 });
  });
});

describe('the words of a route', () => {
  const straight = 'M0,0 C0,0 100,0 100,0';
  const box = (x: number, y: number) => ({ x, y, width: 20, height: 20 });

  it('are in its middle, or as near to it as no box lies over them', () => {
    expect(labelPlace(straight, 1, [])).toEqual([50, 0]);
    expect(labelPlace(straight, 1, [box(40, 100)])).toEqual([50, 0]);
    const [x, y] = labelPlace(straight, 1, [box(40, -10)]);
    expect(y).toBe(0);
    // Half the box and half a letter away.
    expect(Math.abs(x - 50)).toBeGreaterThanOrEqual(15);
    expect(Math.abs(x - 50)).toBeLessThan(35);
  });

  it('are in the middle where every place is behind a box, and of a path with tiny numbers', () => {
    expect(labelPlace(straight, 1, [{ x: -50, y: -50, width: 200, height: 100 }])).toEqual([50, 0]);
    expect(labelPlace('M1e-7,-0.5 C0,-0.5 100,-0.5 100,-0.5', 1, [])).toEqual([expect.closeTo(50), -0.5]);
  });
});
