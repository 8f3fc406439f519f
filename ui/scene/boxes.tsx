// The words of the map, above its people: names, the numbers of the day, and a bar across the inlet of a full service.
import { snapshotOf, useSnapshot, type Counts } from '../state/counts.ts';
import type { WatchedRun } from '../state/watched.ts';
import { kindOf, type Box } from './layout/box.ts';
import type { SceneLayout } from './layout/scene-layout.ts';
import { isFullAt, joinOf, partsOf } from './numbers-of-day.ts';
import { sayCount } from '../words/numbers/count.ts';

interface BoxesProps {
  readonly run: WatchedRun;
  readonly layout: SceneLayout;
  readonly of: 'boxes' | 'frames';
}

/** All boxes read the snapshot of the frame, and each renders only when what it says has changed. */
export function Boxes({ run, layout, of }: BoxesProps) {
  const hasGap = layout.pipes.length > 0;
  return layout[of].map((box) => (
    <LabelledBox key={box.of.id} run={run} box={box} fontPx={layout.fontPx} hasGap={hasGap} />
  ));
}

interface LabelledBoxProps {
  readonly run: WatchedRun;
  readonly box: Box;
  readonly fontPx: number;
  /** Whether the bar may stand in the gap before the box. */
  readonly hasGap: boolean;
}

function LabelledBox({ run, box, fontPx, hasGap }: LabelledBoxProps) {
  const { of, x, y, width, height } = box;
  const left = box.grid.x;
  useSnapshot(run, (now) => JSON.stringify(wordsOf(box, now, fontPx)));
  const { parts, isFull, outside } = wordsOf(box, snapshotOf(run), fontPx);
  return (
    <g
      className={classes[kindOf(box)]}
      data-station={of.members ? undefined : of.id}
      data-locality={of.members ? of.id : undefined}
      data-full={isFull || undefined}
    >
      <rect x={x} y={y} width={width} height={height} />
      <title>{of.label}</title>
      {box.nameLines.map((line, i) => (
        <text key={i} className="scene-name" x={left} y={box.nameY + i * box.linePx}>
          {line}
        </text>
      ))}
      <text
        className="scene-status"
        x={box.isAtRight ? x + width - (left - x) : box.statusX}
        y={box.statusY}
        textAnchor={box.isAtRight ? 'end' : undefined}
      >
        {parts.map((part, i) => (
          <tspan key={part.measure} {...(part.startsLine && { x: left, dy: box.linePx, textAnchor: 'start' })}>
            {joinOf(part, i)}
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
              {sayCount(outside)} waiting outside
            </text>
          )}
        </>
      )}
      {isFull && (
        <rect
          className="scene-full"
          x={x - (hasGap ? 3 : 0)}
          y={Math.round(y)}
          width={hasGap ? 6 : 5}
          height={Math.floor(height)}
        />
      )}
    </g>
  );
}

const classes = {
  box: 'scene-box',
  exit: 'scene-box scene-exit',
  locality: 'scene-box scene-locality',
  row: 'scene-box scene-row',
  own: 'scene-box scene-row scene-own',
} as const;

const wordsOf = (box: Box, counts: Counts, fontPx: number) => ({
  parts: partsOf(box, counts, fontPx),
  isFull: isFullAt(box, counts),
  outside: box.tray ? counts.outside[box.of.station] : 0,
});
