// Options made here: a link brings back what it was written from, names stay apart, and what no page has written is not read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOwnId, readOwn, withOwnOptions, MOST_OWN } from '../../ui/model/own-document.ts';
import { ownOptions, writeOwn } from '../../ui/model/own-options.ts';
import { withOwnOf } from '../../ui/address/own-in-link.ts';
import { writeLink } from '../../ui/address/link.ts';
import { startOf } from '../../ui/model/asked.ts';
import { validate, type Option } from '../../engine/index.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('ilkeston-2019');
const own = (n: number, title: string, set: Option['set'] = { 'stations.p2.beds': n }): Option => ({
  id: `own-${n}`,
  title,
  set,
});
const title = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).filter((text) => text.trim() !== '');

describe('a link', () => {
  it('brings back every option it was written from, whatever its name, and the document with them is sound', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 5 }), (titles) => {
        const options = titles.map((name, n) => own(n + 1, name));
        const link = writeLink(model.id, startOf(model), 0, { own: options });
        const found = withOwnOf(link, model)!;
        expect(ownOptions(found).map(({ id, set }) => ({ id, set }))).toEqual(
          options.map(({ id, set }) => ({ id, set })),
        );
        expect(new Set(found.options!.map((one) => one.title)).size).toBe(found.options!.length);
        expect(validate(found).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        // The same link in the document that it made asks for nothing more.
        const again = writeLink(model.id, startOf(found), 0, { own: ownOptions(found) });
        expect(withOwnOf(again, found)).toBeUndefined();
      }),
      { examples: [[['\u202a\u0000', '\u0000']], [['\ud83d', `${'a'.repeat(189)}\u{1f6cf}`]]] },
    );
  });

  it('without any takes none away', () => {
    const mine = withOwnOptions(model, [own(1, 'Mine')]);
    expect(withOwnOf(writeLink(model.id, startOf(model), 0), mine)).toBeUndefined();
  });

  it('keeps dated changes and the note', () => {
    const option = {
      ...own(7, 'Later'),
      about: 'As agreed.',
      changes: [{ atDay: 40, set: { 'stations.p2.beds': 5 } }],
    };
    expect(readOwn(writeOwn(option))).toEqual(option);
  });
});

describe('what no page has written', () => {
  it.each([
    '',
    '{}',
    'null',
    '[]',
    '["own-1"]',
    '["today","T","",{},[]]',
    '["own-1","  ","",{},[]]',
    '["own-1","T",3,{},[]]',
    '["own-1","T","",null,[]]',
    '["own-1","T","",{},{}]',
  ])('%s is not read', (text) => expect(readOwn(text)).toBeUndefined());
});

it('gives each an id of its own and a name of its own, and keeps at most so many', () => {
  const many = withOwnOptions(
    model,
    Array.from({ length: MOST_OWN + 5 }, (_, n) => own(n + 1, 'Today, June 2019')),
  );
  expect(ownOptions(many)).toHaveLength(MOST_OWN);
  expect(new Set(many.options!.map((one) => one.title)).size).toBe(many.options!.length);
  expect(newOwnId(many)).toBe(`own-${MOST_OWN + 1}`);
  expect(withOwnOptions(many, []).options).toEqual(model.options);
});
