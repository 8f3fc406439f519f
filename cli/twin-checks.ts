// The second engine beside the checks: one replication of each model in both, every time of every person compared.
import { type CheckGroup, type TwinReport, checkInShort, loadTwin } from '../engine/index.ts';

export interface TwinRow extends Pick<TwinReport, 'verdict' | 'patients' | 'times' | 'equal' | 'ties' | 'unsupported'> {
  /** The group of figures whose model it is. */
  readonly id: string;
  readonly firstDifference: string | null;
}

/** One row a group, in order; fewer once `isOver`. Between two models it yields: to threads that need work, and to Ctrl-C. */
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
    const { verdict, patients, times, equal, ties, unsupported, firstDifference } = twin.compare(
      checkInShort(group[0]),
      seed,
      0,
    );
    const id = group[0].id.split('.')[0];
    rows.push({ id, verdict, patients, times, equal, ties, unsupported, firstDifference });
  }
  return rows;
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
    `The second engine, SimJS 2.0.3, ran ${models}: one replication, ${total(({ patients }) => patients)} patients, ${total(({ times }) => times)} times compared, ${outcome}.`,
    ...differ.map(({ id, verdict, firstDifference }) => {
      const why = verdict === 'reported' ? ' (after a tie, so neither engine need be wrong)' : '';
      return `  differs: ${id}${why}: ${firstDifference}`;
    }),
    ...(compared.length < rows.length ? ['What it cannot run is in --json, under secondEngine.'] : []),
  ].join('\n');
}
