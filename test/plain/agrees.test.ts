// A plain simulator, written from the method page alone, sends every person to the same places at the same moments as the engine.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { optionsOf, type Model, type RunRequest } from '../../engine/index.ts';
import { journeysOf } from '../../engine/trace/journeys.ts';
import { compareJourneys } from '../../engine/twin/twin.ts';
import { busy, changed, overModels, readable, today, watched } from '../laws/over-models.ts';
import { root } from '../source-files.ts';
import { stories } from '../golden/stories.ts';
import { runPlainly } from './plain.ts';

let times = 0;

function sameMoments(model: Model, request: RunRequest, seed: number, replication = 0): void {
  const { program, trace, people } = watched(model, request, seed, replication);
  const engine = journeysOf(trace, people, program.network);
  const comparison = compareJourneys(engine, runPlainly(program, seed, replication), 'the plain simulator');
  expect(comparison.firstDifference).toBeNull();
  times += comparison.times;
}

it('on generated models of all rules', () => {
  overModels({ count: 150 }, {}, (_document, model, seed) => {
    sameMoments(model, seed % 3 === 0 ? today : changed, seed);
    if (seed % 5 === 0) sameMoments(model, busy(model), seed, ~1);
  });
});

const learn = join(root, 'models/learn');
it.each(readdirSync(learn).map((file) => basename(file, '.json')))('on every option of learn/%s', (id) => {
  const model = readable(JSON.parse(readFileSync(join(learn, `${id}.json`), 'utf8')));
  for (const option of optionsOf(model)) sameMoments(model, { option: option.id }, 3);
});

it.each(Object.keys(stories))('on the story %s', (name) => {
  const model = readable(stories[name]);
  for (const { id } of optionsOf(model)) sameMoments(model, { option: id }, 1);
});

it('has by now compared more than 200,000 moments', () => {
  expect(times).toBeGreaterThan(200_000);
});
