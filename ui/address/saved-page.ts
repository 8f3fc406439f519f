// A page saved for offline use: one file that opens on the same screen with the same model.

export const OPENS = 'onward-opens';
export const MODEL = 'onward-model';

/** Whether this page is that one file, rather than one that fetches its pieces. */
export const isOneFile = (): boolean => document.documentElement.dataset.page === 'one-file';

/** Before anything reads the address: an address of its own goes before the one it was saved with. */
export function openAsSaved(): void {
  const opens = document.querySelector<HTMLMetaElement>(`meta[name="${OPENS}"]`)?.content;
  if (opens?.startsWith('#/') && location.hash.length < 2) history.replaceState(null, '', opens);
}

/** The document that came inside the page, if it is the one asked for. */
export function modelInPage(id: string | undefined): string | undefined {
  const text = document.getElementById(MODEL)?.textContent;
  return text && id !== undefined && (JSON.parse(text) as { id?: unknown }).id === id ? text : undefined;
}
