// What a sweep is asked: model, combinations and rows, as a command says it and as a folder remembers it.
import {
  type Design,
  type Lever,
  type Manifest,
  type Model,
  type Numbers,
  type RowKey,
  type SweptQuestion,
  type TidyColumn,
  columnsOfNumbers,
  compile,
  designs,
  optionsOf,
  rowKeys,
} from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { enginePrint } from '../engine-print.ts';
import { documentOf } from '../fleet/chunk.ts';
import type { Asked as AskedOfFolder } from '../kept/folder.ts';
import { manifestOf } from '../manifest.ts';
import { type RowName, readRowName, rowAt } from '../row-named.ts';
import { type Settings, optionOf, requestFor, settingsFor, withRows } from '../settings.ts';
import { readThresholds } from '../thresholds.ts';
import { readSweptOver, sayLever } from './over.ts';

/** A part of a sweep: the combinations numbered `number` − 1, and every `of`-th after it. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** What a folder of finished combinations says first, and all that is needed to write their tables. */
export interface Asked extends AskedOfFolder {
  readonly engine: string;
  /** The hash of its text: the manifest's is the same whatever the order of its keys. */
  readonly document: string;
  /** With the option that is swept. */
  readonly model: Pick<Model, 'title' | 'options' | 'calendar'>;
  readonly manifest: Manifest;
  readonly levers: readonly Lever[];
  /** A column for each lever, and a key for each row. */
  readonly numbers: readonly TidyColumn[];
  readonly keys: readonly RowKey[];
  readonly shard: Shard;
}

export interface Sweep {
  readonly model: Model;
  readonly asked: Asked;
  readonly design: Design;
  readonly question: SweptQuestion;
  readonly settings: Settings;
}

export function readSweep(given: Given, model: Model): Sweep {
  // Here --over names what is swept, and is no threshold.
  const { over: _, ...others } = given.options;
  const rows = rowsAsked(given, model);
  const said = { ...settingsFor({ ...given, options: others }, model), precision: undefined, antithetic: false };
  const settings = withRows(said, model, rows);
  const option = optionOf(given, model);
  const { kind, levers, design } = readSweptOver(given, model, settings, rows.length);
  const request = requestFor(option, settings);
  const all = rowKeys(compile(model, request));
  const keys = rows.map((name) => all[rowAt(model, name, all, '--of', textOf(name))]);
  const { seed, replications } = settings;
  const sweep = { design: kind.id, combinations: design.count, over: levers.map(sayLever), of: rows.map(textOf) };
  const asked: Asked = {
    what: 'sweep',
    engine: enginePrint(),
    document: documentOf(model).hash.slice(0, 16),
    model: {
      title: model.title,
      calendar: model.calendar,
      options: optionsOf(model).filter(({ id }) => id === option),
    },
    manifest: manifestOf(model, settings, { options: [option], baseline: null, sweep }),
    levers,
    numbers: columnsOfNumbers(
      model,
      levers.map(({ path }) => path),
    ),
    keys,
    shard: readShard(given),
  };
  return { model, asked, design, question: { request, seed, replications, rows }, settings };
}

/** The combinations of a sweep that a folder remembers. */
export const designOf = ({ manifest, levers }: Asked): Design =>
  designs.find(({ id }) => id === manifest.sweep?.design)!.make(levers, manifest.sweep!.combinations, manifest.seed);

export const numbersAt = ({ design, asked: { levers } }: Pick<Sweep, 'design' | 'asked'>, at: number): Numbers => {
  const values = design.at(at);
  return Object.fromEntries(levers.map(({ path }, lever) => [path, values[lever]]));
};

/** The combinations of its shard, in order. */
export function combinationsOf({ manifest, shard: { number, of } }: Asked): number[] {
  const found: number[] = [];
  for (let at = number - 1; at < manifest.sweep!.combinations; at += of) found.push(at);
  return found;
}

function readShard(given: Given): Shard {
  const text = valueOf(given, 'shard');
  if (text === undefined) return { number: 1, of: 1 };
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (!(number >= 1 && of >= 1 && number <= of))
    throw badCommand('--shard', text, 'which part of how many', 'Such as --shard 2/8: the second of eight parts.');
  if (isOn(given, 'keep'))
    throw badCommand(
      '--keep',
      '--shard as well',
      'one of the two',
      'A part of a sweep is kept in the folder of --out.',
    );
  if (!isOn(given, 'out'))
    throw badCommand(
      '--shard',
      'no --out',
      'both',
      'Name the folder that this part goes into; onward merge puts parts together.',
    );
  return { number, of };
}

export const textOf = ({ station, measure, statistic }: RowName): string => `${station}.${measure}.${statistic}`;

function rowsAsked(given: Given, model: Model): RowName[] {
  const named = (given.options.of ?? []).map((text) => readRowName(model, text, '--of'));
  const usual = [{ station: 'all', measure: 'delayed', statistic: 'mean' }, ...readThresholds(model, given.words[0])];
  const rows = named.length > 0 ? named : usual;
  return [...new Map(rows.map((row) => [textOf(row), row])).values()].map(({ station, measure, statistic }) => ({
    station,
    measure,
    statistic,
  }));
}
