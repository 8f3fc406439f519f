// What the machine itself gives: Node, memory, cores, and folders that can be written to.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { sayBytes } from '../../engine/index.ts';
import { type Finding, good, missing, reason, without } from './finding.ts';

const OLDEST = [20, 19];
/** What the largest request that is not refused needs, with a page or a terminal beside it. */
const ENOUGH_BYTES = 2_000_000_000;

export function nodeHere(version = process.versions.node): Finding {
  const [major, minor] = version.split('.').map(Number);
  const said = `Node ${version}, ${process.platform} ${process.arch}`;
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
    ? good('node', said)
    : missing('node', said, `Get Node ${OLDEST.join('.')} or later from https://nodejs.org.`);
}

export function memoryHere(total = totalmem(), free = freemem()): Finding {
  const said = `${sayBytes(total)}, of which ${sayBytes(free)} are free`;
  return total >= ENOUGH_BYTES
    ? good('memory', said)
    : without('memory', said, 'Large models may not fit: ask for fewer replications, or close other programs.');
}

export function coresHere(cores = availableParallelism()): Finding {
  if (cores > 1) return good('cores', `${cores}, so ${cores} simulated periods at a time`);
  return without(
    'cores',
    '1',
    'Everything works, one simulated period at a time; --queue shares the work with other computers.',
  );
}

/** `where` in words, for the folder's own name may be somebody's. */
export function writableHere(id: string, folder: string, where: string, todo: string): Finding {
  try {
    const made = mkdtempSync(join(folder, '.onward-doctor-'));
    try {
      writeFileSync(join(made, 'tried'), 'x'.repeat(4096));
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
    return good(id, `${where} can be written to`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? reason(error);
    return missing(id, `${where} cannot be written to (${code})`, todo);
  }
}

export const foldersHere = (): Finding[] => [
  writableHere('folder', process.cwd(), 'this folder', 'Go to a folder of your own, where --out and --to may write.'),
  writableHere('temporary', tmpdir(), 'the folder for temporary files', 'Make room there, or name another in TMPDIR.'),
];
