// A fault of ours in the terminal: lines that can be copied, with the version, the model's fingerprint, the command and the seed, and with nobody's name.
import { afterAll, expect, it } from 'vitest';
import { pathToFileURL } from 'node:url';
import { fingerprint, readModel, VERSION } from '../../library/index.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

it('is reported without folders, file names or passwords', async () => {
  // Years that are also recorded by week are put together by `set`; nothing else in a run of this size uses it.
  const broken = scratch.file(
    'broken.mjs',
    `Float64Array.prototype.set = () => {
       throw new TypeError("planted in '/home/Jo Smith/private/thing.js' for redis://jo:secret@queue.example:6379");
     };`,
  );
  const model = scratch.file('jo-smiths-ward.json', smallModel);
  const { code, stdout, stderr } = await onward(['run', model, '--seed', '7', '--json', '--quiet', '--workers', '1'], {
    env: { NODE_OPTIONS: `--import ${pathToFileURL(broken).href}` },
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('this is a fault of ours, not of your model');
  expect(stderr).toMatch(new RegExp(`^  version  ${VERSION} [0-9a-f]{16}$`, 'm'));
  expect(stderr).toContain(`  system   Node ${process.version}, ${process.platform}`);
  expect(stderr).toMatch(/^ {2}command {2}onward run FILE\.json --seed 7 --json --quiet --workers 1$/m);
  expect(stderr).toContain(`  model    sha256 ${fingerprint(readModel(JSON.stringify(smallModel)).model!)}`);
  expect(stderr).toMatch(/^ {2}seed {5}7$/m);
  expect(stderr).toMatch(/^ {2}message {2}Error: Failed twice: .*; because TypeError: planted in 'thing\.js' for …$/m);
  expect(stderr).toMatch(/^ +at .*\.js:\d+:\d+\)?$/m);
  expect(stderr).not.toMatch(/Jo|jo-|secret|queue\.example|[\\/](home|tmp|private)|file:/);
});
