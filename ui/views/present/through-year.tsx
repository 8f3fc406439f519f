// The picture of a whole year: people waiting week by week, today beside the option, on average over every simulated year.
import { useRef, type CSSProperties } from 'react';
import { useStore } from 'zustand';
import type { DifferenceRow, Model, Row } from '../../../engine/index.ts';
import { isCompared, rowOf } from '../../shown/numbers.ts';
import { results } from '../../state/results.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { subjectOf } from '../../model/values.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import { monthTicks, saySeries } from '../../words/line-of-weeks.ts';
import { sayUnsettled, seriesAt } from '../../words/weeks.ts';
import { useSize } from '../../ground/use-size.ts';
import { sayDifference, sayLevel } from '../../words/numbers/difference.ts';
import { counted, PEOPLE } from '../../words/numbers/quantity.ts';
import { isKnown, verdictOf } from '../../words/numbers/verdict.ts';

export function ThroughYear({ model, name }: { readonly model: Model; readonly name: string }) {
  const told = useStore(weeks);
  const { shown } = useStore(results);
  const subject = subjectOf(model);
  const option = toldOfShown(told);
  const line = seriesAt(option, subject.station, subject.measure);
  const compared = isCompared(shown);
  const today = compared ? seriesAt(told.today, subject.station, subject.measure) : undefined;
  const room = useRef<HTMLDivElement>(null);
  const { height } = useSize(room);
  const unsettled = option && sayUnsettled(model, name, option);
  const difference = compared ? rowOf(shown?.differences, subject.station, subject.measure) : undefined;
  const row = compared ? difference : rowOf(shown?.option, subject.station, subject.measure);
  return (
    <div className="stage-year" data-tone={verdictOf(difference).tone}>
      {unsettled ? (
        <p className="stage-now stage-words">{unsettled.sentence}.</p>
      ) : (
        <p className="stage-now" data-of={compared ? 'difference' : 'today'}>
          {row && isKnown(row) && <Figure row={row} />}
        </p>
      )}
      <p>People waiting {subject.where}, week by week</p>
      <div
        className="stage-chart"
        ref={room}
        style={{ '--stage-chart-height': `${Math.max(60, height - 70)}px` } as CSSProperties}
      >
        {option && line ? (
          <Chart
            line={line.mean}
            band={line}
            beside={today?.mean}
            ticks={monthTicks(option.dates)}
            says={`People waiting ${subject.where}, week by week: ${saySeries(option.dates, line)}`}
          />
        ) : (
          <p>{told.isDone ? 'The weeks could not be worked out.' : 'Working out every week of every year…'}</p>
        )}
      </div>
      <p className="stage-key">
        <span className="stage-key-line" aria-hidden="true" /> {name}
        {today && (
          <>
            <span className="stage-key-line of-today" aria-hidden="true" /> Today
          </>
        )}
      </p>
    </div>
  );
}

interface FigureProps {
  readonly row: Row | DifferenceRow;
}

/** Never a number where the range spans zero. */
function Figure({ row }: FigureProps) {
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  if ('verdict' in row && verdictOf(row).arrow === '') return <b className="stage-words">no clear difference</b>;
  const said = 'verdict' in row ? sayDifference(...range, PEOPLE) : counted(sayLevel(...range, PEOPLE), PEOPLE);
  const [number, ...rest] = said.split(' ');
  return (
    <>
      <b>{number}</b>
      <span>
        <strong>{rest.join(' ')}</strong>
        <br />
        on a typical day
      </span>
    </>
  );
}
