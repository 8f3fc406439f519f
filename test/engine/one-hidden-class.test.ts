// Networks of several programs have one hidden class: what V8 has compiled for one program holds for the next move of a slider.
import { setFlagsFromString } from 'node:v8';
import { expect, it } from 'vitest';
import { compile } from '../../engine/index.ts';
import { shippedModel } from '../models/shipped.ts';

setFlagsFromString('--allow-natives-syntax');
const haveOneClass = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
  a: object,
  b: object,
) => boolean;
const isFast = new Function('one', 'return %HasFastProperties(one)') as (a: object) => boolean;

it('has each network in the same hidden class as the one before, and in no dictionary', () => {
  const model = shippedModel('leicester-leicestershire-rutland-2018');
  const networks = [12, 13, 14].map(
    (beds) => compile(model, { option: 'today', set: { 'stations.rutland.beds': beds } }).network,
  );
  expect(networks.map((one) => haveOneClass(one, networks[0]))).toEqual([true, true, true]);
  expect(networks.map(isFast)).toEqual([true, true, true]);
  expect(haveOneClass({ one: 1 }, { other: 1 })).toBe(false);
});
