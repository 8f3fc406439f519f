// `onward solve`: what it would take. One number is searched along its values, several over every mix.
import { type Given, isOn } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { solveAlong } from '../solve-along.ts';
import { isMix, solveMix } from '../solve-mix.ts';

export async function command(given: Given): Promise<number> {
  if ((given.options.of ?? []).length === 0)
    throw badCommand('--of', 'nothing', 'the number to look for, such as stations.p2.beds', 'Add --of.');
  if (isMix(given)) return solveMix(given);
  for (const name of ['budget', 'by', 'best', 'save-as', 'out'])
    if (isOn(given, name))
      throw badCommand(`--${name}`, 'numbers along a line', 'a search of mixes', 'Leave --together out, or name two.');
  return solveAlong(given);
}
