// A sweep of thousands has the same bytes with any number of threads, after a kill in its middle, and from parts put together.
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const file = scratch.file('small.json', smallModel);
const RATE = `streams.${Object.keys(smallModel.streams)[0]}.arrivalsPerDay`;
/** 2,000 combinations, in several tasks. */
const over = ['--over', 'stations.p2.beds=4:23', '--over', `${RATE}=1:1.99:0.01`];
const asked = ['sweep', file, ...over, '--set', 'calendar.runDays=60', '--replications', '4'];
const inFolder = (name: string) => join(scratch.folder, name);
const into = (name: string, ...more: string[]) => onward([...asked, '--out', inFolder(name), ...more]);
const linesIn = (folder: string) => {
  const records = join(inFolder(folder), 'finished.jsonl');
  return existsSync(records) ? readFileSync(records, 'utf8').split('\n').length - 1 : 0;
};
/** All that people read; the record of what has finished has the order in which it did. */
const filesIn = (name: string) =>
  Object.fromEntries(
    readdirSync(inFolder(name))
      .filter((one) => one !== 'finished.jsonl')
      .map((one) => [one, readFileSync(join(inFolder(name), one))]),
  );

/** Ends a sweep once so many lines are written; on a busy machine it may be over by then, and is begun anew. */
async function endedInTheMiddle(name: string, signal: NodeJS.Signals, lines: number, code: number | null) {
  for (;;) {
    rmSync(inFolder(name), { recursive: true, force: true });
    const ended = await onward([...asked, '--out', inFolder(name), '--workers', '2'], {
      meanwhile: (child) => {
        const timer = setInterval(() => {
          if (linesIn(name) < lines) return;
          clearInterval(timer);
          child.kill(signal);
        }, 5);
        child.on('close', () => clearInterval(timer));
      },
    });
    if (ended.code === code) return ended;
    expect(ended.code).toBe(0);
  }
}

let whole: ReturnType<typeof filesIn>;
beforeAll(async () => {
  const { code, stderr } = await into('whole', '--workers', '1');
  expect([code, stderr]).toEqual([0, expect.stringContaining('2000 combinations, 4 simulated periods each.')]);
  whole = filesIn('whole');
  expect(Object.keys(whole)).toEqual(['dictionary.csv', 'manifest.json', 'sweep.csv']);
  expect(whole['sweep.csv'].toString().split('\r\n')).toHaveLength(2002);
});

describe('a sweep of two thousand', () => {
  it('killed in its middle goes on from what has finished, and comes to the same bytes', async () => {
    await endedInTheMiddle('killed', 'SIGKILL', 3, null);
    expect(filesIn('killed')).toEqual({});
    const left = linesIn('killed');
    // A record that was being written, and one that was damaged on the disk.
    const records = join(inFolder('killed'), 'finished.jsonl');
    const lines = readFileSync(records, 'utf8').split('\n');
    lines[1] = lines[1].replace(/\d\]/, (end) => (end === '7]' ? '8]' : '7]'));
    writeFileSync(records, lines.join('\n'));
    appendFileSync(records, lines[2].slice(0, 50));
    const { code, stderr } = await into('killed', '--workers', '2', '--resume');
    expect([code, filesIn('killed')]).toEqual([0, whole]);
    expect(stderr).toMatch(/^\d+ of them from /m);
    expect(stderr).toContain('2 lines there broken off or damaged');
    expect(linesIn('killed')).toBeGreaterThan(left);
    // And once more: all is there.
    const again = await into('killed');
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('2000 of them from')]);
    expect(filesIn('killed')).toEqual(whole);
  });

  it('in parts, put together, comes to the same bytes: CSV, Parquet and JSON', async () => {
    const parts = [1, 2, 3].map((part) => [`part-${part}`, '--shard', `${part}/3`] as const);
    for (const [name, ...more] of parts) {
      const { code, stderr } = await into(name, ...more, '--workers', String(name.endsWith('3') ? 8 : 2));
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^Part \d of 3: 66[67] combinations/)]);
    }
    const folders = parts.map(([name]) => inFolder(name));
    // In whatever order they are named.
    expect((await onward(['merge', ...folders.toReversed(), '--out', inFolder('merged')])).code).toBe(0);
    expect(filesIn('merged')).toEqual(whole);

    const parquet = ['--format', 'parquet', '--out'];
    await onward(['merge', ...folders, ...parquet, inFolder('merged-parquet')]);
    // All that the first one simulated is there, so nothing is simulated for another format.
    expect((await onward([...asked, ...parquet, inFolder('whole')])).code).toBe(0);
    expect(filesIn('merged-parquet')['sweep.parquet']).toEqual(filesIn('whole')['sweep.parquet']);
    const json = await onward(['merge', ...folders, '--json']);
    expect(json.stdout).toBe((await onward([...asked, '--json', '--quiet', '--workers', '8'])).stdout);

    const refused: [string[], RegExp][] = [
      [folders.slice(1), /no part 1 of 3/],
      [[...folders, folders[0]], /part 1 of 3, as in/],
      [[inFolder('whole')], /^$/],
      [[folders[0], inFolder('whole')], /parts: 3, and 1 there/],
      [[scratch.folder], /has no finished\.jsonl/],
      [[], /the folders of all parts/],
    ];
    for (const [named, says] of refused) {
      const { code, stderr } = await onward(['merge', ...named, '--out', inFolder('refused'), '--quiet']);
      expect([code, stderr]).toEqual([says.source === '^$' ? 0 : 2, expect.stringMatching(says)]);
    }
    // Of another seed, of another version, and broken off.
    const another = ['--shard', '2/3', '--seed', '9', '--out', inFolder('other-seed')];
    await onward([...asked, ...another]);
    const head = readFileSync(join(folders[1], 'finished.jsonl'), 'utf8').split('\n');
    const put = (name: string, lines: readonly string[]) => {
      mkdirSync(inFolder(name));
      writeFileSync(join(inFolder(name), 'finished.jsonl'), `${lines.join('\n')}\n`);
    };
    put('broken-off', head.slice(0, 2));
    put('damaged', [head[0].replace('"engine":"', '"engine":"9'), ...head.slice(1)]);
    for (const [name, says] of [
      ['other-seed', /seed: \d+, and 9 there/],
      ['broken-off', /of 667 combinations finished[^]*Give the command of this part again/],
      ['damaged', /which is damaged or of something else/],
    ] as const) {
      const { code, stderr } = await onward(['merge', folders[0], inFolder(name), folders[2], '--json']);
      expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    }
  });

  it('refuses a folder of another question, and says in what it differs and what to do', async () => {
    for (const [more, says] of [
      [['--seed', '8'], /seed: 8, and 5 there/],
      [['--shard', '1/2'], /part 1\/2, and part 1\/1 there/],
      [['--of', 'p2.occupancy.mean'], /of: \["p2/],
    ] as const) {
      const { code, stderr } = await into('whole', ...more);
      expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
      expect(stderr).toContain('take finished.jsonl out');
    }
  });

  it('after Ctrl-C writes the combinations that are complete, and goes on from there', async () => {
    const stopped = await endedInTheMiddle('stopped', 'SIGINT', 2, 130);
    expect([stopped.code, stopped.stderr]).toEqual([130, expect.stringMatching(/Stopped: \d+ of 2000 combinations/)]);
    const rows = filesIn('stopped')['sweep.csv'].toString().split('\r\n');
    const all = new Set(whole['sweep.csv'].toString().split('\r\n'));
    expect(rows.every((row) => all.has(row))).toBe(true);
    // The head, at least one of them, and the end of the last line.
    expect(rows.length).toBeGreaterThan(2);
    expect((await into('stopped')).code).toBe(0);
    expect(filesIn('stopped')).toEqual(whole);
  });

  it('where a combination is long, shares its replications out, to the same bytes', async () => {
    const long = ['sweep', file, '--over', 'stations.p2.beds=7:8', '--set', 'calendar.runDays=20000', '--json'];
    const few = ['--replications', '6', '--quiet'];
    const [one, two] = await Promise.all(['1', '2'].map((workers) => onward([...long, ...few, '--workers', workers])));
    expect([one.code, two.stdout]).toEqual([0, one.stdout]);
    const alone = await onward([
      'run',
      file,
      '--set',
      'stations.p2.beds=8',
      '--set',
      'calendar.runDays=20000',
      '--json',
      ...few,
    ]);
    const row = JSON.parse(alone.stdout).summary.find(
      (its: Record<string, string>) =>
        `${its.station} ${its.measure} ${its.statistic} ${its.who}` === 'all delayed mean all',
    );
    const { at, ...last } = JSON.parse(one.stdout).sweep[1];
    expect([at, last]).toEqual([{ 'stations.p2.beds': 8 }, row]);
  });
});

/** A disk of so many bytes; undefined where none can be made. */
function smallDisk(name: string, size: string): string | undefined {
  const disk = inFolder(name);
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' });
    return disk;
  } catch {
    return undefined;
  }
}

describe('on a disk that is full', () => {
  it('says so, loses nothing that has finished, and goes on when there is room', async (test) => {
    const disk = smallDisk('disk', '64k');
    if (disk === undefined) {
      console.log('*** A full disk was not tried: only root can mount one, and only on Linux. ***');
      return test.skip();
    }
    try {
      const full = await into('disk', '--workers', '2');
      expect(full.code).toBe(2);
      expect(full.stderr).toMatch(/ENOSPC[^]*Make room and give the same command/);
      expect(linesIn('disk')).toBeGreaterThan(1);
      execFileSync('mount', ['-o', 'remount,size=8m', disk]);
      const { code, stderr } = await into('disk', '--workers', '2');
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^\d+ of them from /m)]);
      expect(filesIn('disk')).toEqual(whole);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
