// The fuzzer finds what is wrong: planted faults of every kind, one behind several conditions only when it is led by the places it reaches.
import { describe, expect, it } from 'vitest';
import { fuzz, type Found, type Fuzzing } from './fuzzer.ts';
import { jsonKind } from './kinds/json.ts';
import { textKind } from './kinds/text.ts';
import { faultOf } from './oracle.ts';
import { bytesOf, textOf, type Answer, type Target } from './target.ts';

const fine: Answer = { isAccepted: true, said: [] };
const refused = (place: string, ...words: string[]): Answer => ({ isAccepted: false, said: [{ place, words }] });
const untilFound = ({ found }: Fuzzing) => found.length === 0;
const text: Pick<Target, 'kind' | 'seeds'> = { kind: textKind([]), seeds: () => [bytesOf('a,b\n1,2\n')] };

describe('a fault behind several conditions', () => {
  const passed = new Set<number>();
  const reader: Target = {
    ...text,
    name: 'planted',
    answer(input) {
      const wanted = [0x7a, 0x11, 0x99, 0x2c];
      for (const [at, byte] of wanted.entries()) {
        if (input[at] !== byte) return fine;
        passed.add(at);
      }
      throw new TypeError('Cannot read it.');
    },
  };

  it('is found by following new places, and made as small as it can be', async () => {
    passed.clear();
    const { found } = await fuzz(reader, { inputs: 120_000, seed: 1, places: () => passed.size, ends: untilFound });
    expect(found.map(({ words, input }) => [words.split('\n')[0], [...input]])).toEqual([
      ['It threw TypeError: Cannot read it.', [0x7a, 0x11, 0x99, 0x2c]],
    ]);
  });

  it('is hardly ever found without', async () => {
    passed.clear();
    const { found, kept } = await fuzz(reader, { inputs: 8000, seed: 1 });
    expect([found, kept]).toEqual([[], 1]);
  });
});

const isPlanted = ({ words }: Found) => words.startsWith('is not plain');
it('a fault in one key of a document is found, and the document made small', async () => {
  const { found } = await fuzz(
    {
      name: 'planted',
      kind: jsonKind({ keys: ['beds', 'staff'], values: ['unlimited'] }),
      seeds: () => [
        bytesOf(JSON.stringify({ stations: { ward: { beds: 3, label: 'A' }, team: { staff: 2, label: 'B' } } })),
      ],
      answer(input) {
        const { stations } = JSON.parse(textOf(input)) as { stations: Record<string, { staff?: unknown }> };
        return stations.team.staff === 'unlimited' ? refused('stations.team.staff', 'found undefined') : fine;
      },
    },
    { inputs: 20_000, seed: 3, ends: ({ found: all }) => !all.some(isPlanted) },
  );
  expect(textOf(found.find(isPlanted)!.input)).toBe('{"stations":{"team":{"staff":"unlimited"}}}');
});

describe('what the oracle calls a fault', () => {
  const found = async (answer: Target['answer'], input = 'x') => (await faultOf({ answer }, bytesOf(input)))?.words;

  it.each<[string, () => Answer, RegExp]>([
    ['a refusal without words', () => ({ isAccepted: false, said: [] }), /nothing is said/],
    ['one without a place', () => refused('', 'found 3', 'expected 4'), /^names no place/],
    ['an empty sentence', () => refused('line 2', 'found 3', ''), /^says nothing/],
    ['undefined', () => refused('line 2', 'found undefined'), /not plain \("undefined"\)/],
    ['NaN', () => refused('line 2', 'NaN days'), /not plain \("NaN"\)/],
    ['an object as text', () => refused('line 2', 'found [object Object]'), /not plain/],
    ['the words of a program', () => refused('line 2', "Cannot read properties of null (reading 'x')"), /not plain/],
    ['a stack', () => refused('line 2', 'at read (engine/model/read.ts:12:3)'), /not plain/],
    ['page after page', () => refused('line 2', 'x'.repeat(5000)), /too much/],
  ])('%s', async (_what, answer, words) => {
    expect(await found(answer)).toMatch(words);
  });

  it('an error, wherever it comes from', async () => {
    expect(await found(() => Promise.reject(new RangeError('Too far.')))).toMatch(/^It threw RangeError: Too far\./);
    expect(
      await found(() => {
        throw 'words';
      }),
    ).toBe('It threw words, which is no error.');
  });

  it('a prototype that is changed, which is put right again', async () => {
    const pollute = () => {
      (Object.prototype as unknown as Record<string, unknown>).beds = 3;
      return fine;
    };
    expect(await found(pollute)).toMatch(/prototype/i);
    expect('beds' in {}).toBe(false);
  });

  it('but not what somebody wrote and is shown again', async () => {
    expect(await found(() => refused('line 2', 'found "NaN"'), 'Stay\nNaN')).toBeUndefined();
    expect(await found(() => refused('line 2', 'found 3'))).toBeUndefined();
  });
});
