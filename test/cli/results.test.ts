// What `run` and `compare` print: the same bytes every time, whichever thread does the work.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
const model = scratch.file('small.json', smallModel);
afterAll(scratch.remove);

describe('the same request', () => {
  it('gives the same bytes twice', async () => {
    const args = ['compare', model, '--json', '--quiet'];
    const [once, again] = [await onward(args), await onward(args)];
    expect(once.stderr).toBe('');
    expect(once.code).toBe(0);
    expect(again.stdout).toBe(once.stdout);
  });

  it('gives the same bytes with one worker and with two', async () => {
    const args = ['compare', model, '--options', 'more-home,today', '--json', '--replications', '33'];
    const [one, two] = [await onward([...args, '--workers', '1']), await onward([...args, '--workers', '2'])];
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout).manifest).toMatchObject({
      options: ['more-home', 'today'],
      baseline: 'more-home',
      replications: 33,
    });
  });

  it('gives the same bytes from a file and from standard input', async () => {
    const fromFile = await onward(['run', model, '--json']);
    const fromInput = await onward(['run', '-', '--json'], { input: JSON.stringify(smallModel) });
    expect(fromInput.code).toBe(0);
    expect(fromInput.stdout).toBe(fromFile.stdout);
  });

  it('another seed gives other numbers', async () => {
    const [one, two] = await Promise.all(['1', '2'].map((seed) => onward(['run', model, '--json', '--seed', seed])));
    expect(JSON.parse(one.stdout).summary).not.toEqual(JSON.parse(two.stdout).summary);
  });
});

describe('what is printed', () => {
  it('JSON is the manifest, tidy rows for every option in order, and the differences', async () => {
    const { stdout } = await onward(['compare', model, '--json', '--baseline', 'today']);
    const { manifest, summary, differences } = JSON.parse(stdout);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(manifest).toMatchObject({ tool: 'onward', model: 'small', seed: 5, replications: 12, baseline: 'today' });
    expect([...new Set(summary.map((row: { option: string }) => row.option))]).toEqual([
      'today',
      'more-beds',
      'more-home',
    ]);
    expect([...new Set(differences.map((row: { option: string }) => row.option))]).toEqual(['more-beds', 'more-home']);
  });

  it('a table names every place and says how sure it is', async () => {
    const { code, stdout } = await onward(['run', model, '--option', 'more-beds', '--set', 'stations.p1.places=15']);
    expect(code).toBe(0);
    for (const words of ['More beds', 'stations.p1.places = 15', 'Acute hospital', 'Supportive beds', ' to ', '95 %'])
      expect(stdout).toContain(words);
  });

  it('a comparison says which way each number goes', async () => {
    const { code, stdout } = await onward(['compare', model]);
    expect(code).toBe(0);
    expect(stdout).toContain('today (baseline)');
    expect(stdout).toMatch(/better/);
  });

  it('a threshold that is not met gives 3, one that is met 0', async () => {
    const strict = scratch.file('strict.json', { ...smallModel, thresholds: ['all.delayed.mean <= 0.001'] });
    const easy = scratch.file('easy.json', { ...smallModel, thresholds: ['all.delayed.mean <= 1000'] });
    const [failed, passed] = [await onward(['run', strict]), await onward(['run', easy])];
    expect(failed.code).toBe(3);
    expect(failed.stdout).toContain('NOT MET  all.delayed.mean <= 0.001');
    expect(passed.code).toBe(0);
  });
});

describe('--out', () => {
  it('writes tables that a spreadsheet can open safely, and nothing else', async () => {
    const folder = join(scratch.folder, 'new', 'results');
    const { code, stdout } = await onward(['compare', model, '--out', folder]);
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(readdirSync(folder).sort()).toEqual([
      'dictionary.csv',
      'differences.csv',
      'manifest.json',
      'replications.csv',
      'summary.csv',
    ]);
    const lines = readFileSync(join(folder, 'summary.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('option,station,measure,statistic,who,day,unit,value,ciLow,ciHigh,replications');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(1, -1).every((line) => line.split(',').length === 11)).toBe(true);
    const { replications } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const rows = readFileSync(join(folder, 'replications.csv'), 'utf8').trimEnd().split('\r\n').length - 1;
    expect(rows).toBe(replications * (lines.length - 2));
  });

  it('says so when the folder cannot be written, and leaves nothing behind', async () => {
    const { code, stderr } = await onward(['run', model, '--out', join(model, 'inside')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--out[^]*found[^]*expected[^]*hint/);
    expect(readdirSync(scratch.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
