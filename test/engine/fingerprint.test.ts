// The fingerprint: one text for one document whatever the order of its keys, and SHA-256 as published.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson, fingerprint } from '../../engine/ground/fingerprint.ts';

test('keys are sorted by their code units at every depth, lists are not', () => {
  const written = canonicalJson({ b: [3, 1, { z: 0, y: null }], a10: true, a9: 'ü"', Z: {}, c: undefined });
  expect(written).toBe('{"Z":{},"a10":true,"a9":"ü\\"","b":[3,1,{"y":null,"z":0}]}');
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});

test('values that are not objects are written as JSON has them', () => {
  expect([null, 0.1, -0, 'x', false, [], undefined, [undefined]].map(canonicalJson)).toEqual([
    'null',
    '0.1',
    '0',
    '"x"',
    'false',
    '[]',
    'null',
    '[null]',
  ]);
});

test('a fingerprint is the SHA-256 of that text in UTF-8', () => {
  expect(fingerprint('')).toBe(createHash('sha256').update('""').digest('hex'));
  expect(fingerprint({ b: 'ü', a: [1] })).toBe(createHash('sha256').update('{"a":[1],"b":"ü"}').digest('hex'));
});
