// A workbook of whichever kind as a model: our own sheets, or those of another tool that are recognised by their names.
import { readModel, type Model } from '../engine/index.ts';
import { readExcel } from './excel.ts';
import { isIpacs, modelOfIpacs } from './ipacs.ts';
import type { CellProblem } from './workbook/cell-problems.ts';
import { modelOf } from './workbook/read.ts';
import type { Sheet } from './workbook/sheet.ts';

/** What a workbook came to. */
export interface OpenedWorkbook {
  /** Undefined: something must be mended first. */
  readonly model: Model | undefined;
  readonly problems: readonly CellProblem[];
  /** As they were read, to show what is wrong where it is. */
  readonly sheets: readonly Sheet[];
  /** What was read, in sentences without their full stops. */
  readonly understood: readonly string[];
}

/** Our own sheets, or the parameter workbook of IPACS. */
export type WorkbookKind = 'workbook' | 'ipacs';

/** Throws `NotAWorkbook` for anything else. `name`: of the file, for the evidence. `kind`: recognised if not given. */
export async function openWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  kind?: WorkbookKind,
): Promise<OpenedWorkbook> {
  const sheets = await readExcel(bytes);
  if (kind === 'workbook' || (kind === undefined && !isIpacs(sheets))) {
    const { model, problems } = modelOf(sheets);
    return { model, problems, sheets, understood: model ? [inShort(model)] : [] };
  }
  const { document, problems, understood } = modelOfIpacs(sheets, name);
  if (!document) return { model: undefined, problems: problems.all, sheets, understood };
  const { model, problems: refused } = readModel(JSON.stringify(document));
  const whole = refused.map(({ path, ...rest }): CellProblem => ({
    ...rest,
    place: { sheet: path || 'the workbook', cell: '' },
  }));
  return { model, problems: whole, sheets, understood: ['the parameter workbook of IPACS', ...understood] };
}

const inShort = ({ stations, needs, streams, options = [] }: Model): string =>
  [
    [Object.keys(stations).length, 'service'] as const,
    [Object.keys(needs).length, 'need'] as const,
    [Object.keys(streams).length, 'stream'] as const,
    [options.length, 'option'] as const,
  ]
    .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`)
    .join(', ');
