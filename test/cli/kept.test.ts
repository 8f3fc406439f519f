// What a command has kept is trusted only where it is whole, of the same question and of this version; everything else is refused, or simulated again.
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesLeft, openLines } from '../../cli/kept/lines.ts';
import { chanceOf } from '../fleet/one-thread/time.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const model = scratch.file('small.json', smallModel);
const asked = ['run', model, '--replications', '40', '--json'];
const inFolder = (name: string) => join(scratch.folder, name);
const fileOf = (name: string) => join(inFolder(name), 'finished.jsonl');
const keptIn = (name: string, ...more: string[]) => onward([...asked, ...more, '--keep', inFolder(name)]);
const linesOf = (name: string) => readFileSync(fileOf(name), 'utf8').split('\n');
function put(name: string, lines: readonly string[]): void {
  mkdirSync(inFolder(name), { recursive: true });
  writeFileSync(fileOf(name), lines.join('\n'));
}

let whole: string;
/** Of an answer that is long. */
const isWhole = (text: string) => (text === whole ? 'whole' : text.slice(0, 500));
beforeAll(async () => {
  whole = (await onward(asked)).stdout;
  const kept = await Promise.all([keptIn('kept'), keptIn('other-seed', '--seed', '6')]);
  expect(kept.map(({ code }) => code)).toEqual([0, 0]);
  expect(isWhole(kept[0].stdout)).toBe('whole');
});

describe.concurrent('what was kept', () => {
  it('is not simulated again, and serves a question that asks for more of the same', async () => {
    const again = await keptIn('kept', '--resume', '--quiet');
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
    // A folder that says other numbers, rightly summed, shows that they are those that are used.
    const [head, line] = linesOf('kept');
    const left = linesLeft<object>(inFolder('kept'), '--keep')!;
    expect(head).toContain(JSON.stringify(left.head));
    const lines = openLines(mkdirAnd('changed'), left.head, undefined);
    const [of, replications, years] = JSON.parse(line.slice(17)) as [string, number[], string[]];
    lines.append([of, replications, years.map(() => years[0])]);
    lines.close();
    expect(isWhole((await keptIn('changed')).stdout)).not.toBe('whole');

    put('more', linesOf('kept'));
    const more = await onward(['compare', model, '--replications', '50', '--json', '--keep', inFolder('more')]);
    expect(more.stderr).toContain('40 simulated periods of them from');
    const alone = await onward(['compare', model, '--replications', '50', '--json']);
    expect(more.stdout === alone.stdout).toBe(true);
  });

  it.each([
    [
      'a number changed by hand',
      (lines: string[]) => lines.map((line, at) => (at === 1 ? line.replace('A', 'B') : line)),
    ],
    ['a line of another seed', (lines: string[]) => [lines[0], linesOf('other-seed')[1], ...lines.slice(2)]],
    ['a line that broke off', (lines: string[]) => [...lines.slice(0, -2), lines.at(-2)!.slice(0, 99)]],
    ['two lines run together', (lines: string[]) => [lines[0], lines[1] + lines[2], ...lines.slice(3)]],
  ] as const)('with %s is simulated again there, to the same bytes', async (name, change) => {
    const lines = linesOf('kept');
    expect(change([...lines])).not.toEqual(lines);
    put(name, change([...lines]));
    const { code, stdout, stderr } = await keptIn(name);
    expect([code, isWhole(stdout)]).toEqual([0, 'whole']);
    expect(stderr).toMatch(/1 line there broken off or damaged/);
  });

  it.each([
    ['of another seed', 'other-seed', /another run \(seed: 5, and 6 there\)/],
    ['of another version', 'other-version', /another run \(version of Onward: .*, and 0\.0\.1 there\)/],
    ['whose first line was changed', 'other-head', /damaged or of something else/],
    ['that is no file', 'a-device', /damaged or of something else/],
    ['of another command', 'a-sweep', /which has what a sweep has finished/],
  ] as const)('%s is refused in words', async (_, name, says) => {
    if (name === 'other-version' || name === 'a-sweep') {
      const { head } = linesLeft<{ facts: object }>(inFolder('kept'), '--keep')!;
      const facts = { ...head.facts, 'version of Onward': '0.0.1' };
      openLines(mkdirAnd(name), { ...head, facts, ...(name === 'a-sweep' && { what: 'sweep' }) }, undefined).close();
    }
    if (name === 'other-head')
      put(name, [linesOf('kept')[0].replace('"seed":5', '"seed":6'), ...linesOf('kept').slice(1)]);
    if (name === 'a-device') symlinkSync('/dev/zero', join(mkdirAnd(name), 'finished.jsonl'));
    const { code, stdout, stderr } = await keptIn(name);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(says)]);
  });

  it('of a document that has the same things in another order is another', async () => {
    const { p1, p2, ...others } = smallModel.stations;
    const turned = scratch.file('turned.json', { ...smallModel, stations: { p2, p1, ...others } });
    const { code, stderr } = await onward(['run', turned, '--replications', '40', '--keep', inFolder('kept')]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/another run \(document: /)]);
  });

  it('by two commands at once is right for both, and whole afterwards', async () => {
    const both = await Promise.all([keptIn('both', '--workers', '1'), keptIn('both', '--workers', '2')]);
    expect(both.map(({ code, stdout }) => [code, isWhole(stdout)])).toEqual([
      [0, 'whole'],
      [0, 'whole'],
    ]);
    const again = await keptIn('both', '--resume');
    expect([again.code, isWhole(again.stdout)]).toEqual([0, 'whole']);
  });

  it('is refused by --resume where there is nothing', async () => {
    const { code, stderr } = await keptIn('nothing', '--resume');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--resume\n +found +no run in/)]);
  });
});

describe('a file of finished lines', () => {
  const head = { what: 'test' };
  const write = (name: string, contents: readonly unknown[]) => {
    const folder = mkdirAnd(name);
    const lines = openLines(folder, head, linesLeft(folder, '--keep'));
    for (const one of contents) lines.append(one);
    lines.close();
    return join(folder, 'finished.jsonl');
  };
  const read = (name: string) => [...(linesLeft(inFolder(name), '--keep')?.contents() ?? [])];
  const contents = Array.from({ length: 20 }, (_, at) => ({ at, text: 'é'.repeat(at) }));

  it('cut anywhere, or with any bit turned, has only what was written, and goes on', () => {
    const file = write('all', contents);
    const bytes = readFileSync(file);
    const random = chanceOf(3);
    for (let time = 0; time < 300; time++) {
      mkdirAnd('some');
      copyFileSync(file, fileOf('some'));
      const at = Math.floor(random.uniform() * bytes.length);
      if (time % 2 === 0) truncateSync(fileOf('some'), at);
      else {
        const turned = Buffer.from(bytes);
        turned[at] ^= 1 << (time % 8);
        writeFileSync(fileOf('some'), turned);
      }
      try {
        const found = read('some').filter((one) => one !== undefined);
        for (const one of found) expect(contents).toContainEqual(one);
        if (time % 2 === 1) expect(found.length).toBeGreaterThanOrEqual(contents.length - 2);
        write('some', [{ more: time }]);
        const after = read('some').filter((one) => one !== undefined);
        // A line that lacked nothing but its end is whole again.
        expect(after.slice(0, found.length)).toEqual(found);
        expect(after.at(-1)).toEqual({ more: time });
        for (const one of after.slice(found.length, -1)) expect(contents).toContainEqual(one);
        expect(after.length).toBeLessThanOrEqual(found.length + 2);
      } catch (error) {
        // Of the first line nothing may be different.
        expect(String(error)).toContain('cannot be used');
        expect(bytes.subarray(0, at).includes(10)).toBe(false);
      }
      rmSync(inFolder('some'), { recursive: true });
    }
  });
});

function mkdirAnd(name: string): string {
  mkdirSync(inFolder(name), { recursive: true });
  return inFolder(name);
}
