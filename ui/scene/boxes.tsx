// The boxes of the map: outlines, names, the numbers of the day, and a bar across the inlet of whatever is full.
import { useCountsOf, type Counts } from '../stores/counts.ts';
import type { WatchedRun } from '../stores/watched.ts';
import type { Box } from './box.ts';
import type { SceneLayout } from './scene-layout.ts';
import { isFullAt, partsOf } from './numbers-of-day.ts';

/** Four times a second is as fast as a number can be read. */
const EVERY_MS = 250;

const grouped = new Intl.NumberFormat('en-GB');

interface BoxesProps {
  readonly run: WatchedRun;
  readonly layout: SceneLayout;
  readonly of: 'boxes' | 'frames';
}

/** All boxes read one count, so that what the map says is true of one moment. */
export function Boxes({ run, layout, of }: BoxesProps) {
  const counts = useCountsOf(run, EVERY_MS);
  const hasGap = layout.pipes.length > 0;
  return layout[of].map((box) => (
    <LabelledBox key={box.of.id} box={box} counts={counts} fontPx={layout.fontPx} hasGap={hasGap} />
  ));
}

interface LabelledBoxProps {
  readonly box: Box;
  readonly counts: Counts | null;
  readonly fontPx: number;
  /** Whether the bar may stand in the gap before the box. */
  readonly hasGap: boolean;
}

function LabelledBox({ box, counts, fontPx, hasGap }: LabelledBoxProps) {
  const { of, x, y, width, height } = box;
  const left = box.grid.x;
  const isFull = counts !== null && isFullAt(box, counts);
  const isLine = box.style === 'one line';
  const parts = counts ? partsOf(box, counts, fontPx) : [];
  const outside = counts?.outside[of.station] ?? 0;
  return (
    <g
      className={kindOf(box)}
      data-station={of.members ? undefined : of.id}
      data-locality={of.members ? of.id : undefined}
      data-full={isFull || undefined}
    >
      <rect x={x + 0.5} y={Math.round(y) + 0.5} width={width - 1} height={Math.floor(height) - 1} rx={3} />
      <title>{of.label}</title>
      {box.nameLines.map((line, i) => (
        <text key={i} className="scene-name" x={left} y={box.nameY + i * fontPx * 1.3}>
          {line}
        </text>
      ))}
      <text
        className="scene-status"
        x={isLine ? x + width - (left - x) : left}
        y={box.statusY}
        textAnchor={isLine ? 'end' : undefined}
      >
        {parts.map((part, i) => (
          <tspan key={part.measure} {...(box.stacked && i === 1 && { x: left, dy: fontPx * 1.3 })}>
            {i > (box.stacked ? 1 : 0) && ' · '}
            <tspan data-measure={part.measure} className={i === 0 ? 'scene-first' : undefined}>
              {part.text}
            </tspan>
          </tspan>
        ))}
      </text>
      {box.tray && (
        <>
          <line className="scene-tray" x1={x} x2={x + width} y1={box.trayY} y2={box.trayY} />
          {box.style === 'box' && (
            <text className="scene-status" x={left} y={box.trayY + fontPx * 1.15}>
              {grouped.format(outside)} waiting outside
            </text>
          )}
        </>
      )}
      {isFull && (
        <g className="scene-full">
          <rect x={x - (hasGap ? 3 : 0)} y={Math.round(y)} width={hasGap ? 6 : 5} height={Math.floor(height)} />
          {box.style === 'box' && (
            <>
              <rect x={x + width - fontPx * 3.1} y={y} width={fontPx * 3.1} height={fontPx * 1.45} />
              <text x={x + width - fontPx * 1.55} y={y + fontPx * 1.04} textAnchor="middle" fontSize="0.85em">
                FULL
              </text>
            </>
          )}
        </g>
      )}
    </g>
  );
}

function kindOf({ of, style }: Box): string {
  if (of.members) return 'scene-box scene-locality';
  if (of.isExit) return 'scene-box scene-exit';
  if (style === 'box') return 'scene-box';
  return of.locality === undefined ? 'scene-box scene-row' : 'scene-box scene-row scene-own';
}
