// The model documents that come with the page: each a piece of its own, fetched when it is opened. A first visit does not bring the list.
import { FIRST_MODEL } from './first-model.ts';

const files = import.meta.glob<string>(
  ['../../models/*.json', '../../models/learn/*.json', '!../../models/*.schema.json'],
  {
    query: '?raw',
    import: 'default',
  },
);

const isToLearn = (file: string) => file.includes('/learn/');
const idOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
const fileOf = (id: string) => Object.keys(files).find((file) => idOf(file) === id);
const idsOf = (kept: readonly string[]) => kept.map(idOf).sort((a, b) => a.localeCompare(b));

/** For the picker. A small model for learning is not hidden, but is not what the page is about either. */
export const shippedModels: readonly string[] = idsOf(Object.keys(files).filter((file) => !isToLearn(file))).sort(
  (a, b) => Number(b === FIRST_MODEL) - Number(a === FIRST_MODEL),
);
/** Each of these shows one rule. */
export const modelsToLearn: readonly string[] = idsOf(Object.keys(files).filter(isToLearn));

export const sayNotShipped = (id: string, isOneHere: boolean): string =>
  `The model “${id.slice(0, 60)}” does not come with this page; ${isOneHere ? 'the one here was kept' : 'another was opened'}. Open its file first, then the link.`;

export const isShipped = (id: string): boolean => fileOf(id) !== undefined;

/** What the terminal knows a model by: those to learn from have a folder of their own. */
export const nameInTerminal = (id: string): string => (isToLearn(fileOf(id) ?? '') ? `learn/${id}` : id);

/** As text: a worker makes a model of it. That each is sound is held by a test. */
export async function textOfModel(id: string): Promise<string> {
  const file = fileOf(id);
  if (!file) throw new Error(`No model called ${id} comes with this page.`);
  return files[file]();
}
