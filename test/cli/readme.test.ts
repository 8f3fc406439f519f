// The README and the pages in docs/: what they ask people to type must work, and what they name must exist.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands/index.ts';
import { root } from '../source-files.ts';
import { onward } from './onward.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const typed = [...readme.matchAll(/^npx onward (.+)$/gm)].map((match) => match[1]);
/** A file of the reader's own, and minutes of timing, are not run here. */
const isRun = (line: string) => !/my-model|bench|verify/.test(line);

/** As a shell splits it: words in quotation marks are one word. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

/** All 200 worlds of that option are simulated by the terminal beside the page, in test/browser/worlds.test.ts. */
const shorter = (line: string): string[] =>
  line.startsWith('worlds ') ? ['--worlds', '24'] : line.startsWith('frontier ') ? ['--replications', '20'] : [];

describe('the README', () => {
  test('shows commands of every kind that answers at once', () => {
    expect(typed.filter(isRun).length).toBeGreaterThanOrEqual(3);
  });

  test.each(typed.filter(isRun))('npx onward %s', async (line) => {
    const { code, stdout } = await onward([...wordsOf(line), ...shorter(line)]);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(200);
  });

  test.each(typed)('names a command that there is: %s', (line) => {
    expect(commands.map((command) => command.name)).toContain(line.split(' ')[0]);
  });

  test('has at most 150 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });
});

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Paths in code type, from the top, and links, from the page's own folder. */
function pathsOn(page: string): string[] {
  const text = textOf(page);
  const named = [...text.matchAll(/`(?:node )?((?:engine|ui|cli|test|tools|models|docs)\/[\w./-]*)[` ]/g)].map(
    ([, path]) => path,
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => join(dirname(page), path));
  return [...named, ...linked];
}

/** What docs/adding.md has the reader write. */
const isToBeWritten = (path: string) => /\b(pareto|halton|last-come|hospice|rarely-used|halo|heatmap)\b/.test(path);

describe('every page', () => {
  test.each(pages)('%s names files and folders that there are', (page) => {
    const paths = pathsOn(page);
    expect(paths.length).toBeGreaterThan(page === 'README.md' ? 8 : 0);
    expect(paths.filter((path) => !isToBeWritten(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  test('is reached from the README', () => {
    expect(pages.slice(1).filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });

  test('a picture is small enough to be fetched with the page', () => {
    for (const path of pages.flatMap(pathsOn).filter((one) => /\.(gif|png|jpg)$/.test(one)))
      expect(statSync(join(root, path)).size, path).toBeLessThan(1_500_000);
  });
});

describe('the glossary', () => {
  const rows = [...textOf('docs/glossary.md').matchAll(/^\| [^|]+ \| ([^|]+) \| [^|]+ \| `([^`]+)` \|$/gm)].map(
    ([, term, path]) => [term, path] as const,
  );

  test('has the terms that a simulation engineer searches for', () => {
    expect(rows.map(([term]) => term)).toEqual(
      expect.arrayContaining([
        'future event list',
        'queue',
        'queue discipline',
        'common random numbers',
        'statistics collector',
        'routing probability',
        'initial transient',
        'reneging',
        'balking',
        'blocking after service',
        'counter-based random number',
        'utilisation',
        'occupancy',
        'deadlock',
        'steady state',
      ]),
    );
  });

  test.each(rows)('%s stands in the first line of %s', (term, path) => {
    expect(readFileSync(join(root, path), 'utf8').split('\n')[0].toLowerCase()).toContain(term.toLowerCase());
  });
});
