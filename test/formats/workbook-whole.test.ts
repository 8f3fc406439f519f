// A model and its workbook: whatever a model says comes back from its sheets, byte for byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { ELSE } from '../../formats/workbook/tables.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { root } from '../source-files.ts';

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
