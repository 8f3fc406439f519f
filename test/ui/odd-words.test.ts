// No phrase that readers stumbled over appears in the page, the papers, the terminal or the method.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameWithoutThe, oddWords, placeInDocument } from '../odd-words.ts';
import { parse, root, sourceFiles, walk, type SourceFile } from '../source-files.ts';
import { tactless } from '../tactless.ts';

interface Said {
  readonly path: string;
  readonly text: string;
}

/** What a file may say: its strings, the fixed parts of its templates with a dot for what is put in, and the text of its elements. */
function saidIn(file: SourceFile): Said[] {
  const found: string[] = [];
  walk(parse(file), (node, parent) => {
    if (/^(Import|Export)/.test(parent?.type ?? '')) return;
    if (node.type === 'JSXText') found.push(String(node.value));
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value);
    if (node.type === 'TemplateLiteral')
      found.push((node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('·'));
  });
  // Words have a space between them; the rest are names of classes, keys and files.
  return found
    .map((text) => ({ path: file.path, text: text.replace(/\s+/g, ' ') }))
    .filter(({ text }) => / /.test(text));
}

const said = sourceFiles()
  .filter(({ path }) => /^(ui|cli|engine)\/.*\.tsx?$/.test(path))
  .flatMap(saidIn);
const method = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');

const hits = (all: readonly Said[], pattern: RegExp) =>
  all.flatMap(({ path, text }) => (text.match(pattern) ?? []).map((found) => `${path}: ${found}`));

it('knows the phrases when it sees them, and leaves what is like them', () => {
  const odd = [
    'Days a day of delay adds to the next stay',
    'Band: 8 of 100 simulated years in 10 lie in it.',
    'On a typical day about 6 places stand then empty.',
    'Beside today, up to 3: take one off to choose another',
    'Keep only from 6 Jun 2019',
    'Surge opens when this many wait, people',
    'Stay there of those who need care at home, as a multiple',
    'What comes of it',
    'but for the three consequences of rule 17',
    'Cost a year – not entered: add a source to show',
    'What is open stays until the new one is found sound.',
  ];
  for (const phrase of odd) expect(phrase.match(oddWords), phrase).not.toBeNull();
  expect('people wait to leave Acute hospital'.match(nameWithoutThe)).not.toBeNull();
  expect('See needs.p1.priority.'.match(placeInDocument)).not.toBeNull();
  const plain = 'people wait to leave the acute hospital. Extra days in the next service for each day of delay';
  expect(`${plain}, in Loughborough`.match(nameWithoutThe)).toBeNull();
  expect(plain.match(oddWords)).toBeNull();
  expect('Options. Then stations'.match(placeInDocument)).toBeNull();
});

it('page, papers and terminal say none of them', () => {
  expect(said.length).toBeGreaterThan(2000);
  expect([...hits(said, oddWords), ...hits(said, nameWithoutThe), ...hits(said, tactless)]).toEqual([]);
});

it('nor does the method', () => {
  const page = [{ path: 'methods.md', text: method }];
  expect([...hits(page, oddWords), ...hits(page, nameWithoutThe), ...hits(page, tactless)]).toEqual([]);
  // A path of a document is set in code type.
  expect(hits([{ path: 'methods.md', text: method.replace(/`[^`]*`/g, '') }], placeInDocument)).toEqual([]);
});

it('no sentence of the page names a place in a document', () => {
  expect(
    hits(
      said.filter(({ path }) => path.startsWith('ui/')),
      placeInDocument,
    ),
  ).toEqual([]);
});
