// What an experiment may be asked for, checked before anything runs: names, whole numbers, limits.
import { type LiveChange, MOST_ASKED, type Problem, Refusal, nearestName } from '../engine/index.ts';

/** What to simulate. Whatever is left out is as the model's document says. */
export interface ExperimentRequest {
  /** Ids of options. `today`, without changes, is always there, and is the one taken if none is named. */
  readonly options?: readonly string[];
  /** The option that the others are compared with; the first one of several if left out. Run too where `options` does not name it. */
  readonly baseline?: string;
  /** Simulated periods of each option: a whole number from 1 to 10,000. */
  readonly replications?: number;
  /** A whole number from 0 to 4,294,967,295. Options share their people, replication by replication. */
  readonly seed?: number;
  /** Ids of conditions, such as a winter, that hold in every option. */
  readonly conditions?: readonly string[];
  /** Numbers laid over every option from the start, by path: `{ 'stations.p2.beds': 7 }`. */
  readonly set?: Readonly<Record<string, number | string>>;
  /** Numbers laid over every option from a day on. */
  readonly changes?: readonly LiveChange[];
  /** Percentiles to report besides the usual ones, from 0.01 to 99.99; at most 20. */
  readonly percentiles?: readonly number[];
  /** Thresholds in days, or people: report the share of people, or of time, above them; at most 20. */
  readonly over?: readonly number[];
  /** Asked before each replication, with how many are finished and how many there are. False stops: what is finished for every option counts. */
  readonly mayGoOn?: (finished: number, of: number) => boolean;
}

const KNOWN = [
  'options',
  'baseline',
  'replications',
  'seed',
  'conditions',
  'set',
  'changes',
  'percentiles',
  'over',
  'mayGoOn',
] as const satisfies readonly (keyof ExperimentRequest)[];

/** Whoever writes JavaScript has no compiler to tell them, so everything is looked at. */
export function checkRequest(request: ExperimentRequest): void {
  const { options, conditions, replications, seed, percentiles, over } = request;
  const problems = [
    ...Object.keys(request).flatMap(unknownKey),
    ...eachOnce('options', options),
    ...eachOnce('conditions', conditions),
    ...whole('replications', replications, 1, 10_000),
    ...whole('seed', seed, 0, 4_294_967_295),
    ...between('percentiles', percentiles, 0.01, 99.99),
    ...between('over', over, 0, 1_000_000),
  ];
  if (problems.length > 0) throw new Refusal(problems);
}

const problem = (path: string, found: string, expected: string, hint: string): Problem => ({
  path,
  found,
  expected,
  hint,
  severity: 'error',
});

function unknownKey(key: string): Problem[] {
  if ((KNOWN as readonly string[]).includes(key)) return [];
  const nearest = nearestName(key, KNOWN);
  const hint = nearest === null ? 'Leave it out.' : `Did you mean ${nearest}?`;
  return [problem(key, 'a key that no request has', `one of ${KNOWN.join(', ')}`, hint)];
}

function eachOnce(path: string, names: readonly string[] | undefined): Problem[] {
  if (names === undefined) return [];
  if (!Array.isArray(names)) return [problem(path, String(names), 'a list of ids', `Such as { ${path}: ['today'] }.`)];
  const twice = names.find((name, at) => names.indexOf(name) < at);
  return twice === undefined ? [] : [problem(path, `${twice} twice`, 'each id once', 'Leave the second one out.')];
}

function whole(path: string, value: number | undefined, least: number, most: number): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return [];
  return [problem(path, String(value), `a whole number from ${least} to ${most}`, 'Leave it out for the model’s own.')];
}

function between(path: string, numbers: readonly number[] | undefined, least: number, most: number): Problem[] {
  if (numbers === undefined) return [];
  if (!Array.isArray(numbers))
    return [problem(path, String(numbers), 'a list of numbers', `Such as { ${path}: [50] }.`)];
  const wrong = numbers.find((number) => !(number >= least && number <= most));
  if (wrong !== undefined)
    return [problem(path, String(wrong), `numbers from ${least} to ${most}`, 'Leave the others out.')];
  if (numbers.length <= MOST_ASKED) return [];
  const hint = 'Each adds several rows for every place.';
  return [problem(path, `${numbers.length} numbers`, `at most ${MOST_ASKED}`, hint)];
}
