// A plan by month, read in the worker of files, and set beside what the model with the plan in it needs and has.
import { besidePlan, compile, PLAN, PLAN_MIX } from '../../engine/index.ts';
import type { TellShare } from '../../formats/csv.ts';
import { isPlanHeadRow } from '../../formats/records/plan-wide.ts';
import { readPlan } from '../../formats/records/plan.ts';
import { NotATable, openTable } from '../../formats/table-file.ts';
import type { FileReply, FileRequest } from './file-protocol.ts';

type Asked<Type extends FileRequest['type']> = Extract<FileRequest, { type: Type }>;

export async function planIn({ file, answers }: Asked<'plan'>): Promise<FileReply> {
  try {
    const table = await openTable(new Uint8Array(await file.arrayBuffer()), isPlanHeadRow);
    const { rows, problems, understood, columns, isInPlaces } = readPlan(table, answers);
    return { type: 'plan', problems, understood, doubts: [], columns, found: rows && { rows, isInPlaces } };
  } catch (error) {
    if (error instanceof NotATable) return { type: 'refused', problems: [`It is ${error.found}. ${error.hint}`] };
    throw error;
  }
}

export function planBeside({ model, months, replications }: Asked<'beside-plan'>, tell: TellShare): FileReply {
  const option = model.options?.some(({ id }) => id === PLAN) ? PLAN : 'today';
  const conditions = model.conditions?.some(({ id }) => id === PLAN_MIX) ? [PLAN_MIX] : [];
  const program = compile(model, { option, conditions });
  const steps = besidePlan(program, { months, seed: model.experiment.seed, replications });
  let [done, step] = [0, steps.next()];
  for (; !step.done; step = steps.next()) tell(++done / replications);
  const { columns, rows } = step.value;
  return { type: 'beside-plan', columns: columns.map(({ name }) => name), rows: [...rows] };
}
