// Filling up: a run that begins with empty places and has long stays holds fewer people, on average, than it would in the long run.
import type { Program } from '../../network/compile.ts';
import { UNLIMITED, type Network, type NetworkStream } from '../../network/network.ts';
import { flowBalance } from '../../network/offered.ts';

/** People there on average over the run if nothing limited them, and those there would be had it begun long before. */
export interface Filling {
  readonly there: number;
  readonly needed: number;
}

/** Less than this share, or than half a person, is not worth a word. */
const LEAST_SHARE = 0.05;
const LEAST_PEOPLE = 0.5;
const STEPS = 2000;

/** No stream brings anybody before the start date, so that a warm-up only sees those leave who were there when it began. */
export const isWarmUpEmpty = ({ streams, warmUpDays }: Network): boolean => warmUpDays > 0 && streams.every(isObserved);

const isObserved = ({ kind }: NetworkStream): boolean => kind === 'counts' || kind === 'moments';

/**
 * By station, from the document alone. Of people who come evenly from the beginning on, those who would still be there from before
 * it are missing: the mean of the stay's remaining tail over the run. Those there at the start of the warm-up are in their place, as far
 * as they have not left.
 */
export function fillingUp(program: Program): (Filling | null)[] {
  const { network } = program;
  const { arrivalsPerDay, neededPlaces } = flowBalance(network);
  const { runDays, warmUpDays } = network;
  const before = network.streams.every(isObserved) ? 0 : warmUpDays;
  return network.stationIds.map((_, s) => {
    const needed = neededPlaces[s];
    const stays = network.stay.slice(s * network.kinds, (s + 1) * network.kinds).filter((stay) => stay !== null);
    // Where places are too few, the page says that instead.
    const isShort = network.places[s] !== UNLIMITED && needed > network.places[s] + network.surgePlaces[s];
    if (!(needed >= LEAST_PEOPLE) || isShort || stays.length === 0) return null;
    const mean = needed / arrivalsPerDay[s];
    // Kinds of people differ little in how long a tail they have; the one that fills soonest errs on the quiet side.
    const least = (from: number) => Math.min(...new Set(stays.map((stay) => missingShare(stay, mean, from, runDays))));
    const present = network.initial.reduce(
      (sum, { station, state, people }) => (station === s && state === 'inCare' ? sum + people : sum),
      0,
    );
    const short = least(before) * needed - least(warmUpDays) * present;
    return short >= Math.max(LEAST_PEOPLE, LEAST_SHARE * needed) ? { there: needed - short, needed } : null;
  });
}

/** Share of those needed who are missing on average from `before` to `before + days` after an empty start. */
function missingShare(
  stay: NonNullable<Network['stay'][number]>,
  meanThere: number,
  before: number,
  days: number,
): number {
  if (stay.meanDays === 0) return 0;
  // Closed hours stretch a stay; its shape stays as it is.
  const stretch = Math.max(1, meanThere / stay.meanDays);
  const end = before + days;
  let tail = stay.meanDays * stretch;
  let sum = 0;
  let from = 0;
  for (let at = 1; at <= STEPS; at++) {
    // Steps are small where short stays end, and long far out.
    const to = end * (at / STEPS) * (at / STEPS) * (at / STEPS);
    const fell = stay.shareBeyond((from + to) / 2 / stretch) * (to - from);
    sum += Math.max(0, tail - fell / 2) * Math.max(0, to - Math.max(from, before));
    tail -= fell;
    from = to;
  }
  return sum / days / (stay.meanDays * stretch);
}
