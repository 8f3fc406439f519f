// What the worlds come to, in words: the finding first, and nothing said of what no world has.
import { expect, it } from 'vitest';
import { worldsWords, type JudgedWorld } from '../../engine/index.ts';
import { summariseWorlds } from '../../engine/study/worlds/verdicts.ts';

const blank = {
  number: 0,
  drawn: [],
  values: [],
  again: 0,
  baseline: null,
  option: null,
  settles: [true, true] as const,
};

/** So many worlds of each kind: a difference with an interval to either side of it, or a direction alone. */
const worlds = (of: Record<string, number>) =>
  summariseWorlds(
    Object.entries(of).flatMap(([kind, count]) =>
      Array.from({ length: count }, (): JudgedWorld => {
        const [, verdict, more] = /^(lower|higher|no difference|nobody to measure|does not settle)(.*)$/.exec(kind)!;
        const difference = verdict === 'lower' ? -2 : verdict === 'higher' ? 2 : null;
        const half = more === ', clear' ? 1 : 3;
        const leans = more === ', lower' ? 'lower' : more === ', higher' ? 'higher' : null;
        return {
          ...blank,
          difference,
          ciLow: difference === null ? null : difference - half,
          ciHigh: difference === null ? null : difference + half,
          verdict: verdict as JudgedWorld['verdict'],
          leans,
        };
      }),
    ),
  );

it('fewer people wait in most', () => {
  expect(worldsWords(worlds({ 'lower, clear': 171, higher: 20, 'no difference': 9 }))).toEqual([
    'Fewer people wait in 171 of 200 plausible worlds.',
    'In 20 more wait; in 9 there is no difference.',
    // Wilson: (0.855 + 0.0096) / 1.0192 ∓ 1.96 × √(0.855 × 0.145 / 200 + 0.000024) / 1.0192.
    'With other draws of the worlds, likely between 80 and 90 in a hundred.',
  ]);
});

it('worlds in which only one of the two settles count, without a number, and are said', () => {
  const found = {
    'lower, clear': 10,
    lower: 20,
    'does not settle, lower': 50,
    'does not settle, higher': 5,
    'does not settle': 15,
  };
  expect(worldsWords(worlds(found)).toSpliced(3, 1)).toEqual([
    'Fewer people wait in 80 of 100 plausible worlds.',
    'In 50 of them only the baseline does not settle: it grows without end, by no certain number.',
    'In 5 more wait; in 15 what does not settle has no average to compare.',
    'In 10 of the 30 with a difference, the simulated periods are enough to tell it from chance.',
  ]);
});

it('more people wait in most, or another row is higher', () => {
  const found = worlds({ 'higher, clear': 6, 'does not settle, higher': 1, lower: 3 });
  expect(worldsWords(found).slice(0, 3)).toEqual([
    'More people wait in 7 of 10 plausible worlds.',
    'In 1 of them only the option does not settle: it grows without end, by no certain number.',
    'In 3 fewer wait.',
  ]);
  expect(worldsWords(found, 'p2.delayDays.p90')[0]).toBe('p2.delayDays.p90 is higher in 7 of 10 plausible worlds.');
});

it('no world that says so is no finding for either side', () => {
  expect(worldsWords(worlds({ 'does not settle': 8, 'nobody to measure': 2 }))).toEqual([
    'None of 10 plausible worlds says that fewer or more people wait.',
    'In 2 there is nobody to measure; in 8 what does not settle has no average to compare.',
  ]);
});
