// A whole experiment in one call: options of a model over many replications, the same people in each; what `onward run` and `onward compare` print.
import {
  type DifferenceRow,
  type Manifest,
  type Model,
  type Program,
  Refusal,
  type Row,
  TO_SEE_WHETHER_IT_SETTLES,
  compile,
  differences,
  estimate,
  hasAverages,
  judgeSettling,
  makeManifest,
  replicate,
  replicateByWeek,
  resultDocument,
  rowKeys,
  summarise,
  withAverages,
} from '../engine/index.ts';
import { checkRequest, type ExperimentRequest } from './asked.ts';

/** The answer. Rows are plain data, in the same order for the same request. */
export interface Experiment {
  /** All that is needed to have the same answer again: version, fingerprint of the model, seed, replications, options, settings. */
  readonly manifest: Manifest;
  /** One row an option and value, each with its 95 % interval over the replications. Empty if nothing finished. */
  readonly summary: readonly Row[];
  /** Each other option minus the baseline, paired by replication, with its verdict. Empty for one option. */
  readonly differences: readonly DifferenceRow[];
  /** By option: whether averages over the whole run mean anything. Where false, the rows have null instead of a value. */
  readonly settles: Readonly<Record<string, boolean>>;
  /** Whether every replication asked for is in it; false if `mayGoOn` stopped it. */
  readonly isWhole: boolean;
}

/**
 * Simulates options of a model and sums them up. It is synchronous and takes as long as the model does, from milliseconds to minutes: in a
 * page, call it in a worker.
 *
 * @param model - as {@link readModel} returned it
 * @param request - what to simulate; nothing gives *today* as the document asks for it
 * @returns the same numbers as `onward run MODEL --json` for one option, and as `onward compare MODEL --json` for several
 * @throws {@link Refusal} for an option, condition, path or number that cannot be used, and for a request that no machine could finish
 *
 * @example
 * ```ts
 * const { model, problems } = readModel(text);
 * if (!model) throw new Error(problems.map(sayProblem).join('\n'));
 * const { summary, differences } = experiment(model, { options: ['today', 'proposed-18'], replications: 100 });
 * ```
 */
export function experiment(model: Model, request: ExperimentRequest = {}): Experiment {
  checkRequest(request);
  const { options, baseline } = optionsIn(request);
  const { conditions = [], set = {}, changes = [], percentiles, over } = request;
  const { seed = model.experiment.seed, replications = model.experiment.replications } = request;
  const programs = options.map((option) =>
    compile(model, {
      option,
      conditions,
      set,
      ...(changes.length > 0 && { changes: changes.toSorted((a, b) => a.atDay - b.atDay) }),
      ...(percentiles && { percentiles }),
      ...(over && { over }),
    }),
  );
  refuseTooMuch(programs, replications);
  const { values, weeks, finished } = simulate(programs, seed, replications, request.mayGoOn);
  const settlings = programs.map((program, at) => judgeSettling(program, weeks[at]));
  const of = options.indexOf(baseline);
  const keys = programs.map((program) => rowKeys(program));
  return {
    manifest: makeManifest(model, {
      seed,
      replications: finished,
      options,
      baseline: options.length > 1 ? baseline : null,
      conditions,
      set: { ...set, ...Object.fromEntries(changes.map(({ path, atDay, value }) => [`${path}@${atDay}`, value])) },
      percentiles,
      over,
    }),
    summary:
      finished === 0
        ? []
        : options.flatMap((option, at) => withAverages(summarise(option, keys[at], values[at]), settlings[at])),
    differences:
      finished === 0
        ? []
        : options.flatMap((option, at) =>
            at === of
              ? []
              : withAverages(
                  differences(option, baseline, keys[of], values[at], values[of]),
                  settlings[at],
                  settlings[of],
                ),
          ),
    settles: Object.fromEntries(options.map((option, at) => [option, hasAverages(settlings[at])])),
    isWhole: finished === replications,
  };
}

/** The answer as JSON text: to the byte what the terminal prints for the same request, but for its last line break. */
export const resultText = ({ manifest, summary, differences: apart }: Experiment): string =>
  resultDocument(manifest, summary, apart);

/** A baseline that is not named among the options joins them in front, since it has to be run anyway. */
function optionsIn({ options: named = [], baseline }: ExperimentRequest): { options: string[]; baseline: string } {
  const options = named.length > 0 ? [...named] : ['today'];
  if (baseline === undefined || options.includes(baseline)) return { options, baseline: baseline ?? options[0] };
  return { options: [baseline, ...options], baseline };
}

function refuseTooMuch(programs: readonly Program[], replications: number): void {
  const periods = replications * programs.length;
  const byWeek = Math.min(replications, TO_SEE_WHETHER_IT_SETTLES) * programs.length;
  for (const program of programs) {
    const { refusal } = estimate(program, periods, { byWeek });
    if (refusal) throw new Refusal([refusal]);
  }
}

/** The options take turns, so that what is finished when somebody stops is finished for all of them. */
function simulate(
  programs: readonly Program[],
  seed: number,
  replications: number,
  mayGoOn: ExperimentRequest['mayGoOn'],
): { values: Float64Array[][]; weeks: Float64Array[][]; finished: number } {
  const values = programs.map((): Float64Array[] => []);
  const weeks = programs.map((): Float64Array[] => []);
  const of = replications * programs.length;
  let done = 0;
  for (let replication = 0; replication < replications; replication++)
    for (const [at, program] of programs.entries()) {
      if (mayGoOn && !mayGoOn(done, of)) {
        for (const each of [...values, ...weeks]) each.length = Math.min(each.length, replication);
        return { values, weeks, finished: replication };
      }
      if (replication < TO_SEE_WHETHER_IT_SETTLES) {
        const both = replicateByWeek(program, seed, replication);
        values[at].push(both.values);
        weeks[at].push(both.weeks);
      } else values[at].push(replicate(program, seed, replication));
      done++;
    }
  return { values, weeks, finished: replications };
}
