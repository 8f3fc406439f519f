// The least change over every mix of several numbers, in words: what to add, between which numbers of places chance leaves it, and how close the other mixes are.
import type { FoundLeast } from '../../engine/index.ts';
import type { Finding } from './headline.ts';

const morePlaces = (count: number): string => `${count} more ${count === 1 ? 'place' : 'places'}`;

/** `mix` names the one that was found; `gap` says how much better another could be, in its own unit. */
export function sayMix(mix: string, goal: string, found: FoundLeast, gap: string): Finding {
  const { chosen, couldBe, surely, isOrdered } = found;
  const caution = isOrdered ? '' : 'More does not always help here, so every mix with fewer places was looked at too. ';
  if (!chosen) return { sentence: '', range: '' };
  const { best, rivals } = chosen;
  const sentence =
    best.added === 0
      ? `Nothing more is needed: the model suggests ${goal} as things stand`
      : `${mix}: the model suggests that ${best.added === 1 ? 'this 1 more place is the least' : `these ${morePlaces(best.added)} are the fewest`} for ${goal}`;
  const others =
    rivals.length === 0
      ? 'No other mix of as many places is as good, with 95 % confidence.'
      : `${rivals.length === 1 ? 'One other mix' : `${rivals.length} other mixes`} of as many places ${rivals.length === 1 ? 'is' : 'are'} about as good: none is likely to be better by more than ${gap}.`;
  return { sentence, range: `${caution}${sayOpen(best.added, couldBe, surely)} ${others}` };
}

function sayOpen(added: number, couldBe: number | undefined, surely: number | undefined): string {
  if (surely === undefined)
    return `It could be ${morePlaces(couldBe ?? added)}, and no number looked at is clearly enough.`;
  if (couldBe === surely) return 'The ranges rule out every other number of places.';
  return `Likely between ${couldBe} and ${morePlaces(surely)}.`;
}

/** `most` names the mix with the most of each; `nearest` the one that comes nearest, with its average. */
export const sayNoMix = (most: string, goal: string, nearest: string | undefined): Finding => ({
  sentence: `No mix up to ${most} is likely to be enough for ${goal}`,
  range: nearest === undefined ? 'None of those looked at settles.' : `The nearest is ${nearest}.`,
});
