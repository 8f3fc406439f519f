// Which option the story is about: the one on the screen, else the first that the document's own story tells of, else the first there is.
import type { Model, RunRequest } from '../../engine/index.ts';
import { hasEdits, requestOf, type Settings } from '../model/asked.ts';
import { optionOf, optionsOf, TODAY } from '../model/values.ts';

export interface ToldOption {
  readonly title: string;
  /** As somebody has edited it; undefined: as the document has it. */
  readonly isEdited: boolean;
  /** With these Explore shows the same. */
  readonly settings: Settings;
  readonly run: RunRequest;
}

/** Undefined where there is nothing but today. */
export function optionToTell(model: Model, settings: Settings, sayEdited: () => string): ToldOption | undefined {
  if (hasEdits(settings)) return { title: sayEdited(), isEdited: true, settings, run: requestOf(settings) };
  const isThere = (id: string | undefined): id is string =>
    id !== undefined && id !== TODAY && optionsOf(model).some((option) => option.id === id);
  const inStory = (model.story ?? []).map(({ option }) => option);
  const id = [settings.option, ...inStory, ...optionsOf(model).map((option) => option.id)].find(isThere);
  if (id === undefined) return undefined;
  const chosen = { ...settings, option: id, moves: [] };
  return { title: optionOf(model, id).title, isEdited: false, settings: chosen, run: requestOf(chosen) };
}
