// Keeping, changing and deleting options of one's own: the document on the page becomes one with them, and nothing else changes.
import type { Model, Option } from '../../engine/index.ts';
import { hasEdits, type Settings } from '../model/asked.ts';
import { newOwnId, withOwnOptions } from '../model/own-document.ts';
import { ownOptions } from '../model/own-options.ts';
import { TODAY } from '../model/values.ts';
import { editedOption } from '../shown/edited-option.ts';
import { notices } from '../state/notices.ts';
import { settings, type Done } from '../state/settings.ts';
import { becomeDocument, validated } from './opening.ts';

/** What is on the screen becomes an option, and is then shown as that. Says whether it did. */
export function keepAsOption(title: string): Promise<boolean> {
  const { model, present } = settings.getState();
  if (!model) return Promise.resolve(false);
  const option = made(model, title, present);
  return become([...ownOptions(model), option], { ...present, option: option.id, set: {}, changes: [], moves: [] });
}

/** Other settings become an option, and what is on the screen stays. Gives its id, if it did. */
export async function keepBeside(title: string, of: Settings): Promise<string | undefined> {
  const { model, present } = settings.getState();
  if (!model) return undefined;
  const option = made(model, title, of);
  return (await become([...ownOptions(model), option], present)) ? option.id : undefined;
}

function made(model: Model, title: string, of: Settings): Option {
  const { set, changes } = editedOption(model, of);
  return { id: newOwnId(model), title, set, ...(changes?.length ? { changes } : {}) };
}

/** The same again, under a name of its own, right after it. */
export function duplicate(option: Option): Promise<boolean> {
  const { model, present } = settings.getState();
  if (!model) return Promise.resolve(false);
  const copy = { ...option, id: newOwnId(model), title: `${option.title}, copy` };
  const own = ownOptions(model).flatMap((one) => (one.id === option.id ? [one, copy] : [one]));
  return become(own.includes(copy) ? own : [...own, copy], present);
}

export function change(id: string, to: Pick<Option, 'title' | 'about'>): Promise<boolean> {
  const { model, present } = settings.getState();
  if (!model || to.title.trim() === '') return Promise.resolve(false);
  const about = to.about?.trim() ? { about: to.about.trim().slice(0, 1000) } : {};
  const own = ownOptions(model).map((one) => {
    if (one.id !== id) return one;
    const { about: _, ...rest } = one;
    return { ...rest, title: to.title, ...about };
  });
  return become(own, present);
}

/** One place up (−1) or down (+1). */
export function move(id: string, by: -1 | 1): Promise<boolean> {
  const { model, present } = settings.getState();
  const own = model ? [...ownOptions(model)] : [];
  const at = own.findIndex((one) => one.id === id);
  const other = own[at + by];
  if (at < 0 || !other) return Promise.resolve(false);
  [own[at], own[at + by]] = [other, own[at]];
  return become(own, present);
}

/** It can be put back. Where it is what is shown, today is shown. */
export async function remove(option: Option): Promise<boolean> {
  const { model, present } = settings.getState();
  if (!model) return false;
  const before = ownOptions(model);
  const isShown = present.option === option.id;
  const next = isShown ? { ...present, option: TODAY, set: {}, changes: [], moves: [] } : present;
  const isDone = await become(
    before.filter(({ id }) => id !== option.id),
    next,
  );
  if (isDone)
    notices.say(`Deleted: ${option.title}`, [], {
      label: 'Put it back',
      act: () => {
        const now = settings.getState();
        if (now.model) void become([...ownOptions(now.model), option], isShown ? present : now.present);
      },
    });
  return isDone;
}

async function become(own: readonly Option[], present: Settings): Promise<boolean> {
  const before = settings.getState();
  if (!before.model) return false;
  const text = JSON.stringify(withOwnOptions(before.model, own), null, 2);
  const model = await validated(text);
  // Something else was opened meanwhile.
  if (!model || settings.getState().model !== before.model) return false;
  const { past, future, present: was } = settings.getState();
  const isThere = ({ option }: Settings) => option === TODAY || (model.options ?? []).some(({ id }) => id === option);
  const isStep = present.option !== was.option || hasEdits(present) !== hasEdits(was);
  const done: Done = {
    present,
    past: [...past, ...(isStep ? [was] : [])].filter(isThere),
    future: future.filter(isThere),
  };
  becomeDocument(model, text, done);
  return true;
}
