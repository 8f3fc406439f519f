// How old one has to be to read a text with ease: the grade of Flesch and Kincaid, by words a sentence and syllables a word.

/** What the page puts round a name that a document gives: a reader knows it, or it is explained beside it. It counts as one short word. */
const NAME = /\u2068[^\u2069]*\u2069/g;

export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /** A school year in the United States: 6 is read at the age of 11. */
  readonly grade: number;
}

/** Each text is one sentence at least: a heading, a line of a list, a paragraph. */
export function readabilityOf(texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const [perSentence, perWord] = [words.length / sentences.length, syllables / words.length];
  return {
    words: words.length,
    sentences: sentences.length,
    syllables,
    grade: 0.39 * perSentence + 11.8 * perWord - 15.59,
  };
}

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? [];

const sentencesOf = (text: string): string[] =>
  text
    .replace(NAME, 'home')
    .split(/(?<=[.!?…:])\s+/u)
    .filter((sentence) => wordsOf(sentence).length > 0);

/** Vowels side by side that are heard apart. */
const apart = /ea$|eum|ia(?!n|l|g)|io(?!n)|(?<!t|s|c)io(?=n)|iou|quie|scie|crea(?=te|ti)|[oey]ing/g;

/** By groups of vowels, without an e that is not heard. A number counts as one: it is read at a glance. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters === '') return 1;
  const heard = letters
    .replace(/^(some|there|where|home|more|every)(?=.)/, (start) => start.replace(/e(?=$|ry$)/, ''))
    // "used", but not "needed"; "takes", but not "places".
    .replace(/(?<=[aeiouy].*[^aeiouydt])ed$/, '')
    .replace(/(?<=[aeiouy].*[^aeiouyscgxzh])es$/, '')
    // "whole", but not "table".
    .replace(/(?<=[aeiouy].*[^aeiouyl]|[aeiouyrw]l)e$/, '');
  const groups = heard.match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length + (letters.match(apart) ?? []).length);
}
