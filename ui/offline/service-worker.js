// The page without a network: its built files are kept, whole and of one build, and served when no network answers.
// The build writes in which files these are; a new build is another version of this script.

/** @type {{ version: string, page: string, files: string[] }} The page's own digest, and every file by its address from here. */
const build = self.__BUILD__;

const CACHE = `onward-${build.version}`;
/** A tab opened before the last build may still ask for that build's pieces. */
const MOST_CACHES = 2;
const PAGE = new URL('./', self.location.href).href;
const addressOf = (file) => new URL(file, self.location.href).href;
const kept = new Set(build.files.map(addressOf));

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

/** All or nothing: a build of which a file is missing, or whose page is another's, is not kept. */
async function install() {
  const cache = await caches.open(CACHE);
  try {
    const page = await fetch(PAGE, { cache: 'no-cache' });
    const text = await page.clone().arrayBuffer();
    if (!page.ok || (await digestOf(text)) !== build.page) throw new Error('The page is of another build.');
    await cache.put(PAGE, page);
    // Names carry a digest of what is in them, so whatever the browser has by that name is right.
    await cache.addAll(build.files);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await self.skipWaiting();
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const mine = (await caches.keys()).filter((name) => name.startsWith('onward-') && name !== CACHE);
      for (const name of mine.slice(0, Math.max(0, mine.length - MOST_CACHES + 1))) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const [address] = request.url.split(/[?#]/);
  // The page also answers whether its server has a relay (`?relay`): without a network it is the page, which has none.
  if (address === PAGE || address === `${PAGE}index.html`) event.respondWith(newestPage(request));
  else if (request.mode !== 'navigate' && kept.has(address)) event.respondWith(piece(request));
});

/** From the network while there is one, so that a new build shows on the next load; it names its own pieces, so none mix. */
async function newestPage(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await (await caches.open(CACHE)).match(PAGE);
    if (page) return page;
    throw error;
  }
}

async function piece(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}
