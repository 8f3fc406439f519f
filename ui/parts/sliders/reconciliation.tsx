// Needs and has: by simple reckoning from the document, how many places (or starts a month, or visits a day) each service needs, and has.
import { useState } from 'react';
import { useStore } from 'zustand';
import { results } from '../../state/results.ts';
import type { OfferedRow } from '../../worker/protocol.ts';

/** Less to spare than this is just enough. However little is short, is short: the list then grows. */
const HARDLY_SPARE = 0.5;
/** What is shown as zero is zero. */
const SHOWN = 0.05;
/** With more than the first of these, only the second are shown until all are asked for: the map needs the room. */
const MANY = 8;
const FEW = 4;
const DAYS_PER_MONTH = 365.25 / 12;

/** One limit of one service: places at once, starts a month or visits a day. */
interface Balance {
  readonly station: string;
  readonly label: string;
  readonly needs: number;
  readonly has: number;
  readonly unit: '' | 'starts a month' | 'visits a day';
}

export function Reconciliation() {
  const reading = useStore(results, (s) => s.readings.option ?? s.readings.today);
  const [isOpen, setOpen] = useState(false);
  const balances = (reading?.offered ?? []).flatMap(balancesOf);
  const isMany = balances.length > MANY;
  const shown = isMany && !isOpen ? balances.toSorted((a, b) => strainOf(b) - strainOf(a)).slice(0, FEW) : balances;
  return (
    <section className="reconciliation" aria-label="What is needed and what there is">
      {balances.length > 0 && (
        <ul className={isMany && !isOpen ? 'of-many' : undefined}>
          {shown.map((balance) => (
            <Line key={balance.station + balance.unit} balance={balance} most={mostOf(shown, balance.unit)} />
          ))}
        </ul>
      )}
      {isMany && (
        <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen
            ? `The ${FEW} under most pressure`
            : `All ${new Set(balances.map(({ station }) => station)).size} services`}
        </button>
      )}
    </section>
  );
}

/** How much of what there is would be needed: the services most short come first. */
const strainOf = ({ needs, has }: Balance): number => (needs > 0 ? needs / Math.max(has, 0.01) : 0);

function balancesOf({
  station,
  label,
  neededPlaces,
  hasPlaces,
  arrivalsPerDay,
  startsPerMonth,
  neededVisitsPerDay,
  hasVisitsPerDay,
}: OfferedRow): Balance[] {
  const places: Balance = { station, label, needs: neededPlaces, has: hasPlaces, unit: '' };
  const needs = arrivalsPerDay * DAYS_PER_MONTH;
  return [
    ...(Number.isFinite(hasPlaces) ? [places] : []),
    ...(startsPerMonth === null
      ? []
      : [{ station, label, needs, has: startsPerMonth, unit: 'starts a month' } as const]),
    ...(hasVisitsPerDay === null
      ? []
      : [{ station, label, needs: neededVisitsPerDay!, has: hasVisitsPerDay, unit: 'visits a day' } as const]),
  ];
}

/** The longest bar of a unit: places are drawn against places, starts against starts. */
const mostOf = (balances: readonly Balance[], unit: Balance['unit']): number =>
  Math.max(1, ...balances.filter((one) => one.unit === unit).flatMap((one) => [one.needs, one.has]));

function Line({ balance, most }: { readonly balance: Balance; readonly most: number }) {
  const { station, label, needs, has, unit } = balance;
  const left = has - needs;
  const tone = left <= -SHOWN ? 'short' : left < HARDLY_SPARE ? 'plain' : 'spare';
  const of = unit && ` ${unit}`;
  const words = { short: `${figure(-left)}${of} short`, plain: 'just enough', spare: `${figure(left)}${of} spare` };
  const wide = (n: number) => `${(100 * n) / most}%`;
  return (
    <li className={tone} data-station={station}>
      <span className="name">{label}</span>
      <span className="balance" aria-hidden="true">
        <span className="has" style={{ width: wide(has) }} />
        <span className="needs" style={{ left: wide(needs) }} />
      </span>
      <span className="said">
        <span className="needs-has">
          needs <b>{figure(needs)}</b>, has <b>{figure(has)}</b>:{' '}
        </span>
        {words[tone]}
      </span>
    </li>
  );
}

/** One decimal, because 25.2 people on average do not fit into 25 places. */
const figure = (n: number): string => String(Number(n.toFixed(1)));
