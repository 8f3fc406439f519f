// The normal distribution, its quantile and its shares, the same bits on every machine.
// Coefficients: Wichura, "Algorithm AS 241", 1988, for the quantile; Cody, 1969, for the shares.
import { exp, log } from './portable.ts';

const ONE_OVER_ROOT_TWO_PI = 0.39894228040143267794;

/** Standard normal quantile: the z (in standard deviations) that a share u of people stay below. u: inside (0, 1). AS 241. */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  let r = Math.sqrt(-log(tail));
  let z: number;
  if (r <= 5) {
    r -= 1.6;
    z =
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    z =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return q < 0 ? -z : z;
}

/** Share of a standard normal below z (standard deviations); relative accuracy kept in the lower tail. Cody's approximation. */
export function normalCdf(z: number): number {
  const y = Math.abs(z);
  if (y <= 0.67448975) {
    const s = z * z;
    return (
      0.5 +
      (z *
        ((((0.065682337918207449113 * s + 2.2352520354606839287) * s + 161.02823106855587881) * s +
          1067.6894854603709582) *
          s +
          18154.981253343561249)) /
        ((((s + 47.20258190468824187) * s + 976.09855173777669322) * s + 10260.932208618978205) * s +
          45507.789335026729956)
    );
  }
  let ratio: number;
  if (y <= 5.656854249492380195) {
    ratio =
      ((((((((1.0765576773720192317e-8 * y + 0.39894151208813466764) * y + 8.8831497943883759412) * y +
        93.506656132177855979) *
        y +
        597.27027639480026226) *
        y +
        2494.5375852903726711) *
        y +
        6848.1904505362823326) *
        y +
        11602.651437647350124) *
        y +
        9842.7148383839780218) /
      ((((((((y + 22.266688044328115691) * y + 235.38790178262499861) * y + 1519.377599407554805) * y +
        6485.558298266760755) *
        y +
        18615.571640885098091) *
        y +
        34900.952721145977266) *
        y +
        38912.003286093271411) *
        y +
        19685.429676859990727);
  } else {
    // Laplace's continued fraction; sixty levels reach full accuracy from y = 5.66 up.
    let rest = 0;
    for (let n = 60; n > 0; n--) rest = n / (y + rest);
    ratio = ONE_OVER_ROOT_TWO_PI / (y + rest);
  }
  // Splitting y keeps exp(-y*y/2) exact where y*y alone would have rounded.
  const coarse = Math.floor(y * 16) / 16;
  const tail = exp(-coarse * coarse * 0.5) * exp(-(y - coarse) * (y + coarse) * 0.5) * ratio;
  return z < 0 ? tail : 1 - tail;
}

/** ln of the share of a standard normal above z, also where that share is too small to be a number. */
export function logNormalAbove(z: number): number {
  if (z < 30) return log(normalCdf(-z));
  // From here on the first three terms of the asymptotic series are exact to one part in ten million of the share.
  const s = 1 / (z * z);
  return -0.5 * z * z + log((ONE_OVER_ROOT_TWO_PI / z) * (1 - s * (1 - 3 * s)));
}
