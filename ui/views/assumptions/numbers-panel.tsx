// Every number of the document: filtered by status, service or a word, sorted, and by service or in one table.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { sizeOf } from '../../../engine/index.ts';
import { AssumptionTable } from './assumption-table.tsx';
import {
  chosenFrom,
  inOrder,
  partsOf,
  sayCounts,
  statuses,
  type AssumptionLine,
  type Choice,
  type Order,
} from '../../shown/assumption-lines.ts';
import { tornado, type Tried } from '../../study/tornado-run.ts';
import type { Numbers } from '../../study/use-numbers.ts';

/** With more numbers than this, services start closed, so that a reader sees what there is before reading it. */
const MOST_OPEN = 60;
const orders: Readonly<Record<Order, string>> = {
  document: 'by service',
  matters: 'what matters most first',
  status: 'least known first',
};

export function NumbersPanel({ numbers: { model, lines } }: { readonly numbers: Numbers }) {
  const id = useId();
  const [choice, setChoice] = useState<Choice>({ status: '', part: '', words: '' });
  const [order, setOrder] = useState<Order>('document');
  const [areOpen, setOpen] = useState<boolean>();
  const found = useStore(tornado, (s) => s.tried);
  const tried = new Map(found.map((one) => [one.ends.path, one]));
  const size = ({ swing }: Tried) => (swing ? Math.max(0, sizeOf(swing)) : 0);
  const most = Math.max(1e-9, ...found.filter(({ swing }) => swing?.isClear).map(size));
  const chosen = chosenFrom(lines, choice);
  const isAll = chosen.length === lines.length;
  const isOpen = areOpen ?? (lines.length <= MOST_OPEN || !isAll);
  const table = { model, tried, most };
  return (
    <section aria-labelledby="all-numbers" className="numbers">
      <h2 id="all-numbers">Every number</h2>
      <div className="choose">
        <span>
          <label htmlFor={`${id}-status`}>Status</label>
          <select
            id={`${id}-status`}
            value={choice.status}
            onChange={({ target }) => setChoice({ ...choice, status: target.value as Choice['status'] })}
          >
            <option value="">any</option>
            {statuses
              .filter((status) => lines.some((line) => line.status === status))
              .map((status) => (
                <option key={status} value={status}>
                  {status}
                </option>
              ))}
          </select>
        </span>
        <span>
          <label htmlFor={`${id}-part`}>Service</label>
          <select
            id={`${id}-part`}
            value={choice.part}
            onChange={({ target }) => setChoice({ ...choice, part: target.value })}
          >
            <option value="">any</option>
            {partsOf(lines).map((part) => (
              <option key={part}>{part}</option>
            ))}
          </select>
        </span>
        <span>
          <label htmlFor={`${id}-words`}>With the words</label>
          <input
            id={`${id}-words`}
            type="text"
            autoComplete="off"
            value={choice.words}
            onChange={({ target }) => setChoice({ ...choice, words: target.value })}
          />
        </span>
        <span>
          <label htmlFor={`${id}-order`}>In order</label>
          <select id={`${id}-order`} value={order} onChange={({ target }) => setOrder(target.value as Order)}>
            {Object.entries(orders).map(([one, said]) => (
              <option key={one} value={one}>
                {said}
              </option>
            ))}
          </select>
        </span>
        <output>
          {isAll ? `${lines.length} numbers` : `${chosen.length} of ${lines.length} numbers`}
          {chosen.length > 0 && `: ${sayCounts(chosen)}`}
        </output>
      </div>
      {order === 'document' ? (
        <>
          {partsOf(chosen).length > 1 && (
            <button type="button" onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Close all services' : 'Open all services'}
            </button>
          )}
          {partsOf(chosen).map((part) => (
            <Part
              key={`${part} ${isOpen}`}
              part={part}
              lines={chosen.filter((line) => line.part === part)}
              isOpen={isOpen}
              {...table}
            />
          ))}
        </>
      ) : (
        <AssumptionTable
          {...table}
          caption={`Numbers, ${orders[order]}`}
          lines={inOrder(chosen, order, new Map(found.map((one) => [one.ends.path, size(one)])))}
          isOfOnePart={false}
        />
      )}
      {chosen.length === 0 && <p>No number matches. Choose “any” to see them all.</p>}
    </section>
  );
}

interface PartProps extends Pick<Parameters<typeof AssumptionTable>[0], 'model' | 'tried' | 'most'> {
  readonly part: string;
  readonly lines: readonly AssumptionLine[];
  readonly isOpen: boolean;
}

/** The rows of a closed one are not made until it is opened. */
function Part({ part, lines, isOpen: startsOpen, ...table }: PartProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details className="part" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{part}</b> <span className="small">{sayCounts(lines)}</span>
      </summary>
      {isOpen && <AssumptionTable {...table} caption={part} lines={lines} isOfOnePart />}
    </details>
  );
}
