// `onward bench --against`: what two builds are compared by is there and the same for both, and what cannot be compared is said.
// How fast is for the command to say, for other tests share the machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherBuild } from '../../cli/bench/against/other-build.ts';
import { onward, scratchFolder } from '../cli/onward.ts';
import { root } from '../source-files.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const folder = (name: string): string => {
  mkdirSync(join(scratch.folder, name), { recursive: true });
  return join(scratch.folder, name);
};
const canRun = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasCompiler = canRun('cc', '--version') || canRun('gcc', '--version');

/** A build of Onward, of which only the door is written. */
function buildWith(name: string, door: string): string {
  writeFileSync(join(folder(`${name}/engine`), 'index.ts'), door);
  return join(scratch.folder, name);
}
const thisDoor = JSON.stringify(join(root, 'engine/index.ts'));

interface Slice {
  amount: number;
  cpuSeconds: number;
}
interface Row {
  ratio: { lower: number; median: number; upper: number };
  ofC?: { here: object; there: object };
  checksums: { here: string; there: string };
  slices: { here: Slice[]; there: Slice[]; c?: Slice[] };
  notCompared?: string;
}

/** What `--json` says, and that no folder is left. */
async function compared(args: readonly string[], rounds = 2): Promise<Record<string, Row>> {
  const temporary = folder('temporary');
  const all = ['bench', '--rounds', String(rounds), '--seconds', '0.05', '--json', ...args];
  const { code, stdout, stderr } = await onward(all, { env: { TMPDIR: temporary } });
  expect(code, stderr).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  return (JSON.parse(stdout) as { rows: Record<string, Row> }).rows;
}

describe('this build beside itself', () => {
  it('has every row, every slice, and the same results', async () => {
    const { memory, ...speeds } = await compared(['--against', '.'], 1);
    expect(Object.keys(speeds)).toEqual(['d2a-kept', 'd2a-fresh', 'ilkeston-kept', 'county']);
    for (const [name, { ratio, checksums, slices }] of Object.entries(speeds)) {
      expect(checksums.here, name).toMatch(/^[0-9a-f]{64}$/);
      expect(checksums.there, name).toBe(checksums.here);
      for (const side of [slices.here, slices.there]) {
        expect(side.length).toBe(1);
        // A slice ends with the piece that fills it.
        for (const { amount, cpuSeconds } of side) expect([amount >= 1, cpuSeconds >= 0.05]).toEqual([true, true]);
      }
      expect(ratio.lower).toBeGreaterThan(0);
      expect(ratio.upper).toBeGreaterThanOrEqual(ratio.median);
    }
    const runs = memory as unknown as { of: string; runs: Record<string, { afterMB: number; peakMB: number }[]> }[];
    expect(runs.map(({ of }) => of)).toEqual(['1 year', '10 years', '100 years', '1000 years', 'the county']);
    for (const { runs: sides } of runs)
      for (const { afterMB, peakMB } of [...sides.here, ...sides.there]) {
        expect(afterMB).toBeGreaterThan(10);
        expect(peakMB).toBeGreaterThanOrEqual(afterMB - 1);
      }
  });

  it.runIf(hasCompiler)('stands beside a program in C in the same rounds', async () => {
    const source = scratch.file(
      'quick.c',
      `#include <stdio.h>
       int main(int count, char **words) {
         if (count != 6) return 1;
         printf("{\\"events\\":%s000,\\"cpu\\":0.5,\\"seed\\":%s}\\n", words[2], words[5]);
         return 0;
       }`,
    );
    const { 'd2a-kept': row } = await compared(['--against', '.', '--only', 'd2a-kept', '--c', source]);
    expect(row.slices.c?.length).toBe(2);
    expect(row.slices.c?.[0].cpuSeconds).toBe(0.5);
    // It says half a second for 500 years, so a slice of 0.05 seconds is 50 of them, of 1000 events each.
    expect(row.slices.c?.[0].amount).toBe(50_000);
    expect(Object.keys(row.ofC!)).toEqual(['here', 'there']);
  });
});

describe('another build', () => {
  it('that gives other numbers is seen to', async () => {
    const other = buildWith(
      'other-numbers',
      `export * from ${thisDoor};
       import { replicate as same } from ${thisDoor};
       export const replicate = (program, seed, number) => same(program, seed + 1, number);`,
    );
    const { 'd2a-fresh': row } = await compared(['--against', other, '--only', 'd2a-fresh']);
    expect(row.checksums.there).not.toBe(row.checksums.here);
  });

  it('that lacks something is compared in the rest, and what is missing is named', async () => {
    const other = buildWith('earlier', `export { compile, readModel, replicate, rowKeys } from ${thisDoor};`);
    const args = ['bench', '--rounds', '1', '--seconds', '0.02', '--against', other, '--only'];
    const { stdout } = await onward([...args, 'ilkeston-kept']);
    expect(stdout).toContain('Not compared: the other build has no summarise, differences in engine/index.ts.');
    const rest = await onward([...args, 'd2a-kept']);
    expect(rest.stdout).toContain('The results are the same.');
  });

  it('goes without the fields that it does not know, and says so', async () => {
    const other = buildWith(
      'not-knowing',
      `export * from ${thisDoor};
       import { readModel as read } from ${thisDoor};
       export function readModel(text) {
         const { options = [] } = JSON.parse(text);
         const problems = options.flatMap((option, at) =>
           'otherReadingOf' in option ? [{ path: 'options.' + at + '.otherReadingOf', found: 'unknown field "otherReadingOf"' }] : []);
         return problems.length > 0 ? { problems } : read(text);
       }`,
    );
    const args = ['bench', '--rounds', '1', '--seconds', '0.02', '--against', other, '--only', 'ilkeston-kept'];
    const { stdout } = await onward(args);
    expect(stdout).toContain('The other build goes without otherReadingOf, which it does not know.');
    expect(stdout).toContain('The results are the same.');
  });

  it('that refuses the model or fails is no fault of this one', async () => {
    const other = buildWith(
      'refusing',
      `export * from ${thisDoor};
       export const readModel = (text) => ({ problems: [{ path: 'needs', found: 'people' }] });`,
    );
    const { 'd2a-kept': refused } = await compared(['--against', other, '--only', 'd2a-kept']);
    expect(refused.notCompared).toBe('the other build refuses the document: needs: people');
    const broken = buildWith(
      'failing',
      `export * from ${thisDoor};
       export const replicate = () => { throw new RangeError('no room'); };`,
    );
    const { 'd2a-kept': failed } = await compared(['--against', broken, '--only', 'd2a-kept']);
    expect(failed.notCompared).toBe('the other build fails: RangeError: no room');
  });
});

describe.runIf(canRun('git', '--version'))('a name that git knows', () => {
  // The program need not lie at the top of its repository.
  const [repository, home] = [folder('repository'), folder('repository/within/house')];
  const door = join(folder('repository/within/house/engine'), 'index.ts');
  // A hook that runs the tests names its own repository there.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
      encoding: 'utf8',
      env,
    });

  beforeAll(() => {
    git('init', '--quiet');
    writeFileSync(join(repository, 'beside.txt'), 'not part of the house');
    git('add', '.');
    git('commit', '--quiet', '-m', 'nothing yet');
    git('tag', 'empty');
    writeFileSync(door, 'export const first = 1;');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    git('tag', 'first');
    writeFileSync(door, 'export const second = 2;');
    git('commit', '--quiet', '-am', 'second');
    writeFileSync(door, 'export const third = "not committed";');
  });

  it('is put into a folder as it was, and the repository stays as it is', async () => {
    const before = [git('status', '--porcelain'), git('worktree', 'list'), readdirSync(join(repository, '.git'))];
    const { folder: found, commit } = await otherBuild('first', home, folder('one'));
    expect(readFileSync(join(found, 'engine/index.ts'), 'utf8')).toBe('export const first = 1;');
    expect(existsSync(join(found, 'beside.txt'))).toBe(false);
    expect(commit).toBe(git('rev-parse', 'first').trim());
    const { folder: last } = await otherBuild('HEAD', home, folder('two'));
    expect(readFileSync(join(last, 'engine/index.ts'), 'utf8')).toBe('export const second = 2;');
    expect([git('status', '--porcelain'), git('worktree', 'list'), readdirSync(join(repository, '.git'))]).toEqual(
      before,
    );
  });

  it.each([
    ['empty', /"empty", whose commit [0-9a-f]{12} (has no engine|cannot be checked out)/],
    ['second', /"second", which is no folder here and no name that git knows/],
  ])('%s is refused', async (name, found) => {
    const refusal = await otherBuild(name, home, folder(`for-${name}`)).catch((error: unknown) => error);
    const { problems } = refusal as { problems: { found: string; expected: string; hint: string }[] };
    expect(problems[0].found).toMatch(found);
    expect(problems[0].expected).toContain('tag, branch or commit');
    expect(problems[0].hint).not.toBe('');
  });
});
