// Earlier work: continued after a reload, and one press away after another start. Fetched where there is any.
import { linkNow, writeAddressSoon } from '../address/address-bar.ts';
import { carry } from '../address/carried.ts';
import { found, keepSoon, keepWorkOf } from '../kept/autosave.ts';
import type { Settings } from '../model/asked.ts';
import { fitsIn } from '../model/fits-in.ts';
import { isShipped, textOfModel } from '../model/shipped-models.ts';
import { showInstead, validated } from './opening.ts';
import { bringsOther, isSameWork, modelInLink } from '../address/link.ts';
import { readLink } from '../address/read-link.ts';
import { storageOf } from '../ground/storage.ts';
import { allWork, documentOf, printOf, workOf, type KeptWork } from '../kept/kept-work.ts';
import { left } from '../state/left.ts';
import { notices } from '../state/notices.ts';

/** Goes on with what this tab had open, where the address asks for the same model, or for none after a reload. */
export async function takeUp(hash: string): Promise<boolean> {
  const storage = storageOf('localStorage');
  const work = storage && found.key !== undefined ? workOf(found.key, storage) : undefined;
  const asked = modelInLink(hash);
  if (!work || (asked === undefined ? !isReload() : asked !== work.modelId)) return false;
  if (!isReload() && bringsOther(hash, work.hash)) return false;
  // Loaded anew, nobody asks for anything else: the address may be a press behind what was kept.
  const isAsLeft = isReload() && found.isWhole;
  return openKept(work, { hash, isAsLeft, key: found.isMineAlone ? found.key : undefined });
}

/** Not an address that was typed or followed anew. */
export function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload' || entry?.type === 'back_forward';
}

interface Asked {
  readonly hash?: string;
  /** The settings are those kept, whatever the address says: of it only where the map stood is used. */
  readonly isAsLeft?: boolean;
  readonly key?: string | undefined;
}

/** Work kept earlier, with its steps to undo; what an address asks for besides is one more step. */
async function openKept(work: KeptWork, { hash = '', isAsLeft = false, key }: Asked = {}): Promise<boolean> {
  const isThere = work.isOwn || isShipped(work.modelId);
  const storage = storageOf('localStorage');
  const own = work.isOwn && storage ? documentOf(work, storage) : undefined;
  const text = work.isOwn ? own : isThere ? await textOfModel(work.modelId) : undefined;
  const model = text === undefined ? undefined : await validated(text);
  if (text === undefined || !model) return false;
  const kept = readLink(work.hash, model);
  const asked = modelInLink(hash) === undefined ? kept : readLink(hash, model);
  const linked = isAsLeft ? { ...asked, settings: kept.settings } : asked;
  // Steps back lead through settings of that very document only.
  const fits = (one: Settings) => fitsIn(model, one);
  const isSame = printOf(text) === work.print;
  const [past, future] = isSame ? [work.past.filter(fits), work.future.filter(fits)] : [[], []];
  const isMore = linked.settings !== kept.settings && !isSameWork(hash, work.hash);
  const done = isMore ? { past: [...past, kept.settings], future: [] } : { past, future };
  keepWorkOf(model, text, work.isOwn, key);
  if (work.isOwn) void carry(model, writeAddressSoon);
  showInstead(model, { present: linked.settings, ...done }, linked);
  if (linked.ignored.length > 0) notices.say('About this link', linked.ignored);
  keepSoon();
  writeAddressSoon();
  return true;
}

/** A link, or another start, takes nothing away: what was done before is a press away. */
export function offerKept(): void {
  const storage = storageOf('localStorage');
  // The newest work of any tab in which something was done.
  const work = storage && allWork(storage).find((one) => one.work.isOwn || one.work.past.length > 0)?.work;
  if (!work || isSameWork(work.hash, new URL(linkNow()).hash)) return;
  const goBack = async (): Promise<void> => {
    notices.forgetNews();
    if (!(await openKept(work)))
      notices.say('That work cannot be opened any more. The model that was open is still running.');
  };
  const last = { title: work.title, goBack: () => void goBack() };
  left.setState({ last });
  const when = `Last changed ${sayMoment(work.at)}, in this browser.`;
  notices.say(`Your work in “${work.title}” is kept`, [when], { label: 'Go back to it', act: last.goBack });
}

const sayMoment = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
