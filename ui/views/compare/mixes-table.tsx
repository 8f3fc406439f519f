// The table behind the best mixes, each with a button that keeps it; the same as a file, and as a command for a terminal.
import { useState } from 'react';
import { frontierTable, numbersAt, tidyCsv, type FrontierPoint, type Interval } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { saveText } from '../../ground/save-file.ts';
import { nameInTerminal } from '../../model/shipped-models.ts';
import { controlOf, subjectOf } from '../../model/values.ts';
import { type FrontierRun } from '../../study/frontier-run.ts';
import type { Weighed } from '../../words/frontier.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { PEOPLE, PLACES, POUNDS_A_YEAR, type Quantity } from '../../words/numbers/quantity.ts';
import { sayValue } from '../../words/numbers/setting.ts';
import { KeepMix, type Facts } from './keep-mix.tsx';

interface Props {
  readonly run: FrontierRun;
  readonly facts: Facts;
  readonly points: readonly FrontierPoint[];
  readonly weighed: Weighed;
  readonly sayMix: (point: FrontierPoint) => string;
}

export function MixesTable({ run, facts, points, weighed, sayMix }: Props) {
  const [saved, setSaved] = useState('');
  const { model, levers, against, run: request } = run.asked!;
  const hasCost = against.includes('cost');
  const read: [number, string, Quantity][] = [
    [0, 'People waiting', PEOPLE],
    [1, 'Empty places', PLACES],
    ...(hasCost ? [[2, 'Cost a year', POUNDS_A_YEAR] as [number, string, Quantity]] : []),
  ];
  return (
    <details className="lines-table best-mixes-table">
      <summary>The best mixes as a table, a file and a command</summary>
      <div className="lines-scroll">
        <table>
          <caption className="hidden">
            Mixes that no other beats on people waiting and {weighed === 'cost' ? 'cost a year' : 'empty places'}
          </caption>
          <ColumnHeads
            of={[
              ...levers.map(({ path }) => controlOf(model, path)?.label ?? path),
              ...read.map(([, label]) => label),
              'Keep',
            ]}
          />
          <tbody>
            {points.map((point) => (
              <tr key={point.setting.name} data-mix={point.setting.values.join()} data-waiting={point.readings[0].mean}>
                {levers.map(({ path }, l) => {
                  const said = sayValue(point.setting.values[l], controlOf(model, path)!, facts[path]);
                  return l === 0 ? (
                    <th scope="row" key={path}>
                      {said}
                    </th>
                  ) : (
                    <td key={path}>{said}</td>
                  );
                })}
                {read.map(([reading, label, quantity]) => (
                  <td key={label}>{sayBoth(point.readings[reading], quantity)}</td>
                ))}
                <td>
                  <KeepMix
                    {...{ model, facts }}
                    run={request}
                    numbers={numbersAt(levers, point.setting)}
                    label="Keep"
                    which={sayMix(point)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button
          type="button"
          onClick={() => setSaved(saveText(csvOf(run, facts), `onward-${model.id}-mixes.csv`, 'text/csv'))}
        >
          Save the mixes as CSV
        </button>{' '}
        <output>{saved}</output>
      </p>
      <Command run={run} />
    </details>
  );
}

function sayBoth({ mean, low, high }: Interval, quantity: Quantity): string {
  if (!Number.isFinite(low)) return mean.toFixed(1);
  const [from, to] = [Math.max(0, low), high].map((end) => sayLevel(end, low, high, quantity));
  return `${sayLevel(mean, low, high, quantity)}, ${from === to ? from : `${from} to ${to}`}`;
}

function csvOf({ asked, front }: FrontierRun, facts: Facts): string {
  const { levers } = asked!;
  const numbers = levers.map(({ path }) => ({ name: path, unit: facts[path]?.unit ?? '', meaning: '' }));
  const rows = front.map(({ setting, readings, on }) => ({ option: '', values: setting.values, readings, on }));
  return tidyCsv(frontierTable(numbers, rows));
}

/** The same mixes in a terminal; changes with a date have no words there. */
function Command({ run: { asked } }: { readonly run: FrontierRun }) {
  const { model, levers, run, mostWaiting, seed, replications } = asked!;
  const { option, conditions = [], set = {}, changes = [] } = run;
  if (changes.length + Object.keys(set).length > 0) return null;
  const { station, measure } = subjectOf(model);
  const under = conditions.map((id) => ` --condition ${id}`).join('');
  const of = levers.map(({ path }) => ` --of ${path}`).join('');
  return (
    <code>{`npx onward frontier ${nameInTerminal(model.id)}${of} --waiting ${station}.${measure}.mean --up-to ${mostWaiting} --option ${option}${under} --seed ${seed} --replications ${replications}`}</code>
  );
}
