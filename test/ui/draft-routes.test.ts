// A route that is asked for: what is said to be drawn is there, and what is not drawn changes nothing.
import { describe, expect, it } from 'vitest';
import { addNeed, addRoute, addStation, addStream, canStartAtNeed } from '../../ui/model/draft/add.ts';
import { blankDraft, NEED, type Draft } from '../../ui/model/draft/draft.ts';
import { remove } from '../../ui/model/draft/remove.ts';
import { isThere } from '../../ui/model/draft/routes.ts';
import { sayDrawn } from '../../ui/words/draft.ts';
import { shippedModel } from '../models/shipped.ts';

const ward = addStation(blankDraft('Our place', '2027-04-01'), 'ward', 'Ward').draft;
const oneWard = addStream(ward, 'People who come').draft;
const started = addRoute(oneWard, 'streams.people-who-come', 'ward').draft;
const begins: readonly (readonly [name: string, draft: Draft])[] = [
  ['one ward, and nobody who needs it', oneWard],
  ['one ward, where they start', started],
  ['the same without the need', remove(started, 'needs.care').draft],
  ...['place-of-100000', 'ilkeston-2019', 'learn/tables'].map((id) => [id, shippedModel(id)] as const),
];

describe('a route from anything to anything', () => {
  it.each(begins)('%s: is in the drawing if it is said to be drawn, and else nothing has changed', (_, draft) => {
    const owners = (['streams', 'needs', 'stations'] as const).flatMap((family) =>
      Object.keys(draft[family]).map((id) => `${family}.${id}`),
    );
    let count = 0;
    for (const from of [NEED, ...owners])
      for (const to of [NEED, ...Object.keys(draft.stations)]) {
        const { draft: next, added } = addRoute(draft, from, to);
        const said = sayDrawn(draft, from, to, added);
        if (added === undefined) {
          expect(next).toBe(draft);
          expect(said).not.toMatch(/^Drawn/);
          continue;
        }
        count++;
        expect(said).toMatch(/^Drawn: /);
        expect(JSON.stringify(next)).not.toBe(JSON.stringify(draft));
        expect(isThere(next, added)).toBe(true);
        // The same once more is nothing new, except that another need may have the same service.
        if (from !== NEED) expect(addRoute(next, from, to)).toEqual({ draft: next });
      }
    expect(count).toBeGreaterThan(0);
  });
});

describe('where they need to be', () => {
  it('is nowhere to start until somebody needs something', () => {
    expect(canStartAtNeed(oneWard, 'people-who-come')).toBe(false);
    expect(addRoute(oneWard, 'streams.people-who-come', NEED)).toEqual({ draft: oneWard });
    expect(sayDrawn(oneWard, 'streams.people-who-come', NEED, undefined)).toBe(
      'Not drawn: nobody needs anything yet. Draw a route to a service.',
    );
    expect(canStartAtNeed(started, 'people-who-come')).toBe(true);
    // With a need and no other start they start there already.
    const needed = addNeed(oneWard, 'ward').draft;
    expect(canStartAtNeed(needed, 'people-who-come')).toBe(false);
    expect(sayDrawn(needed, 'streams.people-who-come', NEED, undefined)).toBe('There is such a route already.');
  });
});
