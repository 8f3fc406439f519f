// Checks prices: one without a source is neither counted nor shown, and a warning says so, wherever it is given.
import type { Model } from '../document.ts';
import { coveringEvidence, isPriceSourced } from '../evidence.ts';
import { listWords, shortText, warning, type Problem } from '../../ground/problem.ts';

const EXPECTED = 'a source for every cost';

export function unsourcedProblems(model: Model): Problem[] {
  return Object.entries(model.stations).flatMap(([id, { costs = {} }]) => {
    const path = `stations.${id}.costs`;
    const keys = Object.keys(costs).filter((key) => coveringEvidence(`${path}.${key}`, model.evidence) === null);
    if (keys.length === 0) return [];
    const hint = `They will not be shown until evidence.${path} (or one of its numbers) gives a source.`;
    return [warning(path, `${listWords(keys)} without evidence`, EXPECTED, hint)];
  });
}

/** Prices among values that an option sets, or (without an option) somebody at the terminal. */
export function priceProblems(
  model: Model,
  set: Readonly<Record<string, unknown>>,
  before: string,
  option?: string,
): Problem[] {
  return Object.keys(set).flatMap((path): Problem[] => {
    if (!/\.costs\.\w+Gbp$/.test(path) || set[path] === null || isPriceSourced(model, path, option)) return [];
    const plan = option === undefined ? '' : ` or evidence.options.${option}`;
    const hint = `It will be neither counted nor shown until evidence.${path}${plan} gives a source.`;
    return [warning(`${before}${shortText(path, 120)}`, 'a price without evidence', EXPECTED, hint)];
  });
}
