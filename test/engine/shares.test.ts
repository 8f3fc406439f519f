// Groups of shares that add to one: which belong together, and what happens to those that are not set.
import { describe, expect, test } from 'vitest';
import type { Model } from '../../engine/model/document.ts';
import { sayShare, shareGroups, SHARE_TOLERANCE, withSharesOfOne, type ShareGroup } from '../../engine/model/shares.ts';

const model = {
  streams: { acute: { shares: { p1: 0.5, p2: 0.3, p3: 0.2 } }, other: { shares: { p1: 1 } } },
  stations: {
    ward: {
      next: [
        { to: 'team', share: 0.6 },
        { to: 'home', share: 0.4 },
      ],
      stay: { of: [{ share: 0.7 }, { share: 0.3 }] },
    },
    team: { next: [{ to: 'home' }] },
    many: { next: [{ to: 'team' }, { to: 'home', share: 0.4 }] },
  },
} as unknown as Model;

const told = (paths: string[]) =>
  shareGroups(model, paths).map(({ path, members }) => [path, Object.fromEntries(members)]);

describe('which shares belong together', () => {
  test('those of a stream, under their needs', () => {
    expect(told(['streams.acute.shares.p2'])).toEqual([
      [
        'streams.acute.shares',
        { 'streams.acute.shares.p1': 0.5, 'streams.acute.shares.p2': 0.3, 'streams.acute.shares.p3': 0.2 },
      ],
    ]);
  });

  test('those of a list, under their places, at any depth', () => {
    expect(told(['stations.ward.next.1.share', 'stations.ward.stay.of.0.share'])).toEqual([
      ['stations.ward.next', { 'stations.ward.next.0.share': 0.6, 'stations.ward.next.1.share': 0.4 }],
      ['stations.ward.stay.of', { 'stations.ward.stay.of.0.share': 0.7, 'stations.ward.stay.of.1.share': 0.3 }],
    ]);
  });

  test('the only way onward is everybody; of several, one without a share is nobody', () => {
    expect(told(['stations.team.next.0.share'])).toEqual([['stations.team.next', { 'stations.team.next.0.share': 1 }]]);
    expect(told(['stations.many.next.0.share'])[0][1]).toEqual({
      'stations.many.next.0.share': 0,
      'stations.many.next.1.share': 0.4,
    });
  });

  test('a list may be longer than ten', () => {
    const long = { list: Array.from({ length: 11 }, () => ({ share: 1 / 11 })) } as unknown as Model;
    expect(shareGroups(long, ['list.10.share'])[0].members.size).toBe(11);
  });

  test('each group once, in the order asked for; a need that is only set joins with nobody', () => {
    const paths = ['streams.other.shares.p9', 'streams.acute.shares.p1', 'streams.other.shares.p1'];
    expect(told(paths)).toEqual([
      ['streams.other.shares', { 'streams.other.shares.p1': 1, 'streams.other.shares.p9': 0 }],
      [
        'streams.acute.shares',
        { 'streams.acute.shares.p1': 0.5, 'streams.acute.shares.p2': 0.3, 'streams.acute.shares.p3': 0.2 },
      ],
    ]);
  });

  test('no other number is a share', () => {
    const others = [
      'stations.ward.beds',
      'streams.acute.arrivalsPerDay',
      'streams.acute.shares',
      'needs.acute.shares.p1',
      'streams.acute.parts.p1',
      'stations.ward.next.x.share',
      'stations.ward.next.1x.share',
      'stations.ward.next.x1.share',
      'stations.ward.next.1.priority',
      'share',
      '1.share',
    ];
    expect(told(others)).toEqual([]);
  });

  test('a list that is not there has no members', () => {
    expect(told(['stations.nowhere.next.0.share'])).toEqual([['stations.nowhere.next', {}]]);
  });
});

describe('what the others become', () => {
  const group: ShareGroup = {
    path: 'g',
    members: new Map([
      ['a', 0.5],
      ['b', 0.3],
      ['c', 0.2],
    ]),
  };
  const set = (values: Record<string, number | null>, of = group) => {
    const found = withSharesOfOne(of, new Map(Object.entries(values)));
    return found instanceof Map ? Object.fromEntries(found) : found;
  };

  test('they keep their proportions', () => {
    const found = set({ a: 0.6 }) as Record<string, number>;
    expect(Object.keys(found)).toEqual(['b', 'c']);
    expect(found['b']).toBeCloseTo(0.24, 14);
    expect(found['c']).toBeCloseTo(0.16, 14);
    expect(set({ a: 1 })).toEqual({ b: 0, c: 0 });
    expect((set({ a: null }) as Record<string, number>)['b']).toBeCloseTo(0.6, 14);
  });

  test('setting what is so already touches nothing', () => {
    expect(set({ a: 0.5 })).toEqual({});
    expect(set({ a: 0.5, b: 0.3 })).toEqual({});
    expect(set({})).toEqual({});
  });

  test('more than everybody is refused, but not for what decimals lose', () => {
    expect(set({ a: 0.7, b: 0.5 })).toMatchObject({
      path: 'g',
      found: 'shares that add to 1.2',
      expected: 'at most 1',
    });
    expect(set({ a: 1 + 0.5 * SHARE_TOLERANCE })).toEqual({ b: 0, c: 0 });
    expect(set({ a: 1 + 2 * SHARE_TOLERANCE })).toMatchObject({ expected: 'at most 1' });
  });

  test('all of them set must be everybody', () => {
    expect(set({ a: 0.2, b: 0.2, c: 0.6 })).toEqual({});
    expect(set({ a: 0.2, b: 0.2, c: 0.6 - 0.5 * SHARE_TOLERANCE })).toEqual({});
    expect(set({ a: 0.2, b: 0.2, c: 0.5 })).toMatchObject({
      found: 'shares that add to 0.9',
      expected: 'shares that add to 1',
      hint: 'Give the missing 0.1 to one of them.',
    });
  });

  test('when all others are nobody, somebody must be named to take what is left', () => {
    const alone: ShareGroup = {
      path: 'g',
      members: new Map([
        ['a', 1],
        ['b', 0],
      ]),
    };
    expect(set({ a: 1 - 0.5 * SHARE_TOLERANCE }, alone)).toEqual({});
    expect(set({ a: 0.75 }, alone)).toMatchObject({
      found: 'shares that add to 0.75, while all others are 0',
      hint: 'Set another share too: 0.25 is left over, and nothing says where it goes.',
    });
  });
});

test('a share is said without what binary fractions add', () => {
  expect([sayShare(0.1 + 0.2), sayShare(1 - 0.9), sayShare(1), sayShare(1 / 3)]).toEqual([
    '0.3',
    '0.1',
    '1',
    '0.333333333',
  ]);
});
