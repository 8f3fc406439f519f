// The boxes of the map: outlines, names, the numbers of the day, and a bar across the inlet of whatever is full.
import { useCounts, type Counts } from '../stores/counts.ts';
import type { Box, SceneLayout } from './layout.ts';
import { textPx } from './wrap.ts';

/** Four times a second is as fast as a number can be read. */
const EVERY_MS = 250;

const grouped = new Intl.NumberFormat('en-GB');

interface Part {
  readonly measure: string;
  readonly text: string;
}

/** All boxes read one count, so that what the map says is true of one moment. */
export function Boxes({ layout }: { layout: SceneLayout }) {
  const counts = useCounts(EVERY_MS);
  const hasGap = layout.pipes.length > 0;
  return layout.boxes.map((box) => (
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
  const isFull =
    counts !== null && !of.isUnlimited && !of.isExit && counts.inUse[of.station] >= counts.places[of.station];
  const parts = counts ? partsOf(box, counts, fontPx) : [];
  const outside = counts?.outside[of.station] ?? 0;
  return (
    <g
      className={of.isExit ? 'scene-box scene-exit' : 'scene-box'}
      data-station={of.id}
      data-full={isFull || undefined}
    >
      <rect x={x + 0.5} y={Math.round(y) + 0.5} width={width - 1} height={Math.floor(height) - 1} rx={3} />
      <title>{of.label}</title>
      {box.nameLines.map((line, i) => (
        <text key={line} className="scene-name" x={left} y={box.nameY + i * fontPx * 1.3}>
          {line}
        </text>
      ))}
      <text className="scene-status" x={left} y={box.statusY}>
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
          <text className="scene-status" x={left} y={box.trayY + fontPx * 1.15}>
            {grouped.format(outside)} waiting outside
          </text>
        </>
      )}
      {isFull && (
        <g className="scene-full">
          <rect x={x - (hasGap ? 3 : 0)} y={Math.round(y)} width={hasGap ? 6 : 5} height={Math.floor(height)} />
          <rect x={x + width - fontPx * 3.1} y={y} width={fontPx * 3.1} height={fontPx * 1.45} />
          <text x={x + width - fontPx * 1.55} y={y + fontPx * 1.04} textAnchor="middle" fontSize="0.85em">
            FULL
          </text>
        </g>
      )}
    </g>
  );
}

function partsOf(box: Box, counts: Counts, fontPx: number): Part[] {
  const { station, isExit, isUnlimited } = box.of;
  const say = (n: number) => grouped.format(n);
  const room = box.width - 2 * (box.grid.x - box.x);
  if (isExit) {
    const text = `${say(counts.left[station])} so far`;
    return [{ measure: 'left', text: textPx(text, fontPx) <= room ? text : say(counts.left[station]) }];
  }
  const [inUse, delayed] = [counts.inUse[station], counts.delayed[station]];
  const [long, waiting] = [counts.delayedOverWeek[station], counts.waiting[station]];
  const parts: Part[] = [];
  // Where everybody is delayed, saying it once is enough.
  if (!isUnlimited) parts.push({ measure: 'in-use', text: `${say(inUse)} of ${say(counts.places[station])}` });
  else if (delayed < inUse || inUse === 0)
    parts.push({ measure: 'in-use', text: `${say(inUse)} ${inUse === 1 ? 'person' : 'people'}` });
  if (delayed > 0) parts.push({ measure: 'delayed', text: `${say(delayed)} delayed` });
  if (long > 0) parts.push({ measure: 'over-week', text: `${say(long)} over 7 days` });
  if (waiting > 0) parts.push({ measure: 'waiting', text: `${say(waiting)} waiting` });

  const widest = (some: Part[]) => {
    const line = (of: Part[]) => textPx(of.map((part) => part.text).join(' · '), fontPx);
    return box.stacked ? Math.max(line(some.slice(0, 1)), line(some.slice(1))) : line(some);
  };
  return widest(parts) <= room ? parts : parts.filter((part) => part.measure !== 'over-week');
}
