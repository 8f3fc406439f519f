// Messages between the page and its workers: the engine's own, and a few that only a page needs.
import type {
  Followed,
  Found,
  JudgedReading,
  JudgedWorld,
  Model,
  NumberFacts,
  Numbers,
  Problem,
  RowKey,
  RunRequest,
  Settling,
  SweptQuestion,
  TidyColumn,
  Uncertain,
  WarmUpAdvice,
  WorkReply,
  WorkRequest,
  offered,
  Band,
  Explained,
  Matched,
  Xmr,
} from '../../engine/index.ts';

export type OfferedRow = ReturnType<typeof offered>[number];

/** What can be read off the document under a request, without running anything. */
export interface Reading {
  readonly offered: readonly OfferedRow[];
  /** In force at the start, by path: a share follows when its neighbour is moved. */
  readonly values: Readonly<Record<string, number | 'unlimited'>>;
  readonly facts: Readonly<Record<string, NumberFacts>>;
}

/** People at one place week by week, on average over replications, with the 95 % interval of that (NaN where there is none). */
export interface WeekSeries {
  /** An id, or `all`. */
  readonly station: string;
  readonly measure: string;
  readonly mean: number[];
  readonly low: number[];
  readonly high: number[];
}

/** A run week by week, and whether it settles, as `onward run` judges it. */
export interface ToldByWeek {
  readonly settling: Settling;
  /** What does not settle, in the terminal's words, the clearest first. */
  readonly words: readonly string[];
  /** First day of each week. */
  readonly dates: readonly string[];
  readonly series: readonly WeekSeries[];
  readonly replications: number;
}

/** A number of the document: what it is there, and under the settings of the screen. */
export interface DocumentNumber {
  readonly path: string;
  readonly document: number | 'unlimited';
  readonly value: number | 'unlimited';
  readonly facts: NumberFacts;
}

/** What is asked of one document under one request. */
interface OfRun {
  readonly id: number;
  readonly model: Model;
  readonly run: RunRequest;
}

/** Every number of the document, by code that is fetched for it. */
export interface NumbersRequest extends OfRun {
  readonly type: 'numbers';
}

/** Done when nothing else is due, by code that is fetched for it. */
export interface StudyRequest extends OfRun {
  readonly type: 'weeks' | 'warm-up';
  readonly seed: number;
  readonly replications: readonly number[];
}

/** How one list is spread over the weeks and over the time of a run, in so many replications. */
export interface Spread {
  readonly settling: Settling;
  readonly words: readonly string[];
  readonly dates: readonly string[];
  /** By week: people on average, and between which numbers 8 replications in 10 lie. */
  readonly weeks: { readonly mean: number[]; readonly low: number[]; readonly high: number[] };
  /** By n: the share of the time with more than n people, and its 95 % interval (NaN where there is none). */
  readonly over: { readonly mean: number[]; readonly low: number[]; readonly high: number[] };
  readonly replications: number;
}

/** Whether a run settles, by the weeks that came with its simulated years. */
export interface SettlingRequest extends OfRun {
  readonly type: 'settling';
  readonly weeks: readonly Float64Array[];
}

export interface SpreadRequest extends Omit<StudyRequest, 'type'> {
  readonly type: 'spread';
  readonly followed: Followed;
}

/** The model beside series of what happened, each with what it counts. */
export interface HistoryRequest extends OfRun {
  readonly type: 'history';
  readonly seed: number;
  readonly matched: readonly Matched[];
}

/** One series where it lies in the run, and the model's years under it. */
export interface ToldBeside {
  /** The first day of each period, from 1970-01-01. */
  readonly days: readonly number[];
  readonly values: readonly number[];
  readonly band: Band;
  readonly limits: Xmr;
  readonly words: readonly string[];
}

export interface ToldHistory {
  /** In the order asked. */
  readonly beside: readonly ToldBeside[];
  readonly explained: Explained;
  readonly words: readonly string[];
  /** Numbers with a range that change nothing in the series. */
  readonly without: readonly string[];
}

/** Plausible worlds of an option beside today; given up for whatever else is asked, and last of all that waits. */
export interface WorldsRequest extends Omit<StudyRequest, 'type'> {
  readonly type: 'worlds';
  readonly baseline: RunRequest;
  /** So many altogether, and the numbers of those that are wanted. */
  readonly worlds: number;
  readonly wanted: readonly number[];
  /** Otherwise worlds that take long are only said to do so. */
  readonly mayTakeLong: boolean;
  /** Whose mean is compared. */
  readonly station: string;
  readonly measure: string;
}

/** What the worlds draw: the numbers with a range, how many have none, and those that both options set. */
export interface Drawn extends Pick<Uncertain, 'without' | 'decided'> {
  readonly numbers: readonly (Uncertain['numbers'][number] & { readonly facts: NumberFacts })[];
  readonly isLong: boolean;
}

/** Combinations of some numbers, each reduced to the rows asked about; their years are those of a command with the same seed. */
export interface CombinationsRequest extends OfRun {
  readonly type: 'combinations';
  readonly seed: number;
  readonly years: number;
  readonly rows: SweptQuestion['rows'];
  readonly combinations: readonly Numbers[];
}

/** What can be read off the document, the values at these paths among it. */
interface ReadRequest extends OfRun {
  readonly type: 'read';
  readonly paths: readonly string[];
  /** Of these paths, where it need not be looked up. */
  readonly known?: Readonly<Record<string, NumberFacts>>;
}

/** Whatever is answered by code that is fetched for it. */
export type Study =
  | StudyRequest
  | SpreadRequest
  | NumbersRequest
  | SettlingRequest
  | WorldsRequest
  | HistoryRequest
  | CombinationsRequest;

export type PageRequest =
  /**
   * Simulated years that somebody waits for go before studies, unless they are for when nothing else is due; the first of them, 1 if
   * not given, before everything.
   */
  | (WorkRequest & { readonly whenIdle?: true | 'last'; readonly first?: number })
  | Study
  | ReadRequest
  /** A document of anybody's, of which nothing is known. */
  | { type: 'validate'; id: number; text: string }
  /** One that comes with the page: it was validated before it did. */
  | { type: 'shipped'; id: number; text: string }
  /** Stops whatever carries this id. */
  | { type: 'cancel'; id: number };

/** As it is sent: the document is left out where it is the one that came with the question before. */
export type Sent = PageRequest extends infer R
  ? R extends { model: Model }
    ? Omit<R, 'model'> & { readonly model: Model | undefined }
    : R
  : never;

export type PageReply =
  | WorkReply
  | { type: 'validated'; id: number; model?: Model; problems: Problem[] }
  | { type: 'reading'; id: number; reading: Reading }
  | { type: 'progress'; id: number; done: number }
  | { type: 'numbers'; id: number; numbers: readonly DocumentNumber[] }
  | { type: 'weeks'; id: number; told: ToldByWeek }
  | { type: 'spread'; id: number; spread: Spread }
  | { type: 'settling'; id: number; settling: Settling }
  | { type: 'history'; id: number; told: ToldHistory }
  | { type: 'drawn'; id: number; drawn: Drawn }
  | { type: 'readings'; id: number; readings: readonly JudgedReading[] }
  | { type: 'world'; id: number; world: JudgedWorld }
  /** Of the tables of a sweep: the keys of its rows, and a column for each number. */
  | { type: 'combining'; id: number; keys: readonly RowKey[]; columns: readonly TidyColumn[] }
  /** By its place among those asked for; `problem` is why one cannot be simulated. */
  | { type: 'combination'; id: number; at: number; found?: Found; problem?: string }
  | { type: 'warm-up'; id: number; advice: WarmUpAdvice }
  /** A worker has been fetched and hears; it answers nobody. */
  | { type: 'ready'; id: 0 }
  /** Something threw that should not have; the settings are safe. */
  | { type: 'failed'; id: number; message: string };

/** A request that gets an answer, before the client has numbered it. */
export type Question = PageRequest extends infer R ? (R extends { type: 'cancel' } ? never : Unnumbered<R>) : never;
type Unnumbered<R> = R extends { id: number } ? Omit<R, 'id'> : never;
