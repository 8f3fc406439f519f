// What the page does without checks, to start sooner, gives the same results as with them, for every model that comes with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compile,
  compileAsWritten,
  isAsWritten,
  readModel,
  replicate,
  sayProblem,
  type Model,
} from '../../engine/index.ts';
import { modelsInForce } from '../../engine/model/option.ts';
import { root } from '../source-files.ts';
import { over, shipped } from './shipped.ts';

const asWritten = { option: 'today', conditions: [], set: {}, changes: [] };

describe.each(shipped.map(({ id }) => id))('%s', (id) => {
  const text = readFileSync(join(root, 'models', `${id}.json`), 'utf8');
  const unchecked = JSON.parse(text) as Model;

  it('is sound, and the same model when it is only parsed', () => {
    const { model, problems } = readModel(text);
    expect(problems.filter(({ severity }) => severity === 'error').map(sayProblem)).toEqual([]);
    expect(unchecked).toEqual(model);
  });

  it('is laid under today as it is, with nothing to refuse', () => {
    const stretches = modelsInForce(unchecked, asWritten);
    expect(stretches.map(({ fromDay }) => fromDay)).toEqual([-Infinity]);
    expect(stretches[0].model).toBe(unchecked);
  });

  it('runs the same to the last bit', () => {
    const short = over(unchecked, { warmUpDays: 0, runDays: Math.min(20, unchecked.calendar.runDays) });
    const [bare, checked] = [compileAsWritten(short, asWritten), compile(short, asWritten)];
    expect(replicate(bare, 3, 0)).toEqual(replicate(checked, 3, 0));
  });
});

describe('a request as the document is written', () => {
  it('is today with nothing laid over it, whether that is said or left out', () => {
    expect([{ option: 'today' }, asWritten].map(isAsWritten)).toEqual([true, true]);
  });

  it.each([
    ['another option', { option: 'more-beds' }],
    ['an option that is not there', { option: 'to-day' }],
    ['a condition', { conditions: ['winter'] }],
    ['a setting', { set: { 'stations.p1.beds': 4 } }],
    ['a slider moved on a day', { changes: [{ atDay: 3, path: 'stations.p1.beds', value: 4 }] }],
  ])('is not one with %s', (_what, more) => {
    expect(isAsWritten({ ...asWritten, ...more })).toBe(false);
  });
});
