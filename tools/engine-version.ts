// The hash of all that decides the bytes of a replication: the engine’s sources, and the packages that it is built with.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** The same on every computer: by content, and with the ends of lines that Windows would change. */
export function engineVersion(): string {
  const hash = createHash('sha256');
  const engine = readdirSync(join(root, 'engine'), { recursive: true, encoding: 'utf8' })
    .map((file) => `engine/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'));
  for (const file of [...engine, 'cli/replicator.ts'].sort())
    hash.update(`${file}\0${readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')}\0`);
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity: string }>;
  };
  for (const name of ['@noble/hashes', 'zod']) hash.update(`${name}\0${packages[`node_modules/${name}`].integrity}\0`);
  return hash.digest('hex');
}
