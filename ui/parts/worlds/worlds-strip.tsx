// A mark a world, ordered from the most helped to the least: distinguished by shape as well as by colour.
import type { JudgedWorld } from '../../../engine/index.ts';
import type { WorldsTold } from '../../shown/worlds-told.ts';
import { happenings, happensIn, happensWords, type Happens } from '../../words/worlds.ts';
import './worlds.css';

const USUAL_ROWS = 5;
/** Of one mark's square, in units of the picture. */
const SIDE = 10;

/** Where a queue keeps growing only today, the option helps beyond all numbers; where only with it, it harms beyond them. */
const size = ({ difference, leans }: JudgedWorld): number =>
  difference ?? (leans === 'lower' ? -Infinity : leans === 'higher' ? Infinity : 0);

const isClear = ({ difference, ciLow, ciHigh }: JudgedWorld): boolean =>
  difference === null || (ciLow !== null && ciHigh !== null && (ciLow > 0 || ciHigh < 0));

const sayCounts = ({ counts }: WorldsTold): string =>
  counts.map(({ what, count }) => `${count}: ${happensWords[what]}`).join('; ');

/** By what happens; what is clear lies outermost. NaN of two infinities is no difference. */
function inOrder(a: JudgedWorld, b: JudgedWorld): number {
  const [kind, other] = [happensIn(a), happensIn(b)].map((what) => happenings.indexOf(what));
  const clearFirst = Number(isClear(b)) - Number(isClear(a));
  const byClear = happensIn(a) === 'more' ? -clearFirst : clearFirst;
  return kind - other || byClear || size(a) - size(b) || a.number - b.number;
}

interface StripProps {
  readonly told: WorldsTold;
  /** More of them make larger marks where it is narrow. */
  readonly rows?: number;
}

export function WorldsStrip({ told, rows = USUAL_ROWS }: StripProps) {
  const ordered = told.judged.toSorted(inOrder);
  const columns = Math.max(1, Math.ceil(ordered.length / rows));
  return (
    <figure className="worlds-strip">
      <figcaption className="hidden">{`${ordered.length} plausible worlds. ${sayCounts(told)}.`}</figcaption>
      <svg viewBox={`0 0 ${columns * SIDE} ${rows * SIDE}`} aria-hidden="true">
        {ordered.map((world, at) => (
          <g
            key={world.number}
            data-world={world.number}
            data-happens={happensIn(world)}
            transform={`translate(${Math.floor(at / rows) * SIDE}, ${(at % rows) * SIDE})`}
          >
            <Shape what={happensIn(world)} isHollow={!isClear(world)} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

export const WorldsKey = ({ told }: { readonly told: WorldsTold }) => (
  <ul className="worlds-key">
    {told.counts.map(({ what, count }) => (
      <li key={what}>
        <svg className="worlds-mark" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          <Shape what={what} isHollow={false} />
        </svg>{' '}
        {count}: {happensWords[what]}
      </li>
    ))}
    {told.judged.some((world) => !isClear(world)) && (
      <li>
        <svg className="worlds-mark" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          <Shape what="fewer" isHollow />
        </svg>{' '}
        hollow: so small a difference that it may be chance
      </li>
    )}
  </ul>
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
