// A word beside a link, where the document it names does not come with the page.
import { useStore } from 'zustand';
import { isShipped } from '../../model/shipped-models.ts';
import { settings } from '../../state/settings.ts';

export function LinkNeedsFile() {
  const id = useStore(settings, (s) => s.model?.id ?? '');
  return isShipped(id) ? null : <p>The link names the model but does not include it: send the file as well.</p>;
}
