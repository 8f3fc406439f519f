// The workbook that was refused last: what is wrong in it, and the cells round each mistake.
import { createStore } from 'zustand/vanilla';
import type { Around } from '../../formats/workbook/around.ts';

export interface RefusedWorkbook {
  readonly name: string;
  readonly problems: readonly string[];
  readonly around: readonly Around[];
}

export const refusedWorkbook = createStore<{ readonly last: RefusedWorkbook | undefined }>(() => ({ last: undefined }));
