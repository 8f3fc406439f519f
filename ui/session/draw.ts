// Drawing a model: each drawing is judged in a worker of its own, and a sound one takes the place of what runs. Fetched when somebody draws.
import type { Model } from '../../engine/index.ts';
import { writeAddressSoon } from '../address/address-bar.ts';
import { carry } from '../address/carried.ts';
import { ownWorker } from '../ground/own-script.ts';
import { storageOf } from '../ground/storage.ts';
import { keepWorkOf } from '../kept/autosave.ts';
import { startOf, type Settings } from '../model/asked.ts';
import { blankDraft, type Draft } from '../model/draft/draft.ts';
import { draftIn } from '../model/draft/kept-draft.ts';
import { fitsIn } from '../model/fits-in.ts';
import { drawn } from '../state/draft.ts';
import { notices } from '../state/notices.ts';
import { settings } from '../state/settings.ts';
import type { DraftReply, DraftRequest } from '../worker/draft-worker.ts';
import { isReload } from './kept-again.ts';
import { becomeDocument, showInstead } from './opening.ts';

/** A drawing that is not sound yet is kept under this, for the next visit. */
const KEPT = 'onward.draft';

/** The model that the last sound drawing became. */
let running: Model | undefined;
let worker: Worker | undefined;
const asked = new Map<number, Draft>();
let lastId = 0;
/** What is kept is this drawing, and not one of an earlier visit. */
let isKept = false;

/** Begins with the model that is open; a drawing that was left unfinished is there after a reload, and else a press away. Once. */
export function startDrawing(): void {
  if (worker) return;
  worker = ownWorker(new URL('../worker/draft-worker.ts', import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<DraftReply>) => {
    if (data.type === 'palette') return drawn.offer(data.palette);
    const draft = asked.get(data.id);
    asked.delete(data.id);
    if (draft) drawn.judge(draft, data.drafted);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    notices.say('The drawing cannot be checked. Reload the page.', [event.message]);
  };
  drawn.subscribe((now, before) => {
    if (now.draft !== before.draft && now.draft) judge(now.draft);
    if (now.judged !== before.judged && now.draft && now.judged) settle(now.draft, now.judged.model);
  });
  settings.subscribe(({ model }, before) => {
    if (model !== before.model && model) follow(model);
  });
  const { draft } = drawn.getState();
  const left = unfinished();
  const { model } = settings.getState();
  if (draft) judge(draft);
  else if (left && isReload()) goOnWith(left);
  else if (model) follow(model);
  if (left && drawn.getState().draft !== left) {
    const act = () => goOnWith(left);
    notices.say(`A drawing that is not complete is kept: “${left.title}”`, [], { label: 'Go on with it', act });
  }
}

function goOnWith(left: Draft): void {
  isKept = true;
  if (running?.id !== left.id) running = undefined;
  drawn.begin(left, false);
}

/** Another model, which takes the place of the one that runs as one that is opened does: that one can be gone back to. */
export function drawFromNothing(): void {
  running = undefined;
  drawn.begin(blankDraft('Our place', `${new Date().getFullYear() + 1}-04-01`), false);
}

/** Back to the model that runs. */
export function drawWhatRuns(): void {
  const { model } = settings.getState();
  forget();
  if (model) drawn.begin((running = model), true);
}

function judge(draft: Draft): void {
  asked.set(++lastId, draft);
  worker!.postMessage({ id: lastId, draft } satisfies DraftRequest);
}

/** Another view has opened a model, or changed the one that is open. A drawing that is not sound waits beside it. */
function follow(model: Model): void {
  if (model === running) return;
  const { draft, sound } = drawn.getState();
  if (draft !== undefined && draft !== sound) return;
  running = model;
  if (draft?.id === model.id) drawn.edit(model, 'Changed in another view.');
  else drawn.begin(model, true);
}

function settle(draft: Draft, model: Model | undefined): void {
  if (!model) return keep(draft);
  forget();
  const { model: here, present, past, future } = settings.getState();
  if (here && same(here, model)) return;
  const text = JSON.stringify(draft, null, 2);
  const isNext = here !== undefined && here === running;
  running = model;
  if (isNext) {
    const fits = (one: Settings) => fitsIn(model, one);
    const done = { past: past.filter(fits), future: future.filter(fits) };
    return becomeDocument(model, text, { present: fits(present) ? present : startOf(model), ...done });
  }
  keepWorkOf(model, text, true);
  void carry(model, writeAddressSoon);
  showInstead(model, { present: startOf(model), past: [], future: [] }, { day: 0 });
  writeAddressSoon();
}

const same = (a: Model, b: Model): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function keep(draft: Draft): void {
  isKept = true;
  try {
    storageOf('localStorage')?.setItem(KEPT, JSON.stringify(draft));
  } catch {
    // Full, or denied: it lasts as long as the page.
  }
}

function forget(): void {
  if (isKept) storageOf('localStorage')?.removeItem(KEPT);
  isKept = false;
}

function unfinished(): Draft | undefined {
  try {
    return draftIn(storageOf('localStorage')?.getItem(KEPT) ?? '');
  } catch {
    return undefined; // Denied.
  }
}
