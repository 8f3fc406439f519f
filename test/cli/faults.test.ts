// Faults of this computer, each made to happen: threads that die, memory and disks that are full, clocks that go back. Exact bytes, or words and what has finished.
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const model = scratch.file('small.json', smallModel);
const long = ['--set', 'calendar.runDays=4000', '--replications', '48', '--json'];
const asked = ['run', model, ...long];
/** With an end in time, a thread looks at the clock in the middle of a simulated period too. */
const threads = ['--workers', '2', '--seconds', '900'];
const inFolder = (name: string) => join(scratch.folder, name);
/** Of an answer that may be long, or none. */
const isWhole = (text: string) => (text === '' ? 'nothing' : text === whole ? 'whole' : text.slice(0, 500));
const linesIn = (name: string) => readFileSync(join(inFolder(name), 'finished.jsonl'), 'utf8').split('\n').length - 1;

/** Looks at the clock of a thread, two in each period: in its first task, and when it has answered once. */
const [EARLY, LATER] = [6, 18];

interface Fault {
  readonly kind: 'fails' | 'interrupts' | 'leaves' | 'eatsMemory' | 'hangs' | 'clockRunsBack' | 'diskFull';
  readonly in: 'main' | 'worker';
  readonly at?: number;
  readonly once?: string;
}
const befallen = (fault: Fault, ...options: string[]) => ({
  env: {
    ONWARD_TEST_FAULT: JSON.stringify(fault),
    NODE_OPTIONS: [`--import=${pathToFileURL(join(root, 'test/cli/faulty.mjs')).href}`, ...options].join(' '),
  },
});

let whole: string;
beforeAll(async () => {
  const { code, stdout } = await onward([...asked, '--workers', '1']);
  expect(code).toBe(0);
  whole = stdout;
});

describe.concurrent('a worker thread', () => {
  it('that fails in the middle of a simulated period: its work is done again, to the same bytes', async () => {
    const once = inFolder('failed');
    const fault = befallen({ kind: 'fails', in: 'worker', at: EARLY, once });
    const { code, stdout } = await onward([...asked, ...threads], fault);
    expect([existsSync(once), code, isWhole(stdout)]).toEqual([true, 0, 'whole']);
  });

  it('that dies in the middle of one, out of memory: likewise', async () => {
    const once = inFolder('out-of-memory');
    const fault = befallen({ kind: 'eatsMemory', in: 'worker', at: EARLY, once }, '--max-old-space-size=60');
    const { code, stdout } = await onward([...asked, ...threads], fault);
    expect([existsSync(once), code, isWhole(stdout)]).toEqual([true, 0, 'whole']);
  });

  it('that is gone without a word: said, exit code 1, and what has finished is kept', async () => {
    const kept = ['--keep', inFolder('left')];
    const fault = befallen({ kind: 'leaves', in: 'worker', at: LATER });
    const { code, stdout, stderr } = await onward([...asked, ...threads, ...kept], fault);
    expect([code, isWhole(stdout), stderr]).toEqual([1, 'nothing', expect.stringMatching(/ended before there was a/)]);
    const again = await onward([...asked, ...kept, '--resume']);
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
  });

  it('that fails each time: said, nothing is printed as a result, and what has finished is kept', async () => {
    const kept = ['--keep', inFolder('fails')];
    const fault = befallen({ kind: 'fails', in: 'worker', at: LATER });
    const { code, stdout, stderr } = await onward([...asked, ...threads, ...kept], fault);
    expect([code, isWhole(stdout), stderr]).toEqual([
      1,
      'nothing',
      expect.stringMatching(/Failed twice: option today/),
    ]);
    expect(linesIn('fails')).toBeGreaterThan(1);
    const again = await onward([...asked, ...kept, '--resume']);
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
    expect(again.stderr).toMatch(/^\d+ simulated periods? of them from /m);
  });

  it('that hangs: a second Ctrl-C leaves at once, and what has finished is kept', async () => {
    const [once, kept] = [inFolder('hung'), ['--keep', inFolder('hangs')]];
    const { code, stdout } = await onward([...asked, ...threads, ...kept], {
      ...befallen({ kind: 'hangs', in: 'worker', at: LATER, once }),
      meanwhile: (child) => {
        const timer = setInterval(() => existsSync(once) && child.kill('SIGINT'), 50);
        child.on('close', () => clearInterval(timer));
      },
    });
    expect([code, isWhole(stdout)]).toEqual([130, 'nothing']);
    const again = await onward([...asked, ...kept, '--resume']);
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
  });
});

describe.concurrent('the command', () => {
  it('out of memory ends, and goes on from what had finished to the same bytes', async () => {
    const kept = ['--keep', inFolder('memory'), '--workers', '1'];
    const fault = befallen({ kind: 'eatsMemory', in: 'main', at: 30 }, '--max-old-space-size=60');
    const { code, stdout } = await onward([...asked, ...kept], fault);
    // 134 where the system says how it ended by a number, and none where by a signal.
    expect([[134, null].includes(code), isWhole(stdout)]).toEqual([true, 'nothing']);
    expect(linesIn('memory')).toBeGreaterThan(1);
    const again = await onward([...asked, ...kept, '--resume']);
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
  });

  it('of worlds, stopped when only the readings are left, says so, and goes on', async () => {
    const short = ['--set', 'calendar.runDays=60', '--worlds', '10', '--replications', '2', '--json'];
    const worlds = ['worlds', 'ilkeston-2019', '--option', 'proposed-16', ...short, '--keep', inFolder('readings')];
    const first = await onward(worlds);
    expect([first.code, JSON.parse(first.stdout).readings.length > 0]).toEqual([0, true]);
    const once = inFolder('interrupted');
    const fault = befallen({ kind: 'interrupts', in: 'main', at: 1, once });
    const stopped = await onward([...worlds, '--workers', '1'], fault);
    expect([existsSync(once), stopped.code]).toEqual([true, 130]);
    expect(stopped.stderr).toMatch(/^10 worlds of them from[^]*^Stopped: all worlds, and \d+ of \d+ readings?\.$/m);
    const again = await onward([...worlds, '--resume']);
    expect([again.code, again.stdout === first.stdout]).toEqual([0, true]);
  });

  it('with a clock that runs back gives the same bytes', async () => {
    const kept = ['--keep', inFolder('clock')];
    const { code, stdout } = await onward([...asked, ...kept], befallen({ kind: 'clockRunsBack', in: 'main' }));
    expect([code, isWhole(stdout)]).toEqual([0, 'whole']);
    const inThreads = await onward([...asked, ...threads], befallen({ kind: 'clockRunsBack', in: 'worker' }));
    expect([inThreads.code, isWhole(inThreads.stdout)]).toEqual([0, 'whole']);
  });

  it('whose model is replaced while it is simulated answers for the model that it has read', async () => {
    const changing = scratch.file('changing.json', smallModel);
    const kept = ['--keep', inFolder('changing')];
    const { code, stdout } = await onward(['run', changing, ...long, ...kept], {
      meanwhile: (child) => {
        const timer = setInterval(() => {
          if (existsSync(join(inFolder('changing'), 'finished.jsonl'))) writeFileSync(changing, '{"schemaVersion":1,');
        }, 5);
        child.on('close', () => clearInterval(timer));
      },
    });
    expect([code, isWhole(stdout)]).toEqual([0, 'whole']);
    writeFileSync(changing, JSON.stringify({ ...smallModel, title: 'Another' }));
    const again = await onward(['run', changing, ...long, ...kept]);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('another run (modelHash: ')]);
  });

  it('on a full disk says so, loses nothing that has finished, and goes on when there is room', async () => {
    const kept = ['--keep', inFolder('full'), '--workers', '1'];
    const full = await onward([...asked, ...kept], befallen({ kind: 'diskFull', in: 'main', at: 3 }));
    expect([full.code, isWhole(full.stdout)]).toEqual([2, 'nothing']);
    expect(full.stderr).toMatch(/--keep\n.*ENOSPC[^]*Make room and give the same command again/);
    const again = await onward([...asked, ...kept, '--resume']);
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
    expect(again.stderr).toMatch(/1 line there broken off/);
  });

  it('where nothing can be kept says so before anything is simulated', async () => {
    const { code, stdout, stderr } = await onward([...asked, '--keep', join(model, 'inside')]);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/--keep\n +found .*cannot be written/)]);
  });

  it.skipIf(!existsSync('/dev/full'))('whose printed result finds no room says so and fails', async () => {
    const full = openSync('/dev/full', 'w');
    try {
      const child = spawn(process.execPath, ['cli/onward.mjs', ...asked], {
        cwd: root,
        stdio: ['ignore', full, 'pipe'],
      });
      let stderr = '';
      child.stderr!.on('data', (text: Buffer) => (stderr += text.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect([code, stderr]).toEqual([1, expect.stringMatching(/could not be written.*ENOSPC/)]);
    } finally {
      closeSync(full);
    }
  });
});
