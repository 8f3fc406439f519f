// Builds the targets of fuzzing with a mark at every place that Stryker's instrumenter would change, so that inputs can be led to new places.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../install.mjs';

const places = join(root, 'tools/fuzz/places.mjs');
const silent = new Proxy({}, { get: () => () => false });
/** What only runs a model that is accepted: marks would make it slow, and lead nowhere. */
const UNMARKED = /^engine\/(run|arrivals|account|twin|checks|trace|ground\/(portable|random|normal))/;
/** Vite reads the list of models in it, which must stay as it is written. */
const AS_WRITTEN = 'ui/model/shipped-models.ts';
const MARKED = /^(engine|formats|ui|cli)\/.*\.ts$/;

let last = 0;

async function marked(path, content) {
  const options = { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [], noHeader: false };
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [{ name: path, mutate: true, content }],
    options,
  );
  const text = files[0].content;

  const from = text.indexOf('function stryNS_9fa48');
  if (from < 0) return content;
  const end = 'return isActive(id);\n}';
  const body = text.slice(0, from) + text.slice(text.indexOf(end) + end.length);
  const offset = last;
  last += mutants.length;
  const code = body
    .replace(/stryMutAct_9fa48\([^)]*\)/g, 'false')
    .replace(
      /stryCov_9fa48\("(\d+)"[^)]*\)/g,
      (_all, id) => `(fuzzPassed[${offset + Number(id)}] || fuzzMark(${offset + Number(id)}))`,
    );
  return `import { mark as fuzzMark, passed as fuzzPassed } from ${JSON.stringify(places)};\n${code}`;
}

/** Into a folder, with the thread as `thread.js`; how many places there are. */
export async function buildFuzzing(outDir) {
  const vite = await import('vite');
  last = 0;
  await vite.build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'marked',
        enforce: 'pre',
        async load(id) {
          const path = relative(root, id);
          if (
            id.includes('?') ||
            !MARKED.test(path) ||
            UNMARKED.test(path) ||
            path === AS_WRITTEN ||
            path.endsWith('.d.ts')
          )
            return null;
          return { code: await marked(path, readFileSync(id, 'utf8')), moduleType: 'ts' };
        },
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      ssr: true,
      rolldownOptions: {
        external: [places],
        input: { thread: join(root, 'test/fuzz/thread.ts') },
        output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
      },
    },
    define: { ENGINE_VERSION: '"fuzz"' },
  });
  return last;
}
