// What a thread of a worker does: it keeps the last documents, and runs replications of them.
import { readModel, Refusal } from '../../engine/index.ts';
import { type Combinations, type Task, replicator } from '../replicator.ts';
import { engineVersion } from '../engine-print.ts';
import { isToBeRun, notToBeRun } from './asked-form.ts';
import type { Ran } from './working.ts';

export interface Asked {
  readonly model: string;
  /** Of the model; left out where the thread should have it. */
  readonly documentText?: string;
  readonly task: Task | Combinations;
}

/** Its engine, for the files on the disk may have changed since the worker began; nothing else where the document is missing. */
export type Told = { readonly engine: string; readonly ran?: Ran };

const MOST_DOCUMENTS = 3;
const documents = new Map<string, ReturnType<typeof replicator>>();

export default function run({ model, documentText, task }: Asked): Told {
  const engine = engineVersion;
  const known = documents.get(model);
  if (known === undefined && documentText === undefined) return { engine };
  if (!isToBeRun(task)) return { engine, ran: { values: [], refused: [notToBeRun] } };
  const read = known === undefined ? readModel(documentText!) : undefined;
  if (read && !read.model) return { engine, ran: { values: [], refused: read.problems } };
  const replicate = known ?? replicator(read!.model!);
  documents.delete(model);
  documents.set(model, replicate);
  if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!);
  try {
    return { engine, ran: { values: replicate(task) } };
  } catch (error) {
    if (error instanceof Refusal) return { engine, ran: { values: [], refused: error.problems } };
    throw error;
  }
}
