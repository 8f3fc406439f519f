// `node tools/pack.mjs [FOLDER]`: the library as a package that npm installs, onward-VERSION.tgz.
import { join, resolve } from 'node:path';
import { Plain, capture, npmScript, prepare, root, run } from './install.mjs';

await run(async () => {
  const [folder = '.', ...more] = process.argv.slice(2);
  if (more.length > 0 || folder.startsWith('-')) throw new Plain('Usage: node tools/pack.mjs [FOLDER]');
  await prepare();
  const { build } = await import('./build.mjs');
  await build('library');
  const flags = ['--pack-destination', resolve(folder), '--ignore-scripts', '--json'];
  const { code, output } = await capture(process.execPath, [npmScript(), 'pack', join(root, 'dist/library'), ...flags]);
  if (code !== 0) throw new Plain(`npm could not pack the library:\n${output.trim()}`);
  const [{ filename, size, entryCount }] = JSON.parse(output.slice(output.indexOf('[')));
  console.log(`Written to ${resolve(folder, filename)}: ${entryCount} files, ${(size / 1e3).toFixed(0)} kB.`);
});
