// A zip file: the parts in it changed as texts, left out, doubled and renamed; now and then the bytes of the file itself.
import { unzipSync, zipSync } from 'fflate';
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, textOf, type Kind } from '../target.ts';
import { changeBytes, ODD_TEXTS, withoutPieces } from './text.ts';

type Parts = Record<string, Uint8Array>;
const MOST_BYTES = 2_000_000;

export function partsOf(input: Uint8Array): Parts | undefined {
  try {
    return unzipSync(input, { filter: ({ originalSize }) => originalSize < MOST_BYTES });
  } catch {
    return undefined;
  }
}

const zipped = (parts: Parts): Uint8Array => zipSync(parts, { level: 0 });

export function zipKind(words: readonly string[]): Kind {
  const all = [...ODD_TEXTS, ...words];

  /** An attribute, a tag or what stands between two. */
  function changeXml(bytes: Uint8Array, other: Uint8Array, roll: Dice): Uint8Array {
    const text = textOf(bytes);
    const pieces = text.split(/(?=[<>"])/);
    if (pieces.length < 3 || roll.chance(0.2)) return changeBytes(bytes, other, roll, all);
    const at = roll.between(0, pieces.length - 1);
    switch (roll.between(0, 4)) {
      case 0:
        pieces.splice(at, roll.between(1, 4));
        break;
      case 1:
        pieces.splice(at, 0, ...pieces.slice(at, at + roll.between(1, 8)));
        break;
      case 2: {
        const theirs = textOf(other).split(/(?=[<>"])/);
        pieces.splice(at, 1, roll.pick(theirs));
        break;
      }
      default:
        pieces[at] = (pieces[at][0] ?? '') + roll.pick(all);
    }
    return bytesOf(pieces.join(''));
  }

  return {
    change(input, other, roll) {
      const parts = partsOf(input);
      const names = Object.keys(parts ?? {});
      if (!parts || names.length === 0 || roll.chance(0.1)) return changeBytes(input, other, roll, all);
      const theirs = Object.values(partsOf(other) ?? parts);
      const made: Parts = { ...parts };
      for (let left = roll.between(1, 3); left > 0; left--) {
        const name = roll.pick(names);
        const from = roll.pick(theirs.length > 0 ? theirs : [input]);
        const what = roll.between(0, 20);
        if (what === 0) delete made[name];
        else if (what === 1) made[name] = from;
        else if (what === 2) made[roll.pick(names)] = made[name] ?? from;
        else made[name] = changeXml(made[name] ?? from, from, roll);
      }
      return zipped(made);
    },
    *smaller(input) {
      const parts = partsOf(input);
      if (!parts) return yield* withoutPieces(input);
      for (const name of Object.keys(parts))
        yield zipped(Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)));
      for (const [name, bytes] of Object.entries(parts))
        for (const piece of withoutPieces(bytes)) yield zipped({ ...parts, [name]: piece });
    },
  };
}
