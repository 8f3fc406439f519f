// Other readings of a source: which two options are compared, and where nobody has said what a reading would be.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, readModel, readingWorlds, type Model, type RunRequest } from '../../engine/index.ts';

const document = JSON.parse(readFileSync('models/ilkeston-2019.json', 'utf8'));
const sound = (text: object): Model => {
  const { model, problems } = readModel(JSON.stringify(text));
  if (!model) throw new Error(JSON.stringify(problems));
  return model;
};
const model = sound(document);
const read = (option: RunRequest) =>
  readingWorlds(model, [{ option: 'today' }, option], compile).map(({ world }) => world.requests);

describe('a reading', () => {
  it('of an option goes with that of today, and keeps what is moved besides', () => {
    const [asked] = read({ option: 'proposed-16', set: { 'stations.p2.beds': 9 } });
    expect(asked).toEqual([
      { option: 'other-reading-today' },
      { option: 'other-reading-proposed', set: { 'stations.p2.beds': 9 } },
    ]);
  });

  it('of today is laid under an option that says nothing else of the same numbers', () => {
    expect(read({ option: 'beds-32', set: { 'stations.p2.beds': 9 } })).toEqual([
      [
        { option: 'other-reading-today' },
        {
          option: 'beds-32',
          set: { 'stations.p1.places': 'unlimited', 'stations.p1.startsPerMonth': 27, 'stations.p2.beds': 9 },
        },
      ],
    ]);
  });

  it.each([
    ['an option that sets them', { option: 'proposed-18' }],
    ['an option that changes them on a date', { option: 'beds-close-first' }],
    ['a slider that was moved', { option: 'beds-32', set: { 'stations.p1.places': 30 } }],
    [
      'a slider that was moved over an option read otherwise',
      { option: 'proposed-16', set: { 'stations.p1.places': 30 } },
    ],
    ['a change kept with a date', { option: 'today', changes: [{ atDay: 9, path: 'stations.p1.places', value: 30 }] }],
  ])('is nobody’s for %s', (_, option) => expect(read(option)).toEqual([]));

  it('that the checks refuse is no world', () => {
    // Each is sound by itself; together extra beds would close while more people wait than open them.
    const text = structuredClone(document);
    const named = (id: string) => text.options.find((option: { id: string }) => option.id === id);
    named('other-reading-today').set = { 'stations.p3.surge.openAtWaiting': 1 };
    const beside = { option: 'today' };
    expect(readingWorlds(sound(text), [beside, { option: 'beds-32' }], compile).length).toBe(1);
    named('beds-32').set = { 'stations.p3.surge.closeAtWaiting': 2 };
    expect(readingWorlds(sound(text), [beside, { option: 'beds-32' }], compile)).toEqual([]);
  });

  it('is of another option of the document, and the refusal says so', () => {
    for (const [of, hint] of [
      ['proposed-61', 'Did you mean "proposed-16"?'],
      ['other-reading-today', 'The options are'],
    ]) {
      const text = structuredClone(document);
      text.options.find(({ id }: { id: string }) => id === 'other-reading-today').otherReadingOf = of;
      const { model: none, problems } = readModel(JSON.stringify(text));
      expect(none).toBeUndefined();
      expect(problems[0]).toMatchObject({ path: expect.stringMatching(/otherReadingOf$/), found: `"${of}"` });
      expect(problems[0].hint).toContain(hint);
    }
  });
});
