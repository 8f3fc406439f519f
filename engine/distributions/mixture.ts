// Mixture: some people have one stay and some another (short stayers and long stayers).
import type { Distribution, Part, Sampler } from './distribution.ts';
import { tableOf } from './table.ts';

type Share = { share: number; sampler: Sampler };

export const mixture: Distribution = {
  shape: 'mixture',
  label: 'Mixture',
  meaning: 'A share of people have one stay and the rest another, as when a few stay very much longer.',
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
    const sdDays = Math.sqrt(variance);
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
    if (sdDays === 0) return parts[0].sampler;
    const unit = tableOf(sdDays / meanDays, (w, upper, low, high, guess) => {
      const excess = upper
        ? (x: number) => w - shareBeyond(x * meanDays)
        : (x: number) => shareWithin(x * meanDays) - w;
      if (high === Infinity) {
        // The mixture's quantile lies between the least and the greatest of its parts'.
        const ofParts = parts.map(({ sampler }) => sampler.quantile(upper ? 1 - w : w) / meanDays);
        low = Math.max(low, Math.min(...ofParts));
        high = Math.max(...ofParts);
      }
      return crossing(excess, w, low, high, guess);
    });
    return { meanDays, sdDays, quantile: (u) => meanDays * unit(u), shareWithin, shareBeyond };
  },
};

/**
 * The least x between low and high where `excess`, which never falls, is 0 or more: false position, halving whenever that is slow
 * (at a jump). A good guess and one step just past it usually leave almost nothing to search.
 */
function crossing(excess: (x: number) => number, w: number, low: number, high: number, guess: number): number {
  // Far out a rough answer is enough: so few people are there that it changes neither mean nor sd.
  const enough = w * (w > 1e-4 ? 1e-9 : 1e-6);
  const stride = 0.002 * (high - low);
  let [atLow, atHigh] = [NaN, NaN];
  let width = high - low;
  for (let step = 0; step < 120 && high - low > 1e-13 * high; step++) {
    let middle = step === 0 ? guess : high === guess ? guess - stride : guess + stride;
    if (step > 1) {
      if (atLow !== atLow && (atLow = excess(low)) >= 0) return low;
      if (atHigh !== atHigh && (atHigh = excess(high)) < 0) return high;
      const halve = (step % 3 === 0 && high - low > 0.5 * width) || atHigh === 0;
      if (step % 3 === 0) width = high - low;
      middle = halve ? 0.5 * (low + high) : low - (atLow * (high - low)) / (atHigh - atLow);
    }
    if (!(middle > low && middle < high)) middle = 0.5 * (low + high);
    const atMiddle = excess(middle);
    if (Math.abs(atMiddle) <= enough && atMiddle !== 0) return middle;
    if (atMiddle >= 0) {
      if (atHigh > 0 && atMiddle > 0.5 * atHigh) atLow *= 0.5;
      high = middle;
      atHigh = atMiddle;
    } else {
      if (atMiddle < 0.5 * atLow) atHigh *= 0.5;
      low = middle;
      atLow = atMiddle;
    }
  }
  return atLow !== atLow && excess(low) >= 0 ? low : high;
}
