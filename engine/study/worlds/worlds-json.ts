// Plausible worlds as JSON, the same bytes from page and terminal.
import type { Manifest } from '../result.ts';
import type { Deciding } from './deciding.ts';
import type { JudgedReading } from './readings.ts';
import type { JudgedWorld, WorldsSummary } from './verdicts.ts';

/** How much of a model its worlds draw, and what stays as it is. */
export interface DrawnNumbers {
  readonly numbers: number;
  /** Numbers of the document without a range. */
  readonly without: number;
  /** Numbers with a range that both options set. */
  readonly decided: readonly string[];
}

/** A line a number and a line a world. */
export function worldsJson(
  manifest: Manifest,
  parts: { readonly drawn: DrawnNumbers; readonly summary: WorldsSummary },
  decides: readonly Deciding[],
  readings: readonly JudgedReading[],
  worlds: readonly JudgedWorld[],
  paths: readonly string[],
): string {
  const byPath = (values: readonly number[]) => Object.fromEntries(paths.map((path, i) => [path, values[i]]));
  const told = worlds.map(({ number, drawn, values, ...rest }) => ({
    world: number + 1,
    drawn: byPath(drawn),
    values: byPath(values),
    ...rest,
  }));
  const read = readings.map(({ title, baseline, option, world }) => {
    const { difference, ciLow, ciHigh, verdict, leans, settles } = world;
    const levels = { baseline: world.baseline, option: world.option };
    return { reading: title, of: [baseline, option], ...levels, difference, ciLow, ciHigh, verdict, leans, settles };
  });
  const fields = [
    `"manifest": ${JSON.stringify(manifest)}`,
    ...Object.entries(parts).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`),
    `"decides": ${linesOf(decides)}`,
    `"readings": ${linesOf(read)}`,
    `"worlds": ${linesOf(told)}`,
  ];
  return `{\n  ${fields.join(',\n  ')}\n}`;
}

const linesOf = (rows: readonly object[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
