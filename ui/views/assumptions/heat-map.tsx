// A heat map: one number along, one down, and how many wait at each combination, written in every cell so that no colour is needed.
import type { NumberFacts } from '../../../engine/index.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { UNSETTLED } from '../../words/matters.ts';
import { PEOPLE } from '../../words/numbers/quantity.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import type { Combination } from '../../study/combinations-run.ts';
import './heat-map.css';

/** A number along an axis. */
export interface Axis {
  readonly path: string;
  readonly name: string;
  readonly facts: NumberFacts;
  readonly values: readonly number[];
  readonly now: number | 'unlimited';
}

interface Props {
  readonly caption: string;
  readonly along: Axis;
  /** Undefined where only one number is tried. */
  readonly down: Axis | undefined;
  /** In the order of `down`, and then of `along`. */
  readonly cells: readonly Combination[];
  /** The largest average there is, which has the fullest colour; by its square root, so that a few people differ from none. */
  readonly most: number;
  /** As many simulated years as each is to have: one with fewer is a first look. */
  readonly years: number;
  /** Whether the third number is as it is now, so that a cell can be marked. */
  readonly hasNow: boolean;
}

export function HeatMap({ caption, along, down, cells, most, years, hasNow }: Props) {
  const rows = down?.values ?? [0];
  const said = (axis: Axis, value: number) => sayNumber(value, axis.facts, axis.path).split(' ')[0];
  return (
    <div className="heat-scroll">
      <table className="heat-map">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {down && (
              <th className="heat-corner" rowSpan={2}>
                {down.name}
              </th>
            )}
            <th scope="colgroup" colSpan={along.values.length} className="heat-along">
              {along.name}
            </th>
          </tr>
          <tr>
            {along.values.map((value) => (
              <th key={value} scope="col">
                {said(along, value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* More is further up, as on a chart. */}
          {rows.toReversed().map((value, fromTop) => {
            const row = rows.length - 1 - fromTop;
            return (
              <tr key={value}>
                {down && <th scope="row">{said(down, value)}</th>}
                {along.values.map((other, column) => {
                  const isNow = hasNow && other === along.now && (!down || value === down.now);
                  return (
                    <Cell key={other} of={cells[row * along.values.length + column]} {...{ most, years, isNow }} />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps extends Pick<Props, 'most' | 'years'> {
  readonly of: Combination;
  readonly isNow: boolean;
}

function Cell({ of, most, years: all, isNow }: CellProps) {
  const now = isNow && <span className="hidden"> as it is now</span>;
  const { found, problem, years, values } = of;
  const about = { 'data-years': years, 'data-at': values.join(), 'data-now': isNow || undefined };
  const first = found && years < all ? { 'data-first-look': true } : {};
  if (problem !== undefined)
    return (
      <td {...about} data-cell="refused">
        ×<span className="hidden"> cannot be</span>
        {now}
      </td>
    );
  if (!found)
    return (
      <td {...about} data-cell="awaited">
        <span aria-hidden="true">·</span>
        {now}
      </td>
    );
  const [settles, mean, low, high] = found;
  if (settles !== 1)
    return (
      <td {...about} {...first} data-cell="unsettled">
        –<span className="hidden"> {UNSETTLED}</span>
        {now}
      </td>
    );
  return (
    <td
      {...about}
      {...first}
      data-cell="settled"
      data-mean={mean}
      style={{ '--level': `${most > 0 ? Math.round(100 * Math.sqrt(mean / most)) : 0}%` } as React.CSSProperties}
    >
      {sayLevel(mean, low, high, PEOPLE)}
      {now}
    </td>
  );
}
