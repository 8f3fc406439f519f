// The frontier on mixes whose true averages are known: what it shows is not beaten, what beats others it does not miss by more than a box, and what it says of today is so.
import { describe, expect, it } from 'vitest';
import { besideMark, cheapestIsOther, frontier, settingsOf, type Answer, type Setting } from '../../engine/index.ts';
import { settingsWithin } from '../../engine/study/select/setting.ts';

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at);
const mixes = settingsOf([
  { path: 'home', from: 0, values: upTo(24) },
  { path: 'beds', from: 0, values: upTo(18) },
  { path: 'ward', from: 0, values: upTo(15) },
]);
const MOST_WAITING = 20;
const BOXES = 24;

const waiting = ({ steps: [home, beds, ward] }: Setting): number =>
  14 * Math.exp(-0.22 * home) + 9 * Math.exp(-0.3 * beds) + 6 * Math.exp(-0.35 * ward);
/** Places that nobody is in: all, less those that would be used. */
const empty = (one: Setting): number => one.added + 0.4 * waiting(one);
/** Delay is dear, places cost a little: the cheapest is between the ends. */
const cost = (one: Setting): number => 1000 * (3 * one.added + 11 * waiting(one));

/** Every mix of a replication gets the same random error and no other, so the right answer is known exactly. */
function found(against: readonly ('empty' | 'cost')[]) {
  const search = frontier({ settings: mixes, against, mostWaiting: MOST_WAITING, most: 30 });
  const asked: number[] = [];
  let step = search.next();
  while (!step.done) {
    const { settings, from, to, front, progress } = step.value;
    asked.push(settings.length * (to - from));
    expect(progress).toBeGreaterThanOrEqual(0);
    expect(front.every(({ readings }) => readings.length === 3)).toBe(true);
    step = search.next(
      settings.map((one): Answer => {
        const chance = (r: number) => 0.05 * Math.sin(7 * r);
        const readings = Array.from({ length: to - from }, (_, r) => [
          waiting(one) + chance(from + r),
          empty(one) + chance(from + r),
          cost(one) * (1 + chance(from + r)),
        ]);
        return { readings, settles: one.steps[0] > 2 };
      }),
    );
  }
  return { ...step.value, periods: asked.reduce((sum, one) => sum + one, 0) };
}

const all = settingsWithin(mixes, Infinity).filter((one) => one.steps[0] > 2 && waiting(one) <= MOST_WAITING);

describe('the frontier', () => {
  const { front, looked, periods } = found(['empty']);

  it('holds only mixes that settle and that no other beats by more than a part of a box', () => {
    expect(front.length).toBeGreaterThan(10);
    const wide = (Math.max(...front.map(({ setting }) => empty(setting))) - Math.min(...all.map(empty))) / BOXES;
    const tall = MOST_WAITING / BOXES;
    for (const { setting } of front) {
      expect(setting.steps[0]).toBeGreaterThan(2);
      const beaten = all.filter(
        (one) => waiting(one) < waiting(setting) - tall / 2 && empty(one) < empty(setting) - wide / 2,
      );
      expect(beaten).toEqual([]);
    }
  });

  it('misses none that would beat what it shows: each true one has one within a box and a half of it', () => {
    const truth = all.filter((one) => !all.some((other) => waiting(other) < waiting(one) && empty(other) < empty(one)));
    const wide = (Math.max(...front.map(({ setting }) => empty(setting))) - Math.min(...truth.map(empty))) / BOXES;
    const tall = MOST_WAITING / BOXES;
    // Beyond the last one shown, fewer waiting are fewer than anybody would see.
    const seen = truth.filter((one) => empty(one) <= Math.max(...front.map(({ setting }) => empty(setting))));
    expect(seen.length).toBeGreaterThan(10);
    for (const one of seen) {
      const near = front.some(
        ({ setting }) => waiting(setting) <= waiting(one) + 1.5 * tall && empty(setting) <= empty(one) + 1.5 * wide,
      );
      expect([one.name, near]).toEqual([one.name, true]);
    }
  });

  it('takes a small part of what every mix takes, and says the same every time', () => {
    expect(periods).toBeLessThan((mixes.count * 30) / 10);
    expect(looked.all().length).toBeLessThan(mixes.count / 4);
    expect(found(['empty']).front.map(({ setting }) => setting.name)).toEqual(front.map(({ setting }) => setting.name));
  });

  it('goes from the most people waiting to the fewest', () => {
    const means = front.map(({ readings }) => readings[0].mean);
    expect(means).toEqual(means.toSorted((a, b) => b - a));
  });
});

describe('what the frontier says of a mix', () => {
  const both = found(['empty', 'cost']);
  const mark = all.find(({ steps }) => steps.join() === '20,3,2')!;
  const readings = [waiting(mark), empty(mark), cost(mark)].map((mean) => ({ mean }));

  it('the same delay with fewer empty places, and no more of them with a shorter wait', () => {
    const { sameDelay, sameMoney } = besideMark(both.front, readings, 'empty');
    expect(waiting(sameDelay!.setting)).toBeLessThanOrEqual(waiting(mark) + 0.05);
    expect(empty(sameDelay!.setting)).toBeLessThan(empty(mark));
    expect(waiting(sameMoney!.setting)).toBeLessThan(waiting(mark));
    expect(empty(sameMoney!.setting)).toBeLessThanOrEqual(empty(mark) + 0.05);
  });

  it('that the fewest waiting is not the cheapest, where that is so and nowhere else', () => {
    const values = ({ setting }: { setting: Setting }, reading: number) => both.looked.of(setting, reading);
    const other = cheapestIsOther(both.front, 'cost', values)!;
    expect(cost(other.cheapest.setting)).toBeLessThan(cost(other.fewestWaiting.setting));
    const truth = cost(other.fewestWaiting.setting) - cost(other.cheapest.setting);
    expect(other.more.mean / truth).toBeGreaterThan(0.9);
    // The cheapest of all mixes, or as good as it.
    expect(cost(other.cheapest.setting)).toBeLessThan(1.05 * Math.min(...all.map(cost)));
    const alone = both.front.filter(({ setting }) => setting === other.cheapest.setting);
    expect(cheapestIsOther(alone, 'cost', values)).toBeUndefined();
  });
});
