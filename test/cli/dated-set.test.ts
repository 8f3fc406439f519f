// `--set path@day=value`: the change with a date that the page keeps, and what is refused of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile, makeManifest, readModel, replicate, resultDocument, rowKeys, summarise } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { onward } from './onward.ts';

const args = ['run', 'two-queues', '--replications', '3', '--json', '--quiet'];

it('is a dated change of the run', async () => {
  const { model } = readModel(readFileSync(join(root, 'models/two-queues.json'), 'utf8'));
  const { experiment } = model!;
  const path = 'stations.ward.beds';
  // Given in the wrong order, and still in order of their days.
  const program = compile(model!, {
    option: 'today',
    changes: [
      { atDay: 20, path, value: 3 },
      { atDay: 60.5, path, value: 9 },
    ],
  });
  const years = [0, 1, 2].map((year) => replicate(program, experiment.seed, year));
  const manifest = makeManifest(model!, {
    seed: experiment.seed,
    replications: 3,
    options: ['today'],
    baseline: null,
    conditions: [],
    set: { [`${path}@60.5`]: 9, [`${path}@20`]: 3 },
  });
  const { code, stdout } = await onward([...args, '--set', `${path}@60.5=9`, '--set', `${path}@20=3`]);
  expect(code).toBe(0);
  expect(stdout).toBe(`${resultDocument(manifest, summarise('today', rowKeys(program), years), [])}\n`);
});

it.each([
  ['stations.ward.beds@99999=3', /--set stations\.ward\.beds@99999/, /a day before \d+, the end of the run/],
  ['stations.ward.beds@x=3', /"stations\.ward\.beds@x"/, /path@day=value/],
  ['stations.ward.beds@1@2=3', /"stations\.ward\.beds@1@2"/, /path@day=value/],
  ['stations.ward.beds@5=unlimited', /"unlimited"/, /a plain number/],
  ['stations.ward.beds@5=-1', /found +-1/, /a whole number of 0 or more/],
  ['stations.wards.beds@5=1', /a path that leads nowhere/, /stations\.ward\.beds/],
  ['calendar.warmUpDays@5=1', /a change with a date/, /may change on a date/],
])('refuses %s', async (set, found, expected) => {
  const { code, stdout, stderr } = await onward([...args, '--set', set]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(found);
  expect(stderr).toMatch(expected);
});
