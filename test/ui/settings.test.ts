// Settings: what a move, an option and a date do to them, and that undo and redo return to every earlier state.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import { hasEdits, requestOf, todayUnder, watchedRequestOf } from '../../ui/model/asked.ts';
import { createSettings } from '../../ui/state/settings.ts';
import { smallModel } from './small-model.ts';

const beds = 'stations.p2.beds';
const opened = () => {
  const settings = createSettings();
  settings.open(smallModel);
  return settings;
};
const present = (settings: ReturnType<typeof opened>) => settings.getState().present;

describe('a moved slider', () => {
  it('counts from the start in the numbers, and from the day on the map', () => {
    const settings = opened();
    settings.move(beds, 11, 83);
    expect(requestOf(present(settings))).toEqual({
      option: 'today',
      conditions: [],
      set: { [beds]: 11 },
      changes: [],
    });
    expect(watchedRequestOf(present(settings), () => true)).toEqual({
      option: 'today',
      conditions: [],
      set: {},
      changes: [{ atDay: 83, path: beds, value: 11 }],
    });
  });

  it('holds from the start on the map too, when the number cannot be dated', () => {
    const settings = opened();
    settings.move(beds, 11, 83);
    expect(watchedRequestOf(present(settings), () => false)).toMatchObject({ set: { [beds]: 11 }, changes: [] });
  });

  it('replaces an earlier move of that day, and what was moved on days that are now again to come', () => {
    const settings = opened();
    for (const [value, day] of [
      [5, 20],
      [6, 83.1],
      [7, 83.9],
      [9, 200],
    ] as const) {
      settings.move(beds, value, day);
      settings.settle();
    }
    expect(present(settings).moves.map(({ atDay, value }) => [atDay, value])).toEqual([
      [20, 5],
      [83.9, 7],
      [200, 9],
    ]);
    settings.move(beds, 8, 50);
    expect(present(settings).moves.map(({ atDay, value }) => [atDay, value])).toEqual([
      [20, 5],
      [50, 8],
    ]);
  });

  it('leaves nothing behind when it is put back', () => {
    const settings = opened();
    settings.move(beds, 11, 0);
    settings.settle();
    settings.move(beds, 3, 0);
    expect(hasEdits(present(settings))).toBe(false);
  });

  it('is one step to undo however far the thumb travelled', () => {
    const settings = opened();
    for (let value = 4; value <= 20; value++) settings.move(beds, value, value);
    settings.settle();
    settings.move(beds, 21, 30);
    expect(settings.getState().past).toHaveLength(2);
    settings.undo();
    settings.undo();
    expect(hasEdits(present(settings))).toBe(false);
    expect(settings.getState().past).toHaveLength(0);
  });
});

describe('shares that add to one', () => {
  it('keep at least one free to follow: the one moved longest ago', () => {
    const settings = opened();
    settings.move('streams.acute.shares.p1', 0.7, 0);
    settings.settle();
    settings.move('streams.acute.shares.p2', 0.5, 0);
    expect(present(settings).set).toEqual({ 'streams.acute.shares.p2': 0.5 });
  });
});

describe('a change kept with a date', () => {
  it('leaves the start alone and can be forgotten', () => {
    const settings = opened();
    settings.move(beds, 11, 83);
    settings.keepFrom(beds, 90.7);
    const change = { atDay: 90, path: beds, value: 11 };
    expect(requestOf(present(settings))).toEqual({ option: 'today', conditions: [], set: {}, changes: [change] });
    settings.forget(change);
    expect(hasEdits(present(settings))).toBe(false);
  });
});

describe('a condition', () => {
  it('is laid over the option, over today and over the map, and outlives another option', () => {
    const settings = opened();
    settings.move(beds, 11, 83);
    settings.lay('quiet-start', true);
    settings.lay('busy-winter', true);
    const both = ['busy-winter', 'quiet-start']; // in the document's order, whichever came first
    expect(requestOf(present(settings))).toMatchObject({ conditions: both, set: { [beds]: 11 } });
    expect(watchedRequestOf(present(settings), () => true).conditions).toEqual(both);
    expect(todayUnder(present(settings))).toEqual({ option: 'today', conditions: both, set: {}, changes: [] });
    settings.choose('more-beds');
    expect(present(settings).conditions).toEqual(both);
  });

  it('is one step to undo; one that is on already, off already or unknown is none', () => {
    const settings = opened();
    settings.lay('busy-winter', true);
    settings.lay('busy-winter', true);
    settings.lay('quiet-start', false);
    settings.lay('no-such-winter', true);
    expect([present(settings).conditions, settings.getState().past.length]).toEqual([['busy-winter'], 1]);
    settings.undo();
    expect(present(settings).conditions).toEqual([]);
    settings.redo();
    expect(present(settings).conditions).toEqual(['busy-winter']);
  });
});

it('an option lays aside what was moved over the one before, and undo brings it back', () => {
  const settings = opened();
  settings.move(beds, 9, 0);
  settings.choose('more-beds');
  expect(present(settings)).toMatchObject({ option: 'more-beds', set: {} });
  settings.undo();
  expect(present(settings)).toMatchObject({ option: 'today', set: { [beds]: 9 } });
  settings.choose('no-such-option');
  expect(present(settings).option).toBe('today');
});

it('undo and redo walk through every state there was, without limit', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      value: fc.integer({ min: 0, max: 30 }),
      day: fc.integer({ min: 0, max: 364 }),
    }),
    fc.record({ kind: fc.constant('settle' as const) }),
    fc.record({ kind: fc.constant('reset' as const) }),
    fc.record({ kind: fc.constant('keep' as const) }),
    fc.record({ kind: fc.constant('choose' as const), option: fc.constantFrom('today', 'more-beds', 'no-limit') }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const settings = opened();
      for (const one of steps) {
        if (one.kind === 'move') settings.move(beds, one.value, one.day);
        else if (one.kind === 'settle') settings.settle();
        else if (one.kind === 'reset') settings.reset();
        else if (one.kind === 'keep') settings.keepFrom(beds, 40);
        else if (one.kind === 'choose') settings.choose(one.option);
      }
      const states = [...settings.getState().past, present(settings)];
      for (let back = states.length - 2; back >= 0; back--) {
        settings.undo();
        expect(present(settings)).toEqual(states[back]);
      }
      settings.undo();
      expect(present(settings)).toEqual(states[0]);
      for (const state of states.slice(1)) {
        settings.redo();
        expect(present(settings)).toEqual(state);
      }
      settings.redo();
      expect(settings.getState().future).toEqual([]);
    }),
  );
});
