// Does it look like what happened? Real weekly numbers, pasted or opened, with the limits of their own variation and the model's band behind.
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { xmrOf, type Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { askForStudy } from '../../session/questions.ts';
import { FIRST_REPLICATION } from '../../model/shown.ts';
import { requestOf, type Settings } from '../../model/asked.ts';
import { subjectOf } from '../../model/values.ts';
import { Chart } from '../../parts/chart/chart.tsx';
import { sayDate } from '../../words/numbers/date.ts';
import { sayFit, sayVariation } from '../../words/history.ts';
import { monthTicks } from '../../words/line-of-weeks.ts';
import { sayPeople } from '../../words/weeks.ts';
import type { Spread } from '../../worker/protocol.ts';
import { fitOf, weeksBeside } from '../../shown/real-weeks-fit.ts';
import { giveHistory, history } from '../../state/real-weeks.ts';
import type { Week } from '../../shown/real-weeks-text.ts';
import './history.css';
import { sayCount } from '../../words/numbers/count.ts';

/** As many as Compare takes for its band. */
const MOST_YEARS = 100;
const MOST_BYTES = 1_000_000;

interface Props {
  readonly model: Model;
  readonly present: Settings;
}

export function HistoryPanel({ model, present }: Props) {
  const id = useId();
  const { text, weeks, problem, note } = useStore(history);
  const [typed, setTyped] = useState(text);
  const [refused, setRefused] = useState('');
  const { where } = subjectOf(model);
  const give = (given: string) => {
    setRefused('');
    setTyped(given);
    giveHistory(given);
  };
  const open = async (file: File) => {
    if (file.size > MOST_BYTES)
      return setRefused('This file is too large: a date and a number a week are a few kilobytes.');
    give(await file.text());
  };
  return (
    <section aria-labelledby="history" className="real-weeks" data-history={weeks.length}>
      <h2 id="history">Does it look like what happened?</h2>
      <p className="small">
        Give the number of people waiting {where} in each week, one date and one number on each line, as copied from a
        spreadsheet. If you give daily numbers, each whole week is averaged. It is kept while this page is open and sent
        nowhere.
      </p>
      <label htmlFor={`${id}-text`}>Real weeks: date and people waiting</label>
      <textarea
        id={`${id}-text`}
        rows={4}
        value={typed}
        placeholder={`${model.calendar.startDate}, 12`}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="actions">
        <button type="button" onClick={() => give(typed)}>
          Compare with the model
        </button>
        <label className="file">
          or open a CSV file{' '}
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void open(file);
              target.value = '';
            }}
          />
        </label>
        {weeks.length > 0 && (
          <button type="button" onClick={() => give('')}>
            Take away
          </button>
        )}
      </div>
      <p id={`${id}-problem`} role="alert">
        {refused || problem}
      </p>
      {note !== '' && (
        <p className="small" data-note>
          {note}
        </p>
      )}
      {weeks.length > 0 && <Beside {...{ model, present, weeks }} />}
    </section>
  );
}

function Beside({ model, present, weeks }: Props & { readonly weeks: readonly Week[] }) {
  const { spread, problem } = useSpread(model, present);
  const { where } = subjectOf(model);
  const xmr = xmrOf(weeks.map(({ people }) => people));
  const inRun = spread ? weeksBeside(weeks, spread) : [];
  const fit = spread && inRun.length > 0 ? sayFit(fitOf(weeks, spread), where) : '';
  const band = spread && bandFor(weeks, spread);
  const says = sayVariation(xmr, weeks.length);
  return (
    <div data-fit={spread ? inRun.length : 'awaited'}>
      <output>
        {problem !== '' && <p>The model’s weeks could not be worked out: {problem}</p>}
        {!spread && problem === '' && <p>Working out the model’s weeks…</p>}
        {spread && inRun.length === 0 && (
          <p>
            None of these weeks lies in the model’s run, {sayDate(spread.dates[0], 0)} to{' '}
            {sayDate(spread.dates.at(-1)!, 6)}, so they are shown by themselves.
          </p>
        )}
        {fit !== '' && <p>{fit}</p>}
        <p>{says}</p>
      </output>
      <Chart
        line={weeks.map(({ people }) => people)}
        {...(band && { band })}
        ticks={monthTicks(weeks.map(({ date }) => date))}
        levels={[
          { of: xmr.high, label: 'upper limit' },
          { of: xmr.mean },
          { of: xmr.low, label: 'lower limit', isBelow: true },
        ]}
        says={`${fit} ${says}`.trim()}
      />
      <p className="small">
        Line: the real weeks. Dashed: their average and the limits of everyday variation (an XmR chart: 2.66 times the
        mean step from week to week). A list carries over from week to week, so its steps are small and these limits
        narrow. Band: where the middle 8 of 10 simulated years lie ({Math.min(MOST_YEARS, present.replications)} were
        run).
      </p>
      <details className="weeks-table">
        <summary>The real weeks as a table</summary>
        <Table {...{ weeks, spread, special: new Set([...xmr.outside, ...xmr.inRuns]) }} />
      </details>
    </div>
  );
}

/** The model's band under each real week; nothing where the run has no such week. */
function bandFor(weeks: readonly Week[], spread: Spread) {
  const places = new Map(weeksBeside(weeks, spread).map(({ week, at }) => [week.date, at]));
  const take = (of: readonly number[]) => weeks.map(({ date }) => of[places.get(date) ?? -1] ?? Number.NaN);
  return { low: take(spread.weeks.low), high: take(spread.weeks.high) };
}

interface TableProps {
  readonly weeks: readonly Week[];
  readonly spread: Spread | undefined;
  /** By place in the series. */
  readonly special: ReadonlySet<number>;
}

function Table({ weeks, spread, special }: TableProps) {
  const band = spread && bandFor(weeks, spread);
  const said = (low: number, high: number) => (Number.isNaN(low) ? '–' : `${sayPeople(low)} to ${sayPeople(high)}`);
  return (
    <table>
      <caption className="hidden">The real weeks beside the model’s band</caption>
      <ColumnHeads of={['Week of', 'Actual number waiting', 'The model’s band', 'What it says']} />
      <tbody>
        {weeks.map(({ date, people }, at) => (
          <tr key={date} data-week={date}>
            <th scope="row">{sayDate(date, 0)}</th>
            <td>{sayCount(people)}</td>
            <td>{band ? said(band.low[at], band.high[at]) : '–'}</td>
            <td>{special.has(at) ? 'not everyday variation' : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of the settings on the screen; worked out anew when they change. */
function useSpread(model: Model, present: Settings): { readonly spread: Spread | undefined; readonly problem: string } {
  const [found, setFound] = useState<{ present: Settings; spread?: Spread; problem: string }>();
  useEffect(() => {
    const { station, measure } = subjectOf(model);
    const years = Math.min(MOST_YEARS, present.replications);
    const replications = Array.from({ length: years }, (_, i) => FIRST_REPLICATION + i);
    const { seed } = present;
    const run = requestOf(present);
    return askForStudy(
      { type: 'spread', run, seed, replications, followed: { station, measure } },
      {
        reply(reply) {
          if (reply.type === 'refused') setFound({ present, problem: 'these settings cannot be run.' });
          if (reply.type === 'spread') setFound({ present, spread: reply.spread, problem: '' });
        },
        failed: (problem) => setFound({ present, problem }),
      },
    );
  }, [model, present]);
  return found?.present === present
    ? { spread: found.spread, problem: found.problem }
    : { spread: undefined, problem: '' };
}
