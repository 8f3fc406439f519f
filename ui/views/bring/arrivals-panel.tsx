// Fitted arrivals: the rate, the factors that the counts show, whether a Poisson process fits, and the way into the model.
import { useState } from 'react';
import { useStore } from 'zustand';
import { arrivalPiece, dateAt, observedPiece } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { Chart } from '../../parts/chart/chart.tsx';
import { revise } from '../../session/revise.ts';
import { namedRows, ownTable } from '../../state/own-table.ts';
import { settings } from '../../state/settings.ts';
import { monthTicks } from '../../words/line-of-weeks.ts';
import type { ArrivalsFound } from '../../worker/file-protocol.ts';
import { IntoModel } from './into-model.tsx';
import { withStream } from './with-piece.ts';

interface Props {
  readonly found: ArrivalsFound;
  readonly doubts: readonly string[];
}

const MOST_ROWS = 60;

export function ArrivalsPanel({ found: { fit, counted, words }, doubts }: Props) {
  const [isObserved, setObserved] = useState(false);
  const model = useStore(settings, (s) => s.model);
  const file = useStore(ownTable, namedRows);
  const canObserve = observedPiece(fit, counted, { file, path: '' }) !== null;
  const rows = counted.map(({ day, count }, at) => [dateAt(day), count, fit.rates.expected[at]] as const);
  return (
    <>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {doubts.length > 0 && <p className="bring-doubts">Doubtful: {doubts.join('; ')}.</p>}
      <div className="bring-picture">
        <h3>People who came</h3>
        <Chart
          line={counted.map(({ count }) => count)}
          beside={[...fit.rates.expected]}
          ticks={monthTicks(rows.map(([date]) => date))}
          says={`How many came, from ${rows[0][0]} to ${rows.at(-1)![0]}. ${words[0]}`}
        />
        <p className="small">Line: what was counted. Dashed: the rate with its factors.</p>
        <details>
          <summary>The picture as a table{rows.length > MOST_ROWS && `, its last ${MOST_ROWS} rows`}</summary>
          <table>
            <caption className="hidden">What was counted, and the rate</caption>
            <ColumnHeads of={['From', 'People', 'By the rate']} />
            <tbody>
              {rows.slice(-MOST_ROWS).map(([date, count, expected]) => (
                <tr key={date}>
                  <th scope="row">{date}</th>
                  <td>{count}</td>
                  <td>{expected.toFixed(1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
      {model && (
        <IntoModel
          of="stream"
          places={Object.entries(model.streams).map(([id, { label }]) => ({
            path: `streams.${id}`,
            name: label ?? id,
          }))}
          onPut={(path, name) => {
            const asks = { file, path };
            const piece = (isObserved ? observedPiece(fit, counted, asks) : null) ?? arrivalPiece(fit, counted, asks);
            return revise(withStream(model, path, piece), `${name}: arrivals are now as measured in ${file}.`);
          }}
        >
          <label>
            As{' '}
            <select
              value={isObserved && canObserve ? 'observed' : 'rate'}
              onChange={({ target }) => setObserved(target.value === 'observed')}
            >
              <option value="rate">a rate with its factors</option>
              {canObserve && <option value="observed">the observed days, one by one</option>}
            </select>
          </label>
        </IntoModel>
      )}
    </>
  );
}
