// Asks the browser to keep the built page, once it is at rest, so that it starts without a network.
import { ownScript } from '../ground/own-script.ts';

/** Only where the page comes from a server as separate files: in one file, from a disk, there is nothing to keep. */
export function keepForOffline(): void {
  const isServed = /^https?:$/.test(location.protocol) && document.querySelector('script[type=module][src]') !== null;
  if (!import.meta.env.PROD || !isServed || !('serviceWorker' in navigator)) return;
  const keep = () => {
    const script = ownScript('./offline.js');
    return void navigator.serviceWorker.register(script, { updateViaCache: 'none' }).catch(() => {});
  };
  // After the first numbers: a first visit is not made slower by the next one.
  const whenQuiet = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keep), REST_MILLISECONDS);
  if (document.readyState === 'complete') whenQuiet();
  else window.addEventListener('load', whenQuiet, { once: true });
}

const REST_MILLISECONDS = 3000;
