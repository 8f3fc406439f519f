// The table of checks, group by group; a row shows the theory's answer before it is simulated.
import type { Verified } from '../../../engine/index.ts';
import type { ListedCheck } from '../../worker/check-protocol.ts';
import { sayFigure } from '../../words/checks.ts';
import { IntervalStrip } from './interval-strip.tsx';

interface TableProps {
  readonly groups: readonly (readonly ListedCheck[])[];
  readonly found: ReadonlyMap<string, Verified>;
  readonly level: number;
}

export function CheckTable({ groups, found, level }: TableProps) {
  return (
    <table className="check-table">
      <caption className="hidden">Every check, by group: the exact answer and what the simulation found</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Formula</th>
          <th scope="col" className="number">
            Exact answer
          </th>
          <th scope="col" className="number">
            Simulated
          </th>
          <th scope="col" className="number">
            {(level * 100).toFixed(1)} % interval
          </th>
          <th scope="col" className="picture">
            Where it lies
          </th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      {groups.map(([first, ...others]) => (
        <tbody key={first.id}>
          <tr className="group">
            <th scope="rowgroup" colSpan={7}>
              <h2>{first.title}</h2>
              <p>{first.source}</p>
            </th>
          </tr>
          {[first, ...others].map((check) => (
            <CheckRow key={check.id} check={check} found={found.get(check.id)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function CheckRow({ check, found }: { readonly check: ListedCheck; readonly found: Verified | undefined }) {
  return (
    <tr data-check={check.id} data-verdict={found?.verdict} tabIndex={-1}>
      <th scope="row">{check.figure}</th>
      <td className="formula">{check.formula}</td>
      <td className="number" data-label="Exact answer">
        {sayFigure(check.expected)}
      </td>
      <td className="number" data-label="Simulated">
        {found && sayFigure(found.simulated)}
      </td>
      <td className="number" data-label="Interval">
        {found && `${sayFigure(found.low)} to ${sayFigure(found.high)}`}
      </td>
      <td className="picture">{found && <IntervalStrip {...found} />}</td>
      <td className="verdict">
        {!found ? (
          <span className="not-yet">not yet</span>
        ) : (
          <>
            <span className="sign" aria-hidden="true">
              {found.verdict === 'inside' ? '✓' : '✕'}
            </span>{' '}
            {found.verdict}
          </>
        )}
      </td>
    </tr>
  );
}
