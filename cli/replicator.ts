// Runs replications of one model, compiling each request only once.
import {
  type Model,
  Refusal,
  type RunRequest,
  compile,
  numberInPairs,
  programOf,
  replicate,
  replicateByWeek,
  simulateCombination,
  type Found,
  type Numbers,
  type SweptQuestion,
} from '../engine/index.ts';

/** Some replications of one option; a task is what travels to a worker thread. */
export interface Task {
  readonly request: RunRequest;
  readonly seed: number;
  readonly replications: readonly number[];
  /** Replications numbered below this are also recorded week by week: their weeks follow their values. None if not given. */
  readonly byWeekBelow?: number;
  /** Every second replication is the mirror of the one before. */
  readonly antithetic?: boolean;
  /** No replication continues after this moment (of `Date.now()`): then fewer come back than were requested. */
  readonly stopAt?: number;
}

/** Some combinations of a sweep, each of which comes back as what it came to; as nothing where it is refused. */
export interface Combinations {
  readonly swept: SweptQuestion;
  readonly combinations: readonly Numbers[];
}

/** Looks at `isStopped` before each replication, or combination: then fewer come back than were requested. */
export function replicator(
  model: Model,
  isStopped: () => boolean = () => false,
): (task: Task | Combinations) => Float64Array[] {
  const years = replicatorOfYears(model, isStopped);
  return (task) => {
    if (!('swept' in task)) return years(task);
    const done: Found[] = [];
    for (const numbers of task.combinations) if (!isStopped()) done.push(combination(model, task.swept, numbers));
    return done;
  };
}

function combination(model: Model, swept: SweptQuestion, numbers: Numbers): Found {
  // Each is asked for once, so its program is not kept.
  const steps = simulateCombination(model, swept, numbers, compile);
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  } catch (error) {
    // Why is lost between threads; whoever asked finds the words.
    if (error instanceof Refusal) return new Float64Array(0);
    throw error;
  }
}

function replicatorOfYears(model: Model, isStopped: () => boolean): (task: Task) => Float64Array[] {
  return ({ request, seed, replications, byWeekBelow = 0, antithetic, stopAt = Infinity }) => {
    const mayGoOn = stopAt < Infinity ? () => Date.now() < stopAt : null;
    const compiled = programOf(model, request, compile);
    const one = (replication: number): Float64Array => {
      const number = antithetic ? numberInPairs(replication) : replication;
      if (replication >= byWeekBelow) return replicate(compiled, seed, number, undefined, mayGoOn);
      const { values, weeks } = replicateByWeek(compiled, seed, number, mayGoOn);
      const both = new Float64Array(values.length + weeks.length);
      both.set(values);
      both.set(weeks, values.length);
      return both;
    };
    const done: Float64Array[] = [];
    try {
      for (const replication of replications) if (Date.now() < stopAt && !isStopped()) done.push(one(replication));
    } catch (error) {
      if (!(error instanceof Refusal) || Date.now() < stopAt) throw error;
    }
    return done;
  };
}
