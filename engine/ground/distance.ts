// Distance: kilometres in a straight line between two points of a county, with the same bits everywhere.

interface Point {
  /** Degrees east. */
  readonly lon: number;
  /** Degrees north. */
  readonly lat: number;
}

/** Of a degree along a meridian, on a sphere with the mean radius of the Earth, 6,371.0088 km. */
const KM_PER_DEGREE = 111.1950802335329;
const RADIANS_PER_DEGREE = 0.017453292519943295;

/**
 * As on a flat map that is true to scale halfway between the two: within 0.1 % of the great circle at up to 200 km in the latitudes of
 * Britain. A road is longer.
 */
export function kmBetween(one: Point, other: Point): number {
  const east = (other.lon - one.lon) * cosine(((one.lat + other.lat) / 2) * RADIANS_PER_DEGREE);
  const north = other.lat - one.lat;
  return KM_PER_DEGREE * Math.sqrt(east * east + north * north);
}

/** By its series; of at most a quarter turn, where fourteen terms leave less than rounding does. Math.cos may differ between machines. */
function cosine(radians: number): number {
  const square = radians * radians;
  let term = 1;
  let sum = 1;
  for (let n = 2; n <= 28; n += 2) {
    term *= -square / (n * (n - 1));
    sum += term;
  }
  return sum;
}
