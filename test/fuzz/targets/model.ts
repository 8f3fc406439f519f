// Model documents as text: refused in words, or run in the engine, now and then beside the plain simulator, SimJS and a workbook.
import {
  compile,
  estimate,
  jsonSchemaText,
  loadTwin,
  optionsOf,
  readModel,
  Refusal,
  rowKeys,
  sayProblem,
  type Model,
  type RunRequest,
} from '../../../engine/index.ts';
import { numberPaths } from '../../../engine/model/number-at.ts';
import { watch } from '../../../engine/study/replication.ts';
import { journeysOf } from '../../../engine/trace/journeys.ts';
import { compareJourneys } from '../../../engine/twin/twin.ts';
import { modelOf } from '../../../formats/workbook/read.ts';
import { sheetsOf } from '../../../formats/workbook/write.ts';
import { fnv1a } from '../../../ui/ground/fnv1a.ts';
import { smallDocument, wideDocument } from '../../engine/small-model.ts';
import { someModel } from '../../laws/some-model.ts';
import { runPlainly } from '../../plain/plain.ts';
import { jsonKind, type Words } from '../kinds/json.ts';
import { saysTheSame } from '../same.ts';
import { Broken, bytesOf, saidOf, textOf, type Answer, type Target } from '../target.ts';

const twin = await loadTwin();

/** A run of more takes longer than the inputs beside it are worth. */
const MOST_EVENTS = 3000;
const MOST_DAYS = 800;
/** Of those that run, one in so many goes on to each of these. */
const [OF_PLAIN, OF_SIMJS, OF_WORKBOOK] = [4, 6, 20];

const GENERATED = 24;
const documents = (): object[] => [
  smallDocument(),
  wideDocument(),
  ...Array.from({ length: GENERATED }, (_, seed) => someModel(seed)),
];

/** Every key of the schema and of the documents, and paths, ids and words that mean something in one. */
export function wordsOfModels(): Words {
  const keys = new Set<string>(['__proto__', 'constructor', 'prototype', 'toString', 'length', 'valueOf', '0']);
  const values = new Set<unknown>();
  const look = (node: unknown, isSchema: boolean): void => {
    if (typeof node === 'string' && node.length < 60) values.add(node);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (!isSchema) keys.add(key);
      else if (key === 'properties') for (const name of Object.keys(value as object)) keys.add(name);
      if (isSchema && ['description', 'title', 'pattern', '$ref'].includes(key)) continue;
      look(value, isSchema);
    }
  };
  look(JSON.parse(jsonSchemaText()), true);
  for (const document of documents()) {
    look(document, false);
    const { model } = readModel(JSON.stringify(document));
    for (const path of model ? numberPaths(model) : []) values.add(path);
  }
  const shapes = [
    { shape: 'fixed', days: 0 },
    { shape: 'exponential', meanDays: 3 },
    { shape: 'lognormal', meanDays: 5, sdDays: 4 },
    { shape: 'empirical', days: [1, 2, 3] },
    { days: 'Mon-Fri', fromHour: 9, toHour: 17 },
    { by: 'locality', else: 1 },
    { by: 'stream', else: { by: 'need', else: 1 } },
    [{ to: 'need' }],
    { status: 'illustrative', source: 'x' },
  ];
  return { keys: [...keys], values: [...values, ...shapes] };
}

export const model: Target = {
  name: 'model',
  kind: jsonKind(wordsOfModels()),
  seeds: () => documents().map((document) => bytesOf(JSON.stringify(document))),
  answer(input) {
    const text = textOf(input);
    const read = readModel(text);
    const said = placed(read.problems);
    if (!read.model) return { isAccepted: false, said };
    if (read.problems.some(({ severity }) => severity === 'error')) throw new Broken('a model comes with an error');
    mustRun(read.model, fnv1a(text));
    return { isAccepted: true, said };
  },
};

/** Of a text that is no model at all the document is the place, or a line and column of it. */
export const placed = (problems: Parameters<typeof saidOf>[0]): Answer['said'] =>
  saidOf(problems).map((one) => ({ ...one, place: one.place === '' ? 'the document' : one.place }));

/** What is accepted runs, under every option; which of the slow looks it is given is up to `lot`. */
export function mustRun(model: Model, lot: number): void {
  const again = readModel(JSON.stringify(model));
  if (!again.model) throw new Broken(`a model is refused when read again: ${again.problems.map(sayProblem).join(' ')}`);
  if (JSON.stringify(again.model) !== JSON.stringify(model)) throw new Broken('a model read again is another');
  const options = optionsOf(model);
  for (const { id } of [...options.slice(0, 2), ...options.slice(2).filter((_, at) => at === lot % 7)])
    runOnce(model, { option: id }, lot);
  for (const { id } of (model.conditions ?? []).slice(0, 1)) {
    try {
      runOnce(model, { option: 'today', conditions: [id] }, lot + 1);
    } catch (error) {
      // A condition and an option may not go together; that is said when they are asked for.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  if (lot % OF_WORKBOOK === 0) throughSheets(model);
}

function runOnce(model: Model, request: RunRequest, lot: number): void {
  const program = compile(model, request);
  const size = estimate(program, 1, { watched: true });
  const { runDays, warmUpDays } = program.network;
  if (size.refusal || !(size.events < MOST_EVENTS) || runDays + warmUpDays > MOST_DAYS) return;
  const seed = lot % 1000;
  const { trace, people, values } = watch(program, seed, 0);
  const keys = rowKeys(program);
  values.forEach((value, at) => {
    const { station, measure, statistic, who } = keys[at];
    if (Math.abs(value) === Number.POSITIVE_INFINITY || value < -1e-6)
      throw new Broken(
        `${measure}.${statistic} is ${value < 0 ? 'below nothing' : 'without end'} (${station}, ${who})`,
      );
  });
  if (lot % OF_PLAIN === 0) {
    const engine = journeysOf(trace, people, program.network);
    const { firstDifference } = compareJourneys(engine, runPlainly(program, seed, 0), 'the plain simulator');
    if (firstDifference !== null) throw new Broken(`the plain simulator differs: ${firstDifference}`);
  }
  if (lot % OF_SIMJS === 0) {
    const { verdict, firstDifference } = twin.compare(program, seed, 0);
    if (verdict === 'different') throw new Broken(`SimJS differs: ${firstDifference}`);
  }
}

/** Written as sheets and read back it is the same model. */
function throughSheets(model: Model): void {
  const { model: back, problems } = modelOf(sheetsOf(model));
  if (!back)
    throw new Broken(
      `its own workbook is refused: ${problems.map(({ place, found, expected }) => `${place.sheet} ${place.cell} ${found}, ${expected}`).join('; ')}`,
    );
  // Which version of the schema an editor was told is no part of the model.
  const { $schema: _, ...whole } = model;
  if (!saysTheSame(back, whole)) throw new Broken('its own workbook is another model');
}
