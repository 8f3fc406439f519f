// The highest point of a smooth curve with one hill, and where it has fallen by so much on either side: Brent's two methods.
// Source: Brent, "Algorithms for Minimization without Derivatives", 1973, chapters 4 and 5.

/** How near: a curve is flat at its top, so no value of it says more. */
const NEAR = 1e-9;
const GOLDEN = 0.3819660112501051;

export interface Peak {
  readonly at: number;
  readonly height: number;
}

/** Looks from `start` by growing steps, no further than `most` from it. `near`: how near; the height is known to its square. */
export function peakOf(curve: (x: number) => number, start: number, step: number, most = 60, near = NEAR): Peak {
  let [low, middle, high] = [start - step, start, start + step];
  let [atLow, atMiddle, atHigh] = [curve(low), curve(middle), curve(high)];
  // The hill lies between the ends once the middle is the highest of the three.
  while (atMiddle < atHigh && high - start < most) {
    step *= 1.8;
    [low, atLow, middle, atMiddle] = [middle, atMiddle, high, atHigh];
    high += step;
    atHigh = curve(high);
  }
  while (atMiddle < atLow && start - low < most) {
    step *= 1.8;
    [high, atHigh, middle, atMiddle] = [middle, atMiddle, low, atLow];
    low -= step;
    atLow = curve(low);
  }
  return between(curve, low, high, { at: middle, height: atMiddle }, near);
}

/** Brent's search: a parabola through the three best, or a golden section where that goes astray. */
function between(curve: (x: number) => number, low: number, high: number, first: Peak, nearest: number): Peak {
  let [best, second, third] = [first, first, first];
  let [moved, before] = [0, 0];
  for (let n = 0; n < 100; n++) {
    const middle = 0.5 * (low + high);
    const near = nearest * (1 + Math.abs(best.at));
    if (Math.abs(best.at - middle) <= 2 * near - 0.5 * (high - low)) break;
    const r = (best.at - second.at) * (third.height - best.height);
    const q = (best.at - third.at) * (second.height - best.height);
    const parabola = (0.5 * ((best.at - third.at) * q - (best.at - second.at) * r)) / (r - q);
    const isUsable =
      Math.abs(parabola) < Math.abs(0.5 * before) && best.at + parabola > low && best.at + parabola < high;
    before = moved;
    if (isUsable) moved = parabola;
    else {
      before = best.at < middle ? high - best.at : low - best.at;
      moved = GOLDEN * before;
    }
    if (Math.abs(moved) < near) moved = moved < 0 ? -near : near;
    const tried = { at: best.at + moved, height: curve(best.at + moved) };
    if (tried.height >= best.height) {
      if (tried.at < best.at) high = best.at;
      else low = best.at;
      [third, second, best] = [second, best, tried];
    } else {
      if (tried.at < best.at) low = tried.at;
      else high = tried.at;
      if (tried.height >= second.height || second.at === best.at) [third, second] = [second, tried];
      else if (tried.height >= third.height || third.at === best.at || third.at === second.at) third = tried;
    }
  }
  return best;
}

/** Where a curve that falls from `from` on crosses 0, to the side of `step`; infinite when it has not within `most`. */
export function crossing(curve: (x: number) => number, from: number, step: number, most = 12): number {
  let [near, atNear] = [from, curve(from)];
  let far = from + step;
  let atFar = curve(far);
  while (atFar > 0) {
    if (Math.abs(far - from) > most) return step < 0 ? -Infinity : Infinity;
    step *= 2;
    [near, atNear, far] = [far, atFar, far + step];
    atFar = curve(far);
  }
  // Regula falsi, with the Illinois halving that keeps either end from standing still.
  let last = 0;
  for (let n = 0; n < 100 && Math.abs(far - near) > NEAR; n++) {
    const next = (near * atFar - far * atNear) / (atFar - atNear);
    const value = curve(next);
    if (Math.abs(value) < 1e-9) return next;
    if (value > 0) {
      [near, atNear] = [next, value];
      if (last === 1) atFar *= 0.5;
      last = 1;
    } else {
      [far, atFar] = [next, value];
      if (last === -1) atNear *= 0.5;
      last = -1;
    }
  }
  return 0.5 * (near + far);
}
