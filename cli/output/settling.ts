// What to say when a model does not settle: where it shows, and the run by weeks instead of one average.
import { type Model, type Row, type Settling, settlingWords } from '../../engine/index.ts';
import { type Line, amount, layTable, range } from './table.ts';

/** One sentence a line; empty where there is nothing to say. */
export function settlingText(model: Model, settling: Settling): string {
  const words = settlingWords(settling, (id) => model.stations[id]?.label ?? id);
  if (words.length === 0 && settling.settles === 'settles') return '';
  const head =
    settling.settles !== 'settles'
      ? 'This does not settle: an average would depend on how long the run is, so none is given. Read it by weeks.'
      : settling.stations.some(({ filling }) => filling !== null)
        ? 'This has not settled when the run begins: each average depends on how long the warm-up is.'
        : 'The model changes while it runs, and each average is taken across that change:';
  return [head, ...words.map((part) => `  ${part}.`)].join('\n');
}

/** What the document alone says of places that are still filling up; empty where there are none. */
export function fillingText(model: Model, settling: Settling): string {
  const stations = settling.stations.filter(({ filling }) => filling !== null);
  return settlingText(model, {
    ...settling,
    settles: 'settles',
    stations: [settling.stations[0], ...stations].map((one) => ({ ...one, settles: 'settles' })),
  });
}

/** For a comparison, a line for an option that does not settle; empty for one that does. */
export function unsettledText(model: Model, option: string, settling: Settling): string {
  if (settling.settles === 'settles') return '';
  const words = settlingWords(settling, (id) => model.stations[id]?.label ?? id);
  return `${option} does not settle, so any average would depend on how long the run is: ${words.join('. ')}.`;
}

const mostWeeks = 13;
const mostLists = 3;

/** Some weeks, first and last among them: people delayed, and the longest lists of those waiting. `rows` are of one option. */
export function weeksTable(model: Model, rows: readonly Row[]): string {
  const of = (station: string, measure: string) =>
    rows.filter((row) => row.statistic === 'week' && row.station === station && row.measure === measure);
  const delayed = of('all', 'delayed');
  const last = delayed.length - 1;
  if (last < 1) return '';
  const lists = Object.entries(model.stations)
    .map(([id, { label }]) => ({ label, weeks: of(id, 'waiting') }))
    .filter(({ weeks }) => weeks.some(({ value }) => (value ?? 0) >= 0.05))
    .sort((a, b) => most(b.weeks) - most(a.weeks))
    .slice(0, mostLists);
  const columns = [{ label: 'delayed', weeks: delayed }, ...lists];
  const step = Math.max(1, last / (mostWeeks - 1));
  const shown = Array.from({ length: Math.min(mostWeeks, last + 1) }, (_, n) => Math.round(n * step));
  const lines: Line[] = [
    { cells: ['week of', 'people', ...lists.map(() => 'waiting for')] },
    { cells: ['', ...columns.map(({ label }) => label)] },
    ...shown.map((week) => ({
      cells: [delayed[week].day, ...columns.map(({ weeks }) => `${amount(weeks[week].value)} (${range(weeks[week])})`)],
    })),
  ];
  return layTable(lines).replaceAll(' ()', '');
}

const most = (weeks: readonly Row[]): number => Math.max(...weeks.map(({ value }) => value ?? 0));
