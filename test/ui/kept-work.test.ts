// Work stored in a browser: whole or not at all, each tab has its own, and a full store is an answer rather than an accident.
import { beforeEach, describe, expect, it } from 'vitest';
import { allWork, clearAll, documentOf, keepWork, printOf, workOf, type KeptWork } from '../../ui/kept/kept-work.ts';
import type { Settings } from '../../ui/model/asked.ts';
import { storageOf } from './storage-of.ts';

const step = (beds: number): Settings => ({
  option: 'today',
  conditions: [],
  set: { 'stations.p2.beds': beds },
  changes: [],
  moves: [],
  seed: 1,
  replications: 100,
});
const document = '{"id":"mine"}';
const work = (at: number, more: Partial<KeptWork> = {}): KeptWork => ({
  at,
  title: `Work ${at}`,
  modelId: 'mine',
  hash: '#/explore?m=mine',
  print: printOf(document),
  isOwn: true,
  past: [step(at)],
  future: [],
  ...more,
});

let storage: Storage;
beforeEach(() => void (storage = storageOf()));

describe('work', () => {
  it('comes back as it was, with its document', () => {
    expect(keepWork('a', work(1), document, storage)).toBe(true);
    expect(workOf('a', storage)).toEqual(work(1));
    expect(documentOf(work(1), storage)).toBe(document);
  });

  it('of two tabs is kept apart, the newest first', () => {
    keepWork('a', work(1), document, storage);
    keepWork('b', work(2), document, storage);
    keepWork('a', work(3), document, storage);
    expect(allWork(storage).map(({ tab, work: { at } }) => [tab, at])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -5)],
    ['changed', (text: string) => text.replace('Work 1', 'Work 9')],
    ['of another version', (text: string) => text.replace(/^\d+/, '99')],
    ['something else', () => '{"past":[]}'],
  ])('that is %s is not taken for work', (_name, spoil) => {
    keepWork('a', work(1), document, storage);
    const key = Array.from({ length: storage.length }, (_, at) => storage.key(at)!).find((one) => one.endsWith('.a'))!;
    storage.setItem(key, spoil(storage.getItem(key)!));
    expect(workOf('a', storage)).toBeUndefined();
    expect(allWork(storage)).toEqual([]);
  });

  it('with a clock that is set back is what was kept last', () => {
    keepWork('a', work(9), document, storage);
    keepWork('a', work(2), document, storage);
    expect(workOf('a', storage)).toEqual(work(2));
    expect(documentOf(work(2), storage)).toBe(document);
  });

  it('of the last eight tabs stays; a document nobody needs goes', () => {
    for (let at = 1; at <= 10; at++) {
      const own = `{"id":"${at}"}`;
      keepWork(`tab${at}`, work(at, { print: printOf(own) }), own, storage);
    }
    expect(allWork(storage).map(({ work: { at } }) => at)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
    expect(documentOf(work(1, { print: printOf('{"id":"1"}') }), storage)).toBeUndefined();
    expect(documentOf(work(9, { print: printOf('{"id":"9"}') }), storage)).toBe('{"id":"9"}');
  });

  it('with little room gives up its steps before its settings, and then says that it is not kept', () => {
    const long = work(1, { past: Array.from({ length: 200 }, (_, at) => step(at)) });
    storage = storageOf(new Map(), 2000);
    expect(keepWork('a', long, document, storage)).toBe(true);
    expect(workOf('a', storage)).toEqual({ ...long, past: [] });
    storage = storageOf(new Map(), 50);
    expect(keepWork('a', long, document, storage)).toBe(false);
  });

  it('is cleared with everything else of this page, and nothing of others', () => {
    keepWork('a', work(1), document, storage);
    storage.setItem('onward.theme', 'dark');
    storage.setItem('another', 'page');
    clearAll(storage);
    expect(storage.length).toBe(1);
    expect(storage.getItem('another')).toBe('page');
  });
});
