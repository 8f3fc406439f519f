// Finds a Chromium and a Firefox for the tests, or installs them: the machine's own first, a download last.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { capture, root } from './install.mjs';

/** The path of a Chromium that runs, or nothing. */
export const findBrowser = () =>
  firstThatRuns([process.env.CHROME_PATH, ...usualPlaces(chromium), ...playwrightCache()]);

/** The path of a Firefox that runs, or nothing. */
export const findFirefox = () => firstThatRuns([process.env.FIREFOX_PATH, ...usualPlaces(firefox)]);

/** As `findBrowser`, but a missing one is installed where that can be done without asking anybody. */
export async function findOrInstallBrowser() {
  return (
    (await findBrowser()) ??
    (await fromApt('chromium-headless-shell', findBrowser)) ??
    (await fromApt('chromium', findBrowser)) ??
    (await fromPlaywright())
  );
}

export async function findOrInstallFirefox() {
  return (await findFirefox()) ?? (await fromApt('firefox-esr', findFirefox));
}

async function firstThatRuns(paths) {
  for (const path of paths) if (path && existsSync(path) && (await runs(path))) return path;
  return undefined;
}

const chromium = {
  apps: ['Google Chrome.app', 'Chromium.app', 'Microsoft Edge.app'],
  windows: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  // The same browser without windows needs a quarter less of the machine.
  names: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
};

const firefox = {
  apps: ['Firefox.app', 'Firefox ESR.app'],
  windows: ['Mozilla Firefox/firefox.exe', 'Mozilla Firefox ESR/firefox.exe'],
  names: ['firefox-esr', 'firefox'],
};

function usualPlaces({ apps, windows, names }) {
  const { env, platform } = process;
  if (platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app, 'Contents/MacOS', macProgram(app))),
    );
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((folder) => windows.map((program) => join(folder, program)));
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return names.flatMap((name) => [...new Set(folders)].map((folder) => join(folder, name)));
}

const macProgram = (app) => (app.startsWith('Firefox') ? 'firefox' : app.replace('.app', ''));

/** Playwright keeps browsers as <cache>/chromium…-<number>/<machine>/<program>; newest first. */
function playwrightCache() {
  const { env, platform } = process;
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    }[platform] ||
    join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright');
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
  const programs = [
    'chrome-headless-shell',
    'headless_shell',
    'chrome',
    'chrome-headless-shell.exe',
    'chrome.exe',
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  const number = (name) => Number(name.split('-').at(-1));
  return inside(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort((a, b) => number(b) - number(a))
    .flatMap((name) => inside(join(cache, name)).map((machine) => join(cache, name, machine)))
    .flatMap((folder) => programs.map((program) => join(folder, program)));
}

/** A path may be a stub that only says what to install. Browsers on Windows open a window instead of answering, so they are accepted untested. */
async function runs(path) {
  return process.platform === 'win32' || (await capture(path, ['--version', '--no-sandbox'])).code === 0;
}

/** `env`: beside the environment of this process. */
export async function fromApt(name, find, env = {}) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log(`No ${name} found; installing it with apt-get (about a minute) …`);
  const apt = (...args) =>
    // Another program may be installing something: wait for it rather than fail at once.
    capture('/usr/bin/apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      ...process.env,
      ...env,
      DEBIAN_FRONTEND: 'noninteractive',
    });
  await apt('update');
  const { code, output } = await apt('install', '-y', name);
  if (code !== 0) console.log(lastLines(output));
  return find();
}

async function fromPlaywright() {
  console.log('Downloading a headless browser with Playwright …');
  const { code, output } = await capture(process.execPath, [
    join(root, 'node_modules/playwright-core/cli.js'),
    'install',
    'chromium-headless-shell',
  ]);
  if (code !== 0) console.log(lastLines(output));
  return findBrowser();
}

const lastLines = (text) => text.trim().split('\n').slice(-3).join('\n');
