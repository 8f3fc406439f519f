// Checks labels: no two rows of a table, and no two boxes on the screen, look the same.
import type { Model } from '../document.ts';
import { warning, type Problem } from '../../ground/problem.ts';

const FAMILIES = ['needs', 'streams', 'stations'] as const;
const isBlank = (label: string): boolean => label.trim() === '';

export function labelProblems(model: Model): Problem[] {
  return FAMILIES.flatMap((family) => {
    const seen = new Map<string, string>();
    return Object.entries(model[family]).flatMap(([id, { label }]): Problem[] => {
      const path = `${family}.${id}.label`;
      // As read: capitals and blanks make no difference.
      if (isBlank(label)) return []; // called by its id, see below
      const read = label.trim().replace(/\s+/g, ' ').toLowerCase();
      const twin = seen.get(read);
      seen.set(read, twin ?? id);
      if (twin === undefined) return [];
      const hint = `Nobody could tell their rows apart: add what differs, such as "${label.trim()} (${id})".`;
      return [warning(path, `"${label}", which is also the label of ${family}.${twin}`, 'a label of its own', hint)];
    });
  });
}

/** A model in which what has no label is called by its id. */
export function withLabels(model: Model): Model {
  const named = <T extends { readonly label: string }>(members: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(members).map(([id, one]) => [id, isBlank(one.label) ? { ...one, label: id } : one]),
    );
  const hasBlank = FAMILIES.some((family) => Object.values(model[family]).some(({ label }) => isBlank(label)));
  if (!hasBlank) return model;
  return { ...model, needs: named(model.needs), streams: named(model.streams), stations: named(model.stations) };
}
