// The row under a chart: its table in place, its files, and a link to the screen. Any view puts it under any chart.
import { useState } from 'react';
import { linkNow } from '../../address/address-bar.ts';
import { copyText } from '../../ground/copy-text.ts';
import { FigureTable } from './figure-table.tsx';
import type { Figure } from '../../export/pictures/figure.ts';
import type { Task } from '../../export/work.tsx';
import { Working, useWork } from '../../export/work.tsx';
import './export.css';

const endings = ['png', 'svg', 'csv', 'xlsx'] as const;
type Ending = (typeof endings)[number];
const names: Readonly<Record<Ending, string>> = { png: 'PNG', svg: 'SVG', csv: 'CSV', xlsx: 'Excel' };

interface ChartRowProps {
  readonly figure: Figure;
  /** Without it the numbers of the moment are still coming, and nothing can be saved yet. */
  readonly isReady?: boolean;
  /** The chart itself; the table takes its place. Without it the table stands below the row. */
  readonly children?: React.ReactNode;
  /** There is a table beside it already. */
  readonly hasTable?: boolean;
}

export function ChartRow({ figure, isReady = true, hasTable = false, children }: ChartRowProps) {
  const [isTable, setIsTable] = useState(false);
  const [said, setSaid] = useState('');
  const work = useWork(setSaid);
  const isBusy = work.going !== undefined;
  const copy = () => copyText(linkNow(), 'Link', () => 'the link is in the address bar.').then(setSaid);
  return (
    <>
      {isTable && children !== undefined ? <FigureTable figure={figure} /> : children}
      <fieldset className="chart-row">
        <legend className="hidden">{`${figure.title}: table and files`}</legend>
        {children !== undefined && (
          <button type="button" aria-pressed={!isTable} onClick={() => setIsTable(false)}>
            Chart
          </button>
        )}
        {!hasTable && (
          <button
            type="button"
            aria-pressed={isTable}
            onClick={() => setIsTable(children === undefined ? !isTable : true)}
          >
            Table
          </button>
        )}
        <span>Download:</span>
        {endings.map((ending) => (
          <button
            key={ending}
            type="button"
            disabled={!isReady || isBusy}
            aria-label={`Download as ${names[ending]}`}
            onClick={() => work.begin(`The ${names[ending]} file`, save(figure, ending))}
          >
            {names[ending]}
          </button>
        ))}
        <button type="button" onClick={() => void copy()}>
          Copy link
        </button>
        <Working work={work} />
        <output>{said}</output>
      </fieldset>
      {isTable && children === undefined && <FigureTable figure={figure} />}
    </>
  );
}

/** The makers come when the first file is asked for. */
const save =
  (figure: Figure, ending: Ending): Task =>
  async (progress, signal) => {
    const { saveFigureTable, savePicture } = await import('../../export/files.ts');
    const task = ending === 'png' || ending === 'svg' ? savePicture(figure, ending) : saveFigureTable(figure, ending);
    return task(progress, signal);
  };
