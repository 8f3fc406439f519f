// Compiles asks (routing): every need, way onward and start becomes one row of targets, priority, alternatives and preparation.
import { samplerOf, type Stay } from '../distributions/index.ts';
import type { Model } from '../model/document.ts';
import type { Alternative, Need, Way } from '../model/document/people.ts';
import type { StaySampler } from './network.ts';
import { forWho, isTable, type Who } from '../model/who.ts';

/** An ask as the document means it for one person, with names already turned into indices. */
interface AskRow {
  readonly targets: readonly number[];
  readonly priority: number;
  readonly forNeed: boolean;
  readonly prepare: Stay | undefined;
  readonly alternatives: readonly {
    targets: readonly number[];
    afterDays: number;
    stayFactor: number;
    priority: number;
    movesOn: boolean;
  }[];
}

type OwnKeys = Pick<Way, 'priority' | 'otherwise' | 'prepare'>;

export interface AskTable {
  /** The ask that `to` means for a person; `own` keys go before those of a need. */
  ask(to: string | readonly string[], who: Who, own: OwnKeys): number;
  /** The typed columns; call once, after the last `ask`. */
  columns(): {
    askFrom: Int32Array;
    targets: Int16Array;
    askClass: Int16Array;
    askForNeed: Uint8Array;
    askPrepare: (StaySampler | null)[];
    askAltFrom: Int32Array;
    altAfterDays: Float64Array;
    altStayFactor: Float64Array;
    altMovesOn: Uint8Array;
    altClass: Int16Array;
    altFrom: Int32Array;
    altTargets: Int16Array;
    classes: number;
  };
}

/** When neither the ask nor the need says: after those with a smaller number, before those with a larger one. */
const USUAL_PRIORITY = 2;

/** Whether an ask means the same for everybody, so that it need not be looked up person by person. */
export const isForAll = (to: unknown, own: OwnKeys): boolean =>
  to !== 'need' && !isTable(own.priority) && !isTable(own.otherwise);

export function makeAskTable(model: Model, stationIndex: ReadonlyMap<string, number>): AskTable {
  const rows: AskRow[] = [];
  const known = new Map<string, number>();
  const stationsOf = (to: string | readonly string[]) =>
    (typeof to === 'string' ? [to] : to).map((id) => stationIndex.get(id)!);
  // Numbers may differ between the networks of one run, so a row is identified by its place in the document, not by its content.
  const standing = new Map<object, number>();
  const whereOf = (part: object | undefined): number => {
    if (part === undefined) return -1;
    if (!standing.has(part)) standing.set(part, standing.size);
    return standing.get(part)!;
  };

  function alternatives(list: readonly Alternative[] | undefined, priority: number): AskRow['alternatives'] {
    return (list ?? [])
      .map((one) => ({
        targets: stationsOf(one.to),
        afterDays: one.afterDays,
        stayFactor: one.stayFactor ?? NaN,
        priority: one.priority ?? priority,
        movesOn: one.movesOn === true,
      }))
      .sort((a, b) => a.afterDays - b.afterDays);
  }

  return {
    ask(to, who, own) {
      const needed: Need | null = to === 'need' ? model.needs[who.need] : null;
      // A table need not cover people who cannot exist (there at the start, in a table by stream): they ask for nothing.
      const goesTo = (needed ? forWho<string | string[]>(needed.goesTo, who) : to) ?? [];
      const priority = forWho<number>(own.priority ?? needed?.priority, who) ?? USUAL_PRIORITY;
      const otherwise = forWho<Alternative[]>(own.otherwise ?? needed?.otherwise, who);
      const prepare = own.prepare ?? needed?.prepare;
      const key = [needed !== null, goesTo, priority, whereOf(otherwise), whereOf(prepare)].join();
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, rows.length);
      rows.push({
        targets: stationsOf(goesTo),
        priority,
        forNeed: needed !== null,
        prepare,
        alternatives: alternatives(otherwise, priority),
      });
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
        askPrepare: rows.map((row) => (row.prepare === undefined ? null : samplerOf(row.prepare))),
        askAltFrom: starts(rows.map((row) => row.alternatives.length)),
        altAfterDays: Float64Array.from(alts, (one) => one.afterDays),
        altStayFactor: Float64Array.from(alts, (one) => one.stayFactor),
        altMovesOn: Uint8Array.from(alts, (one) => (one.movesOn ? 1 : 0)),
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
  for (let i = 0; i < lengths.length; i++) result[i + 1] = result[i] + lengths[i];
  return result;
}
