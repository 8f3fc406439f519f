// A line with its band, over time or over the values of a number: drawn to whatever width there is, with words outside the picture so that they never shrink.
import { bandBetween, lineThrough } from '../../ground/line-through.ts';
import './weeks.css';

export interface Mark {
  /** In steps of the line. */
  readonly at: number;
  readonly label: string;
}

export interface Level {
  readonly of: number;
  readonly label?: string;
  readonly isBelow?: true;
}

interface Props {
  readonly line: ArrayLike<number>;
  /** Where each of the line stands, in steps, if not one step after another. */
  readonly at?: readonly number[];
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
  /** Drawn dashed and grey. */
  readonly beside?: ArrayLike<number>;
  readonly ticks: readonly Mark[];
  /** What the scale must hold, where several pictures have one scale. */
  readonly most?: number;
  /** Upright lines with a word at their head. */
  readonly marks?: readonly Mark[];
  /** Lines across, dashed, with a word above or below their end. */
  readonly levels?: readonly Level[];
  /** The picture in words. */
  readonly says: string;
}

const WIDTH = 1000;
const HEIGHT = 100;

export function Chart({ line, at: places, band, beside, ticks, most = 0, marks = [], levels = [], says }: Props) {
  const top = roundedUp(
    Math.max(
      most,
      highest(line),
      highest(band?.high ?? []),
      highest(beside ?? []),
      highest(levels.map((one) => one.of)),
    ),
  );
  const steps = Math.max(1, line.length - 1);
  const x = (at: number) => (at / steps) * WIDTH;
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const along = (n: number) => x(places?.[n] ?? n);
  const through = (values: ArrayLike<number>) => points(values, along, y);
  const drawn = {
    band: band && bandBetween(through(band.high), through(band.low)),
    beside: beside && lineThrough(through(beside)),
    line: lineThrough(through(line)),
  };
  const left = (at: number) => `${(100 * at) / steps}%`;
  return (
    <figure className="chart">
      <figcaption className="hidden">{says}</figcaption>
      <div className="chart-scale" aria-hidden="true">
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{Number(value.toFixed(2))}</span>
        ))}
      </div>
      <div className="chart-plot">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="chart-grid" d={`M0,0H${WIDTH}M0,${HEIGHT / 2}H${WIDTH}M0,${HEIGHT}H${WIDTH}`} />
          {drawn.band && <path className="chart-band" d={drawn.band} />}
          {marks.map(({ at, label }) => (
            <path key={label} className="chart-mark" d={`M${x(at)},0V${HEIGHT}`} />
          ))}
          {levels.map(({ of }, n) => (
            <path key={n} className="chart-beside" d={`M0,${y(of)}H${WIDTH}`} />
          ))}
          {drawn.beside && <path className="chart-beside" d={drawn.beside} />}
          {drawn.line && <path className="chart-line" d={drawn.line} />}
        </svg>
        {marks.map(({ at, label }, n) => (
          <span
            key={label}
            className={at > steps / 2 ? 'chart-word before' : 'chart-word'}
            style={{ left: left(at), top: `${n * 1.2}em` }}
            aria-hidden="true"
          >
            {label}
          </span>
        ))}
        {levels.map(({ of, label, isBelow }, n) => (
          <span
            key={n}
            className={isBelow ? 'chart-level under' : 'chart-level'}
            style={{ bottom: `${(100 * of) / top}%` }}
            aria-hidden="true"
          >
            {label}
          </span>
        ))}
        <div className="chart-ticks" aria-hidden="true">
          {ticks.map(({ at, label }) => (
            <span key={at} style={{ left: left(at) }}>
              {label}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

function points(values: ArrayLike<number>, x: (at: number) => number, y: (value: number) => number): string[] {
  const found: string[] = [];
  for (let at = 0; at < values.length; at++)
    if (Number.isFinite(values[at])) found.push(`${x(at).toFixed(1)},${y(Math.max(0, values[at])).toFixed(2)}`);
  return found;
}

function highest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (values[at] > most) most = values[at];
  return most;
}

/** The next of 1, 2, 4, 5, 6, 8 times a power of ten, so that its half can be written too. */
export function roundedUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 6, 8].find((times) => times * power >= value) ?? 10) * power;
}
