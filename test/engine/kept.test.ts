// What is kept between runs is bounded, and never stands in for something else.
import { describe, expect, it } from 'vitest';
import { arrivalsOf, passBy } from '../../engine/arrivals/book.ts';
import { compile, programOf, type Model, type Program, type RunRequest } from '../../engine/index.ts';
import { Idle, MOST_IDLE, MOST_PROGRAMS } from '../../engine/ground/kept.ts';
import type { Network } from '../../engine/network/network.ts';
import { flowBalance } from '../../engine/network/offered.ts';
import { shippedModel } from '../models/shipped.ts';

describe('things that nobody uses now', () => {
  it('are taken by what they were made for, and only once', () => {
    const idle = new Idle<string, number>();
    idle.leave('a', 1);
    idle.leave('b', 2);
    idle.leave('a', 3);
    expect([idle.take('a'), idle.take('c'), idle.take('a'), idle.take('a'), idle.take('b')]).toEqual([
      3,
      undefined,
      1,
      undefined,
      2,
    ]);
  });

  it('are at most so many: the one left the longest ago goes', () => {
    const idle = new Idle<number, number>();
    for (let n = 0; n <= MOST_IDLE; n++) idle.leave(n, n);
    expect(idle.take(0)).toBeUndefined();
    expect(Array.from({ length: MOST_IDLE }, (_, n) => idle.take(n + 1))).toEqual(
      Array.from({ length: MOST_IDLE }, (_, n) => n + 1),
    );
  });
});

describe('programs', () => {
  const model = shippedModel('one-queue');
  const beds = (n: number): RunRequest => ({ option: 'today', set: { 'stations.ward.beds': n } });

  function counted() {
    const made: RunRequest[] = [];
    const compiler = (of: Model, run: RunRequest) => (made.push(run), compile(of, run));
    return { made, program: (of: Model, run: RunRequest) => programOf(of, run, compiler) };
  }

  it('are compiled once for a document and a request', () => {
    const { made, program } = counted();
    const own = { ...model };
    expect(program(own, beds(5))).toBe(program(own, beds(5)));
    expect(program(own, beds(6)).network.places).not.toEqual(program(own, beds(5)).network.places);
    expect(made).toEqual([beds(5), beds(6)]);
    // A document of the same words is another: nobody compares them.
    expect(program({ ...own }, beds(5))).not.toBe(program(own, beds(5)));
  });

  it('are kept while they are asked for, however many moves of a slider come between', () => {
    const { made, program } = counted();
    const own = { ...model };
    for (let move = 0; move < 3 * MOST_PROGRAMS; move++) {
      program(own, { option: 'today' });
      program(own, beds(1 + move));
    }
    expect(made.filter(({ set }) => set === undefined)).toHaveLength(1);
    program(own, beds(1));
    expect(made.filter(({ set }) => set?.['stations.ward.beds'] === 1)).toHaveLength(2);
  });
});

it('the flow through networks that differ in amounts only is worked out once for the same days', () => {
  const model = shippedModel('one-queue');
  const moved = (path: string, value: number) => compile(model, { option: 'today', set: { [path]: value } }).network;
  const flow = (network: Network, days = 30) => flowBalance(network, 0, days);
  const [five, six] = [5, 6].map((beds) => moved('stations.ward.beds', beds));
  expect([five.places[1], six.places[1]]).toEqual([5, 6]);
  expect(flow(five)).toBe(flow(six));
  expect(flow(five)).not.toBe(flow(five, 31));
  const longer = moved('stations.ward.stay.meanDays', 12);
  expect(flow(longer).neededPlaces[1]).toBeCloseTo(1.2 * flow(five).neededPlaces[1], 9);
  expect(flow({ ...five, stay: longer.stay }).neededPlaces).toEqual(flow(longer).neededPlaces);
});

describe('the people of a replication', () => {
  const model = shippedModel('ilkeston-2019');
  const ofRate = (arrivalsPerDay: number) =>
    compile(model, { option: 'today', set: { 'streams.acute.arrivalsPerDay': arrivalsPerDay } });
  const crowdOf = (program: Program) => (arrivalsOf(program, 1, 0) as unknown as { crowd: object }).crowd;
  const today = compile(model, { option: 'today' });
  /** Each of some thousand people: together far more than books may hold. */
  const lookAtMany = (each: (program: Program) => void) => {
    for (let n = 0; n < 60; n++) {
      const program = ofRate(20 + n / 1000);
      each(program);
      arrivalsOf(program, 1, 0);
    }
  };

  it('are laid out once, until too many others were asked for', () => {
    const crowd = crowdOf(today);
    expect(crowdOf(today)).toBe(crowd);
    lookAtMany(() => {});
    expect(crowdOf(today)).not.toBe(crowd);
  });

  it('stay while plausible worlds pass by, of which the last few are kept', () => {
    const crowd = crowdOf(today);
    lookAtMany(passBy);
    expect(crowdOf(today)).toBe(crowd);
    const [one, beside] = [ofRate(3), ofRate(3)];
    [one, beside].forEach(passBy);
    expect(crowdOf(one)).toBe(crowdOf(beside));
  });
});
