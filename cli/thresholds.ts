// The model's thresholds, such as "acute.delayed.p90 <= 5", compared with the averages of a run.
import { type Model, type Row, meets, nearestName, typedNumber } from '../engine/index.ts';
import { type BadCommand, badCommand } from './bad-command.ts';
import { amount, finder } from './output/table.ts';
import { type RowName, checkRowName } from './row-named.ts';

export interface Threshold extends RowName {
  readonly text: string;
  readonly sign: '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

export interface Verdict {
  readonly text: string;
  readonly met: boolean;
  readonly sentence: string;
}

const shape = /^\s*([\w-]+)\.(\w+)\.([\w. ]+?)\s*(<=|>=|<|>)\s*(\S.*?)\s*$/;

/** Before the run: nobody should wait for a rule that cannot be read. */
export function readThresholds(model: Model, source: string): Threshold[] {
  return (model.thresholds ?? []).map((text, at) => readThreshold(model, text, `thresholds.${at}`, source));
}

/** One rule, in the document or on the command line. */
export function readThreshold(model: Model, text: string, path: string, source?: string): Threshold {
  const found = shape.exec(text);
  const fault = (expected: string, hint: string): BadCommand => badCommand(path, text, expected, hint, source);
  if (!found) throw fault('station.measure.statistic <= number', 'Such as acute.delayed.p90 <= 5');
  const [, station, measure, statistic, sign, written] = found;
  const limit = typedNumber(written);
  if ('hint' in limit) throw fault('station.measure.statistic <= number', limit.hint);
  checkRowName(model, { station, measure, statistic }, path, text, source);
  return { text, station, measure, statistic, sign: sign as Threshold['sign'], limit: limit.value };
}

export function judge(thresholds: readonly Threshold[], option: string, rows: readonly Row[]): Verdict[] {
  const find = finder(rows);
  return thresholds.map((threshold) => {
    const { text, station, measure, statistic, sign, limit } = threshold;
    const row = find(option, station, measure, statistic);
    if (!row) {
      const statistics = [
        ...new Set(
          rows.filter((each) => each.station === station && each.measure === measure).map((each) => each.statistic),
        ),
      ];
      throw badCommand(
        'thresholds',
        text,
        statistics.join(', '),
        `Did you mean ${nearestName(statistic, statistics) ?? 'another statistic'}?`,
      );
    }
    // Where there was nobody to measure, nothing has been shown.
    const met = row.value !== null && meets(row.value, { sign, limit });
    const saw =
      row.settles === false
        ? 'it does not settle, so there is no average to judge'
        : row.value === null
          ? 'there was nobody to measure'
          : `it is ${amount(row.value, row.unit)}`;
    return { text, met, sentence: `${met ? 'met' : 'NOT MET'}  ${text}  (${saw})` };
  });
}
