// Check with a second engine: SimJS runs the same models with the same dice, and every time of every person is compared.
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import type { TwinRow } from '../../worker/twin-protocol.ts';
import { sayAll, sayOne } from '../../words/second-engine.ts';
import type { Asked } from './asked.ts';
import { twinRun, type TitledRow } from './twin-run.ts';
import './second-engine.css';
import { sayCount } from '../../words/numbers/count.ts';

export function SecondEngine({ asked }: { readonly asked: Asked }) {
  const { status, models, open, rows, message } = useStore(twinRun);
  const isRunning = status === 'running';
  const all: readonly TwinRow[] = open ? [open, ...rows] : rows;
  const told = rows.filter(({ verdict }) => verdict !== 'unsupported');
  const untold = rows.filter(({ verdict }) => verdict === 'unsupported');
  const differs = told.filter(({ verdict }) => verdict !== 'equal');
  const found = sayAll(all, status === 'done');
  return (
    <section className="tally second-engine" aria-labelledby="second-engine" data-second={status}>
      <h2 id="second-engine">Check with a second engine</h2>
      <p>
        SimJS is a simulation engine made by others. Given the same model and the same dice, it must send the same
        people to the same places at the same moments. It is fetched when you press the button.
      </p>
      {status !== 'waiting' && (
        <p
          className="finding twin-finding"
          data-outside={all.some(({ verdict }) => verdict === 'different') || undefined}
        >
          {status === 'stopped' && 'Stopped. '}
          {found}
        </p>
      )}
      <output className="hidden">{status === 'done' ? found : status === 'stopped' ? 'Stopped.' : ''}</output>
      {status === 'failed' && <p role="alert">The comparison stopped: {message}</p>}
      <div className="checks-actions">
        {isRunning && <progress max={Math.max(1, models)} value={all.length} aria-label="Models compared" />}
        <button
          type="button"
          className={isRunning ? undefined : 'main-button'}
          onClick={() => (isRunning ? twinRun.stop() : void twinRun.begin(asked))}
        >
          {isRunning ? 'Stop' : status === 'waiting' ? 'Check with SimJS' : 'Check again'}
        </button>
      </div>
      {open && (
        <div data-open={open.id} data-verdict={open.verdict}>
          <h3>
            The model in Explore: {open.title}, {open.option}
          </h3>
          <p>{sayOne(open)}</p>
          <Unsupported row={open} />
        </div>
      )}
      {rows.length > 0 && (
        <div>
          <h3>The models of the checks</h3>
          <p>
            {told.length} of {rows.length} run in SimJS{differs.length === 0 && told.length > 0 && ', all equal'}.
          </p>
          {differs.map((row) => (
            <p key={row.id}>
              {row.title}: {sayOne(row)}
            </p>
          ))}
          <details>
            <summary>Model by model</summary>
            <TwinTable rows={told} />
          </details>
          {untold.length > 0 && (
            <details>
              <summary>What SimJS cannot run</summary>
              {untold.map((row) => (
                <div key={row.id}>
                  <p>
                    <b>{row.title}</b>
                  </p>
                  <Unsupported row={row} />
                </div>
              ))}
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** Rules by path. */
function Unsupported({ row: { unsupported } }: { readonly row: TwinRow }) {
  if (unsupported.length === 0) return null;
  return (
    <ul className="unsupported">
      {unsupported.map((line) => {
        const cut = line.indexOf(': ');
        return (
          <li key={line}>
            <code>{line.slice(0, cut)}</code>
            {line.slice(cut)}
          </li>
        );
      })}
    </ul>
  );
}

function TwinTable({ rows }: { readonly rows: readonly TitledRow[] }) {
  return (
    <table className="twin-table">
      <caption className="hidden">Each model in both engines</caption>
      <ColumnHeads of={['Model', 'Patients', 'Times', 'Equal']} />
      <tbody>
        {rows.map(({ id, title, patients, times, equal, verdict }) => (
          <tr key={id} data-twin={id} data-verdict={verdict}>
            <th scope="row">{title}</th>
            <td>{sayCount(patients)}</td>
            <td>{sayCount(times)}</td>
            <td>{equal === times ? '✓ all' : sayCount(equal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
