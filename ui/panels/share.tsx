// Taking it away and bringing something in: copy the link, save the numbers, open a model document.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { linkNow } from '../address.ts';
import { isShipped, nameInTerminal } from '../data.ts';
import { commandFor, numbersDocument } from '../numbers.ts';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';
import { FileInput } from './open-file.tsx';
import { SaveAll } from './save-all.tsx';
import { saveText } from './save-text.ts';

export function Share() {
  const id = useId();
  const [said, setSaid] = useState('');
  const isDone = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const shown = useStore(results, (s) => s.shown);
  const model = useStore(settings, (s) => s.model);
  const modelId = model?.id ?? '';
  const command = shown && commandFor(nameInTerminal(modelId), shown);

  return (
    <details className="share">
      <summary>Share and open</summary>
      <div className="share-panel">
        <button type="button" onClick={() => void copy(linkNow()).then(setSaid)}>
          Copy link
        </button>
        <button type="button" disabled={!isDone} onClick={() => setSaid(save())}>
          Save numbers as JSON
        </button>
        {model && <SaveAll model={model} said={setSaid} />}
        {!isShipped(modelId) && <p>The link names the model, but does not carry it: send the file as well.</p>}
        {command && (
          <p>
            The same numbers in a terminal: <code>{command}</code>
          </p>
        )}
        <hr />
        <a href="#/start">Start from another model</a>
        <label htmlFor={`${id}-file`}>Open a model document (JSON), or drop one on the page</label>
        <FileInput id={`${id}-file`} />
        <output>{said}</output>
      </div>
    </details>
  );
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Link copied.';
  } catch {
    history.replaceState(null, '', text);
    return 'Copying is not allowed here; the link is in the address bar.';
  }
}

/** The same bytes as the command line writes, its last line end included. */
function save(): string {
  const { model } = settings.getState();
  const { shown } = results.getState();
  const name = `onward-${model?.id ?? 'numbers'}-${shown?.settings.option ?? ''}.json`;
  return saveText(`${numbersDocument(model, shown)}\n`, name);
}
