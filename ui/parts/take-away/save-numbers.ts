// Saves all numbers on the screen as a file.
import { saveText } from '../../ground/save-file.ts';
import { numbersDocument } from '../../shown/numbers-document.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';

/** The same bytes as the command line writes, its last line end included. */
export function saveNumbers(): string {
  const { model } = settings.getState();
  const { shown } = results.getState();
  const name = `onward-${model?.id ?? 'numbers'}-${shown?.settings.option ?? ''}.json`;
  return saveText(`${numbersDocument(model, shown)}\n`, name);
}
