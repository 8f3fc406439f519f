// The numbers that a world draws: those with a range in their evidence, and which of them each of two options decides by itself.
import type { Model } from '../../model/document.ts';
import { isWholeAt, numberPaths, placeAt } from '../../model/number-at.ts';
import { optionsOf, type RunRequest } from '../../model/option.ts';
import { shareGroups, type ShareGroup } from '../../model/shares.ts';
import { endsOf, type Ends } from '../statistics/tornado.ts';

export interface UncertainNumber extends Ends {
  /** Only whole numbers may be there: beds, people. */
  readonly isWhole: boolean;
}

/** What is drawn in the worlds of a baseline and an option, and what is not. */
export interface Uncertain {
  /** In the order of the document's evidence. */
  readonly numbers: readonly UncertainNumber[];
  /** Of `numbers`, by request (the baseline first), the paths that the request leaves open. */
  readonly open: readonly ReadonlySet<string>[];
  /** The groups of shares that some of `numbers` belong to. */
  readonly groups: readonly ShareGroup[];
  /** Numbers with a range that both options decide, so that no world draws them. */
  readonly decided: readonly string[];
  /** Numbers of the document without a range. */
  readonly without: number;
}

/** How long a run is and when it begins is how a model is simulated, and nothing that somebody is unsure of. */
const SIMULATED = /^(calendar|experiment)\./;

/**
 * What an option or a setting changes is a decision, so it stays as it is said. A member of a group of shares that is set decides the
 * whole group, for the others follow from it.
 */
export function uncertainIn(model: Model, requests: readonly RunRequest[]): Uncertain {
  const ends = endsOf(model.evidence ?? {}, (path) => {
    const place = SIMULATED.test(path) ? null : placeAt(model, path);
    return place === null || 'severity' in place || place.isText ? undefined : (place.value as number | undefined);
  });
  const groups = shareGroups(
    model,
    ends.map(({ path }) => path),
  );
  const open = requests.map((request) => {
    const set = new Set(setBy(model, request));
    const isDecided = (path: string) =>
      set.has(path) ||
      groups.some(({ members }) => members.has(path) && [...members.keys()].some((one) => set.has(one)));
    return new Set(ends.map(({ path }) => path).filter((path) => !isDecided(path)));
  });
  const isOpen = ({ path }: Ends) => open.some((paths) => paths.has(path));
  const withRange = new Set(ends.map(({ path }) => path));
  return {
    numbers: ends.filter(isOpen).map((one) => ({ ...one, isWhole: isWholeAt(model, one.path) })),
    open,
    groups,
    decided: ends.filter((one) => !isOpen(one)).map(({ path }) => path),
    without: numberPaths(model).filter((path) => !SIMULATED.test(path) && !withRange.has(path)).length,
  };
}

function setBy(model: Model, { option, set = {} }: RunRequest): string[] {
  const { set: its = {} } = optionsOf(model).find(({ id }) => id === option) ?? {};
  return [...Object.keys(its), ...Object.keys(set)];
}
