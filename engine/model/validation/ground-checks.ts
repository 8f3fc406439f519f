// Questions that every check of a system asks: does this name exist, is this stay possible, do these shares add up to one.
import { stayProblem, type Stay } from '../../distributions/index.ts';
import type { Model } from '../document.ts';
import type { Alternative } from '../document/people.ts';
import { error, nameHint, type Problem } from '../../ground/problem.ts';
import { SHARE_TOLERANCE, sayShare } from '../shares.ts';
import { valuesOf } from '../who.ts';

/** The names of a model, and the questions whether a text is one of them. */
export interface Names {
  readonly needs: readonly string[];
  readonly stations: readonly string[];
  readonly exits: readonly string[];
  /** What a table may be by, and the keys it then has: needs, streams, or the values of an attribute. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  named(path: string, id: string, names: readonly string[], what: string): Problem[];
  /** A station or equal stations; the word `need` only where an ask may lead to whatever a person needs. */
  targets(path: string, to: string | readonly string[], orNeed: boolean): Problem[];
  alternatives(path: string, list: readonly Alternative[]): Problem[];
}

export function namesOf(model: Model): Names {
  const stations = Object.keys(model.stations);
  const known = new Set(stations);

  const named: Names['named'] = (path, id, names, what) =>
    names.includes(id) ? [] : [error(path, `"${id}"`, `the id of a ${what}`, nameHint(id, names, `${what}s`))];
  const station = (path: string, id: string) => (known.has(id) ? [] : named(path, id, stations, 'station'));
  const targets: Names['targets'] = (path, to, orNeed) => {
    if (typeof to === 'string') return orNeed && to === 'need' ? [] : station(path, to);
    return to.flatMap((id, at) =>
      to.indexOf(id) < at
        ? [error(`${path}.${at}`, `"${id}" again`, 'each station once', 'Remove it: it is already in this list.')]
        : station(`${path}.${at}`, id),
    );
  };

  return {
    needs: Object.keys(model.needs),
    stations,
    exits: stations.filter((id) => model.stations[id].kind === 'exit'),
    asked: new Map([
      ['need', Object.keys(model.needs)],
      ['stream', Object.keys(model.streams)],
      ...Object.entries(model.attributes ?? {}).map(([id, { shares }]) => [id, valuesOf(shares)] as const),
    ]),
    named,
    targets,
    alternatives: (path, list) => list.flatMap((one, at) => targets(`${path}.${at}.to`, one.to, false)),
  };
}

export function stayProblems(path: string, stay: Stay): Problem[] {
  const problem = stayProblem(stay);
  if (problem === null) return [];
  return [
    error(
      path,
      `a stay of shape "${stay.shape}" that is not possible`,
      'a stay whose numbers fit together',
      `${problem}.`,
    ),
  ];
}

export function sumProblems(path: string, shares: readonly number[]): Problem[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
  const hint =
    sum < 1
      ? `${sayShare(1 - sum)} of the people go nowhere: raise the shares by that much.`
      : `Lower the shares by ${sayShare(sum - 1)} in total.`;
  return [error(path, `shares that add to ${sayShare(sum)}`, 'shares that add to 1', hint)];
}
