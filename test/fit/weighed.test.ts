// Very many different stays, gathered into classes, give the fit of the stays one by one; and people seen on one day alone give the stays of everybody.
import { expect, it } from 'vitest';
import { samplerOf } from '../../engine/distributions/index.ts';
import { log } from '../../engine/ground/portable.ts';
import { uniformAt } from '../../engine/ground/random.ts';
import { families } from '../../engine/study/fit/families.ts';
import { fitStays } from '../../engine/study/fit/stay-fit.ts';
import { weighed, type Weighed } from '../../engine/study/fit/weighed.ts';

const none = new Float64Array(0);
const { quantile } = samplerOf({ shape: 'gamma', meanDays: 10, sdDays: 7 });
const drawn = (person: number, purpose: number) => uniformAt(3, 1, person, purpose);

it('the likelihood of classes is that of the stays to nine figures', () => {
  const ended = Float64Array.from({ length: 20_000 }, (_, person) => quantile(drawn(person, 0)));
  const stillThere = ended.slice(0, 5000).map((days, person) => days * drawn(person, 1));
  const classes = weighed({ ended, stillThere, before: none });
  expect(classes.days.length).toBeLessThan(3000);
  const [days, logDays] = [
    Float64Array.from([...ended, ...stillThere]),
    Float64Array.from([...ended, ...stillThere], (each) => log(each)),
  ];
  const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0);
  const oneByOne: Weighed = {
    days,
    logDays,
    ended: Float64Array.from(days, (_, at) => (at < ended.length ? 1 : 0)),
    beyond: Float64Array.from(days, (_, at) => (at < ended.length ? 0 : 1)),
    totals: {
      ended: ended.length,
      logDays: sum(logDays.subarray(0, ended.length)),
      endedDays: sum(ended),
      watchedDays: sum(days),
    },
  };
  for (const { shape, logLikelihood } of families)
    for (const logShape of [-0.7, 0, 0.9]) {
      const [ours, theirs] = [classes, oneByOne].map((records) => logLikelihood(records, 2.2, logShape));
      expect(Math.abs(ours / theirs - 1), shape).toBeLessThan(1e-9);
    }
});

it('those present on one day are long stays; said to be so, they give the stays of everybody', () => {
  const [ended, before]: number[][] = [[], []];
  // People come evenly over a year; whoever is there on its last day is in the file, with the stay that they had in the end.
  for (let person = 0; person < 60_000; person++) {
    const [days, ago] = [quantile(drawn(person, 2)), 365 * drawn(person, 3)];
    if (days <= ago) continue;
    ended.push(days);
    before.push(ago);
  }
  const file = { ended: Float64Array.from(ended), stillThere: none };
  const gammaOf = (records: Parameters<typeof fitStays>[0]) =>
    fitStays(records).shapes.find(({ shape }) => shape === 'gamma')!;
  const naive = gammaOf({ ...file, before: none });
  const right = gammaOf({ ...file, before: Float64Array.from(before) });
  expect(ended.length).toBeGreaterThan(1200);
  // A stay is met in proportion to its length: mean + variance / mean.
  expect(naive.mean.low!).toBeGreaterThan(13);
  expect(right.mean.low!).toBeLessThan(10);
  expect(right.mean.high!).toBeGreaterThan(10);
  expect(right.sd.low!).toBeLessThan(7);
  expect(right.sd.high!).toBeGreaterThan(7);
});
