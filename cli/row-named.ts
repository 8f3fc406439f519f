// A row named on the command line or in a rule, such as acute.delayed.p90: reads the name, checks it, and finds the row in a run.
import { type Model, type RowKey, measures, nearestName } from '../engine/index.ts';
import { badCommand } from './bad-command.ts';

export interface RowName {
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
}

type Keys = readonly RowKey[];

/** Refuses a place or a measure that the model does not have; `path` and `text` say where it was written and how. */
export function checkRowName(model: Model, { station, measure }: RowName, path: string, text: string, source?: string) {
  const fault = (name: string, all: readonly string[]) =>
    badCommand(path, text, all.join(', '), `Did you mean ${nearestName(name, all) ?? all[0]}?`, source);
  const stations = [...Object.keys(model.stations), 'all'];
  if (!stations.includes(station)) throw fault(station, stations);
  const ids = measures.map((each) => each.id);
  if (!ids.includes(measure)) throw fault(measure, ids);
}

export function readRowName(model: Model, text: string, path: string): RowName {
  const found = /^([\w-]+)\.(\w+)\.([\w. ]+)$/.exec(text.trim());
  if (!found) throw badCommand(path, text, 'station.measure.statistic', 'Such as acute.delayed.p90');
  const [, station, measure, statistic] = found;
  const name = { station, measure, statistic };
  checkRowName(model, name, path, text);
  return name;
}

/** The index of a row of everybody over the whole run; if there is none, the error names the nearest. */
export function rowAt(model: Model, { station, measure, statistic }: RowName, keys: Keys, path: string, text: string) {
  const ofMeasure = keys.filter((key) => key.measure === measure && key.who === 'all' && key.day === '');
  const here = ofMeasure.filter((key) => key.station === station);
  const at = keys.findIndex((key) => here.includes(key) && key.statistic === statistic);
  if (at >= 0) return at;
  const names = here.length > 0 ? here.map((key) => key.statistic) : ofMeasure.map((key) => key.station);
  const near = nearestName(here.length > 0 ? statistic : station, names);
  throw badCommand(
    path,
    text,
    [...new Set(names)].join(', ') || `a measure that ${model.id} has`,
    near === null ? 'See which rows onward run shows.' : `Did you mean ${near}?`,
  );
}
