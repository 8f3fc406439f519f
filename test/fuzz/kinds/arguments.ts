// A command line as a list of words in JSON: options put in, left out, doubled and given other values.
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, type Kind } from '../target.ts';
import { readJson, smallerJson } from './json.ts';
import { changeBytes, ODD_TEXTS } from './text.ts';

export const wordsIn = (input: Uint8Array): string[] => {
  const whole = readJson(input);
  return Array.isArray(whole) ? whole.filter((word) => typeof word === 'string') : [];
};
export const asWords = (words: readonly string[]): Uint8Array => bytesOf(JSON.stringify(words));

/** `options`: names of all, without dashes; `values`: what may follow one. */
export function argumentsKind(
  commands: readonly string[],
  options: readonly string[],
  values: readonly string[],
): Kind {
  const all = [...values, ...ODD_TEXTS];
  const changed = (word: string, roll: Dice): string =>
    new TextDecoder().decode(changeBytes(bytesOf(word), bytesOf(roll.pick(all)), roll, all));

  function changeWords(words: string[], others: readonly string[], roll: Dice): void {
    const at = roll.between(0, words.length);
    switch (roll.between(0, 9)) {
      case 0:
        words.splice(at, 1);
        break;
      case 1:
        words.splice(at, 0, `--${roll.pick(options)}`);
        break;
      case 2:
        words.push(`--${roll.pick(options)}`, roll.pick(all));
        break;
      case 3:
        words.push(`--${roll.pick(options)}=${roll.pick(all)}`);
        break;
      case 4:
        words[0] = roll.pick(commands);
        break;
      case 5:
        if (words.length > 0) words[Math.min(at, words.length - 1)] = roll.pick(all);
        break;
      case 6:
        if (words.length > 0)
          words[Math.min(at, words.length - 1)] = changed(words[Math.min(at, words.length - 1)], roll);
        break;
      case 7: {
        const from = roll.between(0, others.length);
        words.splice(at, 0, ...others.slice(from, from + 2));
        break;
      }
      case 8:
        words.splice(at, 0, ...words.slice(at, at + 2));
        break;
      default:
        words.push('--set', `${roll.pick(values)}=${roll.pick(all)}`);
    }
  }

  return {
    change(input, other, roll) {
      const words = wordsIn(input);
      for (let left = roll.between(1, 3); left > 0; left--) changeWords(words, wordsIn(other), roll);
      return asWords(words.slice(0, 30));
    },
    smaller: smallerJson,
  };
}
