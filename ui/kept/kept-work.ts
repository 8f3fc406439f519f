// Work saved in this browser: each tab's, under a key of its own, versioned and with a checksum.
import { fnv1a } from '../ground/fnv1a.ts';
import type { Settings } from '../model/asked.ts';
import { isSettings } from './kept-settings.ts';

/** Raised when work kept by this page would be misread by an older one, or the other way round. */
const VERSION = 1;
const [WORK, DOCUMENT] = ['onward.work.', 'onward.document.'] as const;
/** Tabs come and go; the work of the last few is plenty. */
const MOST_KEPT = 8;
/** Steps to undo that are kept from visit to visit. While the page is open they are without limit. */
const MOST_STEPS = 300;
/** Of the dates that a browser knows, in milliseconds. */
const LATEST_MOMENT = 8.64e15;

export interface KeptWork {
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly modelId: string;
  /** Where the screen stood, from # on: settings are read from it as from any link. */
  readonly hash: string;
  /** Checksum of the document it was done in; another edition of that document has no past here. */
  readonly print: string;
  /** The document came from a file, and is kept as well. */
  readonly isOwn: boolean;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
}

export const printOf = (document: string): string => fnv1a(document).toString(36);

/** Says whether there was room. `document` is the text of one's own; a tab's older work is replaced. */
export function keepWork(tab: string, work: KeptWork, document: string | undefined, storage: Storage): boolean {
  const few = { ...work, past: work.past.slice(-MOST_STEPS), future: work.future.slice(0, MOST_STEPS) };
  // Where there is little room, settings before steps.
  return [few, { ...work, past: [], future: [] }].some((as) => {
    try {
      const isNew = storage.getItem(WORK + tab) === null;
      const key = DOCUMENT + work.print;
      if (document !== undefined && storage.getItem(key) === null) storage.setItem(key, document);
      storage.setItem(WORK + tab, sealed(as));
      if (isNew) tidy(storage);
      return true;
    } catch {
      return false; // full, or denied
    }
  });
}

const sealed = (work: KeptWork): string => {
  const text = JSON.stringify(work);
  return `${VERSION}.${fnv1a(text).toString(36)}.${text}`;
};

/** The work of a tab as it was kept; nothing when there is none, or it is not whole, another version's, or of another form. */
export function workOf(tab: string, storage: Storage): KeptWork | undefined {
  try {
    const [, version, check, text] = /^(\d+)\.(\w+)\.(.*)$/s.exec(storage.getItem(WORK + tab) ?? '') ?? [];
    if (Number(version) !== VERSION || text === undefined || fnv1a(text).toString(36) !== check) return undefined;
    const work: unknown = JSON.parse(text);
    return isWork(work) ? work : undefined;
  } catch {
    return undefined;
  }
}

/** A checksum is no promise: whoever can write here can write one. */
function isWork(work: unknown): work is KeptWork {
  if (typeof work !== 'object' || work === null) return false;
  const { at, title, modelId, hash, print, isOwn, past, future } = work as Record<keyof KeptWork, unknown>;
  return (
    Number.isFinite(at) &&
    Math.abs(Number(at)) <= LATEST_MOMENT &&
    [title, modelId, hash, print].every((one) => typeof one === 'string') &&
    typeof isOwn === 'boolean' &&
    [past, future].every((steps) => Array.isArray(steps) && steps.every(isSettings))
  );
}

/** One's own document that work was done in. */
export function documentOf({ print }: KeptWork, storage: Storage): string | undefined {
  const text = storage.getItem(DOCUMENT + print) ?? undefined;
  return text !== undefined && printOf(text) === print ? text : undefined;
}

/** What all tabs have kept, the newest first. */
export function allWork(storage: Storage): { readonly tab: string; readonly work: KeptWork }[] {
  return keysOf(storage, WORK)
    .flatMap((key) => {
      const tab = key.slice(WORK.length);
      const work = workOf(tab, storage);
      return work ? [{ tab, work }] : [];
    })
    .sort((a, b) => b.work.at - a.work.at);
}

/** Everything this page has ever put there, how it looks and moves included. */
export function clearAll(storage: Storage): void {
  for (const key of keysOf(storage, 'onward.')) storage.removeItem(key);
}

function tidy(storage: Storage): void {
  const all = allWork(storage);
  for (const { tab } of all.slice(MOST_KEPT)) storage.removeItem(WORK + tab);
  const wanted = new Set(all.slice(0, MOST_KEPT).map(({ work }) => DOCUMENT + work.print));
  for (const key of keysOf(storage, DOCUMENT)) if (!wanted.has(key)) storage.removeItem(key);
}

const keysOf = (storage: Storage, start: string): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at)!).filter((key) => key.startsWith(start));
