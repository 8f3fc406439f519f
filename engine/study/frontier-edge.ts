// The edge of points in two directions: those that no other beats on both, one of each box, and those that lie nearest behind them.
import type { Setting } from './select/setting.ts';

export interface Placed {
  readonly setting: Setting;
  /** Less of either is better. */
  readonly x: number;
  readonly y: number;
}

/** A part of a box that nobody would see: closer points are equal, and the one that adds the fewest places is taken. */
const EQUAL = 1 / 8;

/** From the least x on, whoever has less of y than all before. `wide` and `tall`: a box. */
export function frontOf(points: readonly Placed[], wide: number, tall: number): Placed[] {
  const near = (value: number, size: number) => Math.round(value / (EQUAL * size));
  const ranked = points.map((point) => ({ point, x: near(point.x, wide), y: near(point.y, tall) }));
  ranked.sort(
    (a, b) =>
      a.x - b.x ||
      a.y - b.y ||
      a.point.setting.added - b.point.setting.added ||
      (a.point.setting.name < b.point.setting.name ? -1 : 1),
  );
  const front: typeof ranked = [];
  for (const one of ranked) if (front.length === 0 || one.y < front.at(-1)!.y) front.push(one);
  return front.map(({ point }) => point);
}

/** Of those in one box the one with the least y; both ends, whatever box they share. */
export function oneABox(front: readonly Placed[], wide: number, tall: number): Placed[] {
  const kept = new Map<string, Placed>();
  for (const one of front) kept.set(`${Math.floor(one.x / wide)} ${Math.floor(one.y / tall)}`, one);
  return [...new Set([...front.slice(0, 1), ...kept.values()])];
}

/** So many points of each box of the edge that lie on it or nearest behind it, and no further behind than a box. */
export function nearestTo(
  front: readonly Placed[],
  points: readonly Placed[],
  wide: number,
  tall: number,
  most: number,
): Placed[] {
  const boxes = oneABox(front, wide, tall);
  const behind = points.map((point) => {
    const from = boxes.map((one) => Math.max((point.x - one.x) / wide, (point.y - one.y) / tall));
    const least = Math.min(...from);
    return { point, least, box: from.indexOf(least) };
  });
  behind.sort((a, b) => a.least - b.least || (a.point.setting.name < b.point.setting.name ? -1 : 1));
  const taken = boxes.map(() => 0);
  return behind.filter(({ least, box }) => least <= 1 && taken[box]++ < most).map(({ point }) => point);
}
