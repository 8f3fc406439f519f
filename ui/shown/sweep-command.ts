// The command that tries the same combinations in a terminal, to the last digit.
import type { Settings } from '../model/asked.ts';
import type { Tried } from '../model/tried.ts';

/** `name` is the model's in the terminal; `row` is what is said of each combination, such as acute.delayed.mean. */
export function sweepCommand(
  name: string,
  present: Settings,
  tried: readonly Tried[],
  years: number,
  row: string,
): string {
  const { option, conditions, set, changes, seed } = present;
  return [
    `npx onward sweep ${name} --option ${option}`,
    ...tried.map(({ path, least, most, step }) => `--over ${path}=${least}:${most}:${step}`),
    `--of ${row}`,
    ...conditions.map((id) => `--condition ${id}`),
    ...Object.keys(set)
      .filter((path) => !tried.some((one) => one.path === path))
      .map((path) => `--set ${path}=${set[path]}`),
    ...changes.map(({ path, atDay, value }) => `--set ${path}@${atDay}=${value}`),
    `--seed ${seed} --replications ${years}`,
  ].join(' ');
}
