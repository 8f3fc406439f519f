// Links: pairs left out, doubled, moved and changed, what is packed in one unpacked and changed; now and then with a checksum that is right.
import { checkOf, VERSION } from '../../../ui/address/link.ts';
import { packed, unpacked } from '../../../ui/address/packed.ts';
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, textOf, type Kind } from '../target.ts';
import { changeJson, readJson, type Words } from './json.ts';
import { changeBytes, ODD_TEXTS, withoutPieces } from './text.ts';

const KEYS = 'm z e a o k s n d l g i y p x q u t f step show light c w v'.split(' ');
const MOST_UNPACKED = 200_000;

export function linkKind(words: Words): Kind {
  // Half a letter cannot stand in an address.
  const texts = [...ODD_TEXTS, ...words.values, 'today', '1e3', '4294967295'].filter(
    (one) => typeof one === 'string' && !/\p{Cs}/u.test(one),
  ) as string[];
  const changed = (value: string, other: string, roll: Dice): string =>
    textOf(changeBytes(bytesOf(value), bytesOf(other), roll, texts));

  function changePair(pairs: string[], others: string[], roll: Dice): void {
    const at = roll.between(0, pairs.length - 1);
    const [key, value = ''] = [pairs[at].split('=', 1)[0], pairs[at].slice(pairs[at].indexOf('=') + 1)];
    switch (roll.between(0, 6)) {
      case 0:
        pairs.splice(at, 1);
        break;
      case 1:
        pairs.splice(roll.between(0, pairs.length), 0, roll.pick(others));
        break;
      case 2:
        pairs[at] = `${roll.pick(KEYS)}=${value}`;
        break;
      case 3:
        pairs[at] = `${key}=${encodeURIComponent(roll.pick(texts))}`;
        break;
      case 4:
        pairs.push(`${encodeURIComponent(roll.chance(0.5) ? roll.pick(KEYS) : roll.pick(texts))}=${value}`);
        break;
      default:
        pairs[at] =
          key === 'z' || key === 'e' || key === 'a'
            ? `${key}=${changePacked(key, value, roll)}`
            : `${key}=${changed(value, roll.pick(others), roll)}`;
    }
    if (pairs.length === 0) pairs.push('m=ilkeston-2019');
  }

  function changePacked(key: string, value: string, roll: Dice): string {
    const text = key === 'a' ? decoded(value) : unpackedText(value);
    const whole = text === undefined ? undefined : readJson(bytesOf(text));
    if (text === undefined || whole === undefined || roll.chance(0.1)) return changed(value, value, roll);
    const made = JSON.stringify(changeJson(whole, whole, roll, words)) ?? '';
    return key === 'a' ? encodeURIComponent(made) : packed(made);
  }

  return {
    change(input, other, roll) {
      const text = textOf(input);
      if (roll.chance(0.05) || !text.includes('?')) return changeBytes(input, other, roll, texts);
      const [start, rest] = [text.slice(0, text.indexOf('?') + 1), text.slice(text.indexOf('?') + 1)];
      const pairs = rest.split('&');
      const others = textOf(other).split('?').at(-1)!.split('&');
      for (let left = roll.between(1, 4); left > 0; left--) changePair(pairs, others, roll);
      if (!roll.chance(0.5)) return bytesOf(start + pairs.join('&'));
      const signed = pairs.filter((pair) => !pair.startsWith('v=')).join('&');
      return bytesOf(`${start}${signed}&v=${VERSION}.${checkOf(`#/explore?${signed}`)}`);
    },
    *smaller(input) {
      const pairs = textOf(input).split('&');
      for (let at = 0; at < pairs.length; at++) yield bytesOf(pairs.filter((_, n) => n !== at).join('&'));
      yield* withoutPieces(input);
    },
  };
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function unpackedText(value: string): string | undefined {
  const found = unpacked(value, MOST_UNPACKED);
  return 'text' in found ? found.text : undefined;
}
