// Builds the page, the terminal and the library, each only when a file it is made from has changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';
import { PAPERS, writeLibrary } from './library.mjs';
import { writeOneFile } from './one-file.mjs';

const always = ['engine', 'formats', 'models', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

const houses = {
  ui: { mode: 'production', madeFrom: [...always, 'ui', 'tools/one-file.mjs'], entry: 'index.html' },
  cli: { mode: 'cli', madeFrom: [...always, 'cli'], entry: 'main.js' },
  library: {
    madeFrom: [...always, 'library', 'package.json', 'tools/library.mjs', ...Object.keys(PAPERS)],
    entry: 'package.json',
  },
};

/** One build after another within a process, because each borrows NODE_ENV. */
let last = Promise.resolve();

/** Brings `dist/ui`, `dist/cli` or `dist/library` up to date, and says whether anything had to be built. */
export function build(name) {
  const mine = last.then(() => buildIfStale(name));
  last = mine.catch(() => {});
  return mine;
}

async function buildIfStale(name) {
  const { mode, madeFrom, entry } = houses[name];
  const outDir = join(root, 'dist', name);
  const stampFile = `${outDir}.stamp`;
  const sources = digestOf(
    root,
    madeFrom.flatMap((part) => filesUnder(root, part)),
  );
  if (isFresh(stampFile, outDir, sources)) return false;

  mkdirSync(join(root, 'dist'), { recursive: true });
  const aside = mkdtempSync(`${outDir}.`);
  try {
    await (name === 'library' ? writeLibrary(aside) : viteBuild(mode, aside));
    if (name === 'ui') await writeOneFile(aside);
    // Another command may have found the same house stale, and been quicker.
    if (!isFresh(stampFile, outDir, sources))
      put(aside, outDir, stampFile, { entry, sources, isOpen: name !== 'library' });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return true;
}

/** `folder`: where the sources lie, with their own configuration. */
export async function viteBuild(mode, outDir, folder = root) {
  const vite = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // A test's NODE_ENV would ship React's development build.
  try {
    await vite.build({
      configFile: join(folder, 'vite.config.ts'),
      mode,
      logLevel: 'warn',
      customLogger: logTo(vite),
      build: { outDir },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * The stamp is written last. It names the sources and the files made of them, so that two builds of different sources
 * put in place at the same moment are seen to be neither.
 */
function isFresh(stampFile, outDir, sources) {
  const stamp = readStamp(stampFile);
  try {
    return stamp.sources === sources && digestOf(outDir, stamp.files) === stamp.product;
  } catch {
    return false; // a file is missing
  }
}

function readStamp(stampFile) {
  try {
    return { files: [], ...JSON.parse(readFileSync(stampFile, 'utf8')) };
  } catch {
    return { files: [] }; // None yet, or of another kind: whatever is there is stale.
  }
}

/**
 * File by file, each whole at every moment and the entry after all that it names: others may be reading, or putting the
 * same files there. What the build before left is kept until the next one where it `isOpen`: an open page may still ask for it.
 */
function put(aside, outDir, stampFile, { entry, sources, isOpen }) {
  const files = filesUnder(aside);
  const product = digestOf(aside, files);
  for (const file of [...files.filter((name) => name !== entry), entry]) {
    const [from, to] = [join(aside, file), join(outDir, file)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  const kept = new Set([...files, ...(isOpen ? readStamp(stampFile).files : [])]);
  for (const file of filesUnder(outDir)) if (!kept.has(file)) rmSync(join(outDir, file), { force: true });

  const stampAside = join(aside, 'stamp');
  writeFileSync(stampAside, JSON.stringify({ sources, product, files }));
  renameSync(stampAside, stampFile);
}

/** Everything goes to stderr: stdout belongs to the data of the command that asked for the build. */
function logTo(vite) {
  const tell = (text) => console.error(text);
  return { ...vite.createLogger('warn'), info() {}, warn: tell, warnOnce: tell, error: tell };
}

/** By content, not by date: a checkout or a copy changes every date. */
function digestOf(folder, files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Every file at or under `path`, in order, named from `folder`. */
function filesUnder(folder, path = '') {
  const at = join(folder, path);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [path];
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesUnder(folder, join(path, name)));
}
