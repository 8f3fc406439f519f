// The second engine where it is used: as work for a thread, and in the terminal.
import { describe, expect, it } from 'vitest';
import { compile, loadTwin, work, type Model, type WorkReply } from '../../engine/index.ts';
import { onward, smallModel } from '../cli/onward.ts';
import { readable } from '../laws/over-models.ts';

const model: Model = readable(smallModel);
const request = { type: 'twin', id: 4, model, run: { option: 'today' }, seed: 5, replication: 0 } as const;

describe('as work', () => {
  it('is one step, and a report that can be posted', async () => {
    const replies: WorkReply[] = [...work(request, compile, await loadTwin())].filter((reply) => reply !== undefined);
    expect(replies.map(({ type }) => type)).toEqual(['compared', 'done']);
    const [reply] = structuredClone(replies);
    expect(reply).toMatchObject({ id: 4, report: { verdict: 'equal', unsupported: [], ties: 0 } });
  });

  it('says so when nobody has loaded it', () => {
    expect(() => [...work(request, compile)]).toThrow('not loaded');
  });
});

describe('onward run --engine simjs', () => {
  const run = (input: object, ...more: string[]) =>
    onward(['run', '-', '--engine', 'simjs', ...more], { input: JSON.stringify(input) });

  it('counts what was compared, and says how long each took', async () => {
    const { code, stdout, stderr } = await run(smallModel, '--option', 'more-beds', '--replications', '2');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^\d+ patients, \d{4,} times compared, all equal to the last bit\.\nCompared in both engines, .*\.\nOnward took .* s .*, SimJS 2\.0\.3 \d+\.\d\d s\.\n$/,
    );
    expect(code).toBe(0);
  });

  it('gives the same as JSON', async () => {
    const { code, stdout } = await run(smallModel, '--json');
    const found = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(found).toMatchObject({ engine: 'simjs 2.0.3', firstDifference: null, unsupported: [], ties: 0 });
    expect(found.manifest).toMatchObject({ model: 'small', replications: 1, options: ['today'] });
    expect(found.equal).toBe(found.compared);
  });

  it('names what it cannot run, with exit code 2', async () => {
    const { p1, ...others } = smallModel.stations;
    const ranked = { ...smallModel, stations: { ...others, p1: { ...p1, order: 'longest-delayed' } } };
    const { code, stdout, stderr } = await run(ranked);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/SimJS cannot run this model\.\n {2}stations\.p1\.order: /);
    expect(JSON.parse((await run(ranked, '--json')).stdout).unsupported).toHaveLength(1);
  });

  it('refuses an engine it does not know, and what only the usual one can do', async () => {
    expect(await onward(['run', 'one-queue', '--engine', 'simj'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean simjs?'),
    });
    expect(await run(smallModel, '--weeks')).toMatchObject({ code: 2, stderr: expect.stringContaining('--weeks') });
  });
});

describe('onward verify', () => {
  it('compares a replication of each model it looks at', async () => {
    const { code, stdout } = await onward(['verify', '--only', 'one-bed', '--replications', '5']);
    expect(stdout).toMatch(
      /SimJS 2\.0\.3, ran 1 of 1 model: one replication, \d{4} patients, \d{5} times compared, all equal to the last bit\./,
    );
    expect(code).toBe(0);
    const json = await onward(['verify', '--only', 'two-in-line', '--replications', '5', '--json']);
    expect(JSON.parse(json.stdout).secondEngine).toEqual([
      expect.objectContaining({ id: 'two-in-line', verdict: 'unsupported', patients: 0 }),
    ]);
  });
});
