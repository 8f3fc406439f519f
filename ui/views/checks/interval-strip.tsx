// Where the exact answer lies in the interval, as a picture; the same numbers are beside it, so it is not read out.
import type { Verified } from '../../../engine/index.ts';

const WIDTH = 132;
const MIDDLE = 12;
/** The interval takes this part of the picture; the rest is room to show an answer outside. */
const [FROM, TO] = [26, 106];

export function IntervalStrip({
  expected,
  low,
  high,
  verdict,
}: Pick<Verified, 'expected' | 'low' | 'high' | 'verdict'>) {
  if (!(high > low)) return null;
  const at = FROM + ((expected - low) / (high - low)) * (TO - FROM);
  const x = Math.min(WIDTH - 8, Math.max(8, at));
  const isBeyond = x !== at;
  return (
    <svg className={`strip ${verdict}`} viewBox={`0 0 ${WIDTH} 24`} width={WIDTH} height={24} aria-hidden="true">
      <line className="scale" x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      <path className="interval" d={`M${FROM},4V20M${TO},4V20M${FROM},${MIDDLE}H${TO}`} />
      <line className="middle" x1={(FROM + TO) / 2} x2={(FROM + TO) / 2} y1={8} y2={16} />
      {/* A diamond for the answer; beyond the picture, an arrow that points to where it lies. */}
      <path
        className="answer"
        transform={`translate(${x},${MIDDLE})`}
        d={!isBeyond ? 'M0,-7L6,0L0,7L-6,0Z' : at > x ? 'M-6,-7L6,0L-6,7Z' : 'M6,-7L-6,0L6,7Z'}
      />
    </svg>
  );
}

/** The same marks, small, before their meanings. */
export function StripLegend() {
  return (
    <p className="strip-legend">
      <svg className="strip inside" viewBox="0 0 16 24" width={16} height={24} aria-hidden="true">
        <path className="answer" transform={`translate(8,${MIDDLE})`} d="M0,-7L6,0L0,7L-6,0Z" />
      </svg>{' '}
      the exact answer{' '}
      <svg className="strip" viewBox="0 0 44 24" width={44} height={24} aria-hidden="true">
        <path className="interval" d={`M4,4V20M40,4V20M4,${MIDDLE}H40`} />
        <line className="middle" x1={22} x2={22} y1={8} y2={16} />
      </svg>{' '}
      what was simulated, and its interval
    </p>
  );
}
