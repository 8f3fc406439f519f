// Filling up: how far a run that begins empty falls short, compared with the formula for unlimited places; and a warm-up in which nobody arrives.
import { describe, expect, test } from 'vitest';
import {
  adviseWarmUp,
  compile,
  dailyPeople,
  judgeSettling,
  sayProblem,
  settlingWords,
  validate,
} from '../../engine/index.ts';

function read(stream: object, stay: object, calendar: object, initial?: object) {
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'filling',
    title: 'Filling',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', ...calendar },
    experiment: { replications: 20, seed: 1 },
    needs: { a: { label: 'A', goesTo: 'a' } },
    streams: { s: { label: 'S', ...stream } },
    stations: {
      a: { kind: 'ward', label: 'Ward', beds: 'unlimited', stay, next: [{ to: 'home' }] },
      home: { kind: 'exit', label: 'Home' },
    },
    ...(initial && { initial }),
  });
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return { program: compile(model, { option: 'today' }), problems: problems.map(sayProblem).join('\n') };
}
const fillingOf = (...of: Parameters<typeof read>) =>
  judgeSettling(read(...of).program, []).stations.find(({ station }) => station === 'a')!.filling;

const exponential = { shape: 'exponential', meanDays: 40 };
/** Of an exponential stay from an empty start: needed × (1 − mean of e^(−t / m) over the run). */
const there = (needed: number, mean: number, before: number, days: number) =>
  needed * (1 - (mean / days) * (Math.exp(-before / mean) - Math.exp(-(before + days) / mean)));

describe('what is there stays below what is needed', () => {
  test('after a warm-up as long as a stay, by the formula of M/G/∞', () => {
    const found = fillingOf({ arrivalsPerDay: 3 }, exponential, { warmUpDays: 40, runDays: 80 })!;
    expect(found.needed).toBeCloseTo(120, 9);
    // 120 × (1 − 40 / 80 × (e^−1 − e^−3)) = 100.9
    expect(found.there).toBeCloseTo(there(120, 40, 40, 80), 2);
    expect(found.there).toBeCloseTo(100.9, 1);
  });

  test('and is said, in words that say what to do', () => {
    const { program } = read({ arrivalsPerDay: 3 }, exponential, { warmUpDays: 40, runDays: 80 });
    const said = settlingWords(judgeSettling(program, []), () => 'Ward').join();
    expect(said).toContain('still filling up');
    expect(said).toContain('about 100.9 there on average, 120 needed');
  });

  test('not after a long warm-up, nor of short stays, nor with those who are needed there from the start', () => {
    expect(fillingOf({ arrivalsPerDay: 3 }, exponential, { warmUpDays: 200, runDays: 80 })).toBeNull();
    const short = { shape: 'exponential', meanDays: 4 };
    expect(fillingOf({ arrivalsPerDay: 3 }, short, { warmUpDays: 40, runDays: 80 })).toBeNull();
    const initial = { a: { inCare: 118 } };
    expect(fillingOf({ arrivalsPerDay: 3 }, exponential, { warmUpDays: 0, runDays: 80 }, initial)).toBeNull();
  });

  test('a stay whose mean is far above its median fills for longer than one of the same mean', () => {
    const calendar = { warmUpDays: 180, runDays: 365 };
    const tail = { shape: 'lognormal', meanDays: 30, medianDays: 6 };
    expect(fillingOf({ arrivalsPerDay: 2 }, tail, calendar)!.there).toBeLessThan(0.94 * 60);
    expect(fillingOf({ arrivalsPerDay: 2 }, { shape: 'exponential', meanDays: 30 }, calendar)).toBeNull();
  });
});

describe('a warm-up in which nobody comes', () => {
  const counts = { counts: Array<number>(100).fill(3) };
  const calendar = { warmUpDays: 200, runDays: 100 };

  test('is warned about, and is no warm-up: 50 × 3 needed, as few there as after an empty start', () => {
    const stay = { shape: 'exponential', meanDays: 50 };
    const { program, problems } = read(counts, stay, calendar);
    expect(problems).toContain('calendar.warmUpDays: found 200 days in which nobody arrives');
    const { filling } = judgeSettling(program, []).stations.find(({ station }) => station === 'a')!;
    // 150 × (1 − 50 / 100 × (1 − e^−2)) = 85.2
    expect(filling!.there).toBeCloseTo(there(150, 50, 0, 100), 1);
    expect(adviseWarmUp(program, [dailyPeople(program, 1, 0)]).isEmpty).toBe(true);
  });

  test('also with people there when it begins, for most have left when it ends', () => {
    const stay = { shape: 'exponential', meanDays: 50 };
    const { program, problems } = read(counts, stay, calendar, { a: { inCare: 150 } });
    expect(problems).toContain('nobody arrives');
    expect(adviseWarmUp(program, [dailyPeople(program, 1, 0)]).isEmpty).toBe(true);
    const { filling } = judgeSettling(program, []).stations.find(({ station }) => station === 'a')!;
    // 85.2 as after an empty start, and of the 150 on average 150 × 50 / 100 × (e^−4 − e^−6) = 1.2 over the run.
    expect(filling!.there).toBeCloseTo(there(150, 50, 0, 100) + 75 * (Math.exp(-4) - Math.exp(-6)), 1);
  });

  test('not with those people and no warm-up, as its warning suggests, nor where a rate brings some', () => {
    const stay = { shape: 'exponential', meanDays: 50 };
    const peopled = read(counts, stay, { ...calendar, warmUpDays: 0 }, { a: { inCare: 150 } });
    expect(peopled.problems).not.toContain('nobody arrives');
    expect(adviseWarmUp(peopled.program, [dailyPeople(peopled.program, 1, 0)]).isEmpty).toBe(false);
    expect(judgeSettling(peopled.program, []).stations.every(({ filling }) => !filling)).toBe(true);
    const rate = read({ arrivalsPerDay: 3 }, stay, calendar);
    expect(rate.problems).not.toContain('nobody arrives');
    expect(adviseWarmUp(rate.program, [dailyPeople(rate.program, 1, 0)]).isEmpty).toBe(false);
  });
});
