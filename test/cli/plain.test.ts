// What a terminal obeys is never printed out of a name: no file, table or model moves its cursor, colours it or turns words round.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainly } from '../../cli/output/plain.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const ESC = '\u001b';
const CSI = '\u009b';
const OBEYED = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const scratch = scratchFolder();
afterAll(() => scratch.remove());

describe('plain text', () => {
  it.each([
    ['a screen that is wiped', `${ESC}[2J`, '\\u001b[2J'],
    ['a title of the window', `${ESC}]0;x\u0007`, '\\u001b]0;x\\u0007'],
    ['a code of one letter', `${CSI}2J`, '\\u009b2J'],
    ['a line begun anew', 'safe\revil', 'safe\\u000devil'],
    ['a letter taken back', 'safe\b\b', 'safe\\u0008\\u0008'],
    ['words turned round', 'a\u202etxt.exe', 'a\\u202etxt.exe'],
    ['marks of direction', '\u2066\u200f\u061c', '\\u2066\\u200f\\u061c'],
  ])('has %s written out', (_what, text, shown) => expect(plainly(text)).toBe(shown));

  it.each(['two\nlines\tand a tab\r\n', 'é 😀 שלום 日本', `${ESC}[1mbold${ESC}[22m ${ESC}[2mfaint${ESC}[22m`])(
    'stays as it is otherwise: %j',
    (text) => expect(plainly(text)).toBe(text),
  );

  it('is the same JSON', () => {
    const text = JSON.stringify({ name: `${CSI}\u202e\u007f` });
    expect(plainly(text)).not.toBe(text);
    expect(JSON.parse(plainly(text))).toEqual(JSON.parse(text));
  });
});

describe.concurrent('the terminal', () => {
  const evil = `${ESC}[2J${ESC}]0;mine\u0007\u202ekcab`;
  const table = join(scratch.folder, 'stays.csv');
  writeFileSync(table, `Stay ${evil},Other\n${'3,x\n4,x\n5,x\n'.repeat(20)}`);
  const model = JSON.parse(JSON.stringify(smallModel)) as { title: string; stations: Record<string, object> };
  model.stations[`p9${evil}`] = {};
  const document = scratch.file('evil.json', { ...model, title: evil });
  it.each([
    ['the name of a file that is not there', ['run', `${evil}.json`]],
    ['a model with such ids and names', ['check', document]],
    ['a column of a table', ['fit', 'stays', table, '--unit', 'days']],
    ['a setting', ['run', 'ilkeston-2019', '--set', `${evil}=3`]],
    ['an unknown command', [evil]],
  ])('shows as letters: %s', async (_what, args) => {
    const { stdout, stderr } = await onward(args);
    expect(stdout + stderr).toContain('\\u001b[2J');
    expect(stdout + stderr).not.toMatch(OBEYED);
  });
});
