// `node tools/offline-page.mjs [FILE]`: the whole page as one HTML file that works from a disk with no network.
import { copyFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Plain, prepare, root, run } from './install.mjs';

await run(async () => {
  const [file = 'onward.html', ...more] = process.argv.slice(2);
  if (more.length > 0 || !/^[^-].*\.html?$/i.test(file))
    throw new Plain(
      `Usage: node tools/offline-page.mjs [FILE.html]. Found: ${[file, ...more].join(' ')}. The model is chosen in the page.`,
    );
  await prepare();
  const { build } = await import('./build.mjs');
  const { ONE_FILE } = await import('./one-file.mjs');
  await build('ui');
  copyFileSync(join(root, 'dist/ui', ONE_FILE), file);
  console.log(`Written to ${resolve(file)}, ${(statSync(file).size / 1e6).toFixed(1)} MB.`);
});
