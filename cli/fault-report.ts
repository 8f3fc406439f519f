// A fault of ours as lines to be copied to whoever looks after Onward: what was asked for and what went wrong, without folders, passwords or any of the model.
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fingerprint, readModel, withoutFolders } from '../engine/index.ts';
import { enginePrint } from './engine-print.ts';
import { shippedFile } from './house.ts';
import { withoutPasswords } from './without-passwords.ts';

/** `args`: the command's words. */
export function faultReport(error: unknown, args: readonly string[]): string {
  const lines = [
    ['version', enginePrint()],
    ['system', `Node ${process.version}, ${process.platform} ${process.arch}`],
    ['command', ['onward', ...args.map(withoutNames)].join(' ')],
    ['model', modelIn(args)],
    ['seed', seedIn(args)],
    ['message', messages(error).join('; because ')],
  ];
  return `onward: something went wrong inside Onward; this is a fault of ours, not of your model.
Please copy these lines to whoever looks after Onward for you. No name of a file or folder is in them, and nothing of the model but its fingerprint.

${lines.map(([name, text]) => `  ${name.padEnd(8)} ${text}`).join('\n')}
${stackOf(error)}`;
}

/** A file is named as FILE with its ending, for people name files after people. */
function withoutNames(word: string): string {
  if (isShipped(word) || word.startsWith('-') || !isFile(word)) return withoutFolders(withoutPasswords(word));
  return `FILE${extname(word)}`;
}

const isShipped = (word: string): boolean => /^[\w/-]+$/.test(word) && existsSync(shippedFile(word));
const isFile = (word: string): boolean => /[\\/]|\.(json|csv|xlsx|txt|parquet)$/i.test(word) || existsSync(word);

function modelIn(args: readonly string[]): string {
  const word = args.slice(1).find((each) => !each.startsWith('-') && (isShipped(each) || existsSync(each)));
  if (word === undefined) return args.includes('-') ? 'from standard input' : 'none';
  try {
    const { model } = readModel(readFileSync(isShipped(word) ? shippedFile(word) : word, 'utf8'));
    return model ? `sha256 ${fingerprint(model)}` : 'a file that is no model';
  } catch {
    return 'a file that cannot be read';
  }
}

function seedIn(args: readonly string[]): string {
  const at = args.findIndex((word) => word === '--seed' || word.startsWith('--seed='));
  if (at < 0) return 'the model’s own';
  return withoutFolders(args[at].split('=')[1] ?? args[at + 1] ?? 'not given');
}

/** An error and what caused it, at most three deep. */
function messages(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return [clean(String(error))];
  const own = clean(`${error.name}: ${error.message}`);
  return error.cause === undefined || depth === 2 ? [own] : [own, ...messages(error.cause, depth + 1)];
}

function stackOf(error: unknown): string {
  const deepest = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const frames = (deepest instanceof Error ? (deepest.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? '' : `${clean(frames.slice(0, 12).join('\n'))}\n`;
}

const clean = (text: string): string => withoutFolders(withoutPasswords(text));
