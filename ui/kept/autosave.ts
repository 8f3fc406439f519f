// Saves the work of this tab a moment after each change, and when the tab is hidden. The code that saves is fetched when needed.
import type { Model } from '../../engine/index.ts';
import { linkNow } from '../address/address-bar.ts';
import { storageOf } from '../ground/storage.ts';
import { notices } from '../state/notices.ts';
import type * as KeptWork from './kept-work.ts';
import { settings } from '../state/settings.ts';

/** From a change to its being kept: less than a second is ever lost. */
const PAUSE_MILLISECONDS = 400;
/** In the storage of the tab: which work is its own, whether that was left in good order, and with all of it kept. */
const [MINE, LEFT, WHOLE] = ['onward.tab', 'onward.tab.left', 'onward.tab.whole'] as const;

/** Of the documents opened here: their text, and the key of the work done in each. */
interface Opened {
  readonly text: string;
  readonly isOwn: boolean;
  readonly key: string;
}
const opened = new WeakMap<Model, Opened>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isSaid = false;

/** A document is open: its work goes under `key`, or under one of its own, so that no other work is written over. */
export function keepWorkOf(model: Model, text: string, isOwn: boolean, key = newKey()): void {
  opened.set(model, { text, isOwn, key });
  if (isOwn) keepSoon();
}

/** Which work this tab had, whether no other can be using it, and whether it is all: read once, before this page puts anything there. */
export const found = ((tab: Storage | undefined) => {
  const [key, isMineAlone] = [tab?.getItem(MINE) ?? undefined, tab?.getItem(LEFT) === 'yes'];
  const isWhole = tab?.getItem(WHOLE) === 'yes';
  for (const name of [LEFT, WHOLE]) tab?.removeItem(name);
  return { key, isMineAlone, isWhole };
})(storageOf('sessionStorage'));

const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');

let keeping: Pick<typeof KeptWork, 'keepWork' | 'printOf'> | undefined;
let isFetched = false;

function fetchKeeping(): void {
  if (isFetched) return;
  isFetched = true;
  import('./kept-work.ts').then(
    (fetched) => void (keeping = fetched),
    () => {
      // A page put in place anew while this one was open has lost the pieces not yet fetched.
      keepNothing();
      sayNotKept();
    },
  );
}

/** From now on every change is kept. */
export function startKeeping(): void {
  // A person who touches the page is about to change something; until then it is not fetched.
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, fetchKeeping, { once: true, capture: true });
  settings.subscribe((now, before) => {
    if (now.present !== before.present && now.model === before.model) keepSoon();
  });
  addEventListener('pagehide', () => {
    keepNow();
    // A tab that is copied while it is open takes its storage along, without this.
    noteInTab(LEFT, 'yes');
    if (timer === undefined) noteInTab(WHOLE, 'yes');
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const name of [LEFT, WHOLE]) storageOf('sessionStorage')?.removeItem(name);
  });
  document.addEventListener('visibilitychange', () => document.hidden && keepNow());
}

/** What is on the screen is kept within a moment. */
export function keepSoon(): void {
  fetchKeeping();
  timer ??= setTimeout(keepNow, PAUSE_MILLISECONDS);
}

/** Nothing that waits to be kept is. */
export function keepNothing(): void {
  clearTimeout(timer);
  timer = undefined;
}

function keepNow(): void {
  if (timer === undefined) return;
  // Not fetched yet: again in a moment.
  if (!keeping) return void (timer = setTimeout(keepNow, PAUSE_MILLISECONDS / 4));
  clearTimeout(timer);
  timer = undefined;
  const { model, past, future } = settings.getState();
  const of = model && opened.get(model);
  if (!of) return;
  const { text, isOwn, key } = of;
  const hash = new URL(linkNow()).hash;
  const about = { at: Date.now(), title: model.title, modelId: model.id, hash, print: keeping.printOf(text), isOwn };
  const storage = storageOf('localStorage');
  const work = { ...about, past, future };
  const isKept = storage !== undefined && keeping.keepWork(key, work, isOwn ? text : undefined, storage);
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

/** Once is enough. */
function sayNotKept(): void {
  if (isSaid) return;
  isSaid = true;
  notices.say('What you do here is not kept in this browser.', [
    'Its storage is full or switched off. Everything else works. Before you close the page, copy the link, under Share and open.',
  ]);
}
