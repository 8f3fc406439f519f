// The server of `npm start` as somebody hostile would ask it: it answers to its own names, gives nothing from outside its folder, and lets no other page show or read what it has.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relay } from '../../tools/relay.mjs';
import { serve } from '../../tools/serve.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'onward-serve-'));
const folder = join(scratch, 'page');
mkdirSync(folder);
writeFileSync(join(folder, 'index.html'), '<p>The page</p>');
writeFileSync(join(folder, 'worker.js'), '1');
writeFileSync(join(scratch, 'secret.txt'), 'secret');
mkdirSync(join(scratch, 'page-beside'));
writeFileSync(join(scratch, 'page-beside', 'secret.txt'), 'secret');
symlinkSync(join(scratch, 'secret.txt'), join(folder, 'link.txt'));
symlinkSync(scratch, join(folder, 'linked'));

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(
  async () =>
    void (server = await serve({
      folder,
      port: 0,
      first: relay(
        () => ['192.0.2.7'],
        () => 0,
      ),
    })),
);
afterAll(async () => {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** As it is written, without the mending that `fetch` does to addresses. */
const ask = (path: string, { method = 'GET', ...headers }: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname: host, port } = new URL(server.url);
    const sent = request({ host, port, path, method, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, text }));
    });
    sent.on('error', reject).end();
  });

it('listens on this computer alone unless it is given another address', () =>
  expect(new URL(server.url).hostname).toBe('127.0.0.1'));

describe('names', () => {
  it.each(['127.0.0.1:4173', 'localhost:4173', 'LOCALHOST', '[::1]:4173', '192.168.1.7', `${hostname()}:4173`])(
    'of this computer, such as %s, are answered',
    async (host) => expect(await ask('/', { host })).toMatchObject({ status: 200, text: '<p>The page</p>' }),
  );

  it.each([
    'evil.example',
    'evil.example:4173',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil@127.0.0.1',
    '127.0.0.1#.evil.example',
  ])('that others can have point here, such as “%s”, are refused in words', async (host) => {
    for (const path of ['/', '/?relay', `/relay/${'0'.repeat(32)}?as=laptop`]) {
      const { status, text } = await ask(path, { host });
      expect(status).toBe(421);
      expect(text).toMatch(/answers to its address.*--host/);
    }
  });
});

describe('files', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/../page-beside/secret.txt',
    '//etc/passwd',
    '/index.html%00.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/link.txt',
    '/linked/secret.txt',
    '/linked/',
    '/%',
  ])('from outside the folder are not there: %s', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('are not changed by %s', async (method) =>
    expect(await ask('/index.html', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } }),
  );
});

describe('headers', () => {
  it('let no other page show this one in a frame, keep a hold of it, or read a piece of it', async () => {
    const { headers } = await ask('/');
    expect(headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('bind a worker, which does not go by the policy of its page', async () => {
    const policy = String((await ask('/worker.js')).headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "trusted-types 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('the relay', () => {
  const room = '0123456789abcdef0123456789abcdef';
  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[])('does nothing for a page of another site: %j', async (headers) => {
    for (const method of ['GET', 'POST'])
      expect(await ask(`/relay/${room}?as=laptop`, { method, ...headers })).toMatchObject({ status: 403 });
    expect((await ask('/?relay', headers)).text).toBe('<p>The page</p>');
  });

  it('ends a message that goes on and on', async () => {
    const { hostname: host, port } = new URL(server.url);
    const opened = request({ host, port, path: `/relay/${room}?as=laptop` });
    opened.on('error', () => {}).end();
    await new Promise((resolve) => opened.once('response', resolve));
    const ended = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), host);
      let said = '';
      socket.on('data', (part) => (said += String(part)));
      socket.on('error', () => {});
      socket.on('close', () => resolve(said));
      socket.write(`POST /relay/${room} HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\n`);
      const part = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const go = () => void (socket.writable && socket.write(part, () => setImmediate(go)));
      go();
    });
    expect(ended).toContain('413');
    opened.destroy();
  });
});
