// Deletes what this page has stored in this browser.
import { keepNothing } from '../kept/autosave.ts';
import { storageOf } from '../ground/storage.ts';
import { clearAll } from '../kept/kept-work.ts';

/** All of it, its own files for use without a network included. */
export async function forgetEverything(): Promise<void> {
  keepNothing();
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const storage = storageOf(name);
    if (storage) clearAll(storage);
  }
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  const here = await navigator.serviceWorker.getRegistration();
  await here?.unregister();
  for (const name of await caches.keys()) if (name.startsWith('onward-')) await caches.delete(name);
}
