// Messages between the page and the worker that reads and writes files a planner brings.
import type {
  ArrivalFit,
  Cell,
  Counted,
  Model,
  PlannedMonth,
  Problem,
  RouteFit,
  StayFit,
  WorkReply,
} from '../../engine/index.ts';
import type { PlanRow } from '../../formats/records/plan.ts';
import type { RowChoice } from '../../formats/rows-where.ts';
import type { Around } from '../../formats/workbook/around.ts';
import type { NamedSeries } from '../../formats/records/series-told.ts';

/** A file itself, not what is in it: only the worker reads it, so that a large one never holds the page up. */
export interface GivenFile {
  readonly name: string;
  readonly file: Blob;
}

/** What a table is taken as. */
export type TableKind = 'stays' | 'arrivals' | 'routes' | 'series' | 'plan' | 'events' | 'pathsimr';

/** By the name of the terminal's option, without its dashes. */
export type Answers = Readonly<Record<string, string | undefined>>;

export type FileRequest =
  | ({ readonly type: 'read' } & GivenFile)
  | { readonly type: 'write'; readonly model: Model }
  | ({ readonly type: 'look' } & GivenFile)
  | ({ readonly type: 'stays'; readonly answers: Answers } & GivenFile)
  | ({ readonly type: 'arrivals'; readonly answers: Answers } & GivenFile)
  | ({ readonly type: 'routes'; readonly answers: Answers } & GivenFile)
  | ({ readonly type: 'series'; readonly answers: Answers } & GivenFile)
  | ({ readonly type: 'plan'; readonly answers: Answers } & GivenFile)
  | {
      readonly type: 'beside-plan';
      /** With the plan in it. */
      readonly model: Model;
      readonly months: readonly PlannedMonth[];
      readonly replications: number;
    }
  | ({ readonly type: 'events'; readonly answers: Answers } & GivenFile)
  | {
      readonly type: 'pathsimr';
      readonly files: readonly GivenFile[];
      readonly unit: 'minutes' | 'hours' | 'days' | 'weeks';
    };

/** `found` is null while something has to be answered first. */
interface OfTable {
  readonly problems: readonly Problem[];
  readonly understood: readonly string[];
  readonly doubts: readonly string[];
  /** The heads of the columns that were found, by the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface StaysFound {
  readonly fit: Omit<StayFit, 'records'>;
  readonly words: readonly string[];
  readonly doubts: readonly string[];
  /** A row a length: days, the share still there by the records, and by each shape. */
  readonly curve: { readonly columns: readonly string[]; readonly rows: readonly (readonly number[])[] };
  readonly dates: string | null;
}

export interface ArrivalsFound {
  readonly fit: ArrivalFit;
  readonly counted: readonly Counted[];
  readonly words: readonly string[];
}

export interface RoutesFound {
  readonly fits: readonly RouteFit[];
  readonly dates: string | null;
}

export interface PlanFound {
  readonly rows: readonly PlanRow[];
  /** Whether the plan itself says that its capacity counts places. */
  readonly isInPlaces: boolean;
}

export interface EventsFound {
  /** The first model of the log, as text. */
  readonly text: string;
  /** The log itself as a run of that model. A day of it is a day of the log, or an hour. */
  readonly watched: Omit<Extract<WorkReply, { type: 'watched' }>, 'type' | 'id'>;
  readonly unit: 'days' | 'hours';
  /** Whether the log has dates; else its first day is a chosen one. */
  readonly isDated: boolean;
  /** Only the first of them is played. */
  readonly runs: number;
}

/** On the way to a reply: how much of the rows has been read, or of the periods simulated. */
export interface FileProgress {
  readonly type: 'progress';
  readonly done: number;
}

export type FileReply =
  /** A model document as text. */
  | { readonly type: 'document'; readonly text: string; readonly understood: readonly string[] }
  | {
      readonly type: 'refused';
      readonly problems: readonly string[];
      /** Of a workbook: the cells round each of them, by their place in the list. */
      readonly around?: readonly Around[];
    }
  | { readonly type: 'questions'; readonly problems: readonly Problem[] }
  | { readonly type: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly type: 'looked';
      readonly kind: TableKind | 'workbook';
      readonly columns: readonly string[];
      readonly choices: readonly RowChoice[];
    }
  | ({ readonly type: 'stays'; readonly found: StaysFound | null } & OfTable)
  | ({ readonly type: 'arrivals'; readonly found: ArrivalsFound | null } & OfTable)
  | ({ readonly type: 'routes'; readonly found: RoutesFound | null } & OfTable)
  | ({ readonly type: 'series'; readonly found: readonly NamedSeries[] | null } & OfTable)
  | ({ readonly type: 'plan'; readonly found: PlanFound | null } & OfTable)
  | {
      readonly type: 'beside-plan';
      /** Columns by their names, and a row a service and month. */
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | ({ readonly type: 'events'; readonly found: EventsFound | null } & OfTable);
