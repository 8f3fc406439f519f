// What the shipped models say is as tactful as the page that shows it.
import { expect, it } from 'vitest';
import { tactless } from '../tactless.ts';
import { shipped } from './shipped.ts';

it.each(shipped)('$id', ({ model }) => {
  expect(JSON.stringify(model).match(tactless) ?? []).toEqual([]);
});
