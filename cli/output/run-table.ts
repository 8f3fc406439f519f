// What `onward run` prints for people: a row for each place with its 95 % ranges below, then the whole system.
import { type Manifest, type Model, type Row, optionsOf } from '../../engine/index.ts';
import { type Line, amount, finder, layTable, range, strong } from './table.ts';

const columns = [
  { title: ['in use', ''], measure: 'occupancy', statistic: 'mean' },
  { title: ['places', ''], measure: 'open', statistic: 'mean' },
  { title: ['waiting', 'for it'], measure: 'waiting', statistic: 'mean' },
  { title: ['delayed', 'in it'], measure: 'delayed', statistic: 'mean' },
  { title: ['days waited', 'for it'], measure: 'delayDays', statistic: 'mean' },
  { title: ['1 in 10', 'waited over'], measure: 'delayDays', statistic: 'p90' },
  { title: ['full', ''], measure: 'full', statistic: 'mean' },
] as const;

export function runTable(model: Model, manifest: Manifest, rows: readonly Row[]): string {
  const [option] = manifest.options;
  const row = finder(rows);
  const lines: Line[] = [
    { cells: ['', ...columns.map((column) => column.title[0])] },
    { cells: ['', ...columns.map((column) => column.title[1])] },
  ];
  for (const [id, station] of Object.entries(model.stations)) {
    if (station.kind === 'exit') continue;
    const limited = hasLimit(station);
    const found = columns.map(({ measure, statistic }) =>
      !limited && (measure === 'open' || measure === 'full') ? undefined : row(option, id, measure, statistic),
    );
    lines.push({ cells: [station.label, ...found.map((each) => amount(each?.value, each?.unit))] });
    const ranges = found.map(rangeUnlessFixed);
    if (ranges.some((text) => text !== '')) lines.push({ cells: ['', ...ranges], dim: true });
  }
  return [heading(model, manifest), layTable(lines), totals(model, option, rows), reading(manifest)].join('\n\n');
}

/** Where there is always room, neither places nor fullness mean anything. */
export const hasLimit = ({ beds, places }: Model['stations'][string]): boolean =>
  (beds ?? places ?? 'unlimited') !== 'unlimited';

/** A number of places that never changes has no range worth a line. */
const rangeUnlessFixed = (row: Row | undefined): string =>
  row && row.unit === 'places' && amount(row.ciLow) === amount(row.ciHigh) ? '' : range(row);

export function heading(
  model: Pick<Model, 'title' | 'options' | 'calendar'>,
  { options, conditions, set, seed, replications }: Manifest,
): string {
  const titleOf = (id: string) => optionsOf(model).find((option) => option.id === id)?.title ?? id;
  const changed = Object.entries(set).map(([path, value]) => `${path} = ${String(value)}`);
  return [
    strong(`${model.title}: ${options.map(titleOf).join(', ')}`),
    `${replications} simulated ${replications === 1 ? 'period' : 'periods'} of ${Number(set['calendar.runDays'] ?? model.calendar.runDays)} days from ${model.calendar.startDate}, seed ${seed}`,
    ...(conditions.length > 0 ? [`under ${conditions.join(', ')}`] : []),
    ...(changed.length > 0 ? [`with ${changed.join(', ')}`] : []),
  ].join('\n');
}

function totals(model: Model, option: string, rows: readonly Row[]): string {
  const row = finder(rows);
  const lines: Line[] = [];
  const add = (words: string, found: Row | undefined) => {
    if (found?.value !== null && found !== undefined)
      lines.push({ cells: [words, amount(found.value, found.unit), range(found)] });
  };
  add('People delayed anywhere, on a typical day', row(option, 'all', 'delayed'));
  add('Placed at once where their need says', row(option, 'all', 'rightPlace'));
  for (const [id, station] of Object.entries(model.stations))
    if (station.kind === 'exit') add(`Left for ${station.label}, people a day`, row(option, id, 'starts'));
  const rings = row(option, 'all', 'gridlocks');
  if (rings?.value) add('Rings of patients unlocked, a day', rings);
  return layTable(lines);
}

const reading = ({ replications }: Manifest): string =>
  replications < 2
    ? 'One simulated period is one possible future: there are no ranges.'
    : 'Beneath each average: where the true average of this model lies, with 95 % confidence. An estimate, not a promise.';
