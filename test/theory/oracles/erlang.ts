// Erlang's formulas for c places: the share turned away (B), the share who wait (C), and how long they wait.

/** Erlang B by its recursion, B(0) = 1, B(n) = aB(n-1) / (n + aB(n-1)); Erlang 1917. `offered` is arrivals × mean stay. */
export function erlangB(places: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= places; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

export interface Waiting {
  /** Share of people who wait at all (Erlang C). */
  readonly waitShare: number;
  readonly meanWait: number;
  readonly meanWaiting: number;
  /** The wait not exceeded by that share of people; zero where enough of them do not wait. */
  readonly waitQuantile: (share: number) => number;
}

/**
 * M/M/c, first come, first served. C = cB / (c - a(1 - B)); the wait of those who wait is exponential with rate cμ - λ,
 * so P(W > t) = C exp(-(cμ - λ)t). Kleinrock, Queueing Systems I (1975), section 3.5.
 */
export function erlangC(places: number, arrivalsPerDay: number, meanStayDays: number): Waiting {
  const offered = arrivalsPerDay * meanStayDays;
  const blocked = erlangB(places, offered);
  const waitShare = (places * blocked) / (places - offered * (1 - blocked));
  const spare = places / meanStayDays - arrivalsPerDay;
  return {
    waitShare,
    meanWait: waitShare / spare,
    meanWaiting: (arrivalsPerDay * waitShare) / spare,
    waitQuantile: (share) => Math.max(0, Math.log(waitShare / (1 - share)) / spare),
  };
}
