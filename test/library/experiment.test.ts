// An experiment asked for by a program: what is refused, what stops it, and that it changes nothing it was given.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type ExperimentRequest, experiment, readModel, Refusal } from '../../library/index.ts';
import { quantile } from '../../library/statistics.ts';
import { smallModel } from '../cli/onward.ts';
import { root } from '../source-files.ts';

const model = readModel(JSON.stringify(smallModel)).model!;

const refusalOf = (request: object): string => {
  try {
    experiment(model, request as ExperimentRequest);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
};

describe('an experiment', () => {
  it('of nothing named is today, as the document asks for it', () => {
    const { manifest, summary, differences, isWhole, settles } = experiment(model);
    expect([manifest.options, manifest.baseline, manifest.replications, manifest.seed]).toEqual([
      ['today'],
      null,
      12,
      5,
    ]);
    expect(summary.length).toBeGreaterThan(20);
    expect([differences, isWhole, Object.keys(settles)]).toEqual([[], true, ['today']]);
  });

  it('simulates the baseline too where it is not named', () => {
    const { manifest, differences } = experiment(model, { options: ['more-beds'], baseline: 'today', replications: 3 });
    expect([manifest.options, manifest.baseline]).toEqual([['today', 'more-beds'], 'today']);
    expect(new Set(differences.map(({ option, baseline }) => `${option} − ${baseline}`))).toEqual(
      new Set(['more-beds − today']),
    );
  });

  it('a change from day 0 on is nearly a setting, and the manifest names its day', () => {
    const { manifest } = experiment(model, { changes: [{ path: 'stations.p2.beds', atDay: 30, value: 12 }] });
    expect(manifest.set).toEqual({ 'stations.p2.beds@30': 12 });
  });

  it('that is stopped is a whole, smaller one', () => {
    const asked: number[] = [];
    const options = ['today', 'more-beds'];
    const stopped = experiment(model, { options, mayGoOn: (done, of) => (asked.push(of), done < 7) });
    expect(asked.every((of) => of === 24)).toBe(true);
    expect([stopped.isWhole, stopped.manifest.replications]).toEqual([false, 3]);
    expect(stopped).toEqual({ ...experiment(model, { options, replications: 3 }), isWhole: false });
    expect(experiment(model, { mayGoOn: () => false }).summary).toEqual([]);
  });

  it('leaves the model as it was', () => {
    const before = JSON.stringify(model);
    experiment(model, { options: ['today', 'more-home'], set: { 'stations.p1.places': 3 }, replications: 2 });
    expect(JSON.stringify(model)).toBe(before);
  });

  test.each<[object, RegExp]>([
    [{ replication: 5 }, /replication: found a key that no request has.*Did you mean replications\?/],
    [{ replications: 0 }, /replications: found 0; expected a whole number from 1 to 10000/],
    [{ seed: 1.5 }, /seed: found 1\.5/],
    [{ options: ['more-bed'] }, /"more-bed".*Did you mean more-beds\?/s],
    [{ options: ['today', 'today'] }, /today twice/],
    [{ options: 'today' }, /options: found today; expected a list/],
    [{ baseline: 'yesterday' }, /yesterday/],
    [{ conditions: ['winter'] }, /winter/],
    [{ set: { 'stations.p2.bed': 3 } }, /stations\.p2\.bed/],
    [{ percentiles: [101] }, /percentiles: found 101/],
    [{ over: Array.from({ length: 21 }, (_, at) => at) }, /over: found 21 numbers; expected at most 20/],
  ])('refuses %j', (request, words) => {
    expect(refusalOf(request)).toMatch(words);
  });

  it('refuses what no machine could finish, before it starts', () => {
    const text = readFileSync(join(root, 'models/leicester-leicestershire-rutland-2018.json'), 'utf8');
    const county = readModel(text).model!;
    expect(() => experiment(county, { replications: 10_000 })).toThrow(Refusal);
  });
});

it('a quantile leaves its values in order, and is R’s', () => {
  const values = [3, 1, 2, 10];
  // quantile(c(3, 1, 2, 10), c(0, .1, .5, .9, 1)) in R 4.
  const found = [0, 0.1, 0.5, 0.9, 1].map((p) => Number(quantile(values, p).toFixed(12)));
  expect(found).toEqual([1, 1.3, 2.5, 7.9, 10]);
  expect([values, quantile([], 0.5)]).toEqual([[3, 1, 2, 10], NaN]);
});
