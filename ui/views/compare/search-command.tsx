// The same search as a command for a terminal; changes with a date have no words there.
import type { Model, RunRequest, Tries } from '../../../engine/index.ts';
import type { Goal } from '../../model/goal.ts';
import { nameInTerminal } from '../../model/shipped-models.ts';
import { comparedLines } from '../../shown/compared-lines.ts';
import { EDITED } from '../../state/compared.ts';
import { roleOf } from '../../study/searching.ts';

interface Props {
  readonly model: Model;
  readonly goal: Goal;
  readonly run: RunRequest;
  readonly seed: number;
  readonly replications: number;
  readonly paths: readonly string[];
  /** Of one number; several go from where they stand to the most of their sliders, here and there. */
  readonly tries?: Tries;
}

export function SearchCommand({ model, goal, run, seed, replications, paths, tries }: Props) {
  const line = soThat(model, goal);
  if (
    !line ||
    (run.changes ?? []).length > 0 ||
    (goal.within === EDITED && paths.some((path) => Object.hasOwn(run.set ?? {}, path)))
  )
    return null;
  const under = (run.conditions ?? []).map((id) => ` --condition ${id}`).join('');
  const set = Object.entries(run.set ?? {})
    .map(([path, value]) => ` --set ${path}=${value}`)
    .join('');
  const of = paths.map((path) => ` --of ${path}`).join('');
  const range = tries ? ` --least ${tries.least} --most ${tries.most} --step ${tries.step}` : '';
  return (
    <details className="small">
      <summary>The same search in a terminal</summary>
      <code>{`npx onward solve ${nameInTerminal(model.id)}${of} --so-that "${line}"${range} --option ${run.option}${under}${set} --seed ${seed} --replications ${replications}`}</code>
    </details>
  );
}

/** The target as the terminal writes it. */
function soThat(model: Model, { kind, limit }: Goal): string | undefined {
  const line = comparedLines(model).find(({ role }) => role === roleOf[kind]);
  return line && `${line.station}.${line.measure}.${line.statistic ?? 'mean'} <= ${limit}`;
}
