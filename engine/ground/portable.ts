// Logarithm, exponential and power in plain arithmetic: the same bits on every machine.
// The built-in ones differ in the last bit between browsers. Reductions and coefficients: fdlibm (Sun Microsystems, 1993).

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
