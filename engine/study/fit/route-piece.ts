// Counted shares in a document: each way has its share and the evidence of it, and ways that nobody took have none; the others stay as they are.
import type { Evidence, Model } from '../../model/document.ts';
import type { Way } from '../../model/document/people.ts';
import { sharesToOne } from '../shares-to-one.ts';
import { shareWithin } from './share-fit.ts';
import type { RouteFit } from './route-fit.ts';

export interface RoutePiece {
  /** What stands at the path from now on: a list of ways, or shares by need. */
  readonly value: unknown;
  /** By path. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}

interface Asks {
  /** Where: `stations.p2.next`, or `streams.acute.shares`. */
  readonly path: string;
  /** What stands there. */
  readonly now: unknown;
  /** By name of the file, the goal in the document; names without one are left out, as if their people had not been counted. */
  readonly goals: ReadonlyMap<string, string>;
  readonly file: string;
  /** "2026-01-01 to 2026-06-30", or null. */
  readonly dates: string | null;
}

/** A sentence where it cannot be put there. */
export function routePiece(
  { ways }: Pick<RouteFit, 'ways'>,
  { path, now, goals, file, dates }: Asks,
): RoutePiece | string {
  const people = new Map<string, number>();
  for (const way of ways) {
    const goal = goals.get(way.to);
    if (goal !== undefined) people.set(goal, (people.get(goal) ?? 0) + way.people);
  }
  const all = [...people.values()].reduce((sum, each) => sum + each, 0);
  if (all === 0) return 'None of the places in the file is one of the model’s.';
  const before = Array.isArray(now) ? (now as readonly Way[]) : null;
  const twice = before?.find(
    ({ to }, at) => Array.isArray(to) || before.slice(at + 1).some((other) => other.to === to),
  );
  if (twice) return `Several ways lead to ${[twice.to].flat().join(', ')}: give their shares one by one in Build.`;
  const known = before ? before.map(({ to }) => to as string) : Object.keys((now as object | undefined) ?? {});
  const order = [...known, ...[...people.keys()].filter((goal) => !known.includes(goal))];
  const shares = sharesToOne(order.map((goal) => people.get(goal) ?? 0));
  const evidence = order.map((goal, at): [string, Evidence] => {
    const count = people.get(goal) ?? 0;
    const { low, high } = shareWithin(count, all);
    return [
      before ? `${path}.${at}.share` : `${path}.${goal}`,
      {
        status: 'measured',
        source: `${file}: ${count} of ${all} people${dates === null ? '' : `, ${dates}`}`,
        low: Math.min(shares[at], Number(low!.toPrecision(4))),
        high: Math.max(shares[at], Number(high!.toPrecision(4))),
      },
    ];
  });
  return {
    value: before
      ? order.map((to, at) => ({ ...(before[at] ?? { to }), share: shares[at] }))
      : Object.fromEntries(order.map((goal, at) => [goal, shares[at]])),
    evidence: Object.fromEntries(evidence),
  };
}

/** The document with a piece at its path. Every share there has a line of evidence of its own, so none of the old ones is left. */
export const withRoutes = (model: Model, path: string, { value, evidence }: RoutePiece): Model => ({
  ...(put(model, path.split('.'), value) as Model),
  evidence: { ...model.evidence, ...evidence },
});

function put(inside: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  const now = inside as Readonly<Record<string, unknown>>;
  return { ...now, [key]: rest.length === 0 ? value : put(now[key], rest, value) };
}
