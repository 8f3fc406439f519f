// Builds the program of one side: the same sources for every build, joined with the engine of that build.
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ownFolder } from '../../house.ts';

const DOOR = join('engine', 'index.ts');

/**
 * Writes the program of the build in `folder` into another folder, and returns its path. Both sides are built in this one way, each
 * engine with the packages of this build, so that they differ in nothing but the engine.
 */
export async function buildSide(folder: string, into: string): Promise<string> {
  const bundle = await rolldown({
    input: join(ownFolder, 'cli', 'bench', 'against', 'side.ts'),
    platform: 'node',
    // Left to be undefined: what an earlier door does not hand out is said where it is needed.
    shimMissingExports: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'engine-of-one-build',
        async resolveId(source, importer) {
          if (importer === undefined || source.startsWith('node:')) return null;
          if (!source.startsWith('.')) return this.resolve(source, join(ownFolder, 'package.json'), { skipSelf: true });
          const own = await this.resolve(source, importer, { skipSelf: true });
          return own?.id === join(ownFolder, DOOR) ? join(folder, DOOR) : own;
        },
      },
    ],
  });
  await bundle.write({ dir: into, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
  await bundle.close();
  return join(into, 'side.mjs');
}
