// Every number of every shipped model has a line of evidence that says where it comes from, and so has every plan with numbers.
import { describe, expect, it } from 'vitest';
import { coveringEvidence } from '../../engine/model/evidence.ts';
import { numberPaths } from '../../engine/model/number-at.ts';
import { shipped } from './shipped.ts';

/** Where every number is illustrative and the model says so; elsewhere each plan says where its own numbers come from. */
const isLesson = (id: string) => id.startsWith('learn/');

describe.each(shipped.map(({ id, model }) => [id, model] as const))('%s', (id, model) => {
  it('has evidence for each of its numbers', () => {
    const paths = numberPaths(model);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => coveringEvidence(path, model.evidence) === null)).toEqual([]);
  });

  it('says of each line what it is and where it comes from', () => {
    for (const [path, { status, source }] of Object.entries(model.evidence ?? {})) {
      expect(source.trim().length, path).toBeGreaterThan(5);
      // What nobody measured may not be passed off as measured, nor a measurement as made up.
      if (status === 'measured') expect(source, path).not.toMatch(/assum|illustrat|choice of this/i);
    }
  });

  it.skipIf(isLesson(id))('tells no number as anything but illustrative whose source is an assumption', () => {
    for (const [path, { status, source }] of Object.entries(model.evidence ?? {}))
      if (/^(assum|illustrat|choice of this)/i.test(source)) expect(status, path).toBe('illustrative');
  });
});

it('is worked out from the numbers that are there: one without evidence is found', () => {
  const { model } = shipped[0];
  const [path] = numberPaths(model).slice(-1);
  const { [coveringEvidence(path, model.evidence)!]: _, ...evidence } = model.evidence!;
  expect(coveringEvidence(path, evidence)).toBeNull();
});
