// What a thread does for `onward verify`: every thread has the checks, so a request names a group by its place in the list.
import { checkGroups, checkModel, checkRequest } from '../engine/index.ts';
import { type Task, replicator } from './replicator.ts';

export interface VerifyTask {
  /** Place in `checkGroups()`. */
  readonly group: number;
  readonly seed: number;
  readonly replications: readonly number[];
}

const runs = new Map<number, (task: Task) => Float64Array[]>();

export default function verifier({ group, seed, replications }: VerifyTask): Float64Array[] {
  const model = checkModel(checkGroups()[group][0]);
  let run = runs.get(group);
  if (!run) runs.set(group, (run = replicator(model)));
  return run({ request: checkRequest(model), seed, replications });
}
