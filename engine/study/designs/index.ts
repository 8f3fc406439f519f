// The designs of a sweep, by the word that chooses one. To add one, write one file and add one line here.
import type { DesignKind } from './design.ts';
import { grid } from './grid.ts';
import { latin } from './latin.ts';
import { sobol } from './sobol.ts';

export type { Design, DesignKind, Lever } from './design.ts';
export { valuesOf } from './design.ts';

export const designs: readonly DesignKind[] = [grid, latin, sobol];
