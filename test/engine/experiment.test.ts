// Rows: intervals and paired differences by plain arithmetic, nobody as null, and a result document that never varies.
import { expect, test } from 'vitest';
import { differences, summarise } from '../../engine/study/experiment.ts';
import { canonicalJson, fingerprint } from '../../engine/ground/fingerprint.ts';
import type { RowKey } from '../../engine/study/replication.ts';
import { resultDocument, type Manifest } from '../../engine/study/result.ts';

const key = (measure: string): RowKey => ({
  station: 'ward',
  measure,
  statistic: 'mean',
  who: 'all',
  day: '',
  unit: 'people',
});
const keys = [key('delayed'), key('occupancy'), key('stayDays')];
const replications = [
  [1, 10, NaN],
  [2, 11, NaN],
  [6, 12, 4],
].map((values) => Float64Array.from(values));
const base = [
  [5, 10, NaN],
  [6.5, 10, NaN],
  [10, 10, 3],
].map((values) => Float64Array.from(values));
/** Student's t for 95 % and two degrees of freedom, from tables. */
const T2 = 4.302652729911275;

test('a row is the mean over replications with its Student interval', () => {
  const [delayed] = summarise('today', keys, replications);
  // Values 1, 2, 6: mean 3, sd √7.
  const half = (T2 * Math.sqrt(7)) / Math.sqrt(3);
  expect(delayed!.value).toBe(3);
  // 3 − 6.57 people cannot be: the interval ends at nobody.
  expect(3 - half).toBeLessThan(0);
  expect(delayed!.ciLow).toBe(0);
  expect(delayed!.ciHigh).toBeCloseTo(3 + half, 9);
  expect(delayed!.replications).toBe(3);
});

test('replications with nobody are left out, and one alone has no interval', () => {
  const stay = summarise('today', keys, replications)[2];
  expect([stay.value, stay.ciLow, stay.ciHigh, stay.replications]).toEqual([4, null, null, 1]);
  const nobody = summarise('today', keys, replications.slice(0, 2))[2];
  expect([nobody.value, nobody.replications]).toEqual([null, 0]);
});

test('a difference is paired replication by replication, and its verdict knows which way is better', () => {
  const [delayed, occupancy] = differences('plan', 'today', keys, replications, base);
  // Differences −4, −4.5, −4: mean −25/6, sd 0.5/√3.
  expect(delayed!.value).toBeCloseTo(-25 / 6, 12);
  expect(delayed!.ciHigh).toBeCloseTo(-25 / 6 + (T2 * 0.5) / 3, 9);
  expect(delayed!.verdict).toBe('better');
  expect(differences('plan', 'today', keys, base, replications)[0].verdict).toBe('worse');
  // Differences 0, 1, 2: the interval spans zero.
  expect(occupancy!.verdict).toBe('no clear difference');
});

test('the result document is JSON with one row a line, and its numbers survive a round trip', () => {
  const manifest: Manifest = {
    tool: 'onward',
    version: '0',
    model: 'm',
    modelHash: 'h',
    seed: 1,
    replications: 3,
    options: ['today'],
    baseline: null,
    conditions: [],
    set: {},
  };
  const rows = summarise('today', keys, replications);
  const text = resultDocument(manifest, rows, []);
  const parsed = JSON.parse(text) as { manifest: Manifest; summary: { value: number | null }[] };
  expect(parsed.summary.map((row) => row.value)).toEqual(rows.map((row) => row.value));
  expect(text.split('\n').filter((line) => line.includes('"option"'))).toHaveLength(3);
  expect(resultDocument(manifest, rows, [])).toBe(text);
});

test('a fingerprint does not see the order of keys, and sees every value', () => {
  expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null })).toBe('{"a":null,"b":[1,{"c":3,"d":2}]}');
  expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
  expect(fingerprint({ a: 1, b: 2 })).not.toBe(fingerprint({ a: 1, b: 3 }));
  // Of the two characters "", by any other implementation.
  expect(fingerprint('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
});
