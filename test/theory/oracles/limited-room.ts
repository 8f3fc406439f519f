// M/M/c/K: c places and a waiting room, exactly, from the balance of a birth-and-death chain.

export interface LimitedRoom {
  /** Share of arrivals who find every place and every chair taken. */
  readonly turnedAwayShare: number;
  readonly meanWaiting: number;
  readonly meanInPlaces: number;
  /** Of those who are let in, by Little's law on the waiting room. */
  readonly meanWait: number;
}

/** p(n) = p(0) Π λ / (min(i, c)μ), n = 0 … c + room; Kleinrock, Queueing Systems I (1975), section 3.6. */
export function limitedRoom(places: number, room: number, arrivalsPerDay: number, meanStayDays: number): LimitedRoom {
  const weights = [1];
  for (let n = 1; n <= places + room; n++) {
    weights.push((weights[n - 1] * arrivalsPerDay * meanStayDays) / Math.min(n, places));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (people: number) => number): number =>
    weights.reduce((sum, weight, people) => sum + (of(people) * weight) / total, 0);
  const turnedAwayShare = weights[places + room] / total;
  const meanWaiting = mean((people) => Math.max(0, people - places));
  return {
    turnedAwayShare,
    meanWaiting,
    meanInPlaces: mean((people) => Math.min(people, places)),
    meanWait: meanWaiting / (arrivalsPerDay * (1 - turnedAwayShare)),
  };
}
