// The second engine beside the checks: one replication of each model in both, every time of every person compared.
import {
  type CheckGroup,
  type Model,
  type TwinReport,
  checkModel,
  checkRequest,
  compile,
  estimate,
  loadTwin,
} from '../engine/index.ts';

export interface TwinRow extends Pick<TwinReport, 'verdict' | 'patients' | 'times' | 'equal' | 'ties' | 'unsupported'> {
  /** The group of figures whose model it is. */
  readonly id: string;
  readonly firstDifference: string | null;
}

/** One row a group, in order; fewer once `isOver`. Between two models others have their turn: threads to feed, Ctrl-C. */
export async function compareChecks(
  groups: readonly CheckGroup[],
  seed: number,
  isOver: () => boolean,
): Promise<TwinRow[]> {
  const twin = await loadTwin();
  const rows: TwinRow[] = [];
  for (const group of groups) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isOver()) break;
    const model = checkModel(group[0]);
    const { verdict, patients, times, equal, ties, unsupported, firstDifference } = twin.compare(
      compile(inShort(model), checkRequest(model)),
      seed,
      0,
    );
    const id = group[0].id.split('.')[0];
    rows.push({ id, verdict, patients, times, equal, ties, unsupported, firstDifference });
  }
  return rows;
}

/** Events of a comparison: threads wait for this one while it compares. */
const EVENTS = 8000;

/** The same model for as many days as bring about so many events; to the bit the beginning of the longer run. */
function inShort(model: Model): Model {
  const { events } = estimate(compile(model, checkRequest(model)), 1);
  const { runDays } = model.calendar;
  const days = Math.max(1, Math.min(runDays, Math.ceil((runDays * EVENTS) / Math.max(1, events))));
  return { ...model, calendar: { ...model.calendar, runDays: days, lookAtDays: [] } };
}

export function twinText(rows: readonly TwinRow[]): string {
  const compared = rows.filter(({ verdict }) => verdict !== 'unsupported');
  const total = (of: (row: TwinRow) => number) => compared.reduce((sum, row) => sum + of(row), 0);
  const differ = compared.filter(({ verdict }) => verdict !== 'equal');
  const models = `${compared.length} of ${rows.length} ${rows.length === 1 ? 'model' : 'models'}`;
  const outcome =
    differ.length === 0
      ? 'all equal to the last bit'
      : `${total(({ times }) => times) - total(({ equal }) => equal)} not equal`;
  return [
    `The second engine, SimJS 2.0.3, told ${models}: one replication, ${total(({ patients }) => patients)} patients, ${total(({ times }) => times)} times compared, ${outcome}.`,
    ...differ.map(({ id, verdict, firstDifference }) => {
      const why = verdict === 'reported' ? ' (after a tie, so neither need be wrong)' : '';
      return `  differs: ${id}${why}: ${firstDifference}`;
    }),
    ...(compared.length < rows.length ? ['What it cannot be told is in --json, under secondEngine.'] : []),
  ].join('\n');
}
