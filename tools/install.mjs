// The first steps of every command: a Node new enough, and the packages of the lockfile in node_modules. Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** A failure to report in plain words, without a stack trace. */
export class Plain extends Error {}

/** Runs one command's body: a `Plain` failure is printed as its words alone, and the exit code says whether it worked. */
export async function run(body) {
  try {
    return await body();
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error);
    process.exit(1);
  }
}

/** Everything `npm start` and `npm test` need before they may import a package. */
export async function prepare() {
  checkNode();
  if (isInstalled()) return;
  console.log('Installing the packages Onward is built with (once; a few seconds) …');
  await install();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Plain(
    `Onward needs Node 20.19 or later; this is Node ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  );
}

/**
 * npm leaves a record of what it put into node_modules, written last. It is compared with the lockfile, so that an
 * install by hand counts, one broken off does not, and node_modules copied from another kind of machine does not either.
 */
export function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || have[path]?.integrity === wanted.integrity || !isForHere(wanted),
  );
}

/** Optional packages carry one machine's native code, and say which; npm installs only those that fit, and what they need. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const fits = (allowed, mine) => allowed === undefined || allowed.includes(mine);
  const names = os !== undefined || cpu !== undefined;
  return names && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere());
}

function libcHere() {
  if (process.platform !== 'linux') return undefined;
  process.report.excludeNetwork = true; // Otherwise it looks up the name of every connection on the network.
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

async function install() {
  // Development packages are asked for by name, because NODE_ENV=production or --omit=dev would leave them out.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline'];
  const { code, output } = await capture(process.execPath, [npmScript(), ...flags]);
  if (code === 0) return;
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;
  throw new Plain(
    unreachable.test(output)
      ? 'Could not reach the package registry, and not every package is in the npm cache. Connect to the network once and try again.'
      : `npm could not install the packages:\n${output.trim()}`,
  );
}

/** npm is run as a script by this very Node: on Windows `npm.cmd` may not be started without a shell. */
export function npmScript() {
  const given = process.env.npm_execpath;
  if (given && /^npm(-cli)?\.[cm]?js$/.test(basename(given)) && existsSync(given)) return given;
  const besideNode = dirname(realpathSync(process.execPath));
  const inPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const places = [
    join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...inPath.filter(existsSync).map((file) => realpathSync(file)),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = places.find((file) => file.endsWith('.js') && existsSync(file));
  if (!found)
    throw new Plain('npm was not found beside Node. Run `npm start` or `npm test` rather than the script itself.');
  return found;
}

/** Runs a program to its end, keeping what it says. */
export function capture(program, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
