// A page saved for offline use: one file that opens on the same screen with the same model.

const OPENS = 'onward-opens';
const MODEL = 'onward-model';

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

/** The text of such a page: `opens` is the part of the address from # on, `model` a document that does not come with the page. */
export function savedPage(page: string, opens: string, model: string | undefined): string {
  const plain = page
    .replace(new RegExp(`<meta name="${OPENS}"[^>]*>`), '')
    .replace(new RegExp(`<script type="application/json" id="${MODEL}">[^<]*</script>`), '');
  const escaped = opens.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const enclosed =
    model && `<script type="application/json" id="${MODEL}">${model.replaceAll('<', '\\u003c')}</script>`;
  return plain.replace('</head>', () => `<meta name="${OPENS}" content="${escaped}">${enclosed ?? ''}</head>`);
}
