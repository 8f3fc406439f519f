// Runs replications of one model, compiling each request only once.
import { type Model, type Program, type RunRequest, compile, replicate } from '../engine/index.ts';

/** Some replications of one option; a task is what travels to a worker thread. */
export interface Task {
  readonly request: RunRequest;
  readonly seed: number;
  readonly replications: readonly number[];
}

/** Programs kept by a thread: the options of a comparison take turns, and a slider leaves a new one at each move. */
const kept = 16;

export function replicator(model: Model): (task: Task) => Float64Array[] {
  const programs = new Map<string, Program>();
  return ({ request, seed, replications }) => {
    const key = JSON.stringify(request);
    let program = programs.get(key);
    if (!program) {
      program = compile(model, request);
      if (programs.size >= kept) programs.clear();
      programs.set(key, program);
    }
    const compiled = program;
    return replications.map((replication) => replicate(compiled, seed, replication));
  };
}
