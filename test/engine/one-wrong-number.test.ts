// Which wrong number explains a year that happened, and what is said where none has to.
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import { explain } from '../../engine/study/match/explain.ts';
import { matchWords } from '../../engine/study/match/match-words.ts';
import { replicatePeriods } from '../../engine/study/match/periods.ts';
import { referenceOf } from '../../engine/study/match/reference.ts';
import { model, ROWS, seriesFrom, TODAY } from './year-beside.ts';

describe('a year made by the model with one wrong number', () => {
  const matched = ROWS.map((row) => ({ row, series: seriesFrom('2024-01-01', 'week', 52) }));
  const effort = { years: 80, yearsForChance: 80, yearsAtValue: 20, values: 5 };
  const asking = { model, request: TODAY, seed: 1, compile };
  const done = <Result>(steps: Generator<undefined, Result>): Result => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const reference = done(referenceOf(model, TODAY, matched, { seed: 1, compile, effort }));
  const yearWith = (set: Record<string, number>, seed: number) =>
    replicatePeriods(compile(model, { ...TODAY, set }), seed, 0, reference.asked);

  it('a number that changes nothing is not tried', () => {
    expect(reference.without).toEqual(['stations.acute.costs.delayedDayGbp']);
    expect(reference.curves).toHaveLength(5);
  });

  it.each([
    ['streams.acute.arrivalsPerDay', 2.38],
    ['stations.p1.stay.meanDays', 13],
    ['stations.p2.stay.meanDays', 6],
  ])('%s at %d is recognised, and named with a value that would do', (path, value) => {
    const explained = done(explain(reference, yearWith({ [path]: value }, 4001), asking));
    expect(explained.isLikeModel).toBe(false);
    const found = explained.alone.find(({ moved: [one] }) => one.path === path)!;
    expect(found.isEnough).toBe(true);
    const { low, high, value: named, from } = found.moved[0];
    expect(named >= low && named <= high && Math.sign(named - from) === Math.sign(value - from)).toBe(true);
    expect(matchWords(model, explained)[0]).toContain('could not have made this');
    expect(matchWords(model, explained).join('\n')).toContain(`${path} ${Number(named.toPrecision(3))}, not`);
  });

  it('a stay of 7.2 days in place of 9 shows in most years, though the beds are often full', () => {
    const different = Array.from(
      { length: 60 },
      (_, at) => !explain(reference, yearWith({ 'stations.p2.stay.meanDays': 7.2 }, 6000 + at), asking).next().done,
    );
    expect(different.filter(Boolean).length).toBeGreaterThanOrEqual(45);
  });

  it('years of the model as it is are seldom called different', () => {
    const different = Array.from(
      { length: 30 },
      (_, at) => !done(explain(reference, yearWith({}, 5000 + at), asking)).isLikeModel,
    );
    expect(different.filter(Boolean).length).toBeLessThanOrEqual(5);
  });

  it('of a year like the model the numbers to look at are named, with how often chance alone hints as strongly', () => {
    const hints = Array.from({ length: 30 }, (_, at) => done(explain(reference, yearWith({}, 5100 + at), asking)));
    const like = hints.filter(({ isLikeModel }) => isLikeModel);
    // By chance the share is even between 0 and 1: a mean of 30 lies within four of its standard errors.
    const mean = hints.reduce((sum, { chanceOfNearer }) => sum + chanceOfNearer, 0) / hints.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * hints.length));
    const [{ nearest, chanceOfNearer, alone }] = like;
    expect([nearest.length, alone]).toEqual([3, []]);
    const said = matchWords(model, like[0])[1];
    for (const path of nearest) expect(said).toContain(path);
    expect(said).toContain(`in ${Math.round(100 * chanceOfNearer)} years of 100`);
  });

  it('what no number with a range can do is said', () => {
    const explained = done(explain(reference, yearWith({ 'streams.acute.arrivalsPerDay': 6 }, 7), asking));
    expect(explained.isLikeModel).toBe(false);
    expect(explained.alone.some(({ isEnough }) => isEnough)).toBe(false);
    expect(matchWords(model, explained).at(-1)).toContain('None of them explains it within its range');
  });
});
