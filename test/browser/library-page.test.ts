// The packed library in a page of somebody else's, built by Vite: the terminal's own bytes on the page, and from a worker of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../tools/serve.mjs';
import { onward } from '../cli/onward.ts';
import { ASKED, packedProject, QUESTION, type Project } from '../library/packed.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
let project: Project;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  project = await packedProject();
  project.file(
    'model.js',
    `export default ${JSON.stringify(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8'))};`,
  );
  project.file('question.js', QUESTION);
  project.file(
    'worker.js',
    `import { answer } from './question.js'; import text from './model.js'; postMessage(answer(text));`,
  );
  project.file(
    'main.js',
    `import { answer } from './question.js';
     import text from './model.js';
     import { quantile } from 'onward/statistics';
     const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
     worker.onmessage = ({ data }) => (window.found = { page: answer(text), worker: data, middle: quantile([1, 2, 4], 0.5) });
     worker.onerror = ({ message }) => (window.found = { message });`,
  );
  project.file(
    'index.html',
    '<!doctype html><html lang="en"><title>Theirs</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script></html>',
  );
  const outDir = join(project.folder, 'built');
  await build({
    root: project.folder,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir },
  });
  server = await serve({ folder: outDir, port: 0, first: undefined });
  open = await openPage('about:blank');
});
afterAll(async () => {
  await open?.close();
  await server?.close();
  project?.remove();
});

it('gives what the terminal prints, to the byte', async () => {
  await open.page.goto(server.url);
  const handle = await open.page.waitForFunction(() => (window as { found?: unknown }).found);
  const wanted: string[] = [];
  for (const line of ASKED) wanted.push((await onward([...line.split(' '), '--quiet'])).stdout);
  expect(JSON.parse(wanted[0]).summary.length).toBeGreaterThan(20);
  expect(await handle.jsonValue()).toEqual({ page: wanted, worker: wanted, middle: 2 });
  expect(open.complaints).toEqual([]);
});
