// Behind the strip: which numbers decide, and a row a world. Neither is made before somebody opens it.
import { useState } from 'react';
import type { JudgedWorld, Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { subjectOf } from '../../model/values.ts';
import type { WorldsTold } from '../../shown/worlds-told.ts';
import { sayDifference } from '../../words/numbers/difference.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { PEOPLE } from '../../words/numbers/quantity.ts';
import { happensIn, happensWords, sayCorrelation, sayUncertain } from '../../words/worlds.ts';
import type { Drawn } from '../../worker/protocol.ts';
import '../play/map-table.css';
import './worlds.css';

interface TableProps {
  readonly model: Model;
  readonly told: WorldsTold;
}

function Opened({ summary, children }: { readonly summary: string; readonly children: () => React.ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="map-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}

const factsOf = ({ numbers }: Drawn, path: string) => numbers.find((one) => one.path === path)!.facts;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function DecidesTable({ model, told: { decides, drawn } }: TableProps) {
  return (
    <Opened summary="What decides it, as a table">
      {() => (
        <table>
          <caption>
            Partial rank correlation of each number with the difference, over the worlds that can be compared: from −1
            to 1, and 0 where the number decides nothing.
          </caption>
          <ColumnHeads of={['Number', 'Its range', 'Correlation', 'In words']} />
          <tbody>
            {decides.map((one) => (
              <tr key={one.path} data-decides={one.path} data-correlation={one.correlation ?? undefined}>
                <th scope="row">{capital(sayUncertain(model, one.path, factsOf(drawn, one.path).title))}</th>
                <td>
                  {sayNumber(one.low, factsOf(drawn, one.path), one.path)} to{' '}
                  {sayNumber(one.high, factsOf(drawn, one.path), one.path)}
                </td>
                <td>{one.correlation === null ? '–' : one.correlation.toFixed(2).replace('-', '−')}</td>
                <td className="worlds-words">{sayCorrelation(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Opened>
  );
}

/** Columns of numbers drawn: of more, no table fits a screen. All of them are in what the terminal writes. */
const MOST_NUMBERS = 3;

export function WorldsTable({ model, told: { judged, decides, drawn } }: TableProps) {
  const named = decides.slice(0, MOST_NUMBERS).map(({ path }) => ({
    path,
    at: drawn.numbers.findIndex((one) => one.path === path),
  }));
  return (
    <Opened summary="The plausible worlds, as a table">
      {() => (
        <table>
          <caption>People waiting {subjectOf(model).where} on a typical day, in each world</caption>
          <ColumnHeads
            of={[
              'World',
              'With the option',
              'Today',
              'The option',
              'Difference',
              ...named.map(({ path }) => capital(sayUncertain(model, path, factsOf(drawn, path).title))),
            ]}
          />
          <tbody>
            {judged.map((world) => (
              <tr key={world.number} data-row-of-world={world.number}>
                <th scope="row">{world.number + 1}</th>
                <td>{happensWords[happensIn(world)]}</td>
                <td>{level(world.baseline)}</td>
                <td>{level(world.option)}</td>
                <td>{apart(world)}</td>
                {named.map(({ path, at }) => (
                  <td key={path}>{sayNumber(Number(world.values[at].toPrecision(3)), factsOf(drawn, path), path)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Opened>
  );
}

/** Of what does not settle there is no average to print. */
const level = (value: number | null): string => (value === null ? 'does not settle' : value.toFixed(1));

const apart = ({ difference, ciLow, ciHigh }: JudgedWorld): string =>
  difference === null
    ? '–'
    : difference === 0
      ? 'none'
      : sayDifference(difference, ciLow ?? difference, ciHigh ?? difference, PEOPLE);
