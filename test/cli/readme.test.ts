// The README's own commands: what it tells people to type must work, and what it names must be there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands/index.ts';
import { root } from '../source-files.ts';
import { onward } from './onward.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const typed = [...readme.matchAll(/^npx onward (.+)$/gm)].map((match) => match[1]);
/** A file of the reader's own, and minutes of timing, are not run here. */
const isRun = (line: string) => !/my-model|bench|verify/.test(line);

/** As a shell takes it apart: what stands in quotation marks is one word. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

describe('the README', () => {
  test('shows commands of every kind that answers at once', () => {
    expect(typed.filter(isRun).length).toBeGreaterThanOrEqual(3);
  });

  test.each(typed.filter(isRun))('npx onward %s', async (line) => {
    const { code, stdout } = await onward(wordsOf(line));
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(200);
  });

  test.each(typed)('names a command that there is: %s', (line) => {
    expect(commands.map((command) => command.name)).toContain(line.split(' ')[0]);
  });

  test('names files and folders that there are', () => {
    const paths = [...readme.matchAll(/`((?:engine|ui|cli|test|tools|models)\/[\w./-]*)`|\]\((ui\/[\w./-]+)\)/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(paths.length).toBeGreaterThan(5);
    // The one that the reader is told to write.
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual(['engine/distributions/pareto.ts']);
  });
});
