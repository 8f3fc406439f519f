// A picture of two numbers against each other: lettered dots with their ranges, a dotted edge of mixes, thin lines through one of the dots.
import { placeLabels } from './label-places.ts';
import './trade-off.css';

export interface Range {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Dot {
  readonly id: string;
  readonly name: string;
  readonly x: Range;
  readonly y: Range;
}

export interface PlotProps {
  readonly labels: { readonly x: string; readonly y: string };
  readonly ticks: { readonly x: (value: number) => string; readonly y: (value: number) => string };
  readonly least?: { readonly x: number };
  readonly most: { readonly x: number; readonly y: number };
  readonly dots: readonly Dot[];
  /** Mixes that no other beats, in order. */
  readonly edge?: readonly { readonly x: number; readonly y: number }[];
  /** Of the edge, the one that is being looked at. */
  readonly chosen?: number;
  /** The same money, and the same delay, as this dot's. */
  readonly through?: Dot | undefined;
}

export function Plot({ labels, ticks, least = { x: 0 }, most, dots, edge = [], chosen, through }: PlotProps) {
  const share = (value: number, from: number, to: number) =>
    100 * Math.min(1, Math.max(0, (value - from) / (to - from)));
  const across = (value: number) => share(value, least.x, most.x);
  const up = (value: number) => share(value, 0, most.y);
  const placed = dots.map(({ id, name, x, y }) => ({
    id,
    name,
    left: across(x.mean),
    bottom: up(y.mean),
    reach: { left: across(x.low), right: across(x.high), low: up(y.low), high: up(y.high) },
  }));
  const names = placeLabels(placed);
  return (
    <div className="trade-off" aria-hidden="true">
      <span className="trade-off-y">{labels.y}</span>
      <div className="trade-off-plot">
        {through && (
          <>
            <span className="trade-off-same" style={{ bottom: `${up(through.y.mean)}%` }} />
            <span className="trade-off-same up" style={{ left: `${across(through.x.mean)}%` }} />
          </>
        )}
        {edge.length > 1 && (
          <svg className="trade-off-edge" viewBox="0 0 100 100" preserveAspectRatio="none">
            <polyline points={edge.map(({ x, y }) => `${across(x)},${100 - up(y)}`).join(' ')} />
          </svg>
        )}
        {edge.map(({ x, y }, at) => (
          <span
            key={`${x} ${y}`}
            className={at === chosen ? 'trade-off-mix chosen' : 'trade-off-mix'}
            style={{ left: `${across(x)}%`, bottom: `${up(y)}%` }}
          />
        ))}
        {placed.map(({ id, name, left, bottom, reach }, at) => (
          <div key={id} data-dot={id}>
            <span
              className="trade-off-reach"
              style={{ left: `${reach.left}%`, width: `${reach.right - reach.left}%`, bottom: `${bottom}%` }}
            />
            <span
              className="trade-off-reach up"
              style={{ left: `${left}%`, height: `${reach.high - reach.low}%`, bottom: `${reach.low}%` }}
            />
            <span className="trade-off-dot" style={{ left: `${left}%`, bottom: `${bottom}%` }} />
            <span
              className={`trade-off-label ${names[at].across} ${names[at].up}`}
              style={{ left: `${left}%`, bottom: `${bottom}%` }}
            >
              {name}
            </span>
          </div>
        ))}
        {[0, 0.5, 1].map((part) => (
          <span key={part} className="trade-off-tick" style={{ left: `${100 * part}%` }}>
            {ticks.x(least.x + (most.x - least.x) * part)}
          </span>
        ))}
        {[0, 0.5, 1].map((part) => (
          <span key={part} className="trade-off-tick up" style={{ bottom: `${100 * part}%` }}>
            {ticks.y(most.y * part)}
          </span>
        ))}
      </div>
      <span className="trade-off-x">{labels.x}</span>
    </div>
  );
}

export const sayTick = (value: number): string => String(Number(value.toFixed(2)));
