// Taking it away and bringing something in: copy the link, save the numbers, open a model document.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { linkNow } from '../address.ts';
import { isShipped, modelsToLearn, nameInTerminal, shippedModels } from '../data.ts';
import { goTo, MOST_BYTES, openText } from '../follow.ts';
import { commandFor, numbersDocument } from '../numbers.ts';
import { notices } from '../stores/notices.ts';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';
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
        <label htmlFor={`${id}-model`}>Model</label>
        <select
          id={`${id}-model`}
          value={modelId}
          onChange={(event) => void goTo(`#/explore?m=${event.target.value}&v=1`)}
        >
          {[...(isShipped(modelId) ? [] : [modelId]), ...shippedModels].map((model) => (
            <option key={model}>{model}</option>
          ))}
          <optgroup label="To learn from, one rule each">
            {modelsToLearn.map((model) => (
              <option key={model}>{model}</option>
            ))}
          </optgroup>
        </select>
        <label htmlFor={`${id}-file`}>Open a model document (JSON), or drop one on the page</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void openFile(file);
            event.target.value = ''; // the same file may be chosen again once mended
          }}
        />
        <output>{said}</output>
      </div>
    </details>
  );
}

/** Never read when it is too large; nothing of it leaves this computer. */
export async function openFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) {
    const megabytes = (file.size / 1e6).toFixed(1);
    return notices.say('This file is too large. What was here keeps running.', [
      `It has ${megabytes} MB; the most is ${MOST_BYTES / 1e6} MB. Is it a model document?`,
    ]);
  }
  await openText(await file.text());
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
