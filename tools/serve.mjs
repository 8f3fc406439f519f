// A static file server on Node's own http: right types, nothing outside its folder, unchanged files not sent twice.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
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

/** Serves a folder from the first free port at or after `port`; 0 takes any. What `first` says it has answered is left to it. */
export async function serve({ folder, host = '127.0.0.1', port = 4173, first }) {
  const server = createServer((request, response) => {
    if (first?.(request, response)) return;
    answer(folder, request, response).catch(() => end(response, 500, 'Something went wrong here.'));
  });
  const bound = await listen(server, host, port);
  const name = host.includes(':') ? `[${host}]` : host;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://${name}:${bound}/`, close };
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

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return end(response, 405, 'Only reading is possible here.', { Allow: 'GET, HEAD' });
  const file = fileFor(folder, request.url);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found?.isFile()) return end(response, 404, 'There is no such page.');

  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const headers = {
    'Content-Type': typeOf[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache', // The browser asks each time and is answered "unchanged", so it never shows yesterday's build.
    'X-Content-Type-Options': 'nosniff',
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

function end(response, status, text, headers = {}) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
