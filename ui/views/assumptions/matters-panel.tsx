// What matters most: a tornado picture of numbers at either end of their range, with progress, Stop, and the table behind it.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { bySize, type Model, type Swing } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { TimeLeft } from '../../parts/time-left.tsx';
import { subjectOf } from '../../model/values.ts';
import { NO_DIFFERENCE, sayApart, sayApartRange, sayEnd, UNSETTLED } from '../../words/matters.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { tornado, type TornadoState, type Tried } from '../../study/tornado-run.ts';
import type { Numbers } from '../../study/use-numbers.ts';
import { sayCount } from '../../words/numbers/count.ts';

type Judged = Tried & { readonly swing: Swing; readonly line: AssumptionLine };

export function MattersPanel({ numbers: { model, present, lines } }: { readonly numbers: Numbers }) {
  const state = useStore(tornado);
  useEffect(() => tornado.open(model, present, lines), [model, present, lines]);
  useEffect(() => () => tornado.leave(), []);
  const { ends, tried } = state;
  const { where } = subjectOf(model);
  const byPath = new Map(lines.map((line) => [line.path, line]));
  const judged = tried.flatMap((one): Judged[] => {
    const line = byPath.get(one.ends.path);
    return one.swing && line ? [{ ...one, swing: one.swing, line }] : [];
  });
  const unsettled = judged.filter(isUnsettled);
  const sorted = bySize(judged);
  const clear = sorted.filter(({ swing }) => swing.isClear);
  const refused = tried.filter(({ problem }) => problem !== undefined);
  return (
    <section aria-labelledby="matters" className="matters" data-tornado={state.status}>
      <h2 id="matters">What matters most</h2>
      <p className="small">
        One number at a time is set to the low and then to the high end of its range, and all else stays as it is. The
        same people come each time. The measure is how many people wait {where} on a typical day.
      </p>
      {ends.length === 0 ? (
        <p>
          No number of this model has a range of its own, so none can be tried. Press Change beside a number to say how
          far it may be off.
        </p>
      ) : (
        <>
          <Progress state={state} />
          <p className="matters-finding">{sayMost(model, clear, sayUnsettled(model, unsettled), state)}</p>
          <Tornado sorted={clear} model={model} />
          <SwingTable sorted={sorted} model={model} refused={refused} />
          <p className="small">
            {lines.length - ends.length} of the {lines.length} numbers have no range of their own and were not tried.
            Taken together, the ranges cover chance with 95 % confidence, but not wrong inputs: with two numbers wrong
            at once, more can happen than with either alone.
          </p>
        </>
      )}
    </section>
  );
}

const isUnsettled = ({ swing: { low, high } }: Judged): boolean => Number.isNaN(low.mean) || Number.isNaN(high.mean);

/** An end at which the run does not settle matters more than any number can say. */
const sayUnsettled = (model: Model, unsettled: readonly Judged[]): string[] =>
  unsettled.map((one) => {
    const ends = (['low', 'high'] as const).filter((end) => Number.isNaN(one.swing[end].mean));
    return `With ${nameOf(model, one)} at ${ends.map((end) => saidAt(one, end)).join(' or ')} the model ${UNSETTLED}.`;
  });

function sayMost(
  model: Model,
  clear: readonly Judged[],
  unsettled: readonly string[],
  { status, tried }: TornadoState,
): string {
  if (status === 'running' || tried.length === 0) return '';
  const [first] = clear;
  if (unsettled.length > 0 && first)
    return `${unsettled.join(' ')} Of the rest, the number that matters most: ${nameOf(model, first)}. ${capital(saySide(first, 'low'))}; ${saySide(first, 'high')}.`;
  if (unsettled.length > 0) return unsettled.join(' ');
  if (!first) return 'None of the numbers tried makes a clear difference.';
  return `The number that matters most: ${nameOf(model, first)}. ${capital(saySide(first, 'low'))}; ${saySide(first, 'high')}.`;
}

function Progress({ state: { status, come, asked, replications, message } }: { readonly state: TornadoState }) {
  const years = `${sayCount(come)} of ${sayCount(asked)} simulated years`;
  return (
    <div className="actions">
      {status !== 'done' && (
        <>
          <progress max={Math.max(1, asked)} value={come} aria-label="Simulated years done" />
          <span>{status === 'running' ? years : `Stopped after ${years}`}</span>
          {status === 'running' && <TimeLeft done={come / Math.max(1, asked)} />}
          <button type="button" onClick={status === 'running' ? tornado.stop : tornado.goOn}>
            {status === 'running' ? 'Stop' : 'Go on'}
          </button>
        </>
      )}
      <output className="small">
        {status === 'done' ? `Each end was simulated ${sayCount(replications)} times.` : ''}
      </output>
      {status === 'failed' && (
        <p role="alert">
          It stopped: {message} {come > 0 && 'The results so far are kept.'}
        </p>
      )}
    </div>
  );
}

const nameOf = (model: Model, { line }: Judged): string => sayNumberName(model, line.path, line.facts.title);
const saidAt = ({ ends, line }: Judged, end: 'low' | 'high'): string => sayNumber(ends[end], line.facts, line.path);

const saySide = (one: Judged, end: 'low' | 'high'): string => `at ${saidAt(one, end)} ${sayEnd(one.swing[end])}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Only what is clear has a bar; the sentence and the table say the same. */
function Tornado({ sorted, model }: { readonly sorted: readonly Judged[]; readonly model: Model }) {
  if (sorted.length === 0) return null;
  const axis = axisOf(sorted);
  return (
    <figure className="tornado" style={{ '--axis': `${axis.atPercent}%` } as React.CSSProperties}>
      <figcaption className="hidden">
        {sorted.map((one) => `${nameOf(model, one)}: ${saySide(one, 'low')}, ${saySide(one, 'high')}`).join('. ')}.
      </figcaption>
      <ul aria-hidden="true">
        <li className="tornado-head">
          <span />
          <span className="tornado-plot">
            <span>fewer wait</span>
            <span>more wait</span>
          </span>
        </li>
        {sorted.map((one) => (
          <li key={one.ends.path}>
            <span className="tornado-name">{nameOf(model, one)}</span>
            <span className="tornado-plot">
              {(['low', 'high'] as const).map((end) => (
                <Bar key={end} side={one.swing[end]} perPerson={axis.perPerson} said={saidAt(one, end)} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Of the width: what the words at either side need, and between them the longest bars to the left and to the right. */
const WORDS_PERCENT = 20;

function axisOf(sorted: readonly Judged[]): { readonly atPercent: number; readonly perPerson: number } {
  const ends = sorted.flatMap(({ swing: { low, high } }) => [low, high]).filter(isClearSide);
  const least = Math.min(0, ...ends.map(({ mean }) => mean));
  const most = Math.max(0, ...ends.map(({ mean }) => mean));
  const perPerson = (100 - 2 * WORDS_PERCENT) / Math.max(1e-9, most - least);
  return { atPercent: WORDS_PERCENT - least * perPerson, perPerson };
}

const isClearSide = ({ low, high }: Swing['low']): boolean => low > 0 || high < 0;

function Bar({
  side,
  perPerson,
  said,
}: {
  readonly side: Swing['low'];
  readonly perPerson: number;
  readonly said: string;
}) {
  const isClear = isClearSide(side);
  const width = isClear ? perPerson * Math.abs(side.mean) : 0;
  const isLess = isClear && side.mean < 0;
  const words = isLess
    ? { right: `calc(100% - var(--axis) + ${width}% + 0.4em)` }
    : { left: `calc(var(--axis) + ${width}% + 0.4em)` };
  return (
    <span className="tornado-half">
      {isClear && (
        <span
          className={isLess ? 'less' : 'more'}
          style={{
            [isLess ? 'right' : 'left']: isLess ? 'calc(100% - var(--axis))' : 'var(--axis)',
            width: `${width}%`,
          }}
        />
      )}
      <small style={words}>
        {said}
        {!isClear && `: ${sayEnd(side)}`}
      </small>
    </span>
  );
}

interface SwingTableProps {
  readonly sorted: readonly Judged[];
  readonly model: Model;
  readonly refused: readonly Tried[];
}

function SwingTable({ sorted, model, refused }: SwingTableProps) {
  return (
    <details className="lines-table">
      <summary>What matters most, as a table</summary>
      <div className="lines-scroll">
        <table>
          <caption className="hidden">What matters most</caption>
          <ColumnHeads of={['Assumption', 'Now', 'At its low end', 'At its high end', 'From one to the other']} />
          <tbody>
            {sorted.map((one) => (
              <tr key={one.ends.path} data-swing={one.ends.path} data-apart={one.swing.apart.mean}>
                <th scope="row">{nameOf(model, one)}</th>
                <td>{one.line.said}</td>
                <td>
                  {saidAt(one, 'low')}: {sayEnd(one.swing.low)}
                </td>
                <td>
                  {saidAt(one, 'high')}: {sayEnd(one.swing.high)}
                </td>
                <td>
                  {sayApart(one.swing)}
                  <small className="range">{sayApartRange(one.swing)}</small>
                </td>
              </tr>
            ))}
            {refused.map(({ ends: { path }, problem }) => (
              <tr key={path}>
                <th scope="row">{sayNumberName(model, path)}</th>
                <td colSpan={4}>could not be tried: {problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">“{NO_DIFFERENCE}”: the range spans zero, so chance alone may have made it.</p>
    </details>
  );
}
