// Keeps what is done in this tab, a moment after each change and when the tab is put away, and finds it again on a reload.
import type { Model } from '../engine/index.ts';
import { linkNow } from './address.ts';
import { allWork, clearAll, documentOf, keepWork, printOf, workOf, type KeptWork } from './stores/kept-work.ts';
import { notices } from './stores/notices.ts';
import { settings } from './stores/settings.ts';

/** From a change to its being kept: less than a second is ever lost. */
const PAUSE_MILLISECONDS = 400;
/** In the storage of the tab: which work is its own, and whether that was left in good order. */
const [MINE, LEFT] = ['onward.tab', 'onward.tab.left'] as const;

/** Of the documents opened here: their text, and the key of the work done in each. */
interface Opened {
  readonly text: string;
  readonly isOwn: boolean;
  readonly key: string;
}
const opened = new WeakMap<Model, Opened>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isSaid = false;

/** Storage may be denied altogether, as for a page from a disk; then there is none. */
function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

/** A document is open: its work goes under `key`, or under one of its own, so that no other work is written over. */
export function keepWorkOf(model: Model, text: string, isOwn: boolean, key = newKey()): void {
  opened.set(model, { text, isOwn, key });
  if (isOwn) keepSoon();
}

/** Read once, before this page puts anything there. */
const [myKey, isMineAlone] = ((): [string | undefined, boolean] => {
  const tab = storageOf('sessionStorage');
  const found = [tab?.getItem(MINE) ?? undefined, tab?.getItem(LEFT) === 'yes'] as [string | undefined, boolean];
  tab?.removeItem(LEFT);
  return found;
})();

const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');

/** From now on every change is kept. */
export function startKeeping(): void {
  settings.subscribe((now, before) => {
    if (now.present !== before.present && now.model === before.model) keepSoon();
  });
  addEventListener('pagehide', () => {
    keepNow();
    // A tab that is copied while it is open takes its storage along, without this.
    noteInTab(LEFT, 'yes');
  });
  addEventListener('pageshow', ({ persisted }) => persisted && storageOf('sessionStorage')?.removeItem(LEFT));
  document.addEventListener('visibilitychange', () => document.hidden && keepNow());
}

/** What is on the screen is kept within a moment. */
export function keepSoon(): void {
  timer ??= setTimeout(keepNow, PAUSE_MILLISECONDS);
}

function keepNow(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  const { model, past, future } = settings.getState();
  const of = model && opened.get(model);
  if (!of) return;
  const { text, isOwn, key } = of;
  const hash = new URL(linkNow()).hash;
  const about = { at: Date.now(), title: model.title, modelId: model.id, hash, print: printOf(text), isOwn };
  const storage = storageOf('localStorage');
  const isKept = storage !== undefined && keepWork(key, { ...about, past, future }, isOwn ? text : undefined, storage);
  noteInTab(MINE, key);
  if (!isKept) sayNotKept();
}

function noteInTab(name: string, value: string): void {
  try {
    storageOf('sessionStorage')?.setItem(name, value);
  } catch {
    // Full as well: the work is found again by being the newest.
  }
}

/** Once: whoever has read it knows. */
function sayNotKept(): void {
  if (isSaid) return;
  isSaid = true;
  notices.say('What you do here is not kept in this browser.', [
    'Its storage is full or switched off. Everything else works. Before you close the page, copy the link, under Share and open.',
  ]);
}

export interface Found {
  readonly work: KeptWork;
  /** To go on under; none when another tab may be using it. */
  readonly key?: string | undefined;
}

/** What this tab had open when it was reloaded, crashed or was closed; or what the tab it is a copy of has open. */
export function workOfThisTab(): Found | undefined {
  const storage = storageOf('localStorage');
  const work = myKey !== undefined && storage ? workOf(myKey, storage) : undefined;
  return work && (isMineAlone ? { work, key: myKey } : { work });
}

/** One's own document that work was done in. */
export function documentOfWork(work: KeptWork): string | undefined {
  const storage = storageOf('localStorage');
  return storage && documentOf(work, storage);
}

/** The newest work of any tab in which something was done. */
export function newestWork(): KeptWork | undefined {
  const storage = storageOf('localStorage');
  return storage && allWork(storage).find(({ work }) => work.isOwn || work.past.length > 0)?.work;
}

/** Takes away all that this page has put into this browser, its own files for use without a network included. */
export async function forgetEverything(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const storage = storageOf(name);
    if (storage) clearAll(storage);
  }
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  const here = await navigator.serviceWorker.getRegistration();
  await here?.unregister();
  for (const name of await caches.keys()) if (name.startsWith('onward-')) await caches.delete(name);
}
