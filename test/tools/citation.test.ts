// CITATION.cff, CHANGELOG.md and the package say the same version and licence, by keys that the format (Citation File Format 1.2.0) has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VERSION } from '../../library/index.ts';
import { root } from '../source-files.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const described: { version: string; license: string } = JSON.parse(read('package.json'));

/** Of its schema: those that must be there, and those that a file like ours may have besides. */
const needed = ['authors', 'cff-version', 'message', 'title'];
const known = [
  ...needed,
  'abstract',
  'date-released',
  'doi',
  'keywords',
  'license',
  'repository-code',
  'type',
  'url',
  'version',
];

const valueIn = (text: string, key: string): string | undefined => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
const keysIn = (text: string): string[] => [...text.matchAll(/^([^\s#-][^:\n]*):/gm)].map(([, key]) => key);

function problemsOf(text: string): string[] {
  const keys = keysIn(text);
  return [
    ...needed.filter((key) => !keys.includes(key)).map((key) => `no ${key}`),
    ...keys.filter((key, at) => !known.includes(key) || keys.indexOf(key) < at),
    ...(valueIn(text, 'cff-version') === '1.2.0' ? [] : ['cff-version']),
    ...(['software', 'dataset'].includes(valueIn(text, 'type') ?? '') ? [] : ['type']),
    ...(/^authors:\n( {2}- (name|family-names|alias): \S.*\n)+/m.test(text) ? [] : ['authors']),
    // In YAML a plain text may hold neither of these.
    ...text.split('\n').filter((line) => /^[^:]+: [^'"].*(: | #)/.test(line)),
  ];
}

it('the citation has the keys of its format, each once', () => {
  const text = read('CITATION.cff');
  expect(problemsOf(text)).toEqual([]);
  expect(problemsOf(text.replace('title:', 'tittle:'))).toEqual(['no title', 'tittle']);
  expect(problemsOf(text.replace('1.2.0', '1.3.0').replace(/^authors:\n.*\n/m, ''))).toContain('no authors');
});

it('one version and one licence are named everywhere', () => {
  const text = read('CITATION.cff');
  expect([VERSION, valueIn(text, 'version'), described.version]).toEqual(Array(3).fill(described.version));
  expect([valueIn(text, 'license'), read('LICENSE').split(' ')[0]]).toEqual(Array(2).fill(described.license));
  expect(read('CHANGELOG.md')).toContain(`\n## ${VERSION}\n`);
});
