// Three uses of one tool: the browser build, the terminal build (`--mode cli`) and the tests.
import react from '@vitejs/plugin-react';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const here = import.meta.dirname;

/**
 * The engine's own code goes into a chunk of that name, so that a test can read what was really shipped. The packages it
 * stands on go beside it. The twin and its package stay out: they are loaded only when asked for.
 */
const output = {
  codeSplitting: {
    groups: [
      { name: 'engine', test: /[\\/]engine[\\/](?!simjs)[^?]*\.ts$/, priority: 1 },
      { name: 'engine-packages', test: /[\\/]node_modules[\\/](zod|@noble)[\\/]/, priority: 2 },
    ],
  },
};

const browser: ViteUserConfig = {
  root: `${here}/ui`,
  base: './',
  plugins: [react()],
  worker: { format: 'es', rolldownOptions: { output } },
  build: {
    outDir: `${here}/dist/ui`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Only D3's sums are used: without this, parts of it that extend the DOM's own prototypes come along unasked.
    rolldownOptions: {
      output,
      treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]d3/, sideEffects: false }] },
    },
  },
};

const terminal: ViteUserConfig = {
  root: here,
  publicDir: false,
  build: {
    outDir: `${here}/dist/cli`,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    // Server-side rendering is Vite's name for "made for Node": built-ins and npm packages stay imports.
    ssr: true,
    rolldownOptions: {
      input: { main: `${here}/cli/main.ts`, replicate: `${here}/cli/replicate.ts` },
      // All in one folder, so that `new URL('./replicate.js', import.meta.url)` holds from any chunk.
      output: { ...output, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
};

const tests: ViteUserConfig = {
  root: here,
  test: {
    projects: [
      {
        root: here,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root: here,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One page at a time and after everything else: frame rates are measured here.
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return terminal;
  return mode === 'test' || mode === 'benchmark' ? tests : browser;
});
