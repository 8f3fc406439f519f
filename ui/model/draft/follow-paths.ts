// When something in a document moves or goes, the paths that name it elsewhere follow: those of options, conditions, sliders, evidence and the story.
import type { Change } from '../../../engine/index.ts';
import { isIn } from '../values.ts';
import type { Draft } from './draft.ts';

/** Where a path leads now; undefined when what it named is gone. */
export type Follow = (path: string) => string | undefined;

/** Everything below one of these is gone. */
export const withoutAll =
  (gone: readonly string[]): Follow =>
  (path) =>
    gone.some((start) => path === start || path.startsWith(`${start}.`)) ? undefined : path;

/** Members of a list are gone, and those after them have moved up. */
export const withoutMembers =
  (list: string, gone: readonly number[]): Follow =>
  (path) => {
    if (!path.startsWith(`${list}.`)) return path;
    const [member, ...rest] = path.slice(list.length + 1).split('.');
    const at = Number(member);
    if (gone.includes(at)) return undefined;
    return [list, at - gone.filter((one) => one < at).length, ...rest].join('.');
  };

/** What no longer names anything goes with it: a change that changed nothing else, an option of such changes, a step that shows it. */
export function followPaths(draft: Draft, before: Draft, follow: Follow): Draft {
  const record = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([path, value]) => {
        const next = follow(path);
        return next === undefined ? [] : [[next, value] as const];
      }),
    );
  const changes = (list: readonly Change[]): Change[] =>
    list.flatMap((change) => {
      const next = { ...change };
      if (change.set) next.set = record(change.set);
      if (change.scale) next.scale = record(change.scale);
      return sizeOf(next) === 0 && sizeOf(change) > 0 ? [] : [next];
    });
  const options = draft.options?.flatMap((option) => {
    const next = { ...option };
    if (option.set) next.set = record(option.set);
    if (option.changes) next.changes = changes(option.changes);
    const size = (one: typeof option) => Object.keys(one.set ?? {}).length + (one.changes?.length ?? 0);
    return size(next) === 0 && size(option) > 0 ? [] : [next];
  });
  const conditions = draft.conditions?.flatMap((condition) => {
    const next = changes(condition.changes);
    return next.length === 0 ? [] : [{ ...condition, changes: next }];
  });
  const controls = draft.controls?.flatMap((control) => {
    const path = follow(control.path);
    return path === undefined ? [] : [{ ...control, path }];
  });
  const given = {
    ...(options && { options }),
    ...(conditions && { conditions }),
    ...(controls && { controls }),
    ...(draft.evidence && { evidence: record(draft.evidence) }),
  };
  return withoutDangling({ ...draft, ...given }, before);
}

const sizeOf = ({ set = {}, scale = {} }: Change): number => Object.keys(set).length + Object.keys(scale).length;

/** What names a service, an option or a condition by its id, and steps of the story that show one. */
function withoutDangling(draft: Draft, before: Draft): Draft {
  const options = new Set(['today', ...(draft.options ?? []).map(({ id }) => id)]);
  const conditions = new Set((draft.conditions ?? []).map(({ id }) => id));
  const next = { ...draft };
  if (draft.options)
    next.options = draft.options.map((option) => {
      const { otherReadingOf: of, ...rest } = option;
      return of === undefined || options.has(of) ? option : rest;
    });
  if (draft.story)
    next.story = draft.story
      .filter(
        ({ option, spotlight }) =>
          isThere(options, option) && (spotlight === undefined || isIn(draft.stations, spotlight)),
      )
      .map((step) =>
        step.conditions === undefined
          ? step
          : { ...step, conditions: step.conditions.filter((id) => conditions.has(id)) },
      );
  if (draft.thresholds)
    next.thresholds = draft.thresholds.filter((text) => {
      const [station = ''] = text.trim().split('.');
      return station === 'all' || isIn(draft.stations, station);
    });
  if (draft.evidence)
    // A line may be about a number that only an option gives.
    next.evidence = Object.fromEntries(
      Object.entries(draft.evidence).filter(([path]) => covers(next, path) || !covers(before, path)),
    );
  return next;
}

const isThere = (ids: ReadonlySet<string>, id: string | undefined): boolean => id === undefined || ids.has(id);

/** Whether a line of evidence is still about a number, or about a plan that is there. */
function covers(draft: Draft, path: string): boolean {
  const [family, id, ...rest] = path.split('.');
  if (family === 'options' || family === 'conditions')
    return (draft[family] ?? []).some((one) => one.id === id && (rest.length === 0 || isIn(one, rest[0])));
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (isObject(at) && isIn(at, key) ? (at as never)[key] : undefined), draft);
  return holdsNumber(value) || (typeof value === 'string' && path.endsWith('.days'));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const holdsNumber = (value: unknown): boolean =>
  isObject(value) ? Object.values(value).some(holdsNumber) : typeof value === 'number' || value === 'unlimited';
