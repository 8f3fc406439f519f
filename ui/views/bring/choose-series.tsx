// The series of a table, each to be kept at one press; one that is given again under its name takes the place of the old.
import { counted, setCounted } from '../../state/counted.ts';
import type { FileReply } from '../../worker/file-protocol.ts';

type Found = NonNullable<Extract<FileReply, { type: 'series' }>['found']>;

export const ChooseSeries = ({ found, from }: { readonly found: Found; readonly from: string }) => (
  <ul className="bring-series" aria-label="Series of the table">
    {found.map((one) => (
      <li key={one.name}>
        <button type="button" onClick={() => keep(one, one.name || from)}>
          Keep {one.name || from}
        </button>
      </li>
    ))}
  </ul>
);

function keep({ spacing, days, values }: Found[number], name: string): void {
  const { series } = counted.getState();
  const before = series.find((one) => one.name === name);
  const kept = {
    id: before?.id ?? `${name} ${series.length}`,
    name,
    unit: before?.unit ?? 'people',
    row: before?.row ?? ({ station: 'all', measure: 'delayed' } as const),
    spacing,
    days,
    values,
  };
  setCounted(before ? series.map((one) => (one === before ? kept : one)) : [...series, kept]);
}
