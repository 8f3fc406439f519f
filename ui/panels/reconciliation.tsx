// Needs and has: by simple reckoning from the document, how many places each service needs and how many there are.
import { useStore } from 'zustand';
import { results } from '../stores/results.ts';
import type { OfferedRow } from '../worker/protocol.ts';

/** A difference smaller than this is neither spare nor short. */
const EVEN_PLACES = 0.5;

export function Reconciliation() {
  const reading = useStore(results, (s) => s.readings.option ?? s.readings.today);
  const rows = (reading?.offered ?? []).filter((row) => Number.isFinite(row.hasPlaces));
  if (rows.length === 0) return <section className="reconciliation" aria-label="Places needed and places there are" />;
  const most = Math.max(1, ...rows.map((row) => Math.max(row.neededPlaces, row.hasPlaces)));
  return (
    <section className="reconciliation" aria-label="Places needed and places there are">
      <ul>
        {rows.map((row) => (
          <Balance key={row.station} row={row} most={most} />
        ))}
      </ul>
    </section>
  );
}

function Balance({ row, most }: { readonly row: OfferedRow; readonly most: number }) {
  const { label, neededPlaces, hasPlaces } = row;
  const left = hasPlaces - neededPlaces;
  const verdict =
    Math.abs(left) < EVEN_PLACES ? 'just enough' : left > 0 ? `${places(left)} spare` : `${places(-left)} short`;
  const tone = verdict === 'just enough' ? 'plain' : left > 0 ? 'spare' : 'short';
  const wide = (n: number) => `${(100 * n) / most}%`;
  return (
    <li className={tone} data-station={row.station}>
      <span className="name">{label}</span>
      <span className="bar" aria-hidden="true">
        <span className="has" style={{ width: wide(hasPlaces) }} />
        <span className="needs" style={{ left: wide(neededPlaces) }} />
      </span>
      <span className="said">
        needs <b>{places(neededPlaces)}</b>, has <b>{places(hasPlaces)}</b>: {verdict}
      </span>
    </li>
  );
}

/** One decimal, because 25.2 people on average do not fit into 25 places. */
const places = (n: number): string => String(Number(n.toFixed(1)));
