// Gamma stay: given its mean and sd, the smoothest shape between exponential and bell.
import { incompleteGamma, logGamma } from '../ground/gamma-and-beta.ts';
import { normalCdf, normalQuantile } from '../ground/normal.ts';
import { exp, log } from '../ground/portable.ts';
import { SPREAD, scaled, timeParameter, type Distribution, type Sampler } from './distribution.ts';
import { kept } from './kept.ts';

/**
 * Above this shape (sd below a twentieth of the mean) the expansion in normal deviates is true to two parts in a billion for all but one
 * person in a million, and to one in ten million for everybody.
 */
const NEARLY_NORMAL = 400;
/** The least uniform number. */
const LEAST_U = 1 / 9007199254740992;

/** The gamma of mean 1 with this shape (shape = (mean/sd)^2). */
export const unitGamma = kept(64, (shape: number): Sampler => (shape > NEARLY_NORMAL ? nearlyNormal : solved)(shape));

function solved(shape: number): Sampler {
  const logGammaOfShape = logGamma(shape);
  const smallEnd = logGamma(shape + 1);
  /** A place to begin: Wilson and Hilferty's cube, or near 0 the first term of the series. */
  const roughly = (w: number, upper: boolean, nearZero: number): number => {
    const z = upper ? -normalQuantile(w) : normalQuantile(w);
    const cubeRoot = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return cubeRoot > 0.3 ? shape * cubeRoot * cubeRoot * cubeRoot : nearZero;
  };
  /** Newton's steps on the logarithm of the share on the nearer side, kept inside what is known. */
  const quantile = (u: number, near?: number): number => {
    const upper = u >= 0.5;
    const w = upper ? 1 - u : u;
    const nearZero = upper ? 1 : exp((log(w) + smallEnd) / shape);
    if (nearZero < 1e-20) return nearZero / shape;
    let x = near !== undefined && near > 0 ? near * shape : roughly(w, upper, nearZero);
    let [least, most] = [0, Infinity];
    for (let step = 0; step < 60; step++) {
      const { below, above } = incompleteGamma(shape, x, logGammaOfShape);
      const density = exp((shape - 1) * log(x) - x - logGammaOfShape);
      const share = upper ? above : below;
      const miss = log(share / w);
      if (upper === miss > 0) least = x;
      else most = x;
      // In the lower tail the share is nearly a power of x, in the upper nearly an exponential of it.
      let next = upper ? x + (miss * share) / density : x * exp((-miss * share) / (x * density));
      if (!(next >= least && next <= most)) next = most === Infinity ? 2 * x : 0.5 * (least + most);
      const moved = Math.abs(next - x);
      x = next;
      if (moved <= 1e-7 * x && Math.abs(miss) < 1e-6) break; // Newton squares what is left.
    }
    return x / shape;
  };
  return {
    meanDays: 1,
    sdDays: 1 / Math.sqrt(shape),
    quantile,
    shareWithin: (days) => incompleteGamma(shape, days * shape, logGammaOfShape).below,
    shareBeyond: (days) => incompleteGamma(shape, days * shape, logGammaOfShape).above,
  };
}

/** The Cornish-Fisher expansion of the gamma quantile in powers of 1/sqrt(shape) (Abramowitz and Stegun 26.2.49 and 26.4). */
function nearlyNormal(shape: number): Sampler {
  const r = 1 / Math.sqrt(shape);
  const ofDeviate = (z: number) => {
    const s = z * z;
    return (
      1 +
      r *
        (z +
          r *
            ((s - 1) / 3 +
              r *
                ((z * (s - 7)) / 36 +
                  r *
                    (-((3 * s + 7) * s - 16) / 810 +
                      r *
                        ((z * ((9 * s + 256) * s - 433)) / 38880 +
                          (r * (((12 * s - 243) * s - 923) * s + 1472)) / 204120)))))
    );
  };
  /** The deviate of a length, by secants from the straight line. */
  const deviateOf = (days: number) => {
    let z = Math.max(-9, Math.min(40, (days - 1) / r));
    for (let step = 0; step < 40; step++) {
      const slope = (ofDeviate(z + 1e-3) - ofDeviate(z - 1e-3)) / 2e-3;
      const move = (days - ofDeviate(z)) / slope;
      z += Math.max(-1, Math.min(1, move));
      if (Math.abs(move) < 1e-13) break;
    }
    return z;
  };
  const most = ofDeviate(-normalQuantile(LEAST_U));
  return {
    meanDays: 1,
    sdDays: r,
    quantile: (u) => ofDeviate(normalQuantile(u)),
    shareWithin: (days) => (days <= 2 - most ? 0 : normalCdf(deviateOf(days))),
    shareBeyond: (days) => (days >= 2 * most ? 0 : days <= 2 - most ? 1 : normalCdf(-deviateOf(days))),
  };
}

export const gamma: Distribution = {
  shape: 'gamma',
  label: 'Gamma',
  parameters: [timeParameter('mean', 'mean'), SPREAD],
  problem: ({ mean, sd }) =>
    sd > 5 * mean ? 'sd must be at most 5 times the mean; for a longer tail use lognormal' : null,
  sampler: ({ mean, sd }) => scaled(unitGamma((mean / sd) * (mean / sd)), mean),
};
