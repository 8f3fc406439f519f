// The generator against its published answers, and simple checks of what is made from it.
import { expect, test } from 'vitest';
import {
  hashId,
  threefry,
  threefry2x32,
  threefryRows,
  uniform53,
  uniformAt,
  word,
} from '../../engine/ground/random.ts';

// Random123's kat_vectors: rounds, counter (two words), key (two words), answer (two words).
const KNOWN_ANSWERS = `
13 00000000 00000000 00000000 00000000 9d1c5ec6 8bd50731
13 ffffffff ffffffff ffffffff ffffffff fd36d048 2d17272c
13 243f6a88 85a308d3 13198a2e 03707344 ba3e4725 f27d669e
20 00000000 00000000 00000000 00000000 6b200159 99ba4efe
20 ffffffff ffffffff ffffffff ffffffff 1cb996fc bb002be7
20 243f6a88 85a308d3 13198a2e 03707344 c4923a9c 483df7a0
32 00000000 00000000 00000000 00000000 cee3d47e a23dfd5c
32 ffffffff ffffffff ffffffff ffffffff 6e2fe0d0 b1b76f82
32 243f6a88 85a308d3 13198a2e 03707344 e2827716 c3c05cdf
`
  .trim()
  .split('\n');

const hex = () => [...word].map((each) => (each >>> 0).toString(16).padStart(8, '0')).join(' ');

test.each(KNOWN_ANSWERS)('threefry gives the published answer: %s', (line) => {
  const [rounds, c0, c1, k0, k1, answer0, answer1] = line.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [n0, n1, n2, n3] = [k0, k1, c0, c1].map((each) => parseInt(each, 16)) as [number, number, number, number];
  threefry2x32(Number(rounds), n0, n1, n2, n3);
  expect(hex()).toBe(`${answer0} ${answer1}`);
  if (rounds === '13') {
    word.fill(0);
    threefry(n0, n1, n2, n3);
    expect(hex()).toBe(`${answer0} ${answer1}`);
  }
});

test('the unrolled draw agrees with the plain one, for signed and unsigned words alike', () => {
  for (let n = 0; n < 2000; n++) {
    const [a, b, c, d] = [hashId(`a${n}`), hashId(`b${n}`), hashId(`c${n}`), hashId(`d${n}`)] as const;
    threefry2x32(13, a, b, c, d);
    const plain = hex();
    threefry(a, b, c, d);
    expect(hex()).toBe(plain);
    threefry(a | 0, b | 0, c | 0, d | 0);
    expect(hex()).toBe(plain);
  }
});

test('draws in rows are those drawn one by one, and leave what lies behind them alone', () => {
  const rows = 300;
  const words = (of: string) => Int32Array.from({ length: 2 * rows }, (_, n) => hashId(`${of}${n}`));
  const [keys, counters] = [words('key'), words('counter')];
  for (const keyStep of [0, 2] as const)
    for (const counterStep of [0, 2] as const) {
      const out = new Int32Array(2 * rows + 2).fill(7);
      threefryRows(rows, keys, keyStep, counters, counterStep, out);
      for (let n = 0; n < rows; n++) {
        const [key, counter] = [keyStep * n, counterStep * n];
        threefry2x32(13, keys[key], keys[key + 1], counters[counter], counters[counter + 1]);
        expect([out[2 * n], out[2 * n + 1]]).toEqual([word[0], word[1]]);
      }
      expect([...out.subarray(2 * rows)]).toEqual([7, 7]);
    }
});

test('a uniform number never touches 0 or 1, and its complement is exact', () => {
  const least = uniform53(0, 0);
  const most = uniform53(-1, -1);
  expect(least).toBe(1 / 9007199254740992);
  expect(most).toBe(1 - least);
  expect(most).toBeLessThan(1);
  expect(uniform53(-1, 0)).toBe(uniform53(0xffffffff, 0));
  expect(uniform53(123456789, 987654321) + uniform53(~123456789, ~987654321)).toBe(1);
});

/** Pearson's statistic of counts against equal shares. */
function chiSquare(counts: ArrayLike<number>, total: number): number {
  const fair = total / counts.length;
  return Array.from(counts).reduce((sum, count) => sum + ((count - fair) * (count - fair)) / fair, 0);
}

// Each word of the address in turn runs through 100 000 neighbours. 1023 degrees of freedom: mean 1023, sd 45; six sd allowed.
test.each([0, 1, 2, 3])(
  'neighbouring addresses (word %i) give uniform numbers, unrelated to the one before',
  (which) => {
    const n = 100_000;
    const single = new Float64Array(1024);
    const pairs = new Float64Array(1024);
    let [sum, product, before] = [0, 0, 0.5];
    for (let i = 0; i < n; i++) {
      const address: [number, number, number, number] = [7, 11, 13, 17];
      address[which] = i;
      const u = uniformAt(...address);
      single[Math.floor(u * 1024)] += 1;
      pairs[Math.floor(u * 32) * 32 + Math.floor(before * 32)] += 1;
      sum += u;
      product += (u - 0.5) * (before - 0.5);
      before = u;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs((12 * product) / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(chiSquare(single, n) - 1023)).toBeLessThan(272);
    expect(Math.abs(chiSquare(pairs, n) - 1023)).toBeLessThan(272);
  },
);

test('one changed bit of an address changes about half of the 64 bits drawn', () => {
  let changed = 0;
  for (let bit = 0; bit < 128; bit++) {
    const address: [number, number, number, number] = [2019, 3, 141, 59];
    threefry(...address);
    const [before0, before1] = [word[0], word[1]];
    address[bit >> 5] ^= 1 << (bit & 31);
    threefry(...address);
    for (const [a, b] of [
      [before0, word[0]],
      [before1, word[1]],
    ] as const)
      changed += ((a ^ b) >>> 0).toString(2).replaceAll('0', '').length;
  }
  expect(changed / 128).toBeGreaterThan(30);
  expect(changed / 128).toBeLessThan(34);
});

test('ids hash to unsigned words without clashes among ten thousand near ones, and never change', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 10_000; i++) seen.add(hashId(`p${i}`));
  expect(seen.size).toBe(10_000);
  for (const hash of seen) expect(hash).toBe(hash >>> 0);
  expect([hashId(''), hashId('acute'), hashId('p1')]).toEqual([2872998923, 2855799861, 1326582329]);
});
