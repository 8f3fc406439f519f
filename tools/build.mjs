// Builds the browser house and the terminal house, each only when a file it is made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const always = ['engine', 'models', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

const houses = {
  ui: { mode: 'production', madeFrom: [...always, 'ui'], product: 'index.html' },
  cli: { mode: 'cli', madeFrom: [...always, 'cli'], product: 'main.js' },
};

/** Brings `dist/ui` or `dist/cli` up to date, and says whether anything had to be built. */
export async function build(name) {
  const { mode, madeFrom, product } = houses[name];
  const outDir = join(root, 'dist', name);
  const stampFile = join(root, 'dist', `${name}.stamp`);
  const stamp = stampOf(madeFrom);
  const isFresh = () =>
    existsSync(join(outDir, product)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh()) return false;

  // Built aside and put in place whole: two commands may find the same house stale at the same moment.
  const aside = `${outDir}.${process.pid}`;
  const vite = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // A test's NODE_ENV would ship React's development build.
  try {
    await vite.build({
      configFile: join(root, 'vite.config.ts'),
      mode,
      logLevel: 'warn',
      customLogger: logTo(vite),
      build: { outDir: aside },
    });
    if (!isFresh()) {
      mkdirSync(join(root, 'dist'), { recursive: true });
      rmSync(outDir, { recursive: true, force: true });
      renameSync(aside, outDir);
      writeFileSync(stampFile, stamp);
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  return true;
}

/** Everything goes to stderr: stdout belongs to the data of the command that asked for the build. */
function logTo(vite) {
  const tell = (text) => console.error(text);
  return { ...vite.createLogger('warn'), info() {}, warn: tell, warnOnce: tell, error: tell };
}

/** By content, not by date: a checkout or a copy changes every date. */
function stampOf(madeFrom) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of madeFrom.flatMap((name) => filesUnder(join(root, name))))
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
