// The words of the shipped models are as tactful and plain as the page that shows them, and name no number by its place in the document.
import { expect, it } from 'vitest';
import { nameWithoutThe, oddWords, placeInDocument } from '../odd-words.ts';
import { tactless } from '../tactless.ts';
import { shipped } from './shipped.ts';

/** Sentences and labels; a path of a slider or a threshold has no space in it. */
const saidIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value].filter((text) => text.includes(' '))
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(saidIn)
      : [];

it.each(shipped)('$id', ({ model }) => {
  expect(JSON.stringify(model).match(tactless) ?? []).toEqual([]);
  const said = saidIn(model).join('\n');
  for (const pattern of [oddWords, nameWithoutThe, placeInDocument]) expect(said.match(pattern) ?? []).toEqual([]);
});
