// A table of numbers: what each is, its value, its range, where it comes from, who agreed to it and how much it matters.
import { Fragment, useId, useState } from 'react';
import type { Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { entryOf } from '../../model/values.ts';
import { sayApart } from '../../words/matters.ts';
import { ChangeNumber } from './change-number.tsx';
import { RangeForm } from './range-form.tsx';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { SweepPanel } from './sweep-panel.tsx';
import type { Tried } from '../../study/tornado-run.ts';

interface TableProps {
  readonly model: Model;
  readonly caption: string;
  readonly lines: readonly AssumptionLine[];
  /** Its service is said in the caption, not line by line. */
  readonly isOfOnePart: boolean;
  readonly tried: ReadonlyMap<string, Tried>;
  /** The largest swing there is, in people: the end of the scale. */
  readonly most: number;
  readonly isHidden?: boolean;
}

export function AssumptionTable({ model, caption, lines, isOfOnePart, tried, most, isHidden = true }: TableProps) {
  return (
    <div className="lines-scroll">
      <table className="assumption-table">
        <caption className={isHidden ? 'hidden' : undefined}>{caption}</caption>
        <ColumnHeads of={['Assumption', 'Value', 'Could be', 'Where it comes from', 'Agreed by', 'Matters']} />
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.path}
              model={model}
              line={line}
              isPartSaid={!isOfOnePart}
              tried={tried.get(line.path)}
              most={most}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<TableProps, 'model' | 'most'> {
  readonly line: AssumptionLine;
  readonly isPartSaid: boolean;
  readonly tried: Tried | undefined;
}

function Row({ model, line, isPartSaid, tried, most }: RowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const canChange = entryOf(model, line.path) !== undefined;
  const { path, part, what, said, saidInDocument, value, document, range, status, evidence } = line;
  return (
    <Fragment>
      <tr data-number={path} data-value={value} data-evidence={status}>
        <th scope="row">
          {isPartSaid && <small>{part}</small>}
          {what}
        </th>
        <td>
          <span className="value-cell">
            <b>{said}</b>
            <button
              type="button"
              className="row-opener"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Close' : canChange ? 'Change' : 'More'}
              <span className="hidden">
                : {part}, {what}
              </span>
            </button>
            {value !== document && <small>in the document {saidInDocument}</small>}
          </span>
        </td>
        <td>{range ?? <span className="none">no range given</span>}</td>
        <td>
          <StatusBadge status={status} /> {evidence?.source ?? 'No source is given.'}
        </td>
        <td>{evidence?.agreedBy || <span className="none">nobody yet</span>}</td>
        <td>
          <Matters tried={tried} most={most} />
        </td>
      </tr>
      {isOpen && (
        <tr className="row-detail" id={id}>
          <td colSpan={6}>
            {evidence?.note && <p>{evidence.note}</p>}
            <ChangeNumber model={model} line={line} />
            <RangeForm model={model} line={line} />
            <SweepPanel model={model} line={line} />
            <p className="small">
              In the document, an option or a command it is called <code>{path}</code>.
            </p>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The word says it; the pattern is for those who glance. */
export const StatusBadge = ({ status }: { readonly status: string }) => (
  <span className="status-badge" data-evidence={status}>
    {status}
  </span>
);

function Matters({ tried, most }: { readonly tried: Tried | undefined; readonly most: number }) {
  if (!tried) return <span className="none">not tried</span>;
  if (!tried.swing) return <span className="none">could not be tried</span>;
  const { apart, isClear } = tried.swing;
  return (
    <>
      {isClear && (
        <span className="matters-bar" aria-hidden="true" style={{ width: `${(100 * Math.abs(apart.mean)) / most}%` }} />
      )}
      {sayApart(tried.swing)}
    </>
  );
}
