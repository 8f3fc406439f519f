// The parts of a fleet by themselves: addresses, names of chunks, answers and their checksums, and two workers that differ.
import { describe, expect, it } from 'vitest';
import { BadCommand } from '../../cli/bad-command.ts';
import { readAddress } from '../../cli/fleet/address.ts';
import { answerOf, packed, Spoilt, unpacked } from '../../cli/fleet/answer.ts';
import { chunkId, chunkOf, documentOf } from '../../cli/fleet/chunk.ts';
import { REASONS } from '../../cli/fleet/failures.ts';
import { alarmsKey, answerKey, modelKey, stoppedKey } from '../../cli/fleet/keys.ts';
import { workOn } from '../../cli/fleet/working.ts';
import { withoutPasswords } from '../../cli/without-passwords.ts';
import type { Model } from '../../engine/index.ts';
import { FakeQueue } from './one-thread/queue.ts';
import { chanceOf, Time } from './one-thread/time.ts';

const task = { request: { option: 'today' }, seed: 3, replications: [4, 5], byWeekBelow: Infinity };

describe('an address', () => {
  it.each([
    [
      'redis://host',
      {
        host: 'host',
        port: 6379,
        username: undefined,
        password: undefined,
        db: 0,
        isEncrypted: false,
        words: 'redis://host:6379',
      },
    ],
    [
      'rediss://me:p%40ss@host:6380/2',
      {
        host: 'host',
        port: 6380,
        username: 'me',
        password: 'p@ss',
        db: 2,
        isEncrypted: true,
        words: 'rediss://host:6380/2',
      },
    ],
    [
      'redis://:secret@[::1]:7000',
      {
        host: '::1',
        port: 7000,
        username: undefined,
        password: 'secret',
        db: 0,
        isEncrypted: false,
        words: 'redis://[::1]:7000',
      },
    ],
  ])('is read: %s', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });

  it.each([
    'host:6379',
    'http://u:secret@host',
    'redis://',
    'redis://:secret@host/x',
    'redis://:secret@host?x=1',
    'redis://:%zz@secret',
    'redis://a:secret@host:99999999',
  ])('is refused without what it holds: %s', (text) => {
    expect(() => readAddress(text)).toThrow(BadCommand);
    try {
      readAddress(text);
    } catch (error) {
      expect(JSON.stringify((error as BadCommand).problems)).not.toContain('secret');
    }
  });

  it('is printed without its password, whatever that is made of', () => {
    for (const password of ['secret', 'se@cret', 'se/cret', 'a:b@secret'])
      expect(withoutPasswords(`onward run --queue redis://me:${password}@host:1 --json`)).toBe(
        'onward run --queue redis://…@host:1 --json',
      );
    expect(withoutPasswords('redis://host:1 and me@host')).toBe('redis://host:1 and me@host');
  });
});

describe('a chunk', () => {
  const id = (change: object, engine = 'e', model = 'm') => chunkId(chunkOf(engine, model, { ...task, ...change }));

  it('has a name of its own for each thing that decides its bytes, and no other', () => {
    const names = [
      id({}),
      id({ seed: 4 }),
      id({ replications: [4] }),
      id({ replications: [6, 7] }),
      id({ antithetic: true }),
      id({ byWeekBelow: 5 }),
      id({ byWeekBelow: 0 }),
      id({ request: { option: 'other' } }),
      id({ request: { option: 'today', set: { 'stations.p2.beds': 3 } } }),
      id({}, 'other'),
      id({}, 'e', 'other'),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(id({ stopAt: 5 })).toBe(id({}));
    // Both of its replications are below either number.
    expect(id({ byWeekBelow: 6 })).toBe(id({}));
    for (const name of names) expect(name).toMatch(/^c[0-9a-f]{40}$/);
  });

  it('goes through JSON as it is', () => {
    const chunk = chunkOf('e', 'm', task);
    expect(JSON.parse(JSON.stringify(chunk))).toEqual(chunk);
    expect(chunk.task).toMatchObject({ byWeekBelow: 6 });
  });

  it('of a document with its keys in another order is another: its rows are', () => {
    const [one, other] = [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ].map((document) => documentOf(document as unknown as Model));
    expect(one.hash).not.toBe(other.hash);
  });
});

describe('an answer', () => {
  const values = [Float64Array.of(1, -0, NaN, Infinity, 5e-324), Float64Array.of(), Float64Array.of(1 / 3)];

  it('comes out as it went in', () => {
    const { worker, values: back, refused } = unpacked(packed(answerOf('w', values)));
    expect([worker, refused]).toEqual(['w', undefined]);
    expect(back.map((one) => [...one])).toEqual(values.map((one) => [...one]));
    expect(Object.is(back[0][1], -0)).toBe(true);
  });

  it('is refused where any byte has changed, or is missing', () => {
    const bytes = packed(answerOf('w', values));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 4;
      let same: unknown;
      try {
        same = unpacked(changed).values.map((one) => [...one]);
      } catch (error) {
        expect(error).toBeInstanceOf(Spoilt);
        continue;
      }
      // Only the worker's own name is not part of the checksum.
      expect(same).toEqual(values.map((one) => [...one]));
      expect(unpacked(changed).worker).not.toBe('w');
    }
    expect(() => unpacked(bytes.subarray(0, bytes.length - 1))).toThrow(Spoilt);
    expect(() => unpacked(Buffer.alloc(0))).toThrow(Spoilt);
  });

  it('that comes twice is compared: a difference is an alarm that names both workers', async () => {
    const time = new Time();
    const queue = new FakeQueue(time, chanceOf(1), { slow: 0, twice: 0, lostHints: 0 });
    const store = queue.store(() => true);
    const document = documentOf({ id: 'm' } as unknown as Model);
    const chunk = chunkOf('e', document.hash, task);
    await time.until(store.set(modelKey(document.hash), document.text, 1));
    const said: string[] = [];
    const worker = (name: string, value: number) => ({
      name,
      engine: 'e',
      store,
      say: (words: string) => void said.push(words),
      run: async () => ({ values: [Float64Array.of(value), Float64Array.of(2)] }),
    });
    await time.until(workOn(worker('first', 1), 'c1', chunk, 0));
    await time.until(workOn(worker('again', 1), 'c1', chunk, 0));
    expect(said).toEqual([]);
    await expect(time.until(workOn(worker('other', 1 + 2 ** -52), 'c1', chunk, 0))).rejects.toThrow(REASONS.otherBytes);
    expect(said.join()).toContain('ALARM');
    expect(await time.until(store.all(alarmsKey('e')))).toEqual({ c1: '["first","other"]' });
    // The answer that is there stays the first one.
    expect(unpacked((await time.until(store.get(answerKey('c1'))))!).values[0][0]).toBe(1);
  });

  it('is none for a model in which three workers have stopped; one of many threads counts once', async () => {
    const time = new Time();
    const store = new FakeQueue(time, chanceOf(1), { slow: 0, twice: 0, lostHints: 0 }).store(() => true);
    const document = documentOf({ id: 'm' } as unknown as Model);
    const chunkAt = (first: number) => chunkOf('e', document.hash, { ...task, replications: [first] });
    await time.until(store.set(modelKey(document.hash), document.text, 1));
    let dies = true;
    const worker = (name: string) => ({
      name,
      engine: 'e',
      store,
      say: () => {},
      run: () => (dies ? new Promise<never>(() => {}) : Promise.resolve({ values: [Float64Array.of(1)] })),
    });
    const begin = async (name: string, first: number, stops: number) => {
      const working = workOn(worker(name), `c${first}`, chunkAt(first), stops);
      await time.until(Promise.race([working, time.wait(1000)]));
    };
    for (let thread = 0; thread < 8; thread++) await begin('first', thread, 0);
    for (let thread = 0; thread < 8; thread++) await begin('second', thread, 1);
    await begin('third', 0, 2);
    await expect(begin('fourth', 0, 3)).rejects.toThrow(REASONS.stopsWorkers);
    await expect(begin('fourth', 99, 0)).rejects.toThrow(REASONS.stopsWorkers);
    // With two of them, a chunk that is done clears it.
    await time.until(store.take(stoppedKey('e', document.hash), 'third'));
    await time.until(store.take(stoppedKey('e', document.hash), 'second'));
    dies = false;
    await begin('fifth', 50, 0);
    expect(await time.until(store.all(stoppedKey('e', document.hash)))).toEqual({});
  });

  it('is none for a chunk of another engine', async () => {
    const time = new Time();
    const store = new FakeQueue(time, chanceOf(1), { slow: 0, twice: 0, lostHints: 0 }).store(() => true);
    const worker = { name: 'w', engine: 'e', store, say: () => {}, run: async () => ({ values: [] }) };
    await expect(workOn(worker, 'c1', chunkOf('other', 'm', task), 0)).rejects.toThrow(REASONS.otherEngine);
  });
});
