// What the comparison of two pages refuses, before it builds or opens anything.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../source-files.ts';

it.each([
  ['a folder that is not there', ['--against', 'no/such/folder'], /there is no folder no\/such\/folder.*git worktree/s],
  ['a folder without a page', ['--against', 'docs'], /docs has no vite\.config\.ts and ui\/index\.html.*git worktree/s],
  ['rounds in words', ['--against', '.', '--rounds', 'many'], /whole number from 1 to \d+, not many/],
  ['more rounds than the slider has steps', ['--against', '.', '--rounds', '1000'], /not 1000/],
])('%s', (_what, args, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/bench-browser.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(said);
});
