// What this page stores in the browser, in plain words, and how to delete it.
import { useState } from 'react';

export function KeptHere() {
  const [said, setSaid] = useState('');
  return (
    <details className="kept-here">
      <summary>What is kept on this computer</summary>
      <p>
        In this browser alone: what you last did in up to eight models, with the steps to undo and any document you
        opened; how the page looks and moves; whether you paused; and the page’s own files, so that it starts without a
        network. Nothing is sent anywhere.
      </p>
      <button
        type="button"
        onClick={() =>
          void clear().then(() =>
            setSaid('Cleared. This screen stays until you close it. Anything you change from now on is saved again.'),
          )
        }
      >
        Clear all my data
      </button>
      <output>{said}</output>
    </details>
  );
}

const clear = async (): Promise<void> => (await import('../../session/forget-everything.ts')).forgetEverything();
