// The checks in words: the count is right, "all inside" is only said when it is true, and a screen reader does not read out each figure.
import { expect, it } from 'vitest';
import fc from '../properties.ts';
import { sayChance, sayFigure, sayTally, toAnnounce, type Tally } from '../../ui/words/checks.ts';

const tally = (more: Partial<Tally>): Tally => ({ status: 'done', asked: 105, come: 105, outside: 0, ...more });

it('says it in a sentence', () => {
  expect(sayTally(tally({}))).toBe('105 figures, all inside.');
  expect(sayTally(tally({ asked: 1, come: 1 }))).toBe('1 figure, inside.');
  expect(sayTally(tally({ asked: 1, come: 1, outside: 1 }))).toBe('1 figure, 1 outside.');
  expect(sayTally(tally({ outside: 2 }))).toBe('105 figures, 2 outside.');
  expect(sayTally(tally({ status: 'running', come: 41 }))).toBe('41 of 105 figures so far, all inside.');
  expect(sayTally(tally({ status: 'stopped', come: 41 }))).toBe('Stopped after 41 of 105 figures, all inside.');
  expect(sayTally(tally({ status: 'stopped', come: 0 }))).toBe('Stopped after 0 of 105 figures.');
  expect(sayTally(tally({ asked: 0, come: 0 }))).toBe('There is no check with that name.');
  expect(sayChance(tally({ asked: 0, come: 0 }))).toBe('');
  expect(sayChance(tally({}))).toBe('One figure in a thousand would be outside by chance.');
  expect(sayChance(tally({ outside: 1 }))).toContain('another seed');
});

it('never says all inside when one is not, nor counts what has not come', () => {
  const any = fc
    .record({
      status: fc.constantFrom('waiting', 'running', 'stopped', 'done', 'failed'),
      asked: fc.integer({ min: 1, max: 500 }),
      come: fc.nat(500),
      outside: fc.nat(500),
    })
    .map((one): Tally => {
      const come = one.status === 'done' ? one.asked : Math.min(one.come, one.asked);
      return { ...(one as Tally), come, outside: Math.min(one.outside, come) };
    });
  fc.assert(
    fc.property(any, (one) => {
      for (const words of [sayTally(one), toAnnounce(one)]) {
        if (one.outside > 0) expect(words).not.toMatch(/\binside\b/);
        if (one.outside === 0) expect(words).not.toMatch(/\d outside/);
      }
      if (one.status === 'done') expect(sayTally(one)).toContain(`${one.asked} figure`);
    }),
  );
});

it('announces a handful of times', () => {
  const said = Array.from({ length: 106 }, (_, come) =>
    toAnnounce(tally({ status: come < 105 ? 'running' : 'done', come })),
  );
  expect(new Set(said).size).toBe(5);
  expect(said.at(-1)).toBe('105 figures, all inside. One figure in a thousand would be outside by chance.');
});

it('gives four figures, and a dash where there is no number', () =>
  expect([0.15, 1.399, 300, -0.00025, Number.NaN].map(sayFigure)).toEqual([
    '0.1500',
    '1.399',
    '300.0',
    '−0.0002500',
    '–',
  ]));
