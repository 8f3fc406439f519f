// The columns of the comparison: today first, then up to three of the document's options and what is being edited in Explore.
import type { Model, RunRequest } from '../../engine/index.ts';
import { EDITED, MOST_BESIDE } from '../state/compared.ts';
import { hasEdits, requestOf, todayUnder, type Settings } from '../model/asked.ts';
import { optionOf, optionsOf, TODAY } from '../model/values.ts';

export interface Column {
  /** Today, an option of the document, or `EDITED`. */
  readonly id: string;
  /** A, B, C; today has none. */
  readonly letter: string;
  readonly title: string;
  readonly run: RunRequest;
}

/** Everything that today may be compared with, in the order of the page. `sayEdited` names what is being edited. */
export function offeredBeside(model: Model, settings: Settings, sayEdited: () => string): Omit<Column, 'letter'>[] {
  const { conditions } = settings;
  const listed = optionsOf(model)
    .filter(({ id }) => id !== TODAY)
    .map(({ id, title }) => ({ id, title, run: { option: id, conditions, set: {}, changes: [] } }));
  if (!hasEdits(settings)) return listed;
  return [{ id: EDITED, title: sayEdited(), run: requestOf(settings) }, ...listed];
}

/** Without a choice: what is being looked at in Explore, then the first of the document's options. */
export function suggested(settings: Settings, offered: readonly Pick<Column, 'id'>[]): string[] {
  const here = hasEdits(settings) ? EDITED : settings.option;
  const ids = offered.map(({ id }) => id);
  return [...new Set([...ids.filter((id) => id === here), ...ids])].slice(0, MOST_BESIDE);
}

/** As chosen, in the order in which they are offered, so that no letter depends on the order of clicks. */
export function columnsOf(
  model: Model,
  settings: Settings,
  offered: readonly Omit<Column, 'letter'>[],
  chosen: readonly string[] | undefined,
): Column[] {
  const ids = chosen ?? suggested(settings, offered);
  const beside = offered.filter(({ id }) => ids.includes(id)).slice(0, MOST_BESIDE);
  return [
    { id: TODAY, letter: '', title: optionOf(model, TODAY).title, run: todayUnder(settings) },
    ...beside.map((one, at) => ({ ...one, letter: 'ABC'[at] })),
  ];
}
