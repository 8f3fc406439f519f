// The text of a page saved for offline use, with the screen it opens on and a document that does not come with it.
import { MODEL, OPENS } from '../address/saved-page.ts';

/** `opens` is the part of the address from # on, `model` a document that does not come with the page. */
export function savedPage(page: string, opens: string, model: string | undefined): string {
  const plain = page
    .replace(new RegExp(`<meta name="${OPENS}"[^>]*>`), '')
    .replace(new RegExp(`<script type="application/json" id="${MODEL}">[^<]*</script>`), '');
  const escaped = opens.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const enclosed =
    model && `<script type="application/json" id="${MODEL}">${model.replaceAll('<', '\\u003c')}</script>`;
  return plain.replace('</head>', () => `<meta name="${OPENS}" content="${escaped}">${enclosed ?? ''}</head>`);
}
