// The table of faults in docs/proofs.md names tests: each of them is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

const words = readFileSync(join(root, 'docs/proofs.md'), 'utf8');
const section = words.split('## Faults, by doing them')[1].split('\n## ')[0];
const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what goes wrong'));

/** What a test is called where it begins: a title, or that of the table it goes through. */
const titlesIn = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /\bit(?:\.\w+)*\([^'"`]*?['"`](.*?)['"`],|\](?: as const)?\)\(\s*['"`](.*?)['"`],/gs,
    ),
  ].map(([, one, other]) => one ?? other);

it('has twenty faults at least', () => expect(rows.length).toBeGreaterThanOrEqual(20));

it.each(rows.map((row) => [row.split('|')[1].trim(), row] as const))('%s', (_, row) => {
  const [, file, title] = /`(test\/[\w/.-]+)`: (.+) \|$/.exec(row) ?? [];
  expect(existsSync(join(root, file ?? 'none')), row).toBe(true);
  expect(
    titlesIn(join(root, file)).filter((one) => one.includes(title)),
    title,
  ).toHaveLength(1);
});
