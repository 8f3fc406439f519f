// A request: one state of the settings, and what the workers must run for it.
import type { LiveChange, Model, RunRequest } from '../../engine/index.ts';
import { TODAY } from './values.ts';

/** One state of the settings; undo and redo go from one to another. */
export interface Settings {
  readonly option: string;
  /** Laid over every option, over today as well; in the document's order. */
  readonly conditions: readonly string[];
  /** Moved sliders, as if it had always been so: the headline numbers take these. */
  readonly set: Readonly<Record<string, number>>;
  /** Changes kept with a date; they count in the headline numbers and on the map. */
  readonly changes: readonly LiveChange[];
  /** The same moves as in `set`, with the day on the map at which they were made: only the map takes these. */
  readonly moves: readonly LiveChange[];
  readonly seed: number;
  readonly replications: number;
}

export const nothingAsked: Settings = {
  option: TODAY,
  conditions: [],
  set: {},
  changes: [],
  moves: [],
  seed: 1,
  replications: 100,
};

export const startOf = (model: Model): Settings => ({
  ...nothingAsked,
  seed: model.experiment.seed,
  replications: model.experiment.replications,
});

export const hasEdits = ({ set, changes }: Settings): boolean => Object.keys(set).length > 0 || changes.length > 0;

/** What the headline numbers are computed from. */
export const requestOf = ({ option, conditions, set, changes }: Settings): RunRequest => ({
  option,
  conditions,
  set,
  changes,
});

/** Today as the document has it, under the conditions that are switched on. */
export const todayUnder = ({ conditions }: Settings): RunRequest => ({
  option: TODAY,
  conditions,
  set: {},
  changes: [],
});

/**
 * What the map shows: the same past, and from the day a slider was moved, the new value.
 * A number that cannot be dated, or that no move accounts for (it came with a link), holds from the start.
 */
export function watchedRequestOf(settings: Settings, canBeDated: (path: string) => boolean): RunRequest {
  const moves = settings.moves.filter((move) => canBeDated(move.path));
  const dated = new Set(moves.map((move) => move.path));
  const set = Object.fromEntries(Object.entries(settings.set).filter(([path]) => !dated.has(path)));
  const changes = [...settings.changes, ...moves].sort((a, b) => a.atDay - b.atDay);
  return { option: settings.option, conditions: settings.conditions, set, changes };
}
