// A mark a world, ordered from the most helped to the least: told apart by shape as well as by colour.
import type { JudgedWorld } from '../../../engine/index.ts';
import { happensIn, happensWords, type Happens } from '../../words/worlds.ts';

const ROWS = 5;
/** Of one mark's square, in units of the picture. */
const SIDE = 10;

const order: Readonly<Record<Happens, number>> = { fewer: 0, 'the same': 1, more: 2, 'does not settle': 3, nobody: 4 };

/** Where a queue keeps growing only today, the option helps beyond all numbers; where only with it, it harms beyond them. */
const size = ({ difference, leans }: JudgedWorld): number =>
  difference ?? (leans === 'lower' ? -Infinity : leans === 'higher' ? Infinity : 0);

/** NaN of two infinities is no difference. */
const inOrder = (a: JudgedWorld, b: JudgedWorld): number =>
  order[happensIn(a)] - order[happensIn(b)] || size(a) - size(b) || a.number - b.number;

export const isClear = ({ difference, ciLow, ciHigh }: JudgedWorld): boolean =>
  difference === null || (ciLow !== null && ciHigh !== null && (ciLow > 0 || ciHigh < 0));

export function WorldsStrip({ judged }: { readonly judged: readonly JudgedWorld[] }) {
  const ordered = judged.toSorted(inOrder);
  const columns = Math.max(1, Math.ceil(ordered.length / ROWS));
  const counts = Object.keys(order) as Happens[];
  const says = counts
    .map((what) => ({ what, count: judged.filter((world) => happensIn(world) === what).length }))
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => `${count}: ${happensWords[what]}`)
    .join('; ');
  return (
    <figure className="worlds-strip">
      <figcaption className="hidden">{`${judged.length} plausible worlds. ${says}.`}</figcaption>
      <svg viewBox={`0 0 ${columns * SIDE} ${ROWS * SIDE}`} aria-hidden="true">
        {ordered.map((world, at) => (
          <g
            key={world.number}
            data-world={world.number}
            data-happens={happensIn(world)}
            transform={`translate(${Math.floor(at / ROWS) * SIDE}, ${(at % ROWS) * SIDE})`}
          >
            <Shape what={happensIn(world)} isHollow={!isClear(world)} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** For the key. */
export const WorldMark = ({ what }: { readonly what: Happens }) => (
  <svg className="worlds-mark" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
    <Shape what={what} isHollow={false} />
  </svg>
);

/** Fewer: a disc. More: a triangle. The same: a bar. Nothing to compare: a cross. Nobody: a point. */
function Shape({ what, isHollow }: { readonly what: Happens; readonly isHollow: boolean }) {
  const kind = `world-shape ${isHollow ? 'hollow' : 'full'} world-${what.replaceAll(' ', '-')}`;
  if (what === 'fewer') return <circle className={kind} cx="5" cy="5" r={isHollow ? 3.2 : 3.8} />;
  if (what === 'more') return <path className={kind} d="M5 1.2 9 8.6H1Z" />;
  if (what === 'the same') return <path className={kind} d="M1.5 3.8h7v2.4h-7Z" />;
  if (what === 'does not settle') return <path className={`${kind} lines`} d="m2.2 2.2 5.6 5.6m0-5.6-5.6 5.6" />;
  return <circle className={kind} cx="5" cy="5" r="1.4" />;
}
