// `onward doctor`: what is here is said, and what is missing comes with what to do and an exit code.
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coresHere, memoryHere, nodeHere, writableHere } from '../../cli/doctor/this-machine.ts';
import { VERSION } from '../../library/index.ts';
import { onward, scratchFolder } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

interface Found {
  readonly version: string;
  readonly engine: string;
  readonly isReady: boolean;
  readonly findings: readonly { id: string; status: string; found: string; todo: string }[];
}

describe('onward doctor', () => {
  it('says what is here: with code 0 where nothing is missing', async () => {
    const { code, stdout, stderr } = await onward(['doctor', '--json'], { env: { ONWARD_QUEUE: 'none' } });
    const { version, engine, isReady, findings }: Found = JSON.parse(stdout);
    expect([code, isReady, version, stderr]).toEqual([0, true, VERSION, '']);
    expect(engine).toMatch(/^[0-9a-f]{64}$/);
    const ids = ['node', 'engine', 'threads', 'memory', 'cores', 'folder', 'temporary', 'page', 'browser', 'redis'];
    expect(findings.map(({ id }) => id)).toEqual(ids);
    for (const { id, status, found, todo } of findings) {
      expect(found.length, id).toBeGreaterThan(0);
      expect(todo === '', id).toBe(status === 'good');
    }
    expect(findings[0].found).toContain(process.versions.node);
    expect(findings[2].found).toBe('threads work, and give the same numbers');
  });

  it('says what is missing and what to do, for people, with code 1', async () => {
    const env = { TMPDIR: join(scratch.folder, 'nowhere'), ONWARD_QUEUE: 'redis://somebody:secret@127.0.0.1:1' };
    const { code, stdout } = await onward(['doctor'], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /missing +temporary +the folder for temporary files cannot be written to \(ENOENT\)\n +Make room/,
    );
    expect(stdout).toMatch(/missing +redis +ONWARD_QUEUE: no Redis: .*\n.*Or take ONWARD_QUEUE away\./);
    expect(stdout).toMatch(/good +engine .*works\n/);
    expect(stdout).toMatch(/Something that Onward needs is missing\.\n$/);
    expect(stdout).not.toMatch(/secret|somebody|\/nowhere/);
  });
});

describe('this machine', () => {
  it('has a Node that is new enough, or needs another', () => {
    expect(['20.19.0', '24.1.0'].map((version) => nodeHere(version).status)).toEqual(['good', 'good']);
    expect(['18.20.0', '20.18.3'].map((version) => nodeHere(version).status)).toEqual(['missing', 'missing']);
    expect(nodeHere('18.20.0').todo).toContain('20.19');
  });

  it('may do with little memory and one core', () => {
    expect([memoryHere(1e9, 5e8).status, memoryHere(8e9, 1e9).status]).toEqual(['without', 'good']);
    expect([coresHere(1).status, coresHere(2).status]).toEqual(['without', 'good']);
  });

  it('leaves nothing in a folder that it tried', () => {
    expect(writableHere('folder', scratch.folder, 'this folder', 'no').status).toBe('good');
    expect(writableHere('folder', scratch.file('a-file', ''), 'this folder', 'Go elsewhere.')).toMatchObject({
      status: 'missing',
      found: 'this folder cannot be written to (ENOTDIR)',
      todo: 'Go elsewhere.',
    });
  });
});
