// Fuzzing of one target: changes inputs, keeps those that reach new places of the code, and makes what breaks it small.
import { dice, type Dice } from '../laws/dice.ts';
import { faultOf, type Fault } from './oracle.ts';
import type { Target } from './target.ts';

export interface Found extends Fault {
  readonly target: string;
  /** As small as it could be made. */
  readonly input: Uint8Array;
}

export interface Fuzzing {
  readonly tried: number;
  readonly accepted: number;
  readonly kept: number;
  readonly found: readonly Found[];
}

export interface Asked {
  readonly inputs: number;
  readonly seed: number;
  /** How many places of the code have been reached so far; without it nothing is kept but what it began with. */
  readonly places?: () => number;
  /** Before each input, so that whoever looks on knows which one hangs. */
  readonly begins?: (input: Uint8Array) => void;
  /** After each; says whether to go on. */
  readonly ends?: (now: Fuzzing) => boolean;
  /** Keys of faults that are known already. */
  readonly known?: ReadonlySet<string>;
}

/** Larger ones find nothing that smaller ones do not, and take longer. */
const MOST_BYTES = 60_000;
const MOST_KEPT = 4000;
const MOST_SMALLER = 1500;

export async function fuzz(target: Target, asked: Asked): Promise<Fuzzing> {
  const { inputs, seed, places = () => 0, begins = () => {}, ends = () => true, known = new Set() } = asked;
  const roll = dice(Math.imul(seed + 1, 2_654_435_761));
  const kept: Uint8Array[] = [];
  const found = new Map<string, Found>();
  let [tried, accepted] = [0, 0];
  const now = (): Fuzzing => ({ tried, accepted, kept: kept.length, found: [...found.values()] });
  const watched: Target = {
    ...target,
    answer: async (input) => {
      const answer = await target.answer(input);
      if (answer.isAccepted) accepted++;
      return answer;
    },
  };

  const one = async (input: Uint8Array, isSeed: boolean): Promise<boolean> => {
    const before = places();
    begins(input);
    const fault = await faultOf(watched, input);
    tried++;
    if (fault && !known.has(fault.key) && !found.has(fault.key))
      found.set(fault.key, { ...fault, target: target.name, input: await smallest(target, input, fault.key, begins) });
    else if (isSeed || (!fault && places() > before)) kept.push(input);
    if (kept.length > MOST_KEPT) kept.splice(roll.between(0, kept.length >> 1), 1);
    return ends(now());
  };

  for (const input of target.seeds()) if (!(await one(input, true))) return now();
  while (tried < inputs) if (!(await one(changedFrom(target, kept, roll), false))) break;
  return now();
}

/** One of those kept, the newest more often, with something of another. */
function changedFrom({ kind }: Target, kept: readonly Uint8Array[], roll: Dice): Uint8Array {
  const newest = Math.max(0, kept.length - 40);
  const from = roll.chance(0.5) ? kept[roll.between(newest, kept.length - 1)] : roll.pick(kept);
  const input = kind.change(from, roll.pick(kept), roll);
  return input.length > MOST_BYTES ? input.subarray(0, MOST_BYTES) : input;
}

/** The smallest found that shows the same fault. */
export async function smallest(
  target: Target,
  input: Uint8Array,
  key: string,
  begins: (input: Uint8Array) => void = () => {},
): Promise<Uint8Array> {
  let best = input;
  let left = MOST_SMALLER;
  for (let isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (const smaller of target.kind.smaller(best)) {
      if (--left <= 0) break;
      if (smaller.length >= best.length) continue;
      begins(smaller);
      if ((await faultOf(target, smaller))?.key !== key) continue;
      best = smaller;
      isSmaller = true;
      break;
    }
  }
  return best;
}
