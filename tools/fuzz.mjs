// `node tools/fuzz.mjs [targets] [--inputs N] [--seed S] [--minutes M] [--threads T]`: changed inputs for everything that reads what people bring; code 1 where any finds a fault.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain, root, run } from './install.mjs';

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      inputs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '30' },
      threads: { type: 'string', default: '2' },
    },
  });
  const asked = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
  const wrong = Object.entries(asked).find(([, value]) => !(value >= 0));
  if (wrong) throw new Plain(`--${wrong[0]} is "${values[wrong[0]]}"; give a number.`);
  const { buildFuzzing } = await import('./fuzz/build.mjs');
  const { fuzzAll } = await import('./fuzz/threads.mjs');
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fuzz-'));
  try {
    const places = await buildFuzzing(folder);
    process.exitCode = (await fuzzAll({ folder, places, wanted: positionals, ...asked })) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
