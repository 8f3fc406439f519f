// Opens the user's own model document: chosen or dropped, checked before anything is replaced, then shown in Explore.
import { MOST_BYTES, openText } from '../../session/opening.ts';
import { route } from '../../address/route.ts';
import { notices } from '../../state/notices.ts';
import { isOfModel } from '../../address/views.ts';

export const FileInput = ({ id }: { readonly id: string }) => (
  <input
    id={id}
    type="file"
    accept=".json,application/json"
    onChange={(event) => {
      const [file] = event.target.files ?? [];
      if (file) void openFile(file);
      event.target.value = ''; // the same file may be chosen again once mended
    }}
  />
);

/** Never read when it is too large; nothing of it leaves this computer. */
export async function openFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) {
    const megabytes = (file.size / 1e6).toFixed(1);
    return notices.say('This file is too large. The model that was open is still running.', [
      `It is ${megabytes} MB; the limit is ${MOST_BYTES / 1e6} MB. Is it a model document?`,
    ]);
  }
  const isOpen = await openText(await file.text());
  if (isOpen && !isOfModel(route.getState().view)) location.hash = '#/explore';
}
