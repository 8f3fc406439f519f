// Answers what a search of mixes asks for, in the workers and after whatever is on the screen: the same simulated years of several settings.
import {
  hasAverages,
  sayProblem,
  TO_SEE_WHETHER_IT_SETTLES,
  type Answer,
  type Ask,
  type Model,
  type RowKey,
  type RunRequest,
  type Setting,
} from '../../engine/index.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import type { Pool } from '../worker/client.ts';
import { askSettling } from '../worker/settling.ts';
import { withNumbers } from '../worker/settled-years.ts';

export interface Searched {
  readonly model: Model;
  readonly run: RunRequest;
  readonly seed: number;
  readonly numbersAt: (setting: Setting) => Readonly<Record<string, number>>;
  /** Its readings from the values of one simulated year; `keys` say what these are. */
  readonly readerOf: (keys: readonly RowKey[]) => (values: Float64Array) => readonly number[];
}

interface Heard<A extends Ask, Found> {
  /** Before the years of each question are simulated. */
  asking?(ask: A): void;
  /** So many more simulated years have come. */
  years?(count: number): void;
  done(found: Found): void;
  failed(message: string): void;
}

/** Settings that a worker has at once: the next is there when one is done. */
const AT_ONCE = 2;
const SEATS = 2;

/** The returned function stops it; nothing is heard of it afterwards. */
export function answerSearch<A extends Ask, Found>(
  pool: Pool,
  search: Generator<A, Found, readonly Answer[]>,
  searched: Searched,
  heard: Heard<A, Found>,
): () => void {
  const { model, run, seed, numbersAt, readerOf } = searched;
  const cancels = new Set<() => void>();
  let isOver = false;
  const stop = () => {
    isOver = true;
    cancels.forEach((cancel) => cancel());
    cancels.clear();
  };
  const fail = (message: string) => {
    if (isOver) return;
    stop();
    heard.failed(message);
  };

  function goOn(step: IteratorResult<A, Found>): void {
    if (step.done) {
      isOver = true;
      return heard.done(step.value);
    }
    const ask = step.value;
    heard.asking?.(ask);
    const answers: Answer[] = [];
    let [next, left] = [0, ask.settings.length];
    const begin = (seat: number): void => {
      if (isOver || next >= ask.settings.length) return;
      const at = next++;
      one(ask, ask.settings[at], seat, (answer) => {
        answers[at] = answer;
        heard.years?.(ask.to - ask.from);
        if (--left === 0) goOn(search.next(answers));
        else begin(seat);
      });
    };
    for (let each = 0; each < AT_ONCE * SEATS; each++) begin(each % SEATS);
  }

  function one(ask: Ask, setting: Setting, seat: number, answered: (answer: Answer) => void): void {
    const tried = withNumbers(run, numbersAt(setting));
    const replications = Array.from({ length: ask.to - ask.from }, (_, r) => FIRST_REPLICATION + ask.from + r);
    const readings: (readonly number[])[] = [];
    const weeks: Float64Array[] = [];
    let read: ((values: Float64Array) => readonly number[]) | undefined;
    const byWeekBelow = ask.judges ? TO_SEE_WHETHER_IT_SETTLES : 0;
    let current = () => {};
    const hold = (cancel: () => void) => {
      if (isOver) cancel();
      else cancels.add((current = cancel));
    };
    const isLetGo = () => cancels.delete(current);
    const years = pool.ask(
      { type: 'replicate', model, run: tried, seed, replications, byWeekBelow, whenIdle: true },
      {
        reply(reply) {
          if (reply.type === 'refused') fail(reply.problems.map(sayProblem).join(' '));
          if (reply.type === 'keys') read = readerOf(reply.keys);
          if (reply.type !== 'chunk') return;
          const at = reply.replication - FIRST_REPLICATION - ask.from;
          readings[at] = read!(reply.values);
          if (reply.weeks) weeks[at] = reply.weeks;
        },
        done() {
          isLetGo();
          if (isOver) return;
          if (!ask.judges) return answered({ readings });
          hold(
            askSettling(pool, model, tried, weeks, {
              judged(settling) {
                isLetGo();
                if (!isOver) answered({ readings, settles: settling === undefined || hasAverages(settling) });
              },
              failed: fail,
            }),
          );
        },
        failed: fail,
      },
      seat,
    );
    hold(years);
  }

  goOn(search.next());
  return stop;
}
