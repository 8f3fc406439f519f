// The drawing as a table: every stream, need, service and route, each to be opened or removed without a pointer.
import { flushSync } from 'react-dom';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { drawn } from '../../state/draft.ts';
import { kindCalled, labelOf, sayRoute } from '../../words/draft.ts';
import { cut } from './cut.ts';
import type { Drawing } from './use-drawing.ts';

interface Line {
  readonly what: string;
  readonly kind: string;
  readonly label: string;
  readonly leads: string;
}

interface PartsTableProps {
  readonly drawing: Drawing;
  readonly selected: string | undefined;
  readonly missing: ReadonlyMap<string, number>;
  /** Where the side panel is, for people who come from here. */
  readonly onOpen: () => void;
}

export function PartsTable({ drawing: { draft }, selected, missing, onOpen }: PartsTableProps) {
  const routes = drawnRoutes(draft);
  const leadsOf = (owner: string) =>
    routes
      .filter((route) => route.owner === owner)
      .map(({ to }) => labelOf(draft, to === 'need' ? to : `stations.${to}`))
      .join(', ');
  const lines: Line[] = [
    ...Object.keys(draft.streams).map((id) => ({ what: `streams.${id}`, kind: 'People who come' })),
    ...Object.keys(draft.needs).map((id) => ({ what: `needs.${id}`, kind: 'Need' })),
    ...Object.entries(draft.stations).map(([id, { kind }]) => ({ what: `stations.${id}`, kind: kindCalled(kind) })),
  ].map((line) => ({ ...line, label: labelOf(draft, line.what), leads: leadsOf(line.what) }));
  const all = [
    ...lines,
    ...routes
      .filter(({ owner }) => !owner.startsWith('needs.'))
      .map(({ id }): Line => ({ what: id, kind: 'Route', label: sayRoute(draft, id), leads: '' })),
  ];
  if (all.length === 0) return <p>Nothing is drawn yet.</p>;
  return (
    <div className="build-scroll">
      <table className="build-table">
        <caption className="hidden">Everything in the drawing</caption>
        <ColumnHeads of={['Name', 'Kind', 'Leads to', 'Missing', '']} />
        <tbody>
          {all.map(({ what, kind, label, leads }) => (
            <tr key={what} data-part={what} aria-current={what === selected ? 'true' : undefined}>
              <th scope="row">{label}</th>
              <td>{kind}</td>
              <td>{leads}</td>
              <td>{missing.get(what) ?? ''}</td>
              <td className="actions">
                <button
                  type="button"
                  onClick={() => {
                    drawn.select(what);
                    onOpen();
                  }}
                >
                  Open<span className="hidden"> {label}</span>
                </button>
                <button
                  type="button"
                  onClick={({ currentTarget }) => {
                    const after = rowsAfter(currentTarget.closest('tr')!);
                    flushSync(() => cut(draft, what));
                    after
                      .find((row) => row.isConnected)
                      ?.querySelector('button')
                      ?.focus();
                  }}
                >
                  Remove<span className="hidden"> {label}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where to go on when a row is removed: those below it, then those above, nearest first. More than one may go with it. */
function rowsAfter(row: HTMLTableRowElement): HTMLTableRowElement[] {
  const all = [...row.closest('tbody')!.rows];
  const at = all.indexOf(row);
  return [...all.slice(at + 1), ...all.slice(0, at).toReversed()];
}
