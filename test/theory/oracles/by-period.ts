// Counts day by day and month by month: visits of a plan, visits put off, and starts limited in each period, by plain sums.
import { integral } from './unlimited-places.ts';

/** Shares of a Poisson count, each from the logarithms of its factors. */
export function poisson(mean: number, n: number): number {
  let log = -mean;
  for (let k = 1; k <= n; k++) log += Math.log(mean / k);
  return Math.exp(log);
}

/** Mean visits of an exponential stay begun at any moment of a day: over the moment, and over the calendar days it touches. */
export function visitsOfPlan(mean: number, first: number, last: number): number {
  const from = (moment: number): number => {
    let visits = 0;
    for (let days = 1; days < 60 * mean; days++) {
      const ends = (day: number) => Math.exp(-Math.max(0, day - moment) / mean);
      const plan = Array.from({ length: days }, (_, at) =>
        days === 1 ? first : first + ((last - first) * at) / (days - 1),
      );
      visits += (ends(days - 1) - ends(days)) * plan.reduce((sum, each) => sum + each, 0);
    }
    return visits;
  };
  return integral(from, 0, 1, 80);
}

/** Mean of what a Poisson demand leaves unmet: what is met is Σ P(demand > k) for k below the number. */
export function unmet(demand: number, number: number): number {
  let met = 0;
  let below = 0;
  for (let k = 0; k < number; k++) {
    below += poisson(demand, k);
    met += 1 - below;
  }
  return demand - met;
}

/** Visits put off once at most. The state is how many were put off yesterday; each day is played visit by visit. */
export function putOffOnceAtMost(arrivals: number, number: number): { putOff: number; missed: number } {
  const size = 70;
  const come = Array.from({ length: size }, (_, n) => poisson(arrivals, n));
  const play = (late: number, today: number) => {
    const line = [...Array.from({ length: late }, () => 'late'), ...Array.from({ length: today }, () => 'new')];
    const left = line.slice(number);
    return {
      missed: left.filter((each) => each === 'late').length,
      putOff: left.filter((each) => each === 'new').length,
    };
  };
  const outcomes = Array.from({ length: size }, (_, late) => come.map((_, today) => play(late, today)));
  let share: number[] = Array.from({ length: size }, (_, late) => (late === 0 ? 1 : 0));
  for (let day = 0; day < 500; day++) {
    const next = share.map(() => 0);
    share.forEach((p, late) => come.forEach((q, today) => (next[outcomes[late][today].putOff] += p * q)));
    share = next;
  }
  const mean = (of: 'putOff' | 'missed') =>
    share.reduce((sum, p, late) => sum + p * come.reduce((all, q, today) => all + q * outcomes[late][today][of], 0), 0);
  return { putOff: mean('putOff'), missed: mean('missed') };
}

/** One period of limited starts: who waits at its end, and the mean number waiting, looked at from moment to moment. */
export function period(over: readonly number[], arrivals: number, starts: number): { over: number[]; waiting: number } {
  const size = over.length;
  const after = over.map(() => 0);
  const come = Array.from({ length: size + starts }, (_, n) => poisson(arrivals, n));
  over.forEach((p, before) => {
    if (p > 0) come.forEach((q, n) => (after[Math.min(size - 1, Math.max(0, before + n - starts))] += p * q));
  });
  const most = Math.ceil(arrivals + 14 * Math.sqrt(arrivals) + 30);
  const waitingAt = (part: number): number => {
    const sofar = Array.from({ length: most }, (_, n) =>
      arrivals * part === 0 ? (n === 0 ? 1 : 0) : poisson(arrivals * part, n),
    );
    return over.reduce(
      (sum, p, before) =>
        p < 1e-17 ? sum : sum + p * sofar.reduce((all, q, n) => all + q * Math.max(0, before + n - starts), 0),
      0,
    );
  };
  return { over: after, waiting: integral(waitingAt, 0, 1, 100) };
}

/** The long run of periods alike. */
export function periodsAlike(arrivals: number, starts: number): number {
  let over: number[] = Array.from({ length: 120 }, (_, n) => (n === 0 ? 1 : 0));
  for (let n = 0; n < 400; n++) over = period1(over, arrivals, starts);
  return period(over, arrivals, starts).waiting;
}

function period1(over: readonly number[], arrivals: number, starts: number): number[] {
  const after = over.map(() => 0);
  const come = Array.from({ length: 60 }, (_, n) => poisson(arrivals, n));
  over.forEach((p, before) =>
    come.forEach((q, n) => (after[Math.min(over.length - 1, Math.max(0, before + n - starts))] += p * q)),
  );
  return after;
}
