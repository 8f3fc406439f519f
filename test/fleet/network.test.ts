// A fleet over a network: a link that is cut and comes back, a user with the rules of the page alone, and TLS.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../tools/build.mjs';
import { freePort, startRedis } from '../../tools/redis.mjs';
import { scratchFolder } from '../cli/onward.ts';
import { root } from '../source-files.ts';
import { endAll, hasRedis, start, startWorker, untilAtWork } from './fleet.ts';

const args = ['run', 'ilkeston-2019', '--replications', '240', '--json'];
const toEnd: (() => unknown)[] = [];
const page = readFileSync(join(root, 'docs/fleet.md'), 'utf8');

const NAME = `onward-${process.pid}`;
const ip = (...words: string[]) => execFileSync('ip', words, { stdio: 'pipe' });
const mayMakeNetworks = process.getuid?.() === 0 && spawnSync('ip', ['netns', 'add', NAME]).status === 0;
if (mayMakeNetworks) ip('netns', 'del', NAME);
else
  console.warn('*** THIS USER MAY NOT MAKE NETWORKS: A LINK THAT IS CUT IS NOT TESTED. Run it as root on Linux. ***');

describe.runIf(hasRedis)('a fleet over a network', () => {
  beforeAll(async () => void (await build('cli')));
  afterEach(async () => {
    await endAll();
    for (const end of toEnd.splice(0).toReversed()) await end();
  });

  it.runIf(mayMakeNetworks)('goes on when the link of a worker is cut and comes back', async () => {
    const [here, there] = ['10.99.71.1', '10.99.71.2'];
    const [mine, its] = [`ow${process.pid % 100_000}a`, `ow${process.pid % 100_000}b`];
    ip('netns', 'add', NAME);
    toEnd.push(() => ip('netns', 'del', NAME));
    ip('link', 'add', mine, 'type', 'veth', 'peer', 'name', its, 'netns', NAME);
    ip('addr', 'add', `${here}/24`, 'dev', mine);
    ip('link', 'set', mine, 'up');
    ip('-n', NAME, 'addr', 'add', `${there}/24`, 'dev', its);
    ip('-n', NAME, 'link', 'set', its, 'up');
    const redis = await startRedis({ host: '0.0.0.0', more: ['--protected-mode', 'no'] });
    toEnd.push(redis.stop);
    await startWorker(`redis://${here}:${redis.port}`, { within: ['ip', 'netns', 'exec', NAME] });
    const run = start([...args, '--queue', `redis://127.0.0.1:${redis.port}`]);
    await untilAtWork(redis.port);
    ip('link', 'set', mine, 'down');
    await run.until('No worker is left');
    ip('link', 'set', mine, 'up');
    const local = start(args);
    expect([await run.ended, await local.ended]).toEqual([0, 0]);
    expect(run.printed()).toBe(local.printed());
  });

  it('works with a user that has the rules of the page and no others', async () => {
    const rules = /^user onward on >a-long-password (.+)$/m.exec(page)![1];
    const redis = await startRedis({
      more: ['--user', 'onward on >some-secret', rules, '--user', 'default off'].flatMap((one) => one.split(' ')),
    });
    toEnd.push(redis.stop);
    const url = redis.url.replace('//', '//onward:some-secret@');
    const worker = await startWorker(url);
    const run = start(['run', 'one-queue', '--json'], { env: { ONWARD_QUEUE: url } });
    expect(await run.ended, run.said()).toBe(0);
    expect(await worker.kill('SIGTERM'), worker.said()).toBe(0);
    expect(worker.said()).not.toContain('refuses');
  });

  it('says what a user is not allowed', async () => {
    const redis = await startRedis({
      more: '--user onward on >some-secret ~other:* +@all --user default off'.split(' '),
    });
    toEnd.push(redis.stop);
    const run = start(['run', 'one-queue', '--json', '--queue', redis.url.replace('//', '//onward:some-secret@')]);
    expect(await run.ended).toBe(2);
    expect(run.said()).toContain('Give it the rules that docs/fleet.md lists');
  });

  it.runIf(existsSync('/usr/bin/openssl'))('over TLS, and refuses a certificate that nobody vouches for', async () => {
    const scratch = scratchFolder();
    toEnd.push(scratch.remove);
    const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(scratch.folder, name));
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ${key} -out ${certificate} -subj /CN=localhost -addext subjectAltName=DNS:localhost`.split(
        ' ',
      ),
      { stdio: 'pipe' },
    );
    const tls = await freePort();
    const redis = await startRedis({
      more: `--tls-port ${tls} --tls-cert-file ${certificate} --tls-key-file ${key} --tls-ca-cert-file ${certificate} --tls-auth-clients no`.split(
        ' ',
      ),
    });
    toEnd.push(redis.stop);
    const url = `rediss://localhost:${tls}`;
    const refused = start(['run', 'one-queue', '--json', '--queue', url]);
    expect(await refused.ended).toBe(2);
    expect(refused.said()).toContain('NODE_EXTRA_CA_CERTS');
    const env = { NODE_EXTRA_CA_CERTS: certificate };
    await startWorker(url, { env });
    const run = start(['run', 'one-queue', '--json', '--queue', url], { env });
    expect(await run.ended, run.said()).toBe(0);
  });
});
