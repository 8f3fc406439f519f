// Every shipped model run in one runtime, and the SHA-256 of each result document: what must not differ between any two.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashesInBrowser } from './ask-browser.mjs';
import { build } from './build.mjs';
import { root } from './install.mjs';

/** A model of a year or so is run whole; of one that runs for many years, as a county's, two options say enough. */
const ALL = { replications: 3, options: undefined };
const LONG_DAYS = 1000;
const ofLong = (options) => ({ replications: 2, options: options && [options[0].id, options.at(-1).id] });

/** Every document under models/, whatever folder it lies in, as { id, file, replications, options }; undefined options are all. */
export function shippedModels() {
  const folder = join(root, 'models');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const { calendar, options } = JSON.parse(readFileSync(file, 'utf8'));
      return { id: basename(name, '.json'), file, ...(calendar.runDays > LONG_DAYS ? ofLong(options) : ALL) };
    });
}

/** One option of each model, the last and so the one with most changes, in as few replications as have an interval: enough for every run of the tests. */
export const oneOptionEach = () =>
  shippedModels().map((model) => {
    const { options = [] } = JSON.parse(readFileSync(model.file, 'utf8'));
    return { ...model, replications: 2, options: [options.at(-1)?.id ?? 'today'] };
  });

/** Every option of each model, also of the long ones. */
export const everyOption = () => shippedModels().map((model) => ({ ...model, options: undefined }));

/** SHA-256 of what `onward compare FILE --json` prints, by id of the model. */
export async function hashesIn(runtime, models = shippedModels()) {
  if (runtime.kind === 'node') {
    await build('cli'); // once for all Nodes: each runs the very same files
    return new Map(JSON.parse(await answerOf(runtime, JSON.stringify(models))));
  }
  await build('ui');
  return hashesInBrowser(runtime, models.map(withOptions));
}

/** The request to the page lists the options; today is always among them. */
function withOptions({ id, file, options, replications }) {
  const written = () => (JSON.parse(readFileSync(file, 'utf8')).options ?? []).map((option) => option.id);
  const withToday = (ids) => (ids.includes('today') ? ids : ['today', ...ids]);
  return { id, options: options ?? withToday(written()), replications };
}

/** What that Node answers to the models on its input, with `env` added to its environment. */
function answerOf({ path, env }, models) {
  return new Promise((resolve, reject) => {
    const child = spawn(path, [join(root, 'tools/probe/compare-all.mjs')], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`${path} ended with ${code}: ${stderr.trim()}`)),
    );
    child.stdin.end(models);
  });
}
