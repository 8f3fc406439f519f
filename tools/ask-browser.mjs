// Has a browser compute hashes without driving it: it opens a page of ours, which runs the built page and posts the hashes back.
// Any browser can do that, whichever protocol it speaks to drivers, and it is the same in each.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const MOST_SECONDS = 600;

/** Hash by id of each request { id, options, replications }: that model of the built page run by the page's own workers. */
export async function hashesInBrowser({ name, path }, requests) {
  const probe = answersFor(requests);
  const server = await serve({ folder: join(root, 'dist/ui'), port: 0, first: probe.listen, isFramed: true });
  const profile = mkdtempSync(join(tmpdir(), 'onward-browser-'));
  const browser = start(name, path, profile, `${server.url}probe.html`);
  const timer = setTimeout(() => browser.broke(new Error(`nothing came in ${MOST_SECONDS} s`)), MOST_SECONDS * 1000);
  try {
    return await Promise.race([probe.answers, browser.ended]);
  } catch (error) {
    throw new Error(`${name} (${path}): ${error.message}`, { cause: error });
  } finally {
    clearTimeout(timer);
    browser.stop();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The other end of tools/probe/probe.js. */
function answersFor(requests) {
  const found = new Map();
  const { promise, resolve, reject } = withResolvers();
  const file = (name, type) => ['200', type, () => readFileSync(join(root, 'tools/probe', name))];
  const pages = {
    '/probe.html': file('probe.html', 'text/html; charset=utf-8'),
    '/probe.js': file('probe.js', 'text/javascript; charset=utf-8'),
    '/probe/requests': ['200', 'application/json', () => JSON.stringify(requests)],
  };
  const hear = ({ id, hash, problem }) => {
    if (problem !== undefined) reject(new Error(`${id}: ${problem}`));
    found.set(id, hash);
    if (found.size === requests.length) resolve(found);
  };
  const listen = (request, response) => {
    if (request.method === 'POST' && request.url === '/probe/answer') {
      let body = '';
      request.setEncoding('utf8').on('data', (text) => (body += text));
      request.on('end', () => {
        hear(JSON.parse(body));
        response.writeHead(204).end();
      });
      return true;
    }
    const page = pages[request.url];
    if (page) response.writeHead(Number(page[0]), { 'Content-Type': page[1] }).end(page[2]());
    return page !== undefined;
  };
  return { answers: promise, listen };
}

function withResolvers() {
  let [resolve, reject] = [];
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

function start(name, path, profile, url) {
  const args = name === 'Firefox' ? firefoxArguments(profile) : chromiumArguments(profile);
  // A group of its own, because browsers are many processes and must all end together.
  const child = spawn(path, [...args, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let said = '';
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-2000)));
  const { promise: ended, reject: broke } = withResolvers();
  ended.catch(() => {}); // it may end after its answers have come
  child.on('error', broke);
  child.on('exit', (code) => broke(new Error(`the browser ended with code ${code}: ${said.trim()}`)));
  const stop = () => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  return { ended, broke, stop };
}

const chromiumArguments = (profile) => [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--user-data-dir=${profile}`,
];

/** No network requests of the browser's own, and no welcome pages. */
function firefoxArguments(profile) {
  const settings = {
    'app.normandy.enabled': false,
    'app.update.auto': false,
    'browser.aboutwelcome.enabled': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
  };
  const lines = Object.entries(settings).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  return ['--headless', '--no-remote', '--profile', profile];
}
