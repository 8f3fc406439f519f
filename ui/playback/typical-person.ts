// Picks the person for the story: their wait, and how an option changes it, are close to the median of everyone who waits.
import type { Waits } from './waits.ts';

/** One future: the waits in it, and what is the same of a person in both. */
export interface Future {
  readonly waits: Waits;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
}

export interface Typical {
  /** Running number in the first future. */
  readonly person: number;
  /** Whether anybody waits at all. */
  readonly doesWait: boolean;
  /** Of the people who wait in the first future (in the second where nobody waits in the first), how many there are, and wait for less and for more in the second. */
  readonly waiters: number;
  readonly shorter: number;
  readonly longer: number;
}

/** Half a day: less is no wait that anybody would tell of, and no difference. */
const LEAST_DAYS = 0.5;

interface Candidate {
  readonly person: number;
  readonly now: number;
  readonly planned: number;
  /** They wait nowhere but where the story is about, in either future. */
  readonly waitsOnlyThere: boolean;
  readonly leftBy: number;
}

/** Undefined where nobody comes and goes within the run. Without a second future nothing differs. */
export function typicalPerson(first: Future, second: Future = first): Typical | undefined {
  const all = candidatesIn(first, second);
  if (all.length === 0) return undefined;
  const waitNow = all.filter(({ now }) => now >= LEAST_DAYS);
  const waiters = waitNow.length > 0 ? waitNow : all.filter(({ planned }) => planned >= LEAST_DAYS);
  if (waiters.length === 0) {
    // Nobody waits: anybody from the middle of the run is typical.
    const { person } = all[Math.floor(all.length / 2)];
    return { person, doesWait: false, waiters: 0, shorter: 0, longer: 0 };
  }
  const lengthOf = ({ now, planned }: Candidate) => (waitNow.length > 0 ? now : planned);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(waiters.map(lengthOf), share));
  const change = quantile(
    waiters.map(({ now, planned }) => planned - now),
    0.5,
  );
  const usualWay = mostOften(waiters.map(({ leftBy }) => leftBy));
  // The middle half of the waits; of these, as long as there are any, those who differ, wait nowhere else and leave as most do.
  const among = [
    ({ now, planned }: Candidate) => Math.abs(planned - now) >= LEAST_DAYS,
    ({ waitsOnlyThere }: Candidate) => waitsOnlyThere,
    ({ leftBy }: Candidate) => leftBy === usualWay,
  ].reduce(
    (left, holds) => (left.some(holds) ? left.filter(holds) : left),
    waiters.filter((one) => lengthOf(one) >= low && lengthOf(one) <= high),
  );
  const apart = (one: Candidate) => Math.abs(lengthOf(one) - middle) + Math.abs(one.planned - one.now - change);
  const best = among.reduce((nearest, one) => (apart(one) < apart(nearest) ? one : nearest));
  return {
    person: best.person,
    doesWait: true,
    waiters: waiters.length,
    shorter: waiters.filter(({ now, planned }) => now - planned >= LEAST_DAYS).length,
    longer: waiters.filter(({ now, planned }) => planned - now >= LEAST_DAYS).length,
  };
}

/** Who comes after the start and has left by an exit before the end, in both futures, in the order in which they come. */
function candidatesIn(first: Future, second: Future): Candidate[] {
  const there = first === second ? undefined : byKey(second);
  const found: Candidate[] = [];
  for (let person = 0; person < first.waits.days.length; person++) {
    if (!isWhole(first.waits, person)) continue;
    const other = there ? there(first.keyHigh[person], first.keyLow[person]) : person;
    if (other < 0 || !isWhole(second.waits, other)) continue;
    found.push({
      person,
      now: first.waits.days[person],
      planned: second.waits.days[other],
      waitsOnlyThere: Math.max(first.waits.elsewhere[person], second.waits.elsewhere[other]) < LEAST_DAYS,
      leftBy: first.waits.leftBy[person],
    });
  }
  return found.toSorted((a, b) => first.waits.cameDay[a.person] - first.waits.cameDay[b.person]);
}

const isWhole = ({ cameDay, leftBy }: Waits, person: number): boolean => cameDay[person] >= 0 && leftBy[person] >= 0;

function mostOften(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].toSorted(([, a], [, b]) => b - a)[0][0];
}

/** A person's number by their key; −1: they do not come. */
function byKey({ keyHigh, keyLow }: Future): (high: number, low: number) => number {
  const byLow = new Map<number, number[]>();
  keyLow.forEach((low, person) => {
    const same = byLow.get(low);
    if (same) same.push(person);
    else byLow.set(low, [person]);
  });
  return (high, low) => byLow.get(low)?.find((person) => keyHigh[person] === high) ?? -1;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}
