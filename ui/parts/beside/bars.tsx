// Bars with today's beside them, all on one scale, each with its likely range; the words and the table are beside the picture.
import type { Row } from '../../../engine/index.ts';
import { Numeral } from '../headline/change.tsx';
import type { Shown } from '../../model/shown.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { find, sayLines, sayRow, type Line } from '../../shown/line.ts';

/** A stretch of a bar: a share of its value, and what it is of. */
export interface Stretch {
  readonly of: string;
  readonly value: number;
}

interface BarsProps {
  readonly lines: readonly Line[];
  readonly shown: Shown;
  /** What the picture is of, before its numbers. */
  readonly says: string;
  /** The end of the scale; without it, the largest number. */
  readonly most?: number;
  /** What a bar is made of, where it is of several things. */
  readonly stretches?: (line: Line, of: 'option' | 'today') => readonly Stretch[];
}

export function Bars({ lines, shown, says, most, stretches }: BarsProps) {
  const found = lines.map((line) => find(shown, line));
  const end = most ?? scaleOf(shown, lines);
  const isBeside = found.some(({ today }) => today !== undefined);
  // No bar, not one of no length, where there is no average.
  const plain = (line: Line, row: Row | undefined): Stretch[] =>
    typeof row?.value === 'number' ? [{ of: line.group ?? 'plain', value: row.value }] : [];
  return (
    <figure className="bars">
      <figcaption className="hidden">{`${says}. ${sayLines(shown, lines)}.`}</figcaption>
      <ul aria-hidden="true">
        {lines.map((line, at) => {
          const { option, today } = found[at];
          const times = line.quantity.times;
          return (
            <li key={keyOf(line)}>
              <span className="bars-label">{line.label}</span>
              <span className="bars-plot">
                {isBeside && (
                  <Bar
                    name="today"
                    row={today}
                    {...{ times, end }}
                    stretches={stretches?.(line, 'today') ?? plain(line, today)}
                  />
                )}
                <Bar
                  name="option"
                  row={option}
                  {...{ times, end }}
                  stretches={stretches?.(line, 'option') ?? plain(line, option)}
                />
              </span>
              <span className="bars-said">
                {isBeside && <small>{sayRow(today, line.quantity)}</small>}
                <Numeral row={option}>{sayRow(option, line.quantity)}</Numeral>
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

interface BarProps {
  readonly name: 'today' | 'option';
  readonly row: Row | undefined;
  readonly times: number;
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

function Bar({ name, row, times, end, stretches }: BarProps) {
  const wide = (value: number) => `${Math.min(100, Math.max(0, (100 * value * times) / end))}%`;
  const hasRange = row !== undefined && isKnown(row) && row.ciHigh! > row.ciLow!;
  return (
    <span className={`bar ${name}`}>
      {stretches.map(({ of, value }) => (
        <span key={of} className="stretch" data-of={of} style={{ width: wide(value) }} />
      ))}
      {hasRange && (
        <span
          className="whisker"
          style={{ left: wide(row.ciLow!), width: wide(row.ciHigh! - Math.max(0, row.ciLow!)) }}
        />
      )}
    </span>
  );
}

/** The largest number or end of a range, now or today: what a scale must hold. */
export function scaleOf(shown: Shown, lines: readonly Line[]): number {
  const ends = lines.flatMap((line) => {
    const { option, today } = find(shown, line);
    return [option, today].map((row) => Math.max(row?.value ?? 0, row?.ciHigh ?? 0) * line.quantity.times);
  });
  return Math.max(1e-9, ...ends);
}

export const keyOf = ({ station, measure, statistic = 'mean', who = 'all' }: Line): string =>
  `${station}/${measure}/${statistic}/${who}`;
