// Runs models in both engines, in a Web Worker of its own: SimJS is fetched here, on request, and nowhere else.
import {
  checkGroups,
  checkInShort,
  compile,
  loadTwin,
  optionsOf,
  readModel,
  type CheckGroup,
  type Program,
  type Twin,
} from '../../engine/index.ts';
import type { OpenModel, OpenRow, TwinReply, TwinRequest, TwinRow } from './twin-protocol.ts';

const say = (reply: TwinReply) => self.postMessage(reply);

self.onmessage = ({ data }: MessageEvent<TwinRequest>) => {
  compareAll(data).catch((error) =>
    say({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
};

async function compareAll({ open, only, seed }: TwinRequest): Promise<void> {
  const groups = checkGroups().filter((group) => only === undefined || group.some(({ id }) => isNamed(only, id)));
  say({ type: 'begun', models: groups.length + 1 });
  const twin = await loadTwin();
  say({ type: 'open', row: compareOpen(twin, open) });
  for (const group of groups) {
    const [{ title }] = group;
    say({ type: 'check', title, row: rowOf(twin, groupOf(group), checkInShort(group[0]), seed) });
  }
  say({ type: 'done' });
}

const groupOf = (group: CheckGroup): string => group[0].id.split('.')[0];
const isNamed = (only: readonly string[], id: string): boolean => only.includes(id) || only.includes(id.split('.')[0]);

function compareOpen(twin: Twin, { model: given, run, seed }: OpenModel): OpenRow {
  const model = typeof given === 'string' ? readModel(given).model : given;
  if (!model) throw new Error('The model could not be read.');
  const option = optionsOf(model).find(({ id }) => id === run.option)?.title ?? run.option;
  const row = rowOf(twin, model.id, compile(model, run), seed ?? model.experiment.seed);
  return { ...row, title: model.title, option };
}

/** The first replication. */
function rowOf(twin: Twin, id: string, program: Program, seed: number): TwinRow {
  const { verdict, patients, times, equal, ties, unsupported, firstDifference } = twin.compare(program, seed, 0);
  return { id, verdict, patients, times, equal, ties, unsupported, firstDifference };
}
