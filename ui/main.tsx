// Starts the page: one React root, and the workers that do the sums.
import { createRoot } from 'react-dom/client';
import { linkNow } from './address.ts';
import { App } from './app.tsx';
import { begin, compareOptions } from './follow.ts';
import { numbersDocument } from './numbers.ts';
import { notices } from './stores/notices.ts';
import { results } from './stores/results.ts';
import { settings } from './stores/settings.ts';
import './style.css';

declare global {
  interface Window {
    /**
     * For tests and for the curious. `link()` is the address that shows this screen again; `numbers()` is the text
     * that "Save numbers as JSON" saves (without its last line end), the same that the command line prints;
     * `compare(options)` is that of `onward compare` for options of the document, the first being the baseline.
     */
    onward: { link(): string; numbers(): string; compare(options: readonly string[]): Promise<string> };
  }
}

window.onward = {
  link: linkNow,
  numbers: () => numbersDocument(settings.getState().model, results.getState().shown),
  compare: (options) => compareOptions(options),
};

createRoot(document.getElementById('page')!).render(<App />);
// A page put in place anew while this one was open has lost the pieces not yet fetched.
begin().catch((error) => notices.say('The page could not be loaded in full. Reload it.', [String(error)]));
