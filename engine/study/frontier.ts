// The Pareto frontier: of all mixes those that no other beats, on people waiting against empty places and, where there are prices, against pounds a year.
import { interval, type Interval } from './statistics/confidence.ts';
import { frontOf, nearestTo, oneABox, type Placed } from './frontier-edge.ts';
import { inOrder, meanOf } from './select/best-of.ts';
import { around, gridOf, stridesOf } from './select/closing-in.ts';
import { Looked, type Answer, type Ask } from './select/looked.ts';
import type { Setting, Settings } from './select/setting.ts';

/** What the first readings are, in their order; less of each is better. Whatever comes after them is carried along. */
export const READINGS = ['waiting', 'empty', 'cost'] as const;
const WAITING = 0;
/** What people waiting is weighed against. */
export type Against = 'empty' | 'cost';
const readingOf = (against: Against): number => READINGS.indexOf(against);

export interface FrontierAsked {
  readonly settings: Settings;
  readonly against: readonly Against[];
  /** Mixes with more people waiting than this are of no interest. */
  readonly mostWaiting: number;
  readonly most: number;
}

export interface FrontierPoint {
  readonly setting: Setting;
  /** By reading. */
  readonly readings: readonly Interval[];
  /** Which edges it is on. */
  readonly on: readonly Against[];
}

/** What to simulate next, with the frontier as far as it is known. */
export interface FrontierAsk extends Ask {
  readonly front: readonly FrontierPoint[];
  /** A share from 0 to 1 of the whole, roughly. */
  readonly progress: number;
}

export interface Frontier {
  readonly front: readonly FrontierPoint[];
  readonly looked: Looked;
}

/** Replications of a first look, and of what is near the edge after it. */
const FIRST = 4;
const SECOND = 16;
/** So many mixes of a box go on to more replications: few may have put the wrong one in front. */
const GO_ON = [5, 2];
const PARTS = 3;
/** Boxes along each axis: of the mixes in one box only the best is kept (epsilon-dominance, Laumanns et al., 2002). */
const BOXES = 24;
const MOST_ROUNDS = 16;

export function* frontier(asked: FrontierAsked): Generator<FrontierAsk, Frontier, readonly Answer[]> {
  const { settings, most } = asked;
  const looked = new Looked();
  const levels = [...new Set([FIRST, SECOND, most].map((level) => Math.min(level, most)))];
  const [first] = levels;
  const strides = stridesOf(settings, PARTS);
  let progress = 0;
  /** What is on the edge by so many replications; mixes are compared over the same people only. */
  let front: readonly OnEdge[] = [];
  function* ask(steps: Generator<Ask, void, readonly Answer[]>) {
    let step = steps.next();
    while (!step.done)
      step = steps.next(yield { ...step.value, front: front.map((one) => pointOf(looked, one)), progress });
  }

  yield* ask(looked.upTo(gridOf(settings, strides[0]), first));
  const sizes = sizesOf(looked, asked, first);
  for (const [at, stride] of strides.entries())
    for (let round = 0; round < (at === strides.length - 1 ? MOST_ROUNDS : 2); round++) {
      front = edge(looked, asked, sizes, first);
      progress = Math.max(progress, 0.1 + (0.4 * (at + Math.min(1, round / 4))) / strides.length);
      const beside = front
        .flatMap(({ setting }) => around(settings, setting, stride))
        .filter((one) => looked.count(one) === 0);
      if (beside.length === 0) break;
      yield* ask(looked.upTo([...new Set(beside)], first));
    }
  // More replications for what is near the edge, and all of them at the end, with a word on whether it settles.
  for (const [at, level] of levels.entries()) {
    if (at === 0 && levels.length > 1) continue;
    const isLast = at === levels.length - 1;
    progress = isLast ? 0.65 : 0.5;
    const goOn = GO_ON[isLast ? 1 : 0];
    const near = edge(looked, asked, sizes, levels[Math.max(0, at - 1)], goOn).map(({ setting }) => setting);
    yield* ask(isLast ? looked.judge(near, most) : looked.upTo(near, level));
    front = edge(looked, asked, sizes, level);
  }
  return { front: front.map((one) => pointOf(looked, one)), looked };
}

interface OnEdge {
  readonly setting: Setting;
  readonly on: readonly Against[];
}

/** How large a box is, in the unit of each reading. */
type Sizes = readonly number[];

/** By the edge of the first grid: beyond it more of everything changes nothing. */
function sizesOf(looked: Looked, asked: FrontierAsked, n: number): Sizes {
  const tall = asked.mostWaiting / BOXES;
  return READINGS.map((reading, at) => {
    if (at === WAITING) return tall;
    const against = asked.against.find((one) => one === reading);
    if (!against) return Infinity;
    const points = placedBy(looked, asked, at, n);
    const whole = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x));
    const front = frontOf(points, whole / BOXES, tall);
    return Math.max(1e-9, (front.at(-1)?.x ?? 1) - (front[0]?.x ?? 0)) / BOXES;
  });
}

/** Of all with so many replications those on an edge, or so many of each box near it; from the most people waiting to the fewest. */
function edge(looked: Looked, asked: FrontierAsked, sizes: Sizes, n: number, near?: number): OnEdge[] {
  const on = new Map<Setting, Against[]>();
  for (const one of asked.against) {
    const across = readingOf(one);
    const points = placedBy(looked, asked, across, n);
    const front = frontOf(points, sizes[across], sizes[WAITING]);
    const kept =
      near === undefined
        ? oneABox(front, sizes[across], sizes[WAITING])
        : nearestTo(front, points, sizes[across], sizes[WAITING], near);
    for (const { setting } of kept) on.set(setting, [...(on.get(setting) ?? []), one]);
  }
  return inOrder(looked, [...on.keys()], WAITING, n)
    .toReversed()
    .map((setting) => ({ setting, on: on.get(setting)! }));
}

const placedBy = (looked: Looked, { mostWaiting }: FrontierAsked, across: number, n: number): Placed[] =>
  looked
    .all()
    .filter((one) => looked.count(one) >= n && !looked.isUnsettled(one))
    .map((setting) => ({
      setting,
      x: meanOf(looked, setting, across, n),
      y: meanOf(looked, setting, WAITING, n),
    }))
    .filter(({ x, y }) => Number.isFinite(x) && y <= mostWaiting);

const pointOf = (looked: Looked, { setting, on }: OnEdge): FrontierPoint => ({
  setting,
  on,
  readings: looked.readingsOf(setting).map((values) => interval(values)),
});
