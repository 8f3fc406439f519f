// A model and its workbook: whatever a model says comes back from its sheets, byte for byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { ELSE } from '../../formats/workbook/tables.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { smallWith } from '../engine/small-model.ts';
import { root } from '../source-files.ts';

const NIGHT = { shape: 'fixed', days: 0.5 };
const shipped = ['models', 'models/learn'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json') && !file.includes('.schema.'))
    .map((file) => `${folder}/${file}`),
);

describe.each(shipped)('%s', (file) => {
  const { model } = readModel(readFileSync(join(root, file), 'utf8'));
  const { $schema: _, ...whole } = model!;

  it('comes back whole', () => {
    const { model: back, problems } = modelOf(sheetsOf(model!));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(back)).toBe(JSON.stringify(whole));
  });

  it('stands on sheets that a person would make: hardly anything is left over', () => {
    const left =
      sheetsOf(model!)
        .find(({ name }) => name === ELSE)
        ?.rows.slice(1) ?? [];
    expect(left.length).toBeLessThanOrEqual(4);
  });
});

it.each([
  ['one stretch', { days: 'Mon-Fri', fromHour: 9, toHour: 17 }],
  ['days alone', { days: 'Sat, Sun' }],
  ['several', [{ days: 'Mon-Fri' }, { days: 'Sat', fromHour: 9, toHour: 12 }]],
])('hours of a turnaround stand beside the days that it takes: %s', (_what, during) => {
  const { model } = readModel(JSON.stringify(smallWith('stations/ward/turnaround', { stay: NIGHT, during })));
  const { model: back, problems } = modelOf(sheetsOf(model!));
  expect(problems).toEqual([]);
  expect(back!.stations.ward.turnaround).toEqual({ stay: NIGHT, during });
});
