// Networks that differ only in amounts are not built again, and are the same as if they were.
import { expect, test } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import { differInAmountsOnly } from '../../engine/network/amounts.ts';
import { modelsInForce } from '../../engine/model/option.ts';
import { setPaths } from '../../engine/model/path.ts';
import { shippedModel } from '../models/shipped.ts';

/** A sampler is made once for the same content, but not for ever: two of the same content are the same, whoever made them. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, plain(one)]));
  if (value instanceof Set) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'table' && one !== null ? 'a table' : plain(one)]),
  );
}

const county = shippedModel('leicester-leicestershire-rutland-2018');

test('every step of beds and places that open over months is the network of its own day', () => {
  const request = { option: 'more-home', conditions: ['older-county', 'bad-winter'] };
  const program = compile(county, request);
  const days = modelsInForce(county, request);
  expect(program.later.length).toBeGreaterThan(365);
  for (const { fromDay, network } of program.later.filter((_, at) => at % 40 === 0)) {
    const { model } = days.find((one) => one.fromDay === fromDay)!;
    expect(plain(network)).toEqual(plain(compile(model, { option: 'today' }).network));
  }
});

test('laid out once, they share their ways', () => {
  const { network, later } = compile(county, { option: 'more-home' });
  expect(new Set([network, ...later.map((one) => one.network)].map((one) => one.wayAsk)).size).toBe(1);
  expect(new Set(later.map((one) => one.network.places.join())).size).toBeGreaterThan(20);
});

test('a slider that moves amounts lays nothing out anew, and has the network of a document of its own', () => {
  const beds = (n: number) => ({ option: 'today', set: { 'stations.rutland.beds': n } });
  const [one, other] = [3, 9].map((n) => compile(county, beds(n)).network);
  expect(one.wayAsk).toBe(other.wayAsk);
  const anew = compile(structuredClone(county), beds(9)).network;
  expect(anew.wayAsk).not.toBe(other.wayAsk);
  expect(plain(other)).toEqual(plain(anew));
  // What comes after something else was moved is laid out from that, and what an option prices is its own.
  const stay = { 'stations.rutland.stay.meanDays': 3 };
  expect(plain(compile(county, { option: 'today', set: stay }).network.stay)).not.toEqual(plain(one.stay));
  expect(plain(compile(county, beds(3)).network)).toEqual(plain(one));
  expect(plain(compile(county, { option: 'more-home' }).network)).toEqual(
    plain(compile(structuredClone(county), { option: 'more-home' }).network),
  );
});

test.each([
  ['stations.rutland.beds', 3, true],
  ['stations.nursing-city.visitsPerDay', 3, true],
  ['stations.rutland.stay.meanDays', 3, false],
  ['stations.rutland.next.city.0.share', 0.3, false],
  ['stations.rutland.costs.placeDayGbp', 3, false],
  ['streams.age-85.arrivalsPerDay', 3, false],
  ['needs.bed.otherwise.city.0.afterDays', 3, false],
  ['initial.rutland.inCare.bed', 3, false],
  ['consequencesOfDelay.stayDaysPerDelayedDay', 0.1, false],
])('%s: an amount? %s %s', (path, value, isAmount) => {
  expect(differInAmountsOnly(county, setPaths(county, { [path]: value }))).toBe(isAmount);
  // Set to what it is, whatever it is, it changes nothing.
  expect(differInAmountsOnly(county, structuredClone(county))).toBe(true);
});
