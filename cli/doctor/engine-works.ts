// Whether the engine answers here, and whether threads give the same numbers as no threads.
import { readFileSync } from 'node:fs';
import { type Model, compile, readModel, rowKeys } from '../../engine/index.ts';
import { engineVersion, shortVersion } from '../engine-print.ts';
import { shippedFile, version } from '../house.ts';
import { openPool, workerThreads } from '../pool.ts';
import type { Task } from '../replicator.ts';
import { type Finding, good, missing, reason } from './finding.ts';

const ASKED: Task = { request: { option: 'today' }, seed: 1, replications: [0, 1] };
const REPAIR = 'Run npm ci in the folder of Onward; if that does not help, get it anew.';

export async function engineWorks(): Promise<Finding[]> {
  const said = `Onward ${version()}, engine ${shortVersion(engineVersion)}`;
  let model: Model;
  let here: Float64Array[];
  try {
    const read = readModel(readFileSync(shippedFile('one-queue'), 'utf8'));
    if (!read.model) throw new Error('a model that comes with Onward is refused');
    model = read.model;
    here = await (await openPool(model, 1)).run(ASKED, 0);
    const rows = rowKeys(compile(model, ASKED.request)).length;
    if (here.length !== 2 || here.some((values) => values.length !== rows)) throw new Error('it gives no whole answer');
  } catch (error) {
    return [missing('engine', `${said}, does not work: ${reason(error)}`, REPAIR)];
  }
  return [good('engine', `${said}, works`), await threadsWork(model, here)];
}

async function threadsWork(model: Model, here: readonly Float64Array[]): Promise<Finding> {
  try {
    const pool = await workerThreads(model, 1);
    try {
      const there = await pool.run(ASKED, 0);
      const isSame = here.every((values, at) => values.every((value, row) => Object.is(value, there[at]?.[row])));
      if (isSame) return good('threads', 'threads work, and give the same numbers');
      return missing(
        'threads',
        'threads give other numbers',
        'This is a fault of ours: please report it. --workers 1 does without them.',
      );
    } finally {
      await pool.close();
    }
  } catch (error) {
    return missing(
      'threads',
      `no thread can be started: ${reason(error)}`,
      'Use --workers 1, which does without them.',
    );
  }
}
