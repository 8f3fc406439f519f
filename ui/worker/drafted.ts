// What the engine says of a drawing: what is wrong or missing, the model when it is sound, and what is known of every number in it.
import {
  distributions,
  documentKey,
  meanings,
  factsOf,
  numberPaths,
  sayProblem,
  stationKinds,
  validate,
  type Model,
  type NumberFacts,
  type Problem,
  type StationKind,
} from '../../engine/index.ts';
import type { Draft } from '../model/draft/draft.ts';

export interface DraftNumber {
  readonly path: string;
  readonly facts: NumberFacts;
}

export interface Drafted {
  readonly model?: Model;
  readonly problems: readonly Problem[];
  readonly numbers: readonly DraftNumber[];
}

export function drafted(draft: Draft): Drafted {
  const { model, problems } = validate(draft);
  const numbers = numberPaths(draft).flatMap((path) => {
    const facts = factsOf(draft, path);
    return facts === null ? [] : [{ path, facts }];
  });
  if (model) return { model, problems, numbers };
  // While one number is missing the engine asks no further: what else is wrong is found with others in their places.
  const filled = withStandIns(draft, problems);
  const said = new Set(problems.map(sayProblem));
  const more = !filled ? [] : validate(filled).problems.filter((one) => !said.has(sayProblem(one)));
  return { problems: [...problems, ...more], numbers };
}

/** A number or a stay that would do, wherever one is missing or cannot be. Undefined where there is none such. */
function withStandIns(draft: Draft, problems: readonly Problem[]): Draft | undefined {
  const filled = structuredClone(draft);
  const put = (path: string, value: unknown): boolean => {
    const keys = path.split('.');
    const last = keys.pop()!;
    const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], filled);
    if (typeof parent !== 'object' || parent === null) return false;
    (parent as Record<string, unknown>)[last] = value;
    return true;
  };
  const areThere = problems.map(({ path, found }) => {
    if (/^stations\.[^.]+\.(beds|staff)$/.test(path)) return put(path, 1);
    // Whoever has chosen no shape yet is asked for one, with all else that is missing.
    const [, stay] = /^((?:stations|needs)\..*\.(?:stay|prepare))(?:\.|$)/.exec(path) ?? [];
    return stay !== undefined && found !== 'nothing' && put(stay, { shape: 'fixed', days: 1 });
  });
  return areThere.some(Boolean) ? filled : undefined;
}

/** What may be drawn: the kinds of service, and the shapes of a stay that a few numbers describe. */
export interface Palette {
  readonly kinds: readonly StationKind[];
  readonly shapes: readonly DrawnShape[];
}
export interface DrawnShape {
  readonly shape: string;
  readonly label: string;
  readonly meaning: string;
  /** Its numbers by their keys in days; of those with the same `oneOf` one is given. */
  readonly numbers: readonly {
    readonly key: string;
    readonly label: string;
    readonly oneOf?: string;
    readonly isOptional: boolean;
  }[];
}

export const palette = (): Palette => ({
  kinds: stationKinds,
  shapes: distributions
    .filter(({ parameters }) => parameters.every(({ list, unit }) => !list && unit !== 'parts' && unit !== 'weights'))
    .map(({ shape, label, parameters }) => ({
      shape,
      label,
      meaning: meanings[shape],
      numbers: parameters.map((one) => ({
        key: documentKey(one, 'days'),
        label: one.label,
        isOptional: one.optional ?? false,
        ...(one.oneOf === undefined ? {} : { oneOf: one.oneOf }),
      })),
    })),
});
