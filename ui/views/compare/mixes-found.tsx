// The best mixes as a picture, a slider along their edge, sentences and a table; each becomes an option at one press.
import { useId, useState } from 'react';
import { besideMark, cheapestIsOther, numbersAt, type FrontierPoint, type Row } from '../../../engine/index.ts';
import { controlOf } from '../../model/values.ts';
import { roundedUp } from '../../parts/chart/chart.tsx';
import { compared } from '../../state/compared.ts';
import { READ, type FrontierRun } from '../../study/frontier-run.ts';
import type { SideBySide } from '../../study/side-by-side.ts';
import { sayBeside, sayNotCheapest, sayWaiting, sayWeighed, type Weighed } from '../../words/frontier.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { POUNDS_A_YEAR } from '../../words/numbers/quantity.ts';
import { sayValue } from '../../words/numbers/setting.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { lineAt } from './finding.tsx';
import { KeepMix, type Facts } from './keep-mix.tsx';
import { MixesTable } from './mixes-table.tsx';
import { Plot, sayTick, type Dot, type Range } from './plot.tsx';

interface Props {
  readonly run: FrontierRun;
  readonly state: SideBySide;
  readonly facts: Facts;
  readonly weighed: Weighed;
}

/** Today and the options, where they settle. */
interface Mark extends Dot {
  readonly title: string;
  readonly readings: readonly Range[];
}

export function MixesFound({ run, state, facts, weighed }: Props) {
  const id = useId();
  const { model, levers, against, run: request } = run.asked!;
  const points = run.front.filter(({ on }) => on.includes(weighed)).toReversed();
  const across = READ.indexOf(weighed);
  const marks = marksOf(state, across);
  const [markId, setMark] = useState('');
  const mark = marks.find((one) => one.id === markId) ?? marks[0];
  const { sameDelay } = mark ? besideMark(points, mark.readings, weighed) : {};
  const [name, setName] = useState('');
  const at = Math.max(
    0,
    points.findIndex(({ setting }) => setting.name === (name || sameDelay?.setting.name)),
  );
  const chosen = points[at];
  const sayMix = ({ setting }: FrontierPoint): string =>
    levers
      .map(({ path }, l) => {
        const control = controlOf(model, path)!;
        return `${control.label ?? path} ${sayValue(setting.values[l], control, facts[path])}`;
      })
      .join(', ');
  if (!chosen) return null;
  const all = [...points.map(({ readings }) => readings), ...marks.map(({ readings }) => readings)];
  const most = {
    x: roundedUp(Math.max(...all.map((one) => one[across].mean))),
    y: roundedUp(Math.max(...all.map((one) => one[0].mean))),
  };
  // Money has no picture from nothing: most of it is spent in every mix.
  const least = weighed === 'cost' ? Math.min(...all.map((one) => one[across].mean)) : 0;
  const sayX = (value: number) => (weighed === 'cost' ? sayLevel(value, value, value, POUNDS_A_YEAR) : sayTick(value));
  const choose = (value: number) => setName(points[value].setting.name);
  return (
    <>
      {against.length > 1 && (
        <p className="best-mixes-do">
          <label htmlFor={`${id}-against`}>People waiting against</label>
          <select
            id={`${id}-against`}
            value={weighed}
            onChange={(event) => compared.setState({ edge: event.target.value as Weighed })}
          >
            <option value="empty">empty places</option>
            <option value="cost">cost a year</option>
          </select>
        </p>
      )}
      <Plot
        labels={{ x: weighed === 'cost' ? 'Cost a year' : 'Empty places', y: 'People waiting' }}
        ticks={{ x: sayX, y: sayTick }}
        least={{ x: weighed === 'cost' ? least - 0.05 * (most.x - least) : 0 }}
        most={most}
        dots={marks}
        edge={points.map(({ readings }) => ({ x: readings[across].mean, y: readings[0].mean }))}
        chosen={at}
        through={mark}
      />
      <div className="best-mixes-along">
        <label htmlFor={`${id}-along`}>Along the edge</label>
        <input
          id={`${id}-along`}
          type="range"
          min={0}
          max={points.length - 1}
          value={at}
          aria-valuetext={`${sayMix(chosen)}: ${sayWaiting(chosen.readings[0])}, ${sayWeighed(chosen.readings[across], weighed)}`}
          onChange={(event) => choose(Number(event.target.value))}
        />
        <output htmlFor={`${id}-along`}>
          <b>{sayMix(chosen)}</b>: {sayWaiting(chosen.readings[0])}, {sayWeighed(chosen.readings[across], weighed)}.
        </output>
        <KeepMix {...{ model, facts }} run={request} numbers={numbersAt(levers, chosen.setting)} />
      </div>
      {mark && run.status === 'done' && (
        <div className="best-mixes-said">
          {marks.length > 1 && (
            <label>
              Beside{' '}
              <select value={mark.id} onChange={(event) => setMark(event.target.value)}>
                {marks.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ul className="dots">
            {sayFacts(points, mark, run, weighed, sayMix).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <MixesTable {...{ run, facts, points, weighed, sayMix }} />
    </>
  );
}

function marksOf(state: SideBySide, across: number): Mark[] {
  const lines = READ.map((role) => lineAt(state, role));
  const read = (row: Row | undefined): Range =>
    row && isKnown(row) ? { mean: row.value!, low: row.ciLow!, high: row.ciHigh! } : { mean: NaN, low: NaN, high: NaN };
  return state.asked!.columns.flatMap(({ id, letter, title }, at) => {
    const readings = lines.map((line) => read(state.rows[at]?.[line]));
    const [x, y] = [readings[across], readings[0]];
    if (!Number.isFinite(x.mean) || !Number.isFinite(y.mean)) return [];
    return [{ id, title, name: letter || 'Today', readings, x, y }];
  });
}

function sayFacts(
  points: readonly FrontierPoint[],
  mark: Mark,
  { looked }: FrontierRun,
  weighed: Weighed,
  sayMix: (point: FrontierPoint) => string,
): string[] {
  const across = READ.indexOf(weighed);
  const side = (point: FrontierPoint) => ({
    mix: sayMix(point),
    waiting: point.readings[0],
    weighed: point.readings[across],
  });
  const { sameDelay, sameMoney } = besideMark(points, mark.readings, weighed);
  const said = sayBeside(
    mark.title,
    { waiting: mark.readings[0], weighed: mark.readings[across] },
    sameDelay && side(sameDelay),
    sameMoney && side(sameMoney),
    weighed,
  );
  const other = looked && cheapestIsOther(points, weighed, ({ setting }, reading) => looked.of(setting, reading));
  if (other) said.push(sayNotCheapest(side(other.cheapest), side(other.fewestWaiting), other.more, weighed));
  return said;
}
