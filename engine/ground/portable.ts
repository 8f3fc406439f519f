// Elementary functions in plain arithmetic, the same bits on every machine. Long because it is many short ones, each with its constants.
// The built-in logarithm and exponential differ in the last bit between browsers. Reductions and coefficients: fdlibm (Sun
// Microsystems, 1993) for log, exp, log1p; Wichura's AS 241 (1988) and Cody (1969) for the normal distribution.

const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);
asDouble[0] = 1;
/** Which of the two 32-bit words of a double holds sign and exponent on this machine (0 or 1). */
const HIGH = asWords[1] === 0x3ff00000 ? 1 : 0;

/** 2 to every power from -1074 to 1023, by place from 0. Scaling by one is exact, and quicker than writing the exponent's bits. */
const POWERS_OF_TWO = new Float64Array(2098);
POWERS_OF_TWO[1074] = 1;
for (let n = 1075; n < 2098; n++) POWERS_OF_TWO[n] = 2 * POWERS_OF_TWO[n - 1];
for (let n = 1073; n >= 0; n--) POWERS_OF_TWO[n] = 0.5 * POWERS_OF_TWO[n + 1];

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const ONE_OVER_LN2 = 1.442695040888963387;
const TWO_TO_54 = 18014398509481984;
const HALF_LN_TWO_PI = 0.91893853320467274178;
const ONE_OVER_ROOT_TWO_PI = 0.39894228040143267794;

/** R(f) of ln(1+f) = f - f*f/2 + s*(f*f/2 + R), where s = f/(2+f). */
function logSeries(s: number): number {
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    6.66666666666673513e-1 +
    w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1));
  return even + z * odd;
}

/** Natural logarithm. x: above 0 (0 gives -Infinity, less gives NaN). Within 1 unit in the last place. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let subnormal = 0;
  if (x < 2.2250738585072014e-308) {
    x *= TWO_TO_54;
    subnormal = 54;
  }
  asDouble[0] = x;
  // Shifting by 1 - sqrt(1/2) puts the mantissa between sqrt(1/2) and sqrt(2), where the series is shortest.
  const shift = ((asWords[HIGH] + (0x3ff00000 - 0x3fe6a09e)) >>> 20) - 1023;
  const f = x * POWERS_OF_TWO[1074 - shift] - 1;
  const exponent = shift - subnormal;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (half + logSeries(s)) + exponent * LN2_LOW - half + f + exponent * LN2_HIGH;
}

/** ln(1 + x), exact also for tiny x. x: above -1. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x > -1e-17 && x < 1e-17) return x;
  let f = x;
  let exponent = 0;
  let rounding = 0;
  if (x < -0.29 || x > 0.41) {
    const u = 1 + x;
    asDouble[0] = u;
    const high = asWords[HIGH] + (0x3ff00000 - 0x3fe6a09e);
    exponent = (high >>> 20) - 1023;
    // What 1 + x lost in rounding, given back as a fraction of it.
    rounding = exponent < 54 ? (exponent >= 2 ? 1 - (u - x) : x - (u - 1)) / u : 0;
    f = u * POWERS_OF_TWO[1074 - exponent] - 1;
  }
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (half + logSeries(s)) + (exponent * LN2_LOW + rounding) - half + f + exponent * LN2_HIGH;
}

/** c(r) of exp(r) = 1 + r + r*c/(2-c), for |r| up to ln(2)/2. */
function expRemainder(r: number): number {
  const t = r * r;
  return (
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  );
}

/** e to the power x. Within 1 unit in the last place; 0 below -745.13, Infinity above 709.78. */
export function exp(x: number): number {
  if (x > 709.782712893383973096) return Infinity;
  if (!(x > -745.13321910194110842)) return x !== x ? NaN : 0;
  const k = Math.floor(x * ONE_OVER_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = expRemainder(r);
  const y = 1 + ((r * c) / (2 - c) - low + high);
  // Halving or doubling y first is exact; below the normal range the one multiplication rounds once.
  if (k > 1023) return 2 * y * POWERS_OF_TWO[2097];
  return k < -1074 ? 0.5 * y * POWERS_OF_TWO[0] : y * POWERS_OF_TWO[k + 1074];
}

/** e to the power x, less 1, exact also for tiny x. */
export function expm1(x: number): number {
  if (x > 0.69 || x < -0.69) return exp(x) - 1;
  const halved = x > 0.346 || x < -0.346;
  const r = halved ? 0.5 * x : x;
  const c = expRemainder(r);
  const y = r + (r * c) / (2 - c);
  return halved ? y * (y + 2) : y;
}

/** x to the power y, for x of 0 or above. Relative error about |y ln x| units in the last place. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  return exp(y * log(x));
}

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

/** ln of the gamma function, x above 0. Absolute error about 1e-15 times the larger of 1 and the answer. */
export function logGamma(x: number): number {
  let product = 1;
  while (x < 10) {
    product *= x;
    x += 1;
  }
  const s = 1 / (x * x);
  const series =
    (1 / 12 +
      s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * (1 / 1188 + s * (-691 / 360360 + s * (1 / 156))))))) /
    x;
  return (x - 0.5) * log(x) - x + HALF_LN_TWO_PI + series - log(product);
}

/** P(a, x) and Q(a, x) = 1 - P: the shares of a gamma of shape a and scale 1 below and above x, each exact in its own tail. */
export function incompleteGamma(a: number, x: number, logGammaOfA = logGamma(a)): { below: number; above: number } {
  if (!(x > 0)) return { below: 0, above: 1 };
  const front = exp(a * log(x) - x - logGammaOfA);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; term > sum * 1e-17; n++) {
      term *= x / n;
      sum += term;
    }
    const below = Math.min(1, sum * front);
    return { below, above: 1 - below };
  }
  const above = Math.min(
    1,
    front *
      continuedFraction(
        (n) => (n === 0 ? 1 : -n * (n - a)),
        (n) => x + 1 - a + 2 * n,
      ),
  );
  return { below: 1 - above, above };
}

/** Share of a beta(a, b) below x: the regularised incomplete beta function. x: 0 to 1. */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a;
  return (
    front *
    continuedFraction(
      (n) => {
        const m = n >> 1;
        if (n === 0) return 1;
        return (n & 1) === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
      },
      () => 1,
    )
  );
}

/** numerator(0)/(denominator(0) + numerator(1)/(denominator(1) + ...)), by Lentz's method. */
function continuedFraction(numerator: (n: number) => number, denominator: (n: number) => number): number {
  let d = 1 / denominator(0);
  let c = 1e300;
  let value = numerator(0) * d;
  for (let n = 1; n < 5000; n++) {
    const top = numerator(n);
    const bottom = denominator(n);
    d = 1 / (bottom + top * d);
    c = bottom + top / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return value;
}
