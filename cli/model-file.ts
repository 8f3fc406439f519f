// Finds the model a command names: a file, standard input, or one that comes with Onward.
import { readFileSync, statSync } from 'node:fs';
import { type Model, type Problem, nearestName, readModel } from '../engine/index.ts';
import { type Given } from './arguments.ts';
import { BadCommand, badCommand } from './bad-command.ts';
import { shippedFile, shippedIds } from './house.ts';

export interface ModelFile {
  /** As the person named it. */
  readonly source: string;
  readonly model?: Model;
  readonly problems: readonly Problem[];
}

/** The model and its problems, usable or not. */
export function openModel(given: Given, command: string): ModelFile {
  const [word] = given.words;
  if (word === undefined)
    throw badCommand(
      'MODEL',
      'nothing',
      `onward ${command} MODEL`,
      `Give a file, - for standard input, or one of ${shippedIds().join(', ')}.`,
    );
  return { source: word === '-' ? 'standard input' : word, ...readModel(textOf(word)) };
}

/** A model that can be run; its warnings go to stderr unless `quiet`. */
export function usableModel(given: Given, command: string, quiet: boolean): Model {
  const { source, model, problems } = openModel(given, command);
  if (!model)
    throw new BadCommand(
      source,
      problems.filter((each) => each.severity === 'error'),
    );
  if (!quiet)
    for (const each of problems)
      process.stderr.write(
        `warning: ${source}: ${each.path}: found ${each.found}, expected ${each.expected}. ${each.hint}\n`,
      );
  return model;
}

/** The models to learn from are many, so a message lists them only when the name given begins with theirs. */
const idsFor = (word: string): string[] => shippedIds(word.startsWith('learn/') ? 'learn/' : '');

function textOf(word: string): string {
  const file = idsFor(word).includes(word) ? shippedFile(word) : word;
  try {
    if (word === '-') return readFileSync(0, 'utf8');
    // The size first: what is far too large for a model is not even read.
    const { size } = statSync(file);
    if (size > 64_000_000) throw badCommand('', `${size} bytes`, 'a model document', 'Is this the right file?', word);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof BadCommand) throw error;
    throw unreadable(word, error as NodeJS.ErrnoException);
  }
}

function unreadable(word: string, error: NodeJS.ErrnoException): BadCommand {
  const ids = idsFor(word);
  if (error.code !== 'ENOENT') {
    const found = error.code === 'EISDIR' ? 'a folder' : `a file that cannot be read (${error.code ?? error.message})`;
    return badCommand('MODEL', found, 'a file that can be read', 'Check the name, and that you may read it.', word);
  }
  const near = nearestName(word, ids);
  const hint = near === null ? `Models that come with Onward: ${ids.join(', ')}.` : `Did you mean ${near}?`;
  return badCommand(
    'MODEL',
    `"${word}", which is not a file here`,
    `a file, - for standard input, or one of ${ids.join(', ')}`,
    hint,
    word,
  );
}
