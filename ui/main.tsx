// Starts the page: one React root, and what it shows of itself to tests and to the curious.
import { createRoot } from 'react-dom/client';
import { linkNow } from './address.ts';
import { App } from './app.tsx';
import { compareOptions } from './follow.ts';
import { numbersDocument } from './numbers.ts';
import { keepForOffline } from './offline/keep-for-offline.ts';
import { followAddressBar } from './route.ts';
import { openAsSaved } from './saved-page.ts';
import { paintedMaps, type PaintedMarks } from './scene/loop.ts';
import { followDisplay } from './stores/display.ts';
import { results } from './stores/results.ts';
import { settings } from './stores/settings.ts';
import { followViewKeys } from './view-keys.ts';
import './style.css';

declare global {
  interface Window {
    /**
     * For tests and for the curious. `link()` is the address that shows this screen again; `numbers()` is the text
     * that "Save numbers as JSON" saves (without its last line end), the same that the command line prints;
     * `compare(options)` is that of `onward compare` for options of the document, the first being the baseline;
     * `painted()` is what the maps show just now, mark by mark; `checks()` is that of `onward verify` as far as the checks have come, and nothing before they are opened.
     */
    onward: {
      link(): string;
      numbers(): string;
      compare(options: readonly string[]): Promise<string>;
      painted(): readonly PaintedMarks[];
      checks(): string;
    };
  }
}

window.onward = {
  link: linkNow,
  numbers: () => numbersDocument(settings.getState().model, results.getState().shown),
  compare: (options) => compareOptions(options),
  painted: paintedMaps,
  checks: () => '',
};
openAsSaved();
followAddressBar();
followViewKeys();
followDisplay();
keepForOffline();

createRoot(document.getElementById('page')!).render(<App />);
