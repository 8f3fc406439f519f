// Begins with what this tab had open, or with what the address asks for; then what was done before is a press away.
import { linkNow, writeAddressSoon } from './address.ts';
import { documentOfWork, keepSoon, keepWorkOf, newestWork, workOfThisTab } from './autosave.ts';
import { isShipped, textOfModel } from './data.ts';
import { connect, follow, showInstead, validated } from './follow.ts';
import { isSameWork, modelInLink, readLink } from './link.ts';
import { route } from './route.ts';
import { printOf, type KeptWork } from './stores/kept-work.ts';
import { left } from './stores/left.ts';
import { notices } from './stores/notices.ts';
import { settings } from './stores/settings.ts';

let begun: Promise<void> | undefined;

/** Starts the views of the model; whoever opens another view first does not wait for them, or pay for them. */
export const begin = (): Promise<void> => (begun ??= start());

async function start(): Promise<void> {
  connect();
  // Another view may have opened a model already.
  if (settings.getState().model) return;
  const { hash } = route.getState();
  if (await takeUp(hash)) return;
  await follow(hash);
  offerKept();
}

/** Goes on with what this tab had open, where the address asks for the same model, or for none after a reload. */
async function takeUp(hash: string): Promise<boolean> {
  const found = workOfThisTab();
  const asked = modelInLink(hash);
  if (!found || (asked === undefined ? !isReload() : asked !== found.work.modelId)) return false;
  return openKept(found.work, hash, found.key);
}

/** Not an address that was typed or followed anew. */
function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload' || entry?.type === 'back_forward';
}

/** Work kept earlier, with its steps to undo; what an address asks for besides is one more step. */
async function openKept(work: KeptWork, hash = '', key?: string): Promise<boolean> {
  const isThere = work.isOwn || isShipped(work.modelId);
  const text = work.isOwn ? documentOfWork(work) : isThere ? await textOfModel(work.modelId) : undefined;
  const model = text === undefined ? undefined : await validated(text);
  if (text === undefined || !model) return false;
  const kept = readLink(work.hash, model);
  const linked = modelInLink(hash) === undefined ? kept : readLink(hash, model);
  // Steps back lead through settings of that very document only.
  const [past, future] = printOf(text) === work.print ? [work.past, work.future] : [[], []];
  const isMore = linked !== kept && !isSameWork(hash, work.hash);
  const done = isMore ? { past: [...past, kept.settings], future: [] } : { past, future };
  keepWorkOf(model, text, work.isOwn, key);
  showInstead(model, { present: linked.settings, ...done }, linked);
  if (linked.ignored.length > 0) notices.say('Part of the link was not used', linked.ignored);
  keepSoon();
  writeAddressSoon();
  return true;
}

/** A link, or another start, takes nothing away: what was done before is a press away. */
function offerKept(): void {
  const work = newestWork();
  if (!work || isSameWork(work.hash, new URL(linkNow()).hash)) return;
  const goBack = async (): Promise<void> => {
    notices.forgetNews();
    if (!(await openKept(work))) notices.say('That work cannot be opened any more. What was here keeps running.');
  };
  const last = { title: work.title, goBack: () => void goBack() };
  left.setState({ last });
  const when = `Last changed ${sayMoment(work.at)}, in this browser.`;
  notices.say(`Your work in “${work.title}” is kept`, [when], { label: 'Go back to it', act: last.goBack });
}

const sayMoment = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
