// What `onward bench --against` refuses, and what Ctrl-C leaves behind: nothing.
import { execFileSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder } from '../cli/onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const temporary = join(scratch.folder, 'temporary');
mkdirSync(temporary);
const environment = { TMPDIR: temporary };

const noProgram = scratch.file('no-program.c', 'This is no C.');
const saysNothing = scratch.file('says-nothing.c', '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }');

async function expectRefusal(args: readonly string[], found: RegExp, hint: RegExp, env = {}) {
  const { code, stdout, stderr } = await onward(['bench', ...args], { env: { ...environment, ...env } });
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(found);
  expect(stderr).toMatch(/\n {4}expected {2}\S/);
  expect(stderr).toMatch(hint);
  expect(readdirSync(temporary)).toEqual([]);
}

describe('a comparison that cannot be made', () => {
  it.each([
    ['a folder that is not there', ['--against', 'no/such/folder'], /"no\/such\/folder", which is no folder/, /git/],
    ['a name that git would take for an option', ['--against', '--all'], /--against/, /./],
    ['a folder that is no Onward', ['--against', 'docs'], /docs, which has no engine/, /holds engine/],
    ['a file', ['--against', 'README.md'], /README\.md, which is a file/, /holds engine/],
    ['a row there is not', ['--against', '.', '--only', 'simjs'], /simjs/, /--only/],
    ['no round', ['--against', '.', '--rounds', '0'], /--rounds/, /range/],
    ['rounds of nothing', ['--rounds', '3'], /no --against/, /--against FOLDER/],
    ['a program in C that is not there', ['--against', '.', '--c', 'no.c'], /no file no\.c/, /path of the \.c file/],
  ])('%s', (_what, args, found, hint) => expectRefusal(args, found, hint));

  it('an engine that cannot be built', async () => {
    mkdirSync(join(scratch.folder, 'broken/engine'), { recursive: true });
    scratch.file('broken/engine/index.ts', `export { compile } from './not-there.ts';`);
    await expectRefusal(['--against', join(scratch.folder, 'broken')], /cannot be built: .*not-there/, /its own tests/);
  });

  it('no compiler', () =>
    expectRefusal(['--against', '.', '--c', saysNothing], /no C compiler \(looked for no-such-cc\)/, /leave --c out/, {
      CC: 'no-such-cc',
    }));

  it.runIf(hasCompiler())('a program in C that does not compile, or that is another', async () => {
    await expectRefusal(['--against', '.', '--c', noProgram], /does not compile: .*error/, /Compile it by hand/);
    await expectRefusal(['--against', '.', '--c', saysNothing], /d2a 500 365 0 1, printed hello/, /print that line/);
  });
});

describe.runIf(process.platform === 'linux')('Ctrl-C', () => {
  // Built beforehand, so that the signal finds the work and not the build.
  beforeAll(() => onward(['--version']));

  it('leaves no process and no folder', async () => {
    let sides: string[] = [];
    const { code, stdout, stderr } = await onward(['bench', '--against', '.', '--seconds', '600'], {
      env: environment,
      meanwhile: (child) => void stopOnceAtWork(child, (found) => (sides = found)),
    });
    expect(code, stderr).toBe(130);
    expect(stdout).toContain('This build beside');
    expect(sides.length).toBe(2);
    // They were told to go before the command went; a slice of 600 seconds would outlast this test.
    while (ofTemporary().length > 0) await wait(20);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

/** Processes whose command line names the temporary folder. */
const ofTemporary = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${temporary}/`);
    } catch {
      return false; // It has just ended.
    }
  });

async function stopOnceAtWork(child: ChildProcess, found: (sides: string[]) => void): Promise<void> {
  while (ofTemporary().length < 2) await wait(20);
  found(ofTemporary());
  child.kill('SIGINT');
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function hasCompiler(): boolean {
  return ['cc', 'gcc'].some((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}
