// A level (time-weighted monitor): people or places over time, as how long each count lasted.

/** How long each count lasted, in days. */
export interface Level {
  now: number;
  /** Day up to which `timeAt` is complete; 0 at first, so that nothing counts before day 0. */
  countedTo: number;
  /** By count. Its length grows with the largest count seen. */
  timeAt: Float64Array;
}

export const makeLevel = (): Level => ({ now: 0, countedTo: 0, timeAt: new Float64Array(8) });

export function clearLevel(level: Level): void {
  level.now = 0;
  level.countedTo = 0;
  level.timeAt.fill(0);
}

/** One more or one fewer from a day on. */
export function step(level: Level, day: number, by: number): void {
  if (day > level.countedTo) lasted(level, day);
  level.now += by;
}

/** The present count has lasted until `day`. */
export function lasted(level: Level, day: number): void {
  if (level.now >= level.timeAt.length) widen(level);
  level.timeAt[level.now] += day - level.countedTo;
  level.countedTo = day;
}

function widen(level: Level): void {
  const wider = new Float64Array(Math.max(level.now + 1, level.timeAt.length * 2));
  wider.set(level.timeAt);
  level.timeAt = wider;
}

/** Mean over so many days, weighted by how long each count lasted. */
export function levelMean({ timeAt }: Level, days: number): number {
  let sum = 0;
  for (let count = 0; count < timeAt.length; count++) if (timeAt[count] > 0) sum += count * timeAt[count];
  return sum / days;
}

export function levelSd(of: Level, days: number): number {
  const { timeAt } = of;
  let squares = 0;
  for (let count = 0; count < timeAt.length; count++) if (timeAt[count] > 0) squares += count * count * timeAt[count];
  const mean = levelMean(of, days);
  const variance = squares / days - mean * mean;
  return variance > 0 ? Math.sqrt(variance) : 0;
}

/** The largest count that lasted any time. */
export function levelMost({ timeAt }: Level): number {
  let count = timeAt.length - 1;
  while (count > 0 && !(timeAt[count] > 0)) count--;
  return Math.max(0, count);
}

/** The share of the time with a count of more than n; 0 where there was no time. */
export function shareOver(of: Level, n: number): number {
  const { timeAt } = of;
  let [above, over] = [0, 0];
  // From the top, so that the share over the most is exactly 0 and none is less than the next.
  for (let count = levelMost(of); count >= 0; count--) {
    if (count === n) over = above;
    above += timeAt[count];
  }
  return over > 0 ? over / above : 0;
}

/** By n, the share of the time with a count of more than n. Nothing where there was no time. */
export function sharesOver(timeAt: ArrayLike<number>): Float64Array {
  let counts = timeAt.length;
  while (counts > 0 && !(timeAt[counts - 1] > 0)) counts--;
  const above = new Float64Array(counts);
  // From the top, so that the last is exactly 0 and none is less than the next.
  for (let n = counts - 2; n >= 0; n--) above[n] = above[n + 1] + timeAt[n + 1];
  const total = counts === 0 ? 0 : above[0] + timeAt[0];
  return above.map((days) => days / total);
}
