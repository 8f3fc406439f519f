// Three uses of one tool: the browser build, the terminal build (`--mode cli`) and the tests.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { engineVersion } from './tools/engine-version.ts';
import { importedBy } from './tools/imported-by.ts';

const here = import.meta.dirname;

/**
 * The engine's own code goes into a chunk of that name, so that a test can read what was really shipped. The packages it
 * stands on go beside it. The twin and its package stay out: they are loaded only when asked for.
 */
const engine = {
  name: 'engine',
  // By the folder in this one: the whole product may lie in a folder of that name.
  test: (id: string) => /^engine[\\/](?!twin)[^?]*\.ts$/.test(relative(here, id)),
  priority: 1,
};
const packages = { name: 'engine-packages', test: /[\\/]node_modules[\\/](zod|@noble)[\\/]/, priority: 2 };
const output = { codeSplitting: { groups: [engine, packages] } };

/**
 * What the first view brings goes into one piece, whatever other views use of it: many small ones compress badly. Workers must not share
 * a file with it, or they would fetch the page.
 */
const ofPage = importedBy(`${here}/ui/app.tsx`);
const ofWorkers = ['worker', 'check-worker', 'twin-worker', 'file-worker', 'draft-worker'].map((name) =>
  importedBy(`${here}/ui/worker/${name}.ts`),
);
const isOfPage = (id: string) =>
  /[\\/]node_modules[\\/](react[\\/](jsx-runtime|cjs[\\/]react-jsx-runtime))/.test(id) ||
  (/[\\/]ui[\\/]/.test(id) && ofPage.has(id) && !ofWorkers.some((files) => files.has(id)));
const firstView = { name: 'first-view', test: isOfPage };
const fetching = { name: 'fetching', test: /vite[\\/]preload-helper/, priority: 3 };

/**
 * In the page each part of the engine is fetched once and by those who need it alone: what the first view and its workers
 * share, what only workers use, and the checks, which wait until somebody looks at them. A piece too small to be worth a request of its
 * own joins another.
 */
const outputOfPage = {
  // Without the names of all that use it, which every piece that fetches it would repeat.
  chunkFileNames: ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`,
  codeSplitting: {
    groups: [
      fetching,
      firstView,
      ...[engine, packages].map((group) => ({ ...group, entriesAware: true, entriesAwareMergeThreshold: 1500 })),
    ],
  },
};

/**
 * Makes workers chunks of the page's own build. Vite would build each by itself, with an engine of its own to be fetched
 * besides the page's and the other worker's.
 */
const workersOfOneBuild = (): Plugin => ({
  name: 'workers-of-one-build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${here}/ui/`)) return undefined;
    return code.replace(/new URL\('((?:\.{1,2}\/)+[\w/-]+\.ts)', import\.meta\.url\)/g, (_all, file: string) => {
      const chunk = this.emitFile({ type: 'chunk', id: join(dirname(id), file), name: basename(file, '.ts') });
      return `import.meta.ROLLUP_FILE_URL_${chunk}`;
    });
  },
});

/**
 * Writes the script that keeps the page for use without a network: the files of this very build, by their names. Those
 * carry a digest of what is in them; the page itself does not, so its own is written in as well.
 */
const keptForOffline = (): Plugin => ({
  name: 'kept-for-offline',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
      const files = Object.keys(bundle)
        .filter((file) => file !== 'index.html' && !file.endsWith('.map'))
        .sort()
        .map((file) => `./${file}`);
      const digest = sha256(page.source);
      const build = { version: sha256(digest + files.join()).slice(0, 16), page: digest, files };
      const script = readFileSync(`${here}/ui/offline/service-worker.js`, 'utf8');
      const source = script.replace('self.__BUILD__', () => JSON.stringify(build));
      this.emitFile({ type: 'asset', fileName: 'offline.js', source });
    },
  },
});

const browser: ViteUserConfig = {
  root: `${here}/ui`,
  base: './',
  plugins: [workersOfOneBuild(), react(), keptForOffline()],
  // Two thirds of zod are words that no schema here uses.
  resolve: {
    alias: [
      { find: /^zod$/, replacement: `${here}/ui/worker/small-zod.ts` },
      // Of write-excel-file.
      { find: /^\.\.\/zip\/zipToArrayBuffer\.js$/, replacement: `${here}/ui/export/papers/zip-here.ts` },
    ],
  },
  build: {
    outDir: `${here}/dist/ui`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // A worker has no document to put a preload into, and may fetch a piece as well as the page may.
      resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
    },
    // Only D3's sums are used: without this, parts of it that extend the DOM's own prototypes come along unasked.
    rolldownOptions: {
      output: outputOfPage,
      treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]d3/, sideEffects: false }] },
    },
  },
};

const terminal = (): ViteUserConfig => ({
  root: here,
  publicDir: false,
  // What every start needs, in one file instead of a hundred: it starts a third sooner.
  ssr: { noExternal: ['zod', '@noble/hashes'] },
  build: {
    outDir: `${here}/dist/cli`,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    // Server-side rendering is Vite's name for "made for Node": built-ins and most npm packages stay imports.
    ssr: true,
    rolldownOptions: {
      input: {
        main: `${here}/cli/main.ts`,
        replicate: `${here}/cli/replicate.ts`,
        'fleet-thread': `${here}/cli/fleet/thread.ts`,
      },
      // All in one folder, so that `new URL('./replicate.js', import.meta.url)` holds from any chunk.
      output: { ...output, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  define: { ENGINE_VERSION: JSON.stringify(engineVersion()) },
});

/** What takes as long as this hangs, however busy the machine is; no test measures speed. */
const HANGS = 1_800_000;
const WAITS = 200_000;

/** Half of a run is waiting, for another process or for the page, so twice as many files at a time as there are processors. */
const patient = { testTimeout: HANGS, hookTimeout: HANGS, maxWorkers: 2 * availableParallelism() };
/**
 * What keeps the state of the page in its modules, puts others in their place, or looks at what V8 has made of them, needs them fresh
 * in each file; all else is loaded once by each process.
 */
const testsApart = (): string[] =>
  ['adding/page', 'adding/family', 'checks/verify-command', 'engine/one-hidden-class']
    .map((name) => `test/${name}.test.ts`)
    .concat(['ui', 'export'].flatMap((folder) => testsIn(`test/${folder}`)).filter(needsFreshModules));

function testsIn(folder: string): string[] {
  const files = readdirSync(join(here, folder));
  return files.filter((name) => /\.test\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
}

function needsFreshModules(test: string): boolean {
  const keepsState = [...importedBy(join(here, test))].some((file) =>
    /[\\/]ui[\\/](state|session|kept|offline)[\\/]/.test(file),
  );
  return keepsState || /\bvi\.|\bimport\(/.test(readFileSync(join(here, test), 'utf8'));
}

const tests = async (apart = testsApart()): Promise<ViteUserConfig> => ({
  root: here,
  test: {
    sequence: { sequencer: (await import('./test/longest-first.ts')).LongestFirst },
    projects: [
      {
        root: here,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', ...apart],
          ...patient,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root: here,
        test: { name: 'apart', include: apart, ...patient, sequence: { groupOrder: 0 } },
      },
      {
        root: here,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...patient,
          expect: { poll: { timeout: WAITS } },
          // After everything else, and no more at a time than four: each page has workers of its own.
          maxWorkers: Math.min(4, 2 * availableParallelism()),
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

export default defineConfig(async ({ mode }) => {
  if (mode === 'cli') return terminal();
  return mode === 'test' || mode === 'benchmark' ? tests() : browser;
});
