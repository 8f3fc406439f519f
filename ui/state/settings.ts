// The planner's settings: model, option, moved sliders and dated changes, with undo and redo without limit.
import { createStore } from 'zustand/vanilla';
import type { LiveChange, Model } from '../../engine/index.ts';
import { hasEdits, nothingAsked, startOf, type Settings } from '../model/asked.ts';
import { optionsOf, otherShares, valueUnderOption } from '../model/values.ts';

export interface SettingsState {
  readonly model: Model | undefined;
  readonly present: Settings;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
  /** The slider under somebody's thumb: its many values are one step to undo. */
  readonly gesture: { readonly path: string; readonly day: number } | undefined;
}

/** What has been done in a model: its present state, and the steps before and after it. */
export type Done = Pick<SettingsState, 'present' | 'past' | 'future'>;

export function createSettings() {
  const store = createStore<SettingsState>(() => ({
    model: undefined,
    present: nothingAsked,
    past: [],
    future: [],
    gesture: undefined,
  }));
  const { getState, setState } = store;

  function become(next: Settings, gesture?: SettingsState['gesture']): void {
    const { present, past, gesture: before } = getState();
    const sameGesture = gesture !== undefined && before?.path === gesture.path;
    setState({ present: next, past: sameGesture ? past : [...past, present], future: [], gesture });
  }

  return {
    ...store,

    /** Another model starts afresh, its paths meaning something else, or goes on with what was done in it before. */
    open(model: Model, { present = startOf(model), past = [], future = [] }: Partial<Done> = {}): void {
      setState({ model, present, past, future, gesture: undefined });
    },

    /** Other settings for the same document, as from a link; one step to undo. */
    become: (present: Settings): void => become(present),

    /** Choosing an option lays aside what was moved over the one before: `leftVersions` has it, and undo brings it back. */
    choose(option: string): void {
      const { model, present } = getState();
      if (!model || !optionsOf(model).some(({ id }) => id === option)) return;
      become({ ...present, option, set: {}, changes: [], moves: [] });
    },

    /** Goes on with a version that was laid aside. */
    takeUp({ option, set, changes, moves }: Settings): void {
      become({ ...getState().present, option, set, changes, moves });
    },

    /** A condition switched on or off; what was moved stays moved. */
    lay(condition: string, isOn: boolean): void {
      const { model, present } = getState();
      const conditions = (model?.conditions ?? [])
        .map(({ id }) => id)
        .filter((id) => (id === condition ? isOn : present.conditions.includes(id)));
      if (String(conditions) !== String(present.conditions)) become({ ...present, conditions });
    },

    /** A slider moved while the map stood at `day`. */
    move(path: string, value: number, day: number): void {
      const { model, present, gesture } = getState();
      if (!model) return;
      const at = gesture?.path === path ? gesture : { path, day };
      const { [path]: _, ...rest } = present.set;
      const others = roomForShare(model, path, rest);
      const isBack = valueUnderOption(model, present.option, path) === value;
      if ((isBack ? undefined : value) === present.set[path] && gesture?.path !== path) return;
      // It replaces what was moved that day, and what was moved on later days before the map was wound back.
      const moves = present.moves.filter((m) => m.path !== path || m.atDay < Math.floor(at.day));
      const isNews = !isBack || moves.some((m) => m.path === path);
      const set = isBack ? others : { ...others, [path]: value };
      become({ ...present, set, moves: isNews ? [...moves, { atDay: at.day, path, value }] : moves }, at);
    },

    /** The thumb has let go. */
    settle(): void {
      if (getState().gesture) setState({ gesture: undefined });
    },

    /** The moved slider becomes a change with a date, in the numbers as well as on the map. */
    keepFrom(path: string, day: number): void {
      const { present } = getState();
      const { [path]: value, ...set } = present.set;
      if (value === undefined) return;
      const atDay = Math.max(0, Math.floor(day));
      const changes = [...without(present.changes, path, atDay), { atDay, path, value }].sort(
        (a, b) => a.atDay - b.atDay,
      );
      become({ ...present, set, changes, moves: present.moves.filter((m) => m.path !== path) });
    },

    forget(change: LiveChange): void {
      const { present } = getState();
      become({ ...present, changes: without(present.changes, change.path, change.atDay) });
    },

    /** Back to the option as the document has it. */
    reset(): void {
      const { present } = getState();
      if (hasEdits(present)) become({ ...present, set: {}, changes: [], moves: [] });
    },

    undo(): void {
      const { past, present, future } = getState();
      if (past.length === 0) return;
      setState({
        present: past[past.length - 1],
        past: past.slice(0, -1),
        future: [present, ...future],
        gesture: undefined,
      });
    },

    redo(): void {
      const { past, present, future } = getState();
      if (future.length === 0) return;
      setState({ present: future[0], past: [...past, present], future: future.slice(1), gesture: undefined });
    },
  };
}

/** Shares add to one, so at least one of them must be free to follow: the one moved longest ago. */
function roomForShare(model: Model, path: string, set: Settings['set']): Settings['set'] {
  const others = otherShares(model, path);
  if (others.length === 0 || others.some((other) => set[other] === undefined)) return set;
  const oldest = Object.keys(set).find((moved) => others.includes(moved))!;
  return Object.fromEntries(Object.entries(set).filter(([moved]) => moved !== oldest));
}

const without = (changes: readonly LiveChange[], path: string, atDay: number) =>
  changes.filter((change) => change.path !== path || change.atDay !== atDay);

/** A list cannot usefully show more. */
const MOST_VERSIONS = 5;

/** Edited versions that were left for something else, the latest first: none is lost by choosing another option. */
export function leftVersions({ past, present, future }: Done): readonly Settings[] {
  const all = [...past, present, ...future];
  const found: Settings[] = [];
  for (let at = all.length - 2; at >= 0 && found.length < MOST_VERSIONS; at--) {
    const [one, next] = [all[at], all[at + 1]];
    const isOther = one.option !== next.option;
    if (!hasEdits(one) || (!isOther && hasEdits(next) && pathsOf(one).some((path) => pathsOf(next).includes(path))))
      continue;
    // A slider that only came by its own place on the way left nothing behind.
    const key = isOther ? versionOf : kindOf;
    if (![present, ...found].some((later) => key(later) === key(one))) found.push(one);
  }
  return found;
}

const pathsOf = ({ set, changes }: Settings) => [...Object.keys(set), ...changes.map(({ path }) => path)].sort();
const kindOf = (one: Settings) => JSON.stringify([one.option, pathsOf(one)]);
const versionOf = ({ option, set, changes }: Settings) => JSON.stringify([option, Object.entries(set).sort(), changes]);

export const settings = createSettings();
