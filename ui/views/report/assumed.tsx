// What the report says about its numbers: how well they are known, which ones a reader will question, and which matter most.
import { useStore } from 'zustand';
import { bySize } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { sayCounted, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { tornado } from '../../study/tornado-run.ts';
import type { Numbers } from '../../study/use-numbers.ts';
import { sayEnd } from '../../words/matters.ts';
import { sayNumberName, sayPartAndWhat } from '../../words/numbers/number-name.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { numbersThatMatter, sayOthers } from '../../shown/numbers-that-matter.ts';

/** A page of them. */
const MOST_NUMBERS = 24;

export function Assumed({ numbers: { model, present, lines } }: { readonly numbers: Numbers }) {
  const { status, tried } = useStore(tornado);
  const isOfThis = tornado.isOf(model, present) && status === 'done';
  const [first] = isOfThis
    ? bySize(tried.flatMap((one) => (one.swing?.isClear ? [{ ...one, swing: one.swing }] : [])))
    : [];
  const line = lines.find(({ path }) => path === first?.ends.path);
  return (
    <p>
      {sayCounted(lines)}{' '}
      {first && line && (
        <>
          Of those with a range, the one that matters most is {sayNumberName(model, line.path, line.facts.title)}: at{' '}
          {sayNumber(first.ends.low, line.facts, line.path)}, {sayEnd(first.swing.low)}; at{' '}
          {sayNumber(first.ends.high, line.facts, line.path)}, {sayEnd(first.swing.high)}.
        </>
      )}
    </p>
  );
}

export function AssumedTable({ numbers: { model, present, lines } }: { readonly numbers: Numbers }) {
  const named = numbersThatMatter(model, present, lines, MOST_NUMBERS);
  const others = sayOthers(named.length, lines.length - named.length);
  return (
    <>
      {named.length > 0 && <NumbersTable lines={named} isAll={others === undefined} />}
      {others && <p className="small">{others}</p>}
    </>
  );
}

interface NumbersTableProps {
  readonly lines: readonly AssumptionLine[];
  readonly isAll: boolean;
}

const NumbersTable = ({ lines, isAll }: NumbersTableProps) => (
  <table className="report-table">
    <caption>{isAll ? 'All numbers' : 'The numbers most often asked about'}</caption>
    <ColumnHeads of={['Number', 'Value', 'Could be', 'Where it comes from']} />
    <tbody>
      {lines.map(({ path, value, said, range, status, evidence, part, what }) => (
        <tr key={path} data-number={path} data-value={value}>
          <th scope="row">{sayPartAndWhat({ part, what })}</th>
          <td>{said}</td>
          <td>{range ?? '–'}</td>
          <td>
            <b>{status}</b>: {evidence?.source ?? 'no source is given'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
