// What can be fuzzed: something that reads what people bring, with inputs to begin with and a way to change them.
import type { Dice } from '../laws/dice.ts';

/** Something said to whoever brought an input: where it is wrong, and what is said of it. */
export interface Said {
  /** '' names nothing. */
  readonly place: string;
  readonly words: readonly string[];
}

export interface Answer {
  readonly isAccepted: boolean;
  readonly said: readonly Said[];
}

/** How inputs of one form are changed and made smaller. */
export interface Kind {
  change(input: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array;
  /** Smaller ones, the smallest first. */
  smaller(input: Uint8Array): Iterable<Uint8Array>;
}

export interface Target {
  readonly name: string;
  readonly kind: Kind;
  seeds(): readonly Uint8Array[];
  /** Throws a `Broken` where what was accepted is not as it must be; whatever else it throws is a fault as well. */
  answer(input: Uint8Array): Answer | Promise<Answer>;
}

/** What was accepted breaks a rule. */
export class Broken extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'Broken';
  }
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** As a problem of the engine is shown. */
export const saidOf = (problems: readonly { path: string; found: string; expected: string; hint: string }[]): Said[] =>
  problems.map(({ path, found, expected, hint }) => ({ place: path, words: [found, expected, hint] }));
