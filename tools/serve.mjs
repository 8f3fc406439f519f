// A static file server on Node's own http: right types, nothing outside its folder, unchanged files not sent twice, for no other web page.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';

const typeOf = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A page says itself what it may do; these are for what only a header can say, and no other page may show or read what is here. */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
/** A worker that is fetched goes by the policy that comes with it, and not by that of its page. */
const OF_A_WORKER =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; ";

const MOST_CONNECTIONS = 256;
const MOST_MILLISECONDS_OF_HEAD = 20_000;
const MOST_MILLISECONDS_OF_REQUEST = 60_000;

/**
 * Serves a folder from the first free port at or after `port`; 0 takes any. What `first` says it has answered is left to it. Nobody shows
 * these pages in a frame, or with `isFramed` pages of this very server.
 */
export async function serve({ folder, host = '127.0.0.1', port = 4173, first, isFramed = false }) {
  const server = createServer((request, response) => {
    for (const [header, value] of Object.entries(ALWAYS)) response.setHeader(header, value);
    response.setHeader('X-Frame-Options', isFramed ? 'SAMEORIGIN' : 'DENY');
    if (!isForHere(request.headers.host, host)) return end(response, 421, ELSEWHERE);
    if (first?.(request, response)) return;
    answer(folder, isFramed, request, response).catch(() => end(response, 500, 'Something went wrong here.'));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = MOST_MILLISECONDS_OF_HEAD;
  server.requestTimeout = MOST_MILLISECONDS_OF_REQUEST;
  const bound = await listen(server, host, port);
  const name = host.includes(':') ? `[${host}]` : host;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://${name}:${bound}/`, close };
}

const ELSEWHERE =
  'This server answers to its address in digits, to localhost, and to the name given with --host. Use one of those.';

/**
 * Whoever owns a name can have it point at this computer, and a page of theirs would then read what is here (DNS rebinding). An address
 * in digits leads where it says, and the other names belong to this computer.
 */
function isForHere(asked, host) {
  const [, name] = /^(\[[\da-f:.]+\]|[^\s:@/?#\\]+)(?::\d+)?$/i.exec(asked ?? '') ?? [];
  if (name === undefined) return false;
  const plain = name.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  if (isIP(plain) !== 0 || plain === 'localhost' || plain.endsWith('.localhost')) return true;
  const mine = hostname().toLowerCase();
  return [host.toLowerCase(), mine, `${mine}.local`].includes(plain);
}

async function listen(server, host, first) {
  for (let port = first; ; port++) {
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (error) => (isTaken(error) && port < first + 100 ? resolve(true) : reject(error)));
      server.listen(port, host, () => resolve(false));
    });
    server.removeAllListeners('error');
    if (!taken) return server.address().port;
  }
}

const isTaken = ({ code }) => code === 'EADDRINUSE' || code === 'EACCES';

async function answer(folder, isFramed, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return end(response, 405, 'Only reading is possible here.', { Allow: 'GET, HEAD' });
  const file = fileFor(folder, request.url);
  const found = file && (await isWithin(folder, file)) ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) return end(response, 404, 'There is no such page.');

  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const headers = {
    'Content-Type': typeOf[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache', // The browser asks each time and is answered "unchanged", so it never shows yesterday's build.
    'Content-Security-Policy': `${extname(file) === '.html' ? '' : OF_A_WORKER}frame-ancestors '${isFramed ? 'self' : 'none'}'`,
    ETag: etag,
  };
  if (request.headers['if-none-match']?.includes(etag)) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Length': found.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file an address means, or nothing when it points outside the folder. */
function fileFor(folder, address) {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
    if (path.includes('\0')) return undefined;
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(normalize(folder + sep)) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Where links of the file system really lead. */
async function isWithin(folder, file) {
  try {
    return (await realpath(file)).startsWith((await realpath(folder)) + sep);
  } catch {
    return false;
  }
}

function end(response, status, text, headers = {}) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
