// What a comparison starts and makes goes with it: at its end, when it fails, and on Ctrl-C.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INTERRUPTED } from '../../interrupt.ts';

/** Registers what is to be undone: a process, a folder. The last goes first. */
export type Later = (undo: () => void) => void;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function leavingNothing<T>(body: (later: Later) => Promise<T>): Promise<T> {
  const undos: (() => void)[] = [];
  const undoAll = () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) undo();
  };
  const leave = () => {
    undoAll();
    process.exit(INTERRUPTED);
  };
  for (const signal of signals) process.on(signal, leave);
  try {
    return await body((undo) => void undos.push(undo));
  } finally {
    for (const signal of signals) process.off(signal, leave);
    undoAll();
  }
}

export function scratchFolder(later: Later): string {
  const folder = mkdtempSync(join(tmpdir(), 'onward-bench-'));
  later(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
