// Any text or bytes: cut, doubled, put in, taken from another, and words of a dictionary.
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, type Kind } from '../target.ts';

/** What readers of texts have trouble with. */
export const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ufeff',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\t',
  ',',
  ';',
  '0',
  '-1',
  '1e308',
  '1e400',
  '0.1',
  '1,000',
  '999999999999999999999',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u202e',
  '\ud83d',
  '😀',
  'é',
  '2024-02-30',
  '2024-04-01',
  '01/02/2024',
  '12:61',
  '=1+1',
  '%',
  '%00',
  '&amp;',
  '<!--',
];

export const splice = (bytes: Uint8Array, at: number, cut: number, put: Uint8Array): Uint8Array => {
  const end = Math.min(bytes.length, at + cut);
  const made = new Uint8Array(at + put.length + bytes.length - end);
  made.set(bytes.subarray(0, at));
  made.set(put, at);
  made.set(bytes.subarray(end), at + put.length);
  return made;
};

/** One change of bytes. */
export function changeBytes(input: Uint8Array, other: Uint8Array, roll: Dice, words: readonly string[]): Uint8Array {
  const at = roll.between(0, input.length);
  const size = roll.chance(0.7) ? roll.between(1, 8) : roll.between(1, 200);
  switch (roll.between(0, 5)) {
    case 0:
      return splice(input, at, size, new Uint8Array());
    case 1:
      return splice(input, at, roll.chance(0.5) ? 0 : size, bytesOf(roll.pick(words)));
    case 2: {
      const from = roll.between(0, other.length);
      return splice(input, at, roll.chance(0.5) ? 0 : size, other.subarray(from, from + size));
    }
    case 3: {
      const from = roll.between(0, input.length);
      return splice(input, at, 0, input.subarray(from, from + size));
    }
    case 4:
      return splice(input, at, 1, Uint8Array.of(roll.between(0, 255)));
    default:
      return splice(input, at, 1, Uint8Array.of((input[at] ?? 0) ^ (1 << roll.between(0, 7))));
  }
}

/** With ever smaller pieces left out. */
export function* withoutPieces(input: Uint8Array): Generator<Uint8Array> {
  for (let size = input.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < input.length; at += size) yield splice(input, at, size, new Uint8Array());
}

export function textKind(words: readonly string[]): Kind {
  const all = [...ODD_TEXTS, ...words];
  return {
    change(input, other, roll) {
      let made = input;
      for (let left = roll.between(1, 4); left > 0; left--) made = changeBytes(made, other, roll, all);
      return made;
    },
    smaller: withoutPieces,
  };
}
