// Which engine this is: a fingerprint of its built code, so that results of two engines are never put together.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { version } from './house.ts';

/** The same on every machine that has this build of the engine. */
export function enginePrint(): string {
  // In the built command the engine is one file, beside the one that holds this function.
  const code = readFileSync(new URL('./engine.js', import.meta.url));
  return `${version()} ${createHash('sha256').update(code).digest('hex').slice(0, 16)}`;
}
