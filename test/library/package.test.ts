// The packed library in somebody else's project: the terminal's own bytes in every Node and in a thread, its types, and nothing that is not used.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Formats from '../../library/formats.ts';
import type * as Library from '../../library/index.ts';
import { capture } from '../../tools/install.mjs';
import { findRuntimes } from '../../tools/runtimes.mjs';
import { onward } from '../cli/onward.ts';
import { exportsOf, root, sourceFiles } from '../source-files.ts';
import { ASKED, packedProject, QUESTION, type Project } from './packed.ts';

const model = join(root, 'models/ilkeston-2019.json');
const isCi = /^(1|true)$/i.test(process.env.CI ?? '');
const here = { name: 'this Node', path: process.execPath };
const found = (await findRuntimes()).filter(({ kind }) => kind === 'node');
const nodes = found.some(({ path }) => path === here.path) ? found : [...found, here];

let project: Project;
let wanted: string[];
beforeAll(async () => {
  project = await packedProject();
  project.file('question.mjs', QUESTION);
  wanted = [];
  for (const line of ASKED) wanted.push((await onward([...line.split(' '), '--quiet'])).stdout);
});
afterAll(() => project?.remove());

it('holds modules, types and papers: no test, no page, no terminal', () => {
  const { packed } = project;
  expect(packed.filter((name) => !/^(engine|formats|library|models)\//.test(name)).sort()).toEqual([
    'CHANGELOG.md',
    'CITATION.cff',
    'LICENSE',
    'README.md',
    'package.json',
  ]);
  expect(packed.filter((name) => !/\.(js|d\.ts|json|md|cff)$|^LICENSE$/.test(name))).toEqual([]);
  expect(packed.filter((name) => /\btwin\/simjs/.test(name) && name.endsWith('.js'))).toEqual([]);
});

describe('gives what the terminal prints, to the byte', () => {
  it('which are answers', () => {
    expect(wanted.map((text) => JSON.parse(text).manifest.options)).toEqual([
      ['proposed-18'],
      ['today', 'proposed-16'],
    ]);
    expect(wanted.map((text) => JSON.parse(text).differences.length > 0)).toEqual([false, true]);
  });

  const inThread = `import { readFileSync } from 'node:fs';
    import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
    import { answer } from './question.mjs';
    if (!isMainThread) parentPort.postMessage(answer(workerData));
    else {
      const text = readFileSync(process.argv[2], 'utf8');
      const threads = await new Promise((resolve, reject) =>
        new Worker(new URL(import.meta.url), { workerData: text }).on('message', resolve).on('error', reject));
      process.stdout.write(JSON.stringify({ here: answer(text), threads }));
    }`;

  for (const { name, path } of nodes)
    it.skipIf(!path && !isCi)(`in ${name}, and in a thread of it`, async () => {
      expect(path, `${name} was not found`).toBeTruthy();
      const { output } = await capture(path!, [project.file('ask.mjs', inThread), model]);
      expect(JSON.parse(output)).toEqual({ here: wanted, threads: wanted });
    });
});

it('reads back the workbook that it writes', async () => {
  const { readModel } = (await installed('index')) as typeof Library;
  const { openWorkbook, writeWorkbook } = (await installed('formats')) as typeof Formats;
  const { model: read } = readModel(readFileSync(model, 'utf8'));
  expect((await openWorkbook(await writeWorkbook(read!), 'ours.xlsx')).model).toEqual({ ...read, $schema: undefined });
});

const installed = (door: string): Promise<unknown> =>
  import(/* @vite-ignore */ join(project.folder, `node_modules/onward/library/${door}.js`));

it('says of every name what it is', () => {
  const sources = sourceFiles().filter(({ path }) => /^(engine|formats|library)\/.*\.ts$/.test(path));
  const named = sources.filter(({ path }) => /^library\/(index|formats|statistics)\.ts$/.test(path)).flatMap(exportsOf);
  const isSaid = (name: string) => {
    const said = new RegExp(`\\*/\\n(?:export )?(?:const|function|async function|class|interface|type) ${name}\\b`);
    return sources.some(({ text }) => said.test(text));
  };
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !isSaid(name))).toEqual([]);
  expect(['noSuchName', 'BOTH'].filter(isSaid)).toEqual([]);
});

// A misspelt key that the types let pass would leave the comment above it with nothing to expect, which is an error too.
it('has types that let a right program pass and a wrong one not, with none of its own left unchecked', async () => {
  const program = `import { experiment, readModel, type Model } from 'onward';
    import { quantile } from 'onward/statistics';
    import { openWorkbook } from 'onward/formats';
    import place from 'onward/models/ilkeston-2019.json' with { type: 'json' };
    const model: Model | undefined = readModel(JSON.stringify(place)).model;
    if (model) {
      const days: number = model.calendar.runDays;
      const value: number | null = experiment(model, { replications: 5 }).summary[0].value;
      console.log(days, value, quantile([1, 2], 0.5), openWorkbook);
      // @ts-expect-error misspelt
      experiment(model, { replication: 5 });
      // @ts-expect-error there is no such part of a model
      console.log(model.calender);
    }`;
  const flags = '--ignoreConfig --noEmit --strict --target es2022 --module nodenext --resolveJsonModule'.split(' ');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { code, output } = await capture(process.execPath, [tsc, ...flags, project.file('theirs.mts', program)]);
  expect([code, output]).toEqual([0, '']);
});

describe('whoever takes a part of it', () => {
  async function modulesOf(text: string): Promise<string[]> {
    const bundle = await rolldown({ input: project.file('part.mjs', text), cwd: project.folder, logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
    await bundle.close();
    const [{ modules }] = output;
    const rendered = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
    return rendered.map(([id]) => id.replaceAll('\\', '/').replace(/^.*?\/(?=onward\/|part\.mjs)/, '')).sort();
  }

  it('a percentile brings no engine, and no package', async () => {
    expect(
      await modulesOf(`import { quantile } from 'onward/statistics'; console.log(quantile([1, 2, 4], 0.5));`),
    ).toEqual(['onward/engine/ground/quantiles.js', 'onward/library/statistics.js', 'part.mjs']);
  });

  it('an experiment does', async () => {
    const all = await modulesOf(`import { experiment } from 'onward'; console.log(experiment);`);
    expect(all).toEqual(expect.arrayContaining(['onward/engine/run/native.js']));
  });

  it('loading alone does nothing', async () => {
    expect(await modulesOf(`import 'onward'; import 'onward/formats'; import 'onward/statistics';`)).toEqual([]);
  });
});
