// Compiling asks: every need, way onward and start becomes one row of targets, priority and alternatives.
import type { Alternative, Model, Way } from './document.ts';

/** An ask as the document means it, with names already turned into indices. */
interface AskRow {
  readonly targets: readonly number[];
  readonly priority: number;
  readonly forNeed: boolean;
  readonly alternatives: readonly {
    targets: readonly number[];
    afterDays: number;
    stayFactor: number;
    priority: number;
  }[];
}

export interface AskTable {
  /** The ask of a way (or of a stream's start) for a person with a need. */
  ask(to: string | readonly string[], need: number, own: Pick<Way, 'priority' | 'otherwise'>): number;
  /** The typed columns; call once, after the last `ask`. */
  columns(): {
    askFrom: Int32Array;
    targets: Int16Array;
    askClass: Int16Array;
    askForNeed: Uint8Array;
    askAltFrom: Int32Array;
    altAfterDays: Float64Array;
    altStayFactor: Float64Array;
    altClass: Int16Array;
    altFrom: Int32Array;
    altTargets: Int16Array;
    classes: number;
  };
}

/** When neither the ask nor the need says: after those with a smaller number, before those with a larger one. */
const USUAL_PRIORITY = 2;

export function makeAskTable(
  model: Model,
  needIds: readonly string[],
  stationIndex: ReadonlyMap<string, number>,
): AskTable {
  const rows: AskRow[] = [];
  const known = new Map<string, number>();
  const stationsOf = (to: string | readonly string[]) =>
    (typeof to === 'string' ? [to] : to).map((id) => stationIndex.get(id)!);

  function alternatives(list: readonly Alternative[] | undefined, priority: number): AskRow['alternatives'] {
    return (list ?? [])
      .map((one) => ({
        targets: stationsOf(one.to),
        afterDays: one.afterDays,
        stayFactor: one.stayFactor ?? NaN,
        priority: one.priority ?? priority,
      }))
      .sort((a, b) => a.afterDays - b.afterDays);
  }

  return {
    ask(to, need, own) {
      const needed = to === 'need' ? model.needs[needIds[need]!]! : null;
      const priority = own.priority ?? needed?.priority ?? USUAL_PRIORITY;
      const row: AskRow = {
        targets: stationsOf(needed ? needed.goesTo : to),
        priority,
        forNeed: needed !== null,
        alternatives: alternatives(own.otherwise ?? needed?.otherwise, priority),
      };
      // Numbers may differ between the networks of one run, so rows are told apart by where they came from, not by content.
      const key = JSON.stringify([
        to,
        to === 'need' ? need : 0,
        own.priority ?? null,
        own.otherwise?.map((one) => one.to) ?? null,
      ]);
      const found = own.otherwise === undefined ? known.get(key) : undefined;
      if (found !== undefined) return found;
      if (own.otherwise === undefined) known.set(key, rows.length);
      rows.push(row);
      return rows.length - 1;
    },

    columns() {
      const priorities = [
        ...new Set(rows.flatMap((row) => [row.priority, ...row.alternatives.map((one) => one.priority)])),
      ].sort((a, b) => a - b);
      const rank = (priority: number) => priorities.indexOf(priority);
      const alts = rows.flatMap((row) => row.alternatives);
      return {
        askFrom: starts(rows.map((row) => row.targets.length)),
        targets: Int16Array.from(rows.flatMap((row) => row.targets)),
        askClass: Int16Array.from(rows, (row) => rank(row.priority)),
        askForNeed: Uint8Array.from(rows, (row) => (row.forNeed ? 1 : 0)),
        askAltFrom: starts(rows.map((row) => row.alternatives.length)),
        altAfterDays: Float64Array.from(alts, (one) => one.afterDays),
        altStayFactor: Float64Array.from(alts, (one) => one.stayFactor),
        altClass: Int16Array.from(alts, (one) => rank(one.priority)),
        altFrom: starts(alts.map((one) => one.targets.length)),
        altTargets: Int16Array.from(alts.flatMap((one) => one.targets)),
        classes: Math.max(1, priorities.length),
      };
    },
  };
}

/** Where each run of items starts, with the end of the last one behind: [2, 3] → [0, 2, 5]. */
function starts(lengths: readonly number[]): Int32Array {
  const result = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) result[i + 1] = result[i]! + lengths[i]!;
  return result;
}
