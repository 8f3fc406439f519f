// Twice the time, half the rates: everything happens as before at twice the moment, to the last bit. Poisson streams and calendar
// months are left out, since their points depend on real days.
import { describe, expect, it } from 'vitest';
import { RESERVE, type Trace } from '../../engine/trace/trace.ts';
import { firstDifference, overModels, readable, today, watched } from './over-models.ts';

const stretchedKeys = new Set([
  'days',
  'atDays',
  'meanDays',
  'sdDays',
  'afterDays',
  'minDays',
  'warmUpDays',
  'runDays',
  'atDay',
  'overDays',
]);
const slowedKeys = new Set(['risePerDelayedDay', 'readmitPerDelayedDay']);

function stretched(piece: unknown, key = ''): unknown {
  if (typeof piece === 'number') return stretchedKeys.has(key) ? piece * 2 : slowedKeys.has(key) ? piece / 2 : piece;
  if (Array.isArray(piece)) return piece.map((part) => stretched(part, key));
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(Object.entries(piece).map(([name, part]) => [name, stretched(part, name)]));
}

/** The value of a `reserve` is a day too. */
const twice = (trace: Trace): Trace => ({
  ...trace,
  day: trace.day.map((day) => day * 2),
  value: trace.value.map((value, i) => (trace.verb[i] === RESERVE ? value * 2 : value)),
});

describe('stretched time', () => {
  it('tells the same story at half the speed', () => {
    overModels({ count: 80 }, { stretchable: true }, (document, model, seed) => {
      const once = watched(model, today, seed).trace;
      const slow = watched(readable(stretched(document)), today, seed).trace;
      expect(firstDifference(slow, twice(once))).toBe(null);
    });
  });
});
