// Finds the other JavaScript engines that must give the same bytes, or fetches them: three Nodes, Chromium and Firefox.
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser, findFirefox, findOrInstallBrowser, findOrInstallFirefox } from './browser.mjs';
import { capture, npmScript, root } from './install.mjs';

/** One of each line that is kept up; npm has them as packages that hold nothing but the program. */
const nodeVersions = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };

/** Beside node_modules' own, so that it goes when they go; too large (50 MB each to fetch) to be in every install. */
const cache = join(root, 'node_modules', '.cache', 'runtimes');

/** Every runtime wanted, as { name, kind, path }; a path is missing where there is none. Fetches nothing. */
export async function findRuntimes() {
  return [
    ...(await nodes()),
    { name: 'Chromium', kind: 'browser', path: process.env.ONWARD_CHROMIUM ?? (await findBrowser()) },
    { name: 'Firefox', kind: 'browser', path: await findFirefox() },
  ];
}

/** As `findRuntimes`, but what is missing is fetched first where that can be done without asking anybody. */
export async function findOrInstallRuntimes() {
  const missing = (await nodes()).filter(({ path }) => !path);
  if (missing.length > 0) await fetchNodes(missing.map(({ major }) => major));
  await findOrInstallBrowser();
  await findOrInstallFirefox();
  return findRuntimes();
}

async function nodes() {
  const majors = Object.keys(nodeVersions).map(Number);
  return Promise.all(
    majors.map(async (major) => ({ name: `Node ${major}`, kind: 'node', major, path: await nodeOf(major) })),
  );
}

/** This Node if it is of that line, otherwise one that is named in ONWARD_NODES or was fetched before. */
async function nodeOf(major) {
  const given = (process.env.ONWARD_NODES ?? '').split(delimiter).filter(Boolean);
  for (const path of [process.execPath, ...given, join(cache, `node_modules/node-${major}/bin/node`)])
    if (existsSync(path) && (await majorOf(path)) === major) return path;
  return undefined;
}

async function majorOf(path) {
  const { code, output } = await capture(path, ['--version']);
  return code === 0 ? Number(/^v(\d+)\./.exec(output)?.[1]) : undefined;
}

async function fetchNodes(majors) {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) return;
  console.log(`Fetching Node ${majors.join(' and ')} from the package registry (about 50 MB each) …`);
  const name = `node-${process.platform}-${process.arch}`;
  const packages = majors.map((major) => `node-${major}@npm:${name}@${nodeVersions[major]}`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const args = [npmScript(), 'install', '--prefix', cache, ...flags, ...packages];
  mkdirSync(cache, { recursive: true });
  const { code, output } = await capture(process.execPath, args);
  if (code !== 0) console.log(output.trim().split('\n').slice(-3).join('\n'));
}

/** "Node 22.23.3", "Firefox 153.7": the name and whatever number it gives itself. */
export async function versionOf({ name, path }) {
  const { output } = await capture(path, ['--version']);
  return `${name.split(' ')[0]} ${/(?:^|[^:\w.])v?(\d+(?:\.\d+)+)/m.exec(output)?.[1] ?? '?'}`;
}
