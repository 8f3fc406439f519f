// The measure of reading age itself, beside counts made by hand and a published example.
import { describe, expect, it } from 'vitest';
import { readabilityOf, syllablesOf } from '../readability.ts';

/** Counted by ear. */
const byEar: readonly (readonly [number, string])[] = [
  [1, 'cat waits place used whole home more care cares cared Joan life bed queue full plan day seen goes ones made'],
  [
    1,
    'rise tried one leave leaves guess doubt walked gives comes lives takes moved closed called showed tired cook dress',
  ],
  [
    2,
    'people waited needed places number numbers being create creature hybrid mammal table little measured ready mother',
  ],
  [2, 'happens changes longer today trying quiet science lion doing seeing answer model future picture because able'],
  [2, 'middle bigger itself opened person Wednesday visit'],
  [3, 'computer hospital idea area platypus seemingly usual nobody various museum September visited unable'],
  [3, 'somebody different reptilian'],
  [4, 'community everybody'],
];

describe('the measure of reading age', () => {
  it('counts syllables as one hears them, with a few words in a hundred wrong', () => {
    const all = byEar.flatMap(([count, words]) => words.split(' ').map((word) => ({ word, count })));
    const wrong = all.filter(({ word, count }) => syllablesOf(word) !== count);
    console.log(wrong.map(({ word, count }) => `${word} ${syllablesOf(word)} for ${count}`).join(', '));
    expect(wrong.length).toBeLessThanOrEqual(all.length * 0.05);
    // Nor does it count too few in all.
    const sum = (of: (one: { word: string; count: number }) => number) =>
      all.reduce((total, one) => total + of(one), 0);
    expect(sum(({ word }) => syllablesOf(word))).toBeGreaterThanOrEqual(0.98 * sum(({ count }) => count));
  });

  it('gives the grade that was published for a sentence', () => {
    // The example that goes with the formula nearly everywhere: 13 words and 24 syllables, grade 11.3.
    const { words, sentences, grade } = readabilityOf([
      'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
    ]);
    expect([words, sentences]).toEqual([13, 1]);
    expect(grade).toBeCloseTo(11.3, 0);
    expect(readabilityOf(['The cat sat on the mat.']).grade).toBeCloseTo(-1.45, 2);
  });

  it('takes each heading and line as a sentence, and a name of the document as one word', () => {
    expect(readabilityOf(['Why she waits', 'All beds were full. She was the first.']).sentences).toBe(3);
    expect(readabilityOf(['She goes to \u2068Community stroke rehabilitation, West\u2069.']).words).toBe(4);
  });
});
