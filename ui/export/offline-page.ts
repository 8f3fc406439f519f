// Saves the page as one file that works from a disk with no network, opening on the screen of the moment.
import { linkNow } from '../address/address-bar.ts';
import { saveFile } from '../ground/save-file.ts';
import { isOneFile } from '../address/saved-page.ts';
import { settings } from '../state/settings.ts';
import { isAsShipped } from './origin.ts';
import { savedPage } from './saved-page.ts';

/** Made by the build, beside the page. */
const ONE_FILE = 'onward.html';

export async function saveOfflinePage(signal: AbortSignal): Promise<string> {
  const { model } = settings.getState();
  const page = isOneFile() ? thisPage() : await fetchPage(signal);
  const enclosed = model && !(await isAsShipped(model)) ? JSON.stringify(model) : undefined;
  const text = savedPage(page, new URL(linkNow()).hash, enclosed);
  return saveFile(text, `onward-${model?.id ?? 'page'}.html`, 'text/html');
}

async function fetchPage(signal: AbortSignal): Promise<string> {
  const answer = await fetch(new URL(ONE_FILE, document.baseURI), { signal });
  if (!answer.ok) throw new Error('The page for offline use is not beside this one. Start Onward again and reload.');
  return answer.text();
}

/** As it came: what React has put into it since is left out. */
function thisPage(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('#page')!.replaceChildren();
  return `<!doctype html>\n${copy.outerHTML}`;
}
