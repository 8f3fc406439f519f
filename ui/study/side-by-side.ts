// The numbers of every column, with the same people in each: requested from the workers, kept in the book, summarised as they come.
import { createStore } from 'zustand/vanilla';
import {
  differences,
  summarise,
  TO_SEE_WHETHER_IT_SETTLES,
  withAverages,
  type DifferenceRow,
  type Model,
  type Problem,
  type Row,
} from '../../engine/index.ts';
import { FEWEST_SHOWN, fingerprintOf, FIRST_REPLICATION } from '../model/shown.ts';
import { book as ofPage, createBook, type Book } from '../state/book.ts';
import { createJudge, type ToJudge } from '../state/judging.ts';
import { subjectOf, TODAY } from '../model/values.ts';
import type { Pool } from '../worker/client.ts';
import type { Spread } from '../worker/protocol.ts';
import type { Column } from './columns.ts';
import { comparedLines, readerOf, type ComparedLine } from '../shown/compared-lines.ts';

export interface Asked {
  readonly model: Model;
  readonly columns: readonly Column[];
  readonly seed: number;
  readonly replications: number;
}

export interface SideBySide {
  readonly status: 'starting' | 'sharpening' | 'done' | 'failed' | 'refused';
  readonly asked: Asked | undefined;
  /** A share from 0 to 1 of all the simulated years of all columns. */
  readonly progress: number;
  /** Replications that every column has. */
  readonly replications: number;
  readonly lines: readonly ComparedLine[];
  /** By column, then by line; empty while there is nothing to show. */
  readonly rows: readonly (readonly Row[])[];
  /** `apart[b][a]`: column b less column a, paired replication by replication, by line. */
  readonly apart: readonly (readonly (readonly DifferenceRow[])[])[];
  /** By column; undefined while it is worked out. */
  readonly spreads: readonly (Spread | 'failed' | undefined)[];
  readonly message: string;
  readonly problems: readonly Problem[];
}

const PAUSE_MILLISECONDS = 80;
/** Enough to see a band by, and whether it settles. */
const MOST_SPREAD = 100;
const MOST_KEPT = 24;

const nothing = {
  status: 'starting',
  progress: 0,
  replications: 0,
  lines: [],
  rows: [],
  apart: [],
  spreads: [],
} as const;

export function createSideBySide(book: Book = createBook()) {
  const store = createStore<SideBySide>(() => ({ ...nothing, asked: undefined, message: '', problems: [] }));
  const { getState, setState } = store;
  let pool: Pool | undefined;
  let model: Model | undefined;
  let spread = new Map<string, Spread | 'failed'>();
  let jobs = new Map<string, () => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const judge = createJudge(book);

  const printsOf = ({ columns, seed }: Asked) => columns.map(({ run }) => fingerprintOf(run, seed));
  const jobOf = (print: string, { replications }: Asked) => `${replications} ${print}`;
  const spreadPrint = (print: string, replications: number) => `spread ${replications} ${print}`;
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => FIRST_REPLICATION + at);

  function stop(but: readonly string[] = []): void {
    for (const [print, cancel] of jobs) if (!but.includes(print)) cancel();
    jobs = new Map([...jobs].filter(([print]) => but.includes(print)));
    clearTimeout(timer);
    timer = undefined;
  }

  function end(state: Pick<SideBySide, 'status'> & Partial<SideBySide>): void {
    stop();
    setState(state);
  }

  /** The same columns again, as after a move that only the map takes, ask for nothing. */
  function isAsked(next: Asked): boolean {
    const { asked: now, status } = getState();
    if (!now || now.model !== next.model || ['failed', 'refused'].includes(status)) return false;
    const told = ({ columns, seed, replications }: Asked) => JSON.stringify([columns, seed, replications]);
    return told(now) === told(next);
  }

  function run(asked: Asked): void {
    if (!pool || isAsked(asked)) return;
    if (asked.model !== model) {
      stop();
      [model, spread] = [asked.model, new Map()];
      book.open(asked.model);
    }
    const prints = printsOf(asked);
    stop(prints.map((print) => jobOf(print, asked)));
    setState({ ...nothing, status: 'sharpening', asked, message: '', problems: [] });
    for (const [at, print] of prints.entries()) askFor(asked, print, at);
    summarised();
  }

  function askFor(asked: Asked, print: string, at: number): void {
    const { model: of, columns, seed, replications } = asked;
    const job = jobOf(print, asked);
    const values = book.years(print);
    const toJudge: ToJudge = { model: of, run: columns[at].run, print, replications };
    const missing = numbered(replications).filter((year) => !values.has(year) || judge.lacks(toJudge, year));
    const isSettled = () => judge.ask(pool!, toJudge, summarised);
    if (jobs.has(job)) return;
    if (missing.length === 0) return void isSettled();
    const altogether = columns.length * replications;
    const cancel = pool!.replicate(
      {
        type: 'replicate',
        model: of,
        run: columns[at].run,
        seed,
        replications: missing,
        altogether,
        byWeekBelow: TO_SEE_WHETHER_IT_SETTLES,
      },
      {
        reply(reply) {
          if (reply.type === 'keys') book.setKeys(reply.keys);
          if (reply.type === 'chunk') values.set(reply.replication, reply.values);
          if (reply.type === 'chunk' && reply.weeks) judge.heard(toJudge, reply.replication, reply.weeks);
          if (reply.type === 'chunk') timer ??= setTimeout(summarised, PAUSE_MILLISECONDS);
          if (reply.type === 'refused') end({ status: 'refused', problems: reply.problems });
        },
        done() {
          jobs.delete(job);
          timer ??= setTimeout(summarised, PAUSE_MILLISECONDS);
          void isSettled();
        },
        failed: (message) => end({ status: 'failed', message }),
      },
    );
    jobs.set(job, cancel);
  }

  function summarised(): void {
    clearTimeout(timer);
    timer = undefined;
    const { asked } = getState();
    if (!asked || book.keys().length === 0) return;
    const all = printsOf(asked).map(book.years);
    const asNumbered = numbered(asked.replications);
    const numbers = asNumbered.filter((replication) => all.every((one) => one.has(replication)));
    const come = all.map((one) => asNumbered.filter((replication) => one.has(replication)).length);
    setState({ progress: come.reduce((sum, one) => sum + one, 0) / (all.length * asked.replications) });
    if (numbers.length < Math.min(FEWEST_SHOWN, asked.replications)) return;
    const reader = readerOf(comparedLines(asked.model), book.keys());
    const { keys, lines } = reader;
    const values = all.map((one) => numbers.map((replication) => reader.read(one.get(replication)!)));
    const { columns } = asked;
    const { replications } = asked;
    const runs = printsOf(asked).map((print) => ({ print, replications }));
    const verdicts = runs.map(judge.verdict);
    // A difference that might be taken back is not shown.
    const isOf = (b: number, a: number) => judge.isJudged(runs[b]) && judge.isJudged(runs[a]);
    setState({
      lines,
      replications: numbers.length,
      status: numbers.length === replications && runs.every(judge.isJudged) ? 'done' : 'sharpening',
      rows: columns.map(({ id }, at) => withAverages(summarise(id, keys, values[at]), verdicts[at])),
      apart: columns.map((one, b) =>
        columns.map((other, a) =>
          a === b || !isOf(b, a)
            ? []
            : withAverages(differences(one.id, other.id, keys, values[b], values[a]), verdicts[b], verdicts[a]),
        ),
      ),
    });
    if (numbers.length === replications) spreadOut(asked);
  }

  /** How the waiting is spread, one column after the other, today first: pictures follow the numbers. */
  function spreadOut(asked: Asked): void {
    const replications = Math.min(MOST_SPREAD, asked.replications);
    const prints = printsOf(asked).map((print) => spreadPrint(print, replications));
    setState({ spreads: prints.map((print) => spread.get(print)) });
    const at = prints.findIndex((print) => !spread.has(print));
    if (at < 0 || jobs.has(prints[at])) return;
    const print = prints[at];
    const { model: of, columns, seed } = asked;
    const { station, measure } = subjectOf(of);
    const next = (told: Spread | 'failed') => {
      spread.set(print, told);
      if (spread.size > MOST_KEPT) spread.delete(spread.keys().next().value!);
      jobs.delete(print);
      if (getState().asked === asked) summarised();
    };
    const cancel = pool!.ask(
      {
        type: 'spread',
        model: of,
        run: columns[at].run,
        seed,
        replications: numbered(replications),
        followed: { station, measure },
      },
      {
        reply(reply) {
          if (reply.type === 'spread') next(reply.spread);
          if (reply.type === 'refused') next('failed');
        },
        failed: () => next('failed'),
      },
      at,
    );
    jobs.set(print, cancel);
  }

  return {
    ...store,
    connect: (workers: Pool): void => void (pool = workers),
    run,
    retry(): void {
      const { asked } = getState();
      if (asked) run(asked);
    },
    /** Nobody looks any more; what has come is kept. */
    leave(): void {
      stop();
      setState({ ...nothing, asked: undefined });
    },
  };
}

export const sideBySide = createSideBySide(ofPage);

/** A column less today, by line. */
export const fromToday = ({ apart, asked }: Pick<SideBySide, 'apart' | 'asked'>, column: number) =>
  apart[column]?.[asked?.columns.findIndex(({ id }) => id === TODAY) ?? 0];
