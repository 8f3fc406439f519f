// The command itself: help, version, check, schema, Ctrl-C, and a reader that goes away.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../cli/commands/index.ts';
import { VERSION } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
const model = scratch.file('small.json', smallModel);
afterAll(scratch.remove);

describe('help', () => {
  it('lists every command', async () => {
    const { code, stdout } = await onward(['--help']);
    expect(code).toBe(0);
    for (const { name, job } of commands) expect(stdout).toMatch(new RegExp(`\\n  ${name}.*${job.slice(0, 20)}`));
  });

  it.each(commands.map(({ name, options }) => [name, options] as const))(
    'of %s names every option',
    async (name, options) => {
      const { code, stdout } = await onward([name, '--help']);
      expect(code).toBe(0);
      for (const option of options) expect(stdout).toContain(`--${option.name}`);
    },
  );

  it('and the version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await onward(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    // The engine writes its own into every result.
    expect(VERSION).toBe(version);
  });
});

describe('check and schema', () => {
  it('check sets what is asked of each place against what it has', async () => {
    const { code, stdout } = await onward(['check', model]);
    expect(code).toBe(0);
    for (const words of ['can be used', 'Supportive beds', 'needs', 'has', 'arrivals', 'Numbers without evidence'])
      expect(stdout).toContain(words);
  });

  it('check --json says the same to a program', async () => {
    const { stdout } = await onward(['check', model, '--json']);
    const { usable, offered } = JSON.parse(stdout);
    expect(usable).toBe(true);
    // 0.8 people a day for 9 days each.
    expect(offered.find((each: { station: string }) => each.station === 'p2').neededPlaces).toBeCloseTo(7.2, 6);
  });

  it('schema is a JSON Schema', async () => {
    const { code, stdout } = await onward(['schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('properties.stations');
  });
});

const SIGINT = 1 << (2 - 1);

/** Ctrl-C, once the command has said that it listens for it and has then had enough processor time to finish something. */
async function stopOnceAtWork(child: ChildProcess): Promise<void> {
  const proc = (file: string) => `/proc/${child.pid}/${file}`;
  const isLinux = existsSync(proc('status'));
  const hears = (): boolean => {
    const [, caught] = /SigCgt:\s*(\w+)/.exec(readFileSync(proc('status'), 'utf8'))!;
    return (Number.parseInt(caught!.slice(-8), 16) & SIGINT) !== 0;
  };
  /** In hundredths of a second, of all its threads. */
  const used = () => Number(readFileSync(proc('stat'), 'utf8').split(') ')[1].split(' ')[11]);
  while (isLinux && !hears()) await wait(50);
  const before = isLinux ? used() : 0;
  if (isLinux) while (used() < before + 150) await wait(50);
  else await wait(3000);
  child.kill('SIGINT');
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('stopping early', () => {
  // Built beforehand, so that the signal finds the work and not the build.
  beforeAll(() => onward(['--version']));
  const long = ['run', model, '--replications', '10000', '--set', 'calendar.runDays=3000', '--json'];

  it('Ctrl-C writes what finished and gives 130', async () => {
    const { code, stdout, stderr } = await onward([...long, '--workers', '2'], {
      meanwhile: (child) => void stopOnceAtWork(child),
    });
    expect(code, stderr).toBe(130);
    const { manifest, summary } = JSON.parse(stdout);
    expect(manifest.replications).toBeGreaterThan(0);
    expect(manifest.replications).toBeLessThan(10_000);
    expect(summary[0].replications).toBeLessThanOrEqual(manifest.replications);
  });

  it('what it wrote is what so many replications give', async () => {
    const stopped = await onward(long, { meanwhile: (child) => void stopOnceAtWork(child) });
    expect(stopped.code).toBe(130);
    const { replications } = JSON.parse(stopped.stdout).manifest;
    const whole = await onward(long.map((word) => (word === '10000' ? String(replications) : word)));
    expect(whole.stdout).toBe(stopped.stdout);
  });

  it.skipIf(process.platform === 'win32')('a reader that has seen enough is no fault', async () => {
    const command = `"${process.execPath}" cli/onward.mjs compare "${model}" --json | head -c 10; exit \${PIPESTATUS[0]}`;
    const child = spawn('bash', ['-c', command], { cwd: root });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
