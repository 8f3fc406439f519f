// Mixture: some people have one stay and some another (short stayers and long stayers).
import { log } from '../ground/portable.ts';
import { crossing } from './crossing.ts';
import type { Distribution, Jump, Part, Sampler } from './distribution.ts';

/** A share that stands for none at all where its logarithm is taken. */
const NOBODY = 1e-300;

type Share = { share: number; sampler: Sampler };

export const mixture: Distribution = {
  shape: 'mixture',
  label: 'Mixture',
  parameters: [{ key: 'of', label: 'parts', unit: 'parts', least: 0, exclusive: true, list: true }],
  problem: ({ of }) => {
    const total = (of as Part[]).reduce((sum, part) => sum + part.share, 0);
    return Math.abs(total - 1) <= 1e-9 ? null : `the shares must add to one; they add to ${total}`;
  },
  sampler({ of }, samplerOf) {
    const parts: Share[] = (of as Part[])
      .map(({ share, stay }) => ({ share, sampler: samplerOf(stay) }))
      .filter(({ share }) => share > 0);
    if (parts.length === 1) return parts[0].sampler;
    const meanDays = parts.reduce((sum, { share, sampler }) => sum + share * sampler.meanDays, 0);
    // Summed about the common mean, so that nothing cancels.
    const variance = parts.reduce((sum, { share, sampler }) => {
      const apart = sampler.meanDays - meanDays;
      return sum + share * (sampler.sdDays * sampler.sdDays + apart * apart);
    }, 0);
    if (variance === 0) return parts[0].sampler;
    const shareWithin = (days: number) => {
      let sum = 0;
      for (const { share, sampler } of parts) sum += share * sampler.shareWithin(days);
      return sum;
    };
    const shareBeyond = (days: number) => {
      let sum = 0;
      for (const { share, sampler } of parts) sum += share * sampler.shareBeyond(days);
      return sum;
    };
    const jumps = jumpsOf(parts);
    // Shares below and above each jump, without those who stay just that long.
    const below = jumps.map(({ days, share }) => shareWithin(days) - share);
    const above = jumps.map(({ days }) => shareBeyond(days));
    const quantile = (u: number, near?: number): number => {
      const upper = u >= 0.5;
      const w = upper ? 1 - u : u;
      /** Whether the people at u stay longer than a jump, or just that long. */
      const isPast = (at: number) => (upper ? w < above[at] : w >= below[at] + jumps[at].share);
      const isReached = (at: number) => (upper ? w < above[at] + jumps[at].share : w >= below[at]);
      let [first, last] = [0, jumps.length];
      while (first < last) {
        const middle = (first + last) >> 1;
        if (isPast(middle)) first = middle + 1;
        else last = middle;
      }
      if (first < jumps.length && isReached(first)) return jumps[first].days;
      let low = first === 0 ? 0 : jumps[first - 1].days;
      let high = first === jumps.length ? Infinity : jumps[first].days;
      // In logarithms long tails are nearly straight.
      const excess = upper
        ? (days: number) => log(w / Math.max(shareBeyond(days), NOBODY))
        : (days: number) => log(Math.max(shareWithin(days), NOBODY) / w);
      if (near === undefined) {
        // It lies between the least and the greatest of its parts'.
        const ofParts = parts.map(({ sampler }) => sampler.quantile(u));
        low = Math.max(low, Math.min(...ofParts));
        high = Math.min(high, Math.max(...ofParts));
        near = 0.5 * (low + high);
      }
      return crossing(excess, low, high, near);
    };
    return { meanDays, sdDays: Math.sqrt(variance), quantile, shareWithin, shareBeyond, jumps };
  },
};

/** The jumps of all parts, each length once. */
function jumpsOf(parts: readonly Share[]): Jump[] {
  const shares = new Map<number, number>();
  for (const { share, sampler } of parts)
    for (const jump of sampler.jumps ?? []) shares.set(jump.days, (shares.get(jump.days) ?? 0) + share * jump.share);
  return [...shares].map(([days, share]) => ({ days, share })).sort((a, b) => a.days - b.days);
}
