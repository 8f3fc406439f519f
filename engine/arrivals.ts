// Arrivals: who comes and when, laid out a day at a time; nothing that happens in a run can change it.
import type { Network, NetworkStream } from './network.ts';
import { log } from './portable.ts';
import { threefry, uniformAt, word } from './random.ts';
import { poissonCount, rateOf } from './rates.ts';

/** Purposes of a cell's draws: which number of the n-th point it is. They sit above the number of the point. */
const MOMENT = 0x40000000;
const HEIGHT = 0x80000000 | 0;
const COUNT = 0x3fffffff;
/** A cell of streams whose people are simply numbered (renewal, moments, always waiting). */
const NUMBERED = 0xffffffff | 0;
const DAYS_BEFORE = 65_536;
const BAND_BITS = 13;
const COUNTS_BAND = (1 << BAND_BITS) - 1;
const WIDEST_BAND = 64;

/** A network and the day from which it holds. */
export interface Stretch {
  readonly fromDay: number;
  readonly network: Network;
}

/** The person at the head, and how to go on. Columns are read after `nextDay` and before `advance`. */
export interface Arrivals {
  /** Day of the next arrival, Infinity when there is none. */
  nextDay(): number;
  stream(): number;
  keyHigh(): number;
  keyLow(): number;
  /** The need of the person at the head, by the shares of a network. */
  need(network: Network): number;
  advance(): void;
  /** The key of the n-th person of a numbered stream, left in `word`. */
  numberedKey(stream: number, n: number): void;
}

/**
 * Arrivals from `-warmUpDays` to `runDays`. A rate is cut into fixed bands of people a day (0–1, 1–2, 2–4 … 32–64, then every
 * 64); each band has its own points, day by day, each with a moment and a height in the band. A person exists when the
 * height lies under the rate at that moment, so more demand adds people and renumbers nobody.
 */
export function makeArrivals(seed: number, replication: number, first: Network, later: readonly Stretch[]): Arrivals {
  let network = first;
  /** The next stretch of `later` that has not begun when the day begins. */
  let coming = 0;
  const endDay = first.runDays;
  const startDay = 0 - first.warmUpDays;
  let day = Math.floor(startDay) - 1;
  let size = 0;
  let head = 0;
  let room = 64;
  let at = new Float64Array(room);
  let who = new Int32Array(room);
  let high = new Int32Array(room);
  let low = new Int32Array(room);
  // Renewal streams walk forward: the moment and number of the next one, by stream.
  const renewalDay = new Float64Array(first.streams.length).fill(NaN);
  const renewalNumber = new Int32Array(first.streams.length);
  const momentNumber = new Int32Array(first.streams.length);

  /** Inserts in the order (moment, key), for equal moments must not depend on the order of streams. */
  function insert(moment: number, stream: number, keyHigh: number, keyLow: number): void {
    if (moment < startDay || moment >= endDay) return;
    if (size === room) grow();
    let i = size++;
    while (
      i > head &&
      (at[i - 1]! > moment || (at[i - 1] === moment && keyBefore(keyHigh, keyLow, high[i - 1]!, low[i - 1]!)))
    ) {
      at[i] = at[i - 1]!;
      who[i] = who[i - 1]!;
      high[i] = high[i - 1]!;
      low[i] = low[i - 1]!;
      i--;
    }
    at[i] = moment;
    who[i] = stream;
    high[i] = keyHigh;
    low[i] = keyLow;
  }

  function grow(): void {
    room *= 2;
    const wider = <T extends Float64Array | Int32Array>(into: T, from: T): T => (into.set(from), into);
    at = wider(new Float64Array(room), at);
    who = wider(new Int32Array(room), who);
    high = wider(new Int32Array(room), high);
    low = wider(new Int32Array(room), low);
  }

  /** The rate in force at a moment of the day being laid out. */
  function rateAt(stream: number, moment: number): number {
    let inForce = network;
    for (let next = coming; next < later.length && later[next]!.fromDay <= moment; next++)
      inForce = later[next]!.network;
    return rateOf(inForce.streams[stream]!, moment, first.startDayNumber);
  }

  function layOutRate(stream: number, hash: number): void {
    const changes = coming < later.length && later[coming]!.fromDay < day + 1;
    const varies = changes || network.streams[stream]!.variesWithinDay;
    let least = rateAt(stream, day);
    let most = least;
    const see = (rate: number) => {
      if (rate < least) least = rate;
      if (rate > most) most = rate;
    };
    if (varies) {
      // Rates are constant between the hours of the day and the moments of change.
      for (let hour = 0; hour < 24; hour++) see(rateAt(stream, day + hour / 24));
      for (let next = coming; next < later.length && later[next]!.fromDay < day + 1; next++)
        for (let hour = 0; hour < 24; hour++)
          see(rateOf(later[next]!.network.streams[stream]!, day + hour / 24, first.startDayNumber));
    }
    let bottom = 0;
    for (let band = 0; bottom < most; band++) {
      const width = band === 0 ? 1 : bottom < WIDEST_BAND ? bottom : WIDEST_BAND;
      const top = bottom + width;
      threefry(seed, replication, hash, ((day + DAYS_BEFORE) << BAND_BITS) | band | 0);
      const cellHigh = word[0]!;
      const cellLow = word[1]!;
      const points = poissonCount(width, uniformAt(cellHigh, cellLow, COUNT, 0));
      for (let n = 0; n < points; n++) {
        const moment = day + uniformAt(cellHigh, cellLow, MOMENT | n, 0);
        if (
          top > least &&
          bottom + width * uniformAt(cellHigh, cellLow, HEIGHT | n, 0) >= (varies ? rateAt(stream, moment) : least)
        )
          continue;
        threefry(cellHigh, cellLow, n, 0);
        insert(moment, stream, word[0]!, word[1]!);
      }
      bottom = top;
    }
  }

  function layOutCounts(stream: number, of: NetworkStream): void {
    const people = day >= 0 && day < of.counts.length ? of.counts[day]! : 0;
    if (people === 0) return;
    threefry(seed, replication, of.hash, ((day + DAYS_BEFORE) << BAND_BITS) | COUNTS_BAND | 0);
    const cellHigh = word[0]!;
    const cellLow = word[1]!;
    for (let n = 0; n < people; n++) {
      const moment = day + uniformAt(cellHigh, cellLow, MOMENT | n, 0);
      threefry(cellHigh, cellLow, n, 0);
      insert(moment, stream, word[0]!, word[1]!);
    }
  }

  function numberedKey(stream: number, n: number): void {
    threefry(seed, replication, first.streams[stream]!.hash, NUMBERED);
    threefry(word[0]!, word[1]!, n, 0);
  }

  function layOutRenewal(stream: number, of: NetworkStream): void {
    const gap = () => {
      threefry(seed, replication, of.hash, NUMBERED);
      return of.every!.quantile(uniformAt(word[0]!, word[1]!, MOMENT | renewalNumber[stream]!, 0));
    };
    if (Number.isNaN(renewalDay[stream]!)) renewalDay[stream] = startDay + gap();
    while (renewalDay[stream]! < day + 1) {
      numberedKey(stream, renewalNumber[stream]!++);
      insert(renewalDay[stream]!, stream, word[0]!, word[1]!);
      renewalDay[stream] = renewalDay[stream]! + gap();
    }
  }

  function layOutMoments(stream: number, of: NetworkStream): void {
    while (momentNumber[stream]! < of.moments.length && of.moments[momentNumber[stream]!]! < day + 1) {
      const n = momentNumber[stream]!++;
      numberedKey(stream, n);
      insert(of.moments[n]!, stream, word[0]!, word[1]!);
    }
  }

  function layOutDay(): void {
    day++;
    head = 0;
    size = 0;
    while (coming < later.length && later[coming]!.fromDay <= day) network = later[coming++]!.network;
    for (let stream = 0; stream < network.streams.length; stream++) {
      const of = network.streams[stream]!;
      if (of.kind === 'rate') layOutRate(stream, of.hash);
      else if (of.kind === 'counts') layOutCounts(stream, of);
      else if (of.kind === 'renewal') layOutRenewal(stream, of);
      else if (of.kind === 'moments') layOutMoments(stream, of);
    }
  }

  return {
    nextDay() {
      while (head === size) {
        if (day + 1 >= endDay) return Infinity;
        layOutDay();
      }
      return at[head]!;
    },
    stream: () => who[head]!,
    keyHigh: () => high[head]!,
    keyLow: () => low[head]!,
    need: (network) => chooseNeed(network, who[head]!, high[head]!, low[head]!),
    advance() {
      head++;
    },
    numberedKey,
  };
}

/** What the number that decides a need is drawn for; the second half of its address is the need's. */
const FOR_NEED = 5;

/** A person's own time for a need, an exponential of mean 1: the need with the least time over its share is theirs. */
export const needTime = (keyHigh: number, keyLow: number, needHash: number): number =>
  -log(uniformAt(keyHigh, keyLow, FOR_NEED, needHash));

/** The need of a person of a stream: a race, so that changing one share moves people only to it or from it. */
export function chooseNeed(network: Network, stream: number, keyHigh: number, keyLow: number): number {
  const needs = network.needHash.length;
  if (needs === 1) return 0;
  let best = 0;
  let soonest = Infinity;
  for (let need = 0; need < needs; need++) {
    const share = network.streamShare[stream * needs + need]!;
    if (share <= 0) continue;
    const time = needTime(keyHigh, keyLow, network.needHash[need]!) / share;
    if (time < soonest) {
      soonest = time;
      best = need;
    }
  }
  return best;
}

/** Whether one 64-bit key is smaller than another, both as two signed words. */
export function keyBefore(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aHigh === bHigh ? aLow >>> 0 < bLow >>> 0 : aHigh >>> 0 < bHigh >>> 0;
}
