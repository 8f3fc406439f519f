// Answers what a search asks for, on as many threads as there are, or by a queue: the same replications of several settings of one request.
import {
  type Answer,
  type Ask,
  type Model,
  type RunRequest,
  type Search,
  type Setting,
  TO_SEE_WHETHER_IT_SETTLES,
  compile,
  estimate,
  hasAverages,
  judgeSettling,
} from '../engine/index.ts';
import { BadCommand } from './bad-command.ts';
import { poolFor } from './fleet/pool-for.ts';
import { runTwice } from './gather.ts';
import { listenForInterrupt } from './interrupt.ts';
import type { Settings } from './settings.ts';

export interface Searched {
  readonly model: Model;
  readonly request: RunRequest;
  readonly settings: Settings;
  readonly numbersAt: (setting: Setting) => Readonly<Record<string, number>>;
  /** Its readings from the values of one replication. */
  readonly read: (values: Float64Array, replication: number) => readonly number[];
  /** How many values there are: what follows are weeks. */
  readonly rows: number;
  /** Called before each ask. */
  readonly asking?: (ask: Ask) => void;
}

/** Undefined after Ctrl-C. */
export async function answerSearch<Found>(
  search: Search<Found>,
  searched: Searched,
): Promise<{ readonly found: Found } | undefined> {
  const { model, request, settings, asking } = searched;
  const size = estimate(compile(model, request), settings.replications, { byWeek: settings.replications });
  if (size.refusal) throw new BadCommand('This request', [size.refusal]);
  const pool = await poolFor(model, settings, { isSmall: false, tasks: Infinity });
  const interrupt = listenForInterrupt(settings.quiet, () => void pool.withdraw?.());
  try {
    let step = search.next();
    while (!step.done) {
      const ask = step.value;
      asking?.(ask);
      const answers: Answer[] = [];
      let next = 0;
      const feed = async (thread: number) => {
        while (next < ask.settings.length && !interrupt.asked) {
          const at = next++;
          answers[at] = await one(ask, ask.settings[at], thread);
        }
      };
      await Promise.all(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
      if (interrupt.asked) {
        if (!settings.quiet) process.stderr.write('Stopped before there was an answer, so none is given.\n');
        return undefined;
      }
      step = search.next(answers);
    }
    return { found: step.value };
  } finally {
    interrupt.end();
    await pool.close();
  }

  async function one({ from, to, judges }: Ask, setting: Setting, thread: number): Promise<Answer> {
    const { read, rows, numbersAt } = searched;
    const at = { ...request, set: { ...request.set, ...numbersAt(setting) } };
    const task = {
      request: at,
      seed: settings.seed,
      replications: Array.from({ length: to - from }, (_, r) => from + r),
      byWeekBelow: judges ? TO_SEE_WHETHER_IT_SETTLES : 0,
    };
    const results = await runTwice(pool, task, thread);
    // The workers of a queue have stopped: there is no answer.
    if (results.length < to - from) {
      interrupt.asked = true;
      return { readings: [] };
    }
    const readings = results.map((values, r) => read(values, from + r));
    if (!judges) return { readings };
    const weeks = results.slice(0, TO_SEE_WHETHER_IT_SETTLES).map((values) => values.subarray(rows));
    return { readings, settles: hasAverages(judgeSettling(compile(model, at), weeks)) };
  }
}
