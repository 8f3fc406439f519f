// `--keep` and `--resume`, as the commands take them whose work outlasts a stop.
import type { CommandOption } from '../arguments.ts';

export const keeping: readonly CommandOption[] = [
  {
    name: 'keep',
    takes: 'DIR',
    job: 'put away what finishes in DIR at once; after a stop of any kind the same command goes on from there, to the same bytes',
  },
  { name: 'resume', job: 'with --keep: only go on; refused where there is nothing' },
];
/** Of a command that keeps in the folder of its tables. */
export const keepingInOut: readonly CommandOption[] = [
  {
    name: 'keep',
    takes: 'DIR',
    job: 'put away what finishes in DIR at once, in place of in that of --out; after a stop of any kind the same command goes on from there',
  },
  { name: 'resume', job: 'with --out or --keep: only go on; refused where there is nothing' },
];
