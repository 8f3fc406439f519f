// A screen with real numbers for tests of exported files: the Ilkeston proposal beside today, over a few simulated years.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, differences, readModel, replicate, rowKeys, summarise, type Model } from '../../engine/index.ts';
import { linesOf, type AssumptionLine } from '../../ui/shown/assumption-lines.ts';
import type { Compared } from '../../ui/export/papers/paper.ts';
import { screenOf, type Screen } from '../../ui/export/screen.ts';
import { commandFor } from '../../ui/shown/numbers.ts';
import type { ResultsState } from '../../ui/state/results.ts';
import { requestOf, startOf, type Settings } from '../../ui/model/asked.ts';
import { optionsOf, subjectOf } from '../../ui/model/values.ts';
import { toldOfWorlds, type WorldsTold } from '../../ui/shown/worlds-told.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import type { ToldByWeek } from '../../ui/worker/protocol.ts';
import { root } from '../source-files.ts';

export const YEARS = 8;

export function modelNamed(id: string): Model {
  const { model } = readModel(readFileSync(join(root, 'models', `${id}.json`), 'utf8'));
  if (!model) throw new Error(`${id} cannot be used.`);
  return model;
}

const yearsOf = (model: Model, settings: Settings) => {
  const program = compile(model, requestOf(settings));
  const values = Array.from({ length: YEARS }, (_, year) => replicate(program, settings.seed, year));
  return { keys: rowKeys(program), values };
};

function weeksOf(model: Model, settings: Settings): ToldByWeek {
  const replications = Array.from({ length: YEARS }, (_, year) => year);
  const { seed } = settings;
  for (const reply of stepsOfStudy({ type: 'weeks', id: 1, model, run: requestOf(settings), seed, replications }))
    if (reply?.type === 'weeks') return reply.told;
  throw new Error('No weeks came.');
}

/** A few of them. */
function worldsOf(model: Model, settings: Settings): WorldsTold | undefined {
  const { seed } = settings;
  const asked = { model, baseline: { option: 'today' }, run: requestOf(settings), seed, replications: [0, 1, 2, 3] };
  const { station, measure } = subjectOf(model);
  const wanted = Array.from({ length: 20 }, (_, at) => at);
  const of = { ...asked, worlds: wanted.length, wanted, mayTakeLong: true, station, measure };
  const replies = [...stepsOfStudy({ type: 'worlds', id: 1, ...of })];
  const drawn = replies.flatMap((one) => (one?.type === 'drawn' ? [one.drawn] : []))[0];
  const readings = replies.flatMap((one) => (one?.type === 'readings' ? one.readings : []));
  return toldOfWorlds(model, {
    drawn,
    readings,
    judged: replies.flatMap((one) => (one?.type === 'world' ? [one.world] : [])),
  });
}

export function screenWith(model: Model, parts: Partial<Settings>): Screen {
  const settings: Settings = { ...startOf(model), replications: YEARS, ...parts };
  const today = { ...settings, option: 'today', set: {}, changes: [], moves: [] };
  const [one, base] = [yearsOf(model, settings), yearsOf(model, today)];
  const shown = {
    fingerprint: 'for a test',
    settings,
    replications: YEARS,
    today: summarise('today', base.keys, base.values),
    option: summarise(settings.option, one.keys, one.values),
    differences: differences(settings.option, 'today', one.keys, one.values, base.values),
  };
  const state = { status: 'done', asked: YEARS, shown, isForPrevious: false, message: '', problems: [], readings: {} };
  return screenOf(model, state as ResultsState, {
    weeks: {
      option: weeksOf(model, settings),
      today: weeksOf(model, today),
      isStale: false,
      isDone: true,
      isChosen: undefined,
    },
    worlds: worldsOf(model, settings),
    command: commandFor(model.id, shown),
    link: undefined,
  })!;
}

export function comparedOf(model: Model, conditions: readonly string[] = []): Compared {
  const all = optionsOf(model).map(({ id }) => ({
    id,
    ...yearsOf(model, { ...startOf(model), option: id, conditions }),
  }));
  const base = all.find(({ id }) => id === 'today')!;
  return {
    summary: all.flatMap(({ id, keys, values }) => summarise(id, keys, values)),
    differences: all
      .filter((one) => one !== base)
      .flatMap(({ id, keys, values }) => differences(id, 'today', keys, values, base.values)),
  };
}

/** Every number of the document, as a worker reads them. */
export function linesIn(model: Model): AssumptionLine[] {
  for (const reply of stepsOfStudy({ type: 'numbers', id: 1, model, run: { option: 'today' } }))
    if (reply?.type === 'numbers') return linesOf(model, reply.numbers);
  throw new Error('No numbers came.');
}
