// The relay on a real server: what is said in a room goes to the other side of it and nowhere else; whatever does not belong there is refused in words.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addressesAt, relay } from '../../tools/relay.mjs';
import { serve } from '../../tools/serve.mjs';

const room = '0123456789abcdef0123456789abcdef';
const folder = mkdtempSync(join(tmpdir(), 'onward-relay-'));
writeFileSync(join(folder, 'index.html'), '<p>The page</p>');

let server: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => void (server = await serve({ folder, port: 0, first: relay(() => ['192.0.2.7']) })));
afterEach(() => server.close());
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Event {
  readonly event: string;
  readonly data: string;
}

/** Listens to a room; `next` is what comes next, except for beats. */
async function listener(at: string) {
  const leave = new AbortController();
  const { status, body } = await fetch(`${server.url}relay/${at}`, { signal: leave.signal });
  expect(status).toBe(200);
  const events = eventsOf(body!);
  return {
    next: async () => (await events.next()).value as Event | undefined,
    leave: () => leave.abort(),
  };
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (event && event !== 'beat') yield { event, data };
    }
  }
}

const say = async (at: string, body: string): Promise<{ status: number; words: string }> => {
  const reply = await fetch(`${server.url}relay/${at}`, { method: 'POST', body });
  return { status: reply.status, words: await reply.text() };
};
const answer = async (at: string): Promise<{ status: number; words: string }> => {
  const leave = new AbortController();
  const reply = await fetch(`${server.url}relay/${at}`, { signal: leave.signal });
  const words = reply.ok ? '' : await reply.text();
  leave.abort();
  return { status: reply.status, words };
};
const message = (data: string) => ({ event: 'message', data });

it('passes on what the laptop says to every phone, and what a phone says to the laptop alone', async () => {
  const laptop = await listener(`${room}?as=laptop`);
  const one = await listener(room);
  const two = await listener(room);
  expect([await laptop.next(), await laptop.next()]).toEqual([
    { event: 'phones', data: '1' },
    { event: 'phones', data: '2' },
  ]);
  expect((await say(room, '{"command":"next"}')).status).toBe(200);
  expect(await laptop.next()).toEqual(message('{"command":"next"}'));
  await say(`${room}?as=laptop`, '{"told":"é"}');
  // Had one phone heard the other, that would have come first.
  for (const phone of [one, two]) expect(await phone.next()).toEqual(message('{"told":"é"}'));
  one.leave();
  expect(await laptop.next()).toEqual({ event: 'phones', data: '1' });
  laptop.leave();
  expect(await two.next()).toBeUndefined();
  expect(await say(room, '{}')).toMatchObject({ status: 404, words: expect.stringContaining('closed') });
});

it('keeps rooms apart', async () => {
  const other = room.replaceAll('0', 'f');
  const here = await listener(`${room}?as=laptop`);
  const there = await listener(`${other}?as=laptop`);
  await say(other, '"there"');
  await say(room, '"here"');
  expect([await here.next(), await there.next()]).toEqual([message('"here"'), message('"there"')]);
});

it('refuses in words whatever does not belong there', async () => {
  expect(await answer(room)).toMatchObject({ status: 404, words: expect.stringContaining('no such room') });
  await listener(`${room}?as=laptop`);
  const asked = {
    guessable: await answer('1234?as=laptop'),
    twice: await answer(`${room}?as=laptop`),
    empty: await say(room, ''),
    lines: await say(room, '{}\n\nevent: phones\ndata: 9'),
    large: await say(room, 'x'.repeat(256 * 1024 + 1)),
  };
  expect(Object.values(asked).map(({ status }) => status)).toEqual([400, 409, 400, 400, 413]);
  expect((await fetch(`${server.url}relay/${room}`, { method: 'PUT' })).status).toBe(405);
  for (const { words } of Object.values(asked)) expect(words).toMatch(/^[A-Z].*\.$/);
  expect((await say(room, 'x'.repeat(256 * 1024))).status).toBe(200);
});

it('has room for four phones and eight rooms', async () => {
  for (let i = 0; i < 8; i++) await listener(`${room.replaceAll('0', String(i))}?as=laptop`);
  expect((await answer(`${room.replaceAll('0', '9')}?as=laptop`)).status).toBe(503);
  for (let i = 0; i < 4; i++) await listener(room);
  expect((await answer(room)).status).toBe(503);
});

it('drops a phone that no longer reads, and goes on', async () => {
  const laptop = await listener(`${room}?as=laptop`);
  const { hostname, port } = new URL(server.url);
  const stalled = connect(Number(port), hostname);
  stalled.on('error', () => {});
  stalled.pause();
  stalled.write(`GET /relay/${room} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  expect(await laptop.next()).toEqual({ event: 'phones', data: '1' });
  const dropped = laptop.next();
  let isDropped = false;
  void dropped.then(() => (isDropped = true));
  const large = JSON.stringify('x'.repeat(250_000));
  // The system's own buffers come first, however large they are.
  for (let said = 0; !isDropped && said < 1000; said++) await say(`${room}?as=laptop`, large);
  expect(await dropped).toEqual({ event: 'phones', data: '0' });
  stalled.destroy();
  const phone = await listener(room);
  await say(`${room}?as=laptop`, '"still here"');
  expect(await phone.next()).toEqual(message('"still here"'));
});

it('opens a room, and says where this computer is, only for this computer', async () => {
  const reply = await fetch(`${server.url}?relay`);
  expect(await reply.json()).toEqual({ addresses: ['192.0.2.7'] });
  const answers = relay(() => ['192.0.2.7']);
  const from = (url: string, method: string) => {
    const socket = { remoteAddress: '192.0.2.9', localAddress: '192.0.2.7' };
    const given = { status: 200, isAnswered: false };
    const response = { writeHead: (status: number) => (given.status = status), end: () => {} };
    given.isAnswered = answers({ url, method, socket }, response);
    return given;
  };
  expect(from('/?relay', 'GET')).toMatchObject({ isAnswered: false });
  expect(from(`/relay/${room}?as=laptop`, 'GET')).toMatchObject({ status: 403 });
  expect(from(`/relay/${room}?as=laptop`, 'POST')).toMatchObject({ status: 403 });
});

it('lets no side of a room say more than so much at once, and then so much a second', async () => {
  let now = 0;
  const own = await serve({
    folder,
    port: 0,
    first: relay(
      () => [],
      () => now,
    ),
  });
  const at = `${own.url}relay/${room}`;
  const leave = new AbortController();
  await fetch(`${at}?as=laptop`, { signal: leave.signal });
  const said = async (to: string) => (await fetch(to, { method: 'POST', body: '{}' })).status;
  const all = [];
  for (let n = 0; n < 301; n++) all.push(await said(at));
  expect(all.indexOf(429)).toBe(300);
  expect(await said(`${at}?as=laptop`)).toBe(200);
  now += 10;
  expect([await said(at), await said(at)]).toEqual([200, 429]);
  leave.abort();
  await own.close();
});

it('lets nobody try one name after another', () => {
  let now = 0;
  const answers = relay(
    () => [],
    () => now,
  );
  const tried = (name: string, remoteAddress = '192.0.2.9') => {
    let status = 0;
    const response = { writeHead: (given: number) => (status = given), end: () => {} };
    answers({ url: `/relay/${name}`, method: 'GET', socket: { remoteAddress, localAddress: '192.0.2.7' } }, response);
    return status;
  };
  const names = Array.from({ length: 121 }, (_, n) => String(n).padStart(32, '0'));
  expect(names.map((name) => tried(name)).indexOf(429)).toBe(120);
  expect(tried(room, '192.0.2.10')).toBe(404);
  now += 60_000;
  expect(tried(room)).toBe(404);
});

it('leaves everything else to the server, and is not there unless it is turned on', async () => {
  expect(await (await fetch(server.url)).text()).toBe('<p>The page</p>');
  const { hostname, port } = new URL(server.url);
  const status = await new Promise((resolve) =>
    request({ hostname, port, path: '//' }, (reply) => resolve(reply.resume().statusCode)).end(),
  );
  expect(status).toBe(404);
  const without = await serve({ folder, port: 0, first: undefined });
  expect((await fetch(`${without.url}relay/${room}`)).status).toBe(404);
  expect((await fetch(`${without.url}relay/${room}`, { method: 'POST', body: '{}' })).status).toBe(405);
  expect(await (await fetch(`${without.url}?relay`)).text()).toBe('<p>The page</p>');
  await without.close();
});

it('is reached at the address that the server was given, or at those of the local network', () => {
  expect(addressesAt('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(addressesAt('0.0.0.0').filter((address) => address.startsWith('127.'))).toEqual([]);
});
