// Starts the page: one React root, and what it shows of itself to tests and to the curious.
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/header.css';
import { createRoot } from 'react-dom/client';
import { linkNow } from './address/address-bar.ts';
import { App } from './app.tsx';
import { keepForOffline } from './offline/keep-for-offline.ts';
import { followAddressBar } from './address/route.ts';
import { openAsSaved } from './address/saved-page.ts';
import { paintedMaps, type PaintedMarks } from './scene/paint/loop.ts';
import { followDisplay } from './state/display.ts';

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
      numbers(): Promise<string>;
      compare(options: readonly string[]): Promise<string>;
      painted(): readonly PaintedMarks[];
      checks(): string;
    };
  }
}

window.onward = {
  link: linkNow,
  numbers: async () => (await import('./session/judged-numbers.ts')).judgedNumbers(),
  compare: async (options) => (await import('./session/questions.ts')).compareOptions(options),
  painted: paintedMaps,
  checks: () => '',
};
openAsSaved();
followAddressBar();
// Without it nothing else is missing.
import('./address/view-keys.ts').then(({ followViewKeys }) => followViewKeys()).catch(() => {});
followDisplay();
keepForOffline();

createRoot(document.getElementById('page')!).render(<App />);
