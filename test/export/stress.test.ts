// The draft by the STRESS-DES checklist: every section, every number with its source, and no claim that the document does not make.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf, fingerprint, numberAt, numberPaths } from '../../engine/index.ts';
import { linesOf } from '../../ui/shown/assumption-lines.ts';
import { stressDraft } from '../../ui/export/papers/stress.ts';
import { shipped, shippedModel } from '../models/shipped.ts';
import { root } from '../source-files.ts';
import { tactless } from '../tactless.ts';

const methods = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');

function draftOf(id: string): string {
  const model = shippedModel(id);
  const numbers = numberPaths(model).map((path) => {
    const { value } = numberAt(model, path);
    return { path, value, document: value, facts: factsOf(model, path)! };
  });
  return stressDraft({ model, lines: linesOf(model, numbers), replications: 40, seed: 7, methods });
}

/** The sections of the guidelines that a discrete-event model has to answer (Monks and others 2019, table 1). */
const SECTIONS = [
  '1.1',
  '1.2',
  '1.3',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.5.1',
  '2.5.2',
  '2.5.3',
  '2.5.4',
  '2.5.5',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.1',
  '4.2',
  '4.3',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '6.1',
];

describe('the STRESS-DES draft', () => {
  it.each(shipped.map(({ id }) => id))(
    'of %s has every section in order, none of them empty, and a line for every number',
    (id) => {
      const model = shippedModel(id);
      const draft = draftOf(id);
      expect([...draft.matchAll(/^#{3,4} ([\d.]+) /gm)].map(([, number]) => number)).toEqual(SECTIONS);
      expect(draft).not.toMatch(/^#{3,4} .*\n\n#{2,4} (?!2\.5\.1)/m);
      expect(draft).not.toMatch(/undefined|NaN|\[object/);
      for (const path of numberPaths(model)) expect(draft).toContain(`| \`${path}\` |`);
      for (const { source } of Object.values(model.evidence ?? {})) expect(draft).toContain(source);
      expect(draft).toContain(fingerprint(model));
      expect(draft).toContain('seed 7');
      expect(draft.match(tactless) ?? []).toEqual([]);
    },
  );

  it('says what only people can say is theirs to write', () => {
    const left = draftOf('ilkeston-2019').match(/_To be written by you: .*_/g)!;
    expect(left).toHaveLength(4);
  });
});
