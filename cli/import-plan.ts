// A Better Care Fund plan imported: its demand and capacity go into a model, and stand beside what the model says of each month.
import { basename } from 'node:path';
import {
  besidePlan,
  compile,
  type Model,
  nearestName,
  PLAN,
  PLAN_MIX,
  plannedModel,
  type PlannedMonth,
  type Problem,
  readModel,
  serviceMeant,
  servicesOf,
  type Tidy,
} from '../engine/index.ts';
import { monthsOfServices } from '../formats/records/plan-of-services.ts';
import { isPlanHeadRow } from '../formats/records/plan-wide.ts';
import { readPlan, type PlanRow } from '../formats/records/plan.ts';
import { openTable } from '../formats/table-file.ts';
import { type Given, valueOf, wholeNumber } from './arguments.ts';
import { BadCommand, badCommand, unknownWord } from './bad-command.ts';
import { usableModel } from './model-file.ts';
import { writeNewFile } from './output/new-file.ts';
import { planTable } from './output/plan-table.ts';
import { progressBar } from './output/progress.ts';
import { tableNamed } from './table-file.ts';

const AMOUNTS = ['demand', 'capacity'] as const;
const CAPACITY_IN = ['people', 'places'] as const;
/** Enough to see which months are short; `onward export --as months` takes as many as the model says. */
const REPLICATIONS = 20;

export async function importPlan(given: Given): Promise<number> {
  const [file] = given.words;
  if (given.words.length > 1)
    throw badCommand('FILE', `${given.words.length} files`, 'one plan', 'Import one plan at a time.');
  const word = valueOf(given, 'model');
  if (word === undefined)
    throw badCommand(
      '--model',
      'nothing',
      '--model MODEL',
      'Name the model that the plan goes into; it is not changed itself.',
    );
  const model = usableModel({ ...given, words: [word] }, 'import', true);
  const replications = wholeNumber(
    given,
    'replications',
    1,
    1000,
    Math.min(REPLICATIONS, model.experiment.replications),
  );
  const { name, table } = await tableNamed(file, (bytes) => openTable(bytes, isPlanHeadRow));
  const answers = Object.fromEntries(
    ['pathway', 'month', 'demand', 'capacity'].map((option) => [option, valueOf(given, option)]),
  );
  const { rows, problems, understood, isInPlaces } = readPlan(table, { ...answers, amounts: amountsIn(given) });
  if (rows === null) throw new BadCommand(name, problems);
  const months = monthsOf(given, model, rows, name);
  const asks = {
    months,
    stream: streamIn(given, model),
    capacityIn: capacityIn(given, isInPlaces),
    file: basename(name),
  };
  const planned = plannedModel(model, asks);
  if ('path' in planned) throw new BadCommand(name, [planned]);
  const { model: next, problems: refused } = readModel(JSON.stringify(planned.document));
  if (!next)
    throw new BadCommand(
      `${word} with this plan`,
      refused.filter(({ severity }) => severity === 'error'),
    );
  process.stderr.write(`Understood: ${understood.join('; ')}.\n`);
  process.stderr.write(`In the model: ${planned.said.join('; ')}.\n`);
  const text = `${JSON.stringify(next, null, 2)}\n`;
  const to = valueOf(given, 'to');
  if (to === undefined) {
    process.stdout.write(text);
    return 0;
  }
  writeNewFile(to, text, '--to');
  process.stdout.write(`${planTable(await beside(next, months, replications), asks.capacityIn)}\n`);
  process.stderr.write(
    `Written to ${to}; averages over ${replications} simulated periods of the option ${PLAN}. Days each: how long one person holds a place in the model, where a wait before can lengthen a stay and the next service may be full; held for longer, the same places take fewer people. Next: onward export ${to} --as months --option ${PLAN}.\n`,
  );
  return 0;
}

async function beside(model: Model, months: readonly PlannedMonth[], replications: number): Promise<Tidy> {
  const option = model.options?.some(({ id }) => id === PLAN) ? PLAN : 'today';
  const conditions = model.conditions?.some(({ id }) => id === PLAN_MIX) ? [PLAN_MIX] : [];
  const program = compile(model, { option, conditions });
  const bar = await progressBar(replications, false);
  const steps = besidePlan(program, { months, seed: model.experiment.seed, replications });
  let step = steps.next();
  for (; !step.done; step = steps.next()) bar.add(1);
  bar.end();
  return step.value;
}

function amountsIn(given: Given): string | undefined {
  const word = valueOf(given, 'amounts');
  if (word !== undefined && !AMOUNTS.some((one) => one === word))
    throw unknownWord('--amounts', word, AMOUNTS, 'Say what the numbers of the plan are.');
  return word;
}

function capacityIn(given: Given, isInPlaces: boolean): (typeof CAPACITY_IN)[number] {
  const word = valueOf(given, 'capacity-in') ?? (isInPlaces ? 'places' : 'people');
  const known = CAPACITY_IN.find((one) => one === word);
  if (known === undefined)
    throw unknownWord('--capacity-in', word, CAPACITY_IN, 'Say what the capacity of the plan counts.');
  return known;
}

function streamIn(given: Given, { streams }: Model): string {
  const ids = Object.keys(streams);
  const word = valueOf(given, 'stream');
  if (word !== undefined && !ids.includes(word))
    throw unknownWord('--stream', word, ids, 'Give a stream of the model.');
  if (word === undefined && ids.length > 1)
    throw badCommand(
      '--stream',
      `nothing, and ${ids.length} streams`,
      ids.join(', '),
      'Say by which stream the people of the plan come; the others stay as they are.',
    );
  return word ?? ids[0];
}

/** Of the services that the names of the plan mean; two names of one service are added up. */
function monthsOf(given: Given, model: Model, rows: readonly PlanRow[], file: string): PlannedMonth[] {
  const services = servicesOf(model);
  const said = new Map<string, string>();
  for (const word of given.options['is'] ?? []) {
    const [, id = '', name = ''] = /^([^=]+)=(.+)$/.exec(word) ?? [];
    if (!services.some((one) => one.id === id))
      throw unknownWord(
        '--is',
        id === '' ? word : id,
        services.map((one) => one.id),
        'Write --is id=name: a service of the model, and its name in the plan.',
      );
    said.set(name.toLowerCase(), id);
  }
  const without = (given.options['without'] ?? []).map((name) => name.toLowerCase());
  const kept = rows.filter(({ pathway }) => !without.includes(pathway.toLowerCase()));
  const problems: Problem[] = [];
  const meant = new Map<string, string>();
  for (const name of new Set(kept.map(({ pathway }) => pathway))) {
    const service = said.get(name.toLowerCase()) ?? serviceMeant(model, name);
    if (service !== undefined) meant.set(name, service);
    else {
      const near = nearestName(
        name,
        services.flatMap(({ id, name: label }) => [id, label]),
      );
      problems.push({
        path: `the pathway "${name}"`,
        found: 'nothing of that name in the model',
        expected: services.map(({ id, name: label }) => `${id} (${label})`).join(', '),
        hint: `Say which service it is: --is ${services.find(({ id, name: label }) => near === id || near === label)?.id ?? 'ID'}="${name}". Or leave it out: --without "${name}".`,
        severity: 'error',
      });
    }
  }
  if (problems.length > 0) throw new BadCommand(file, problems);
  return monthsOfServices(kept.map((row) => ({ ...row, service: meant.get(row.pathway)! })));
}
