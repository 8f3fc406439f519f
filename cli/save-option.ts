// An answer as an option of the model: its JSON, or with `--save-as` and `--out` the model with that option in a new file.
import { type Model, type Option, type RunRequest, optionsOf, validate } from '../engine/index.ts';
import { type Given, valueOf } from './arguments.ts';
import { BadCommand, badCommand } from './bad-command.ts';
import { isThere, writeNewFile } from './output/new-file.ts';
import { existsSync } from 'node:fs';

/** What the option searched under becomes with these numbers laid over it. */
export function optionWith(
  model: Model,
  { option, set, changes = [] }: RunRequest,
  numbers: Readonly<Record<string, number>>,
  title: string,
): Option {
  const base = optionsOf(model).find(({ id }) => id === option)!;
  if (changes.length > 0)
    throw badCommand('--save-as', 'a --set with a date', 'numbers from the start', 'Leave the @ and the day out.');
  const all = { ...base.set, ...set, ...numbers } as Option['set'];
  return { id: newId(title, model), title, set: all, ...(base.changes && { changes: base.changes }) };
}

/** Before the search: nobody should wait for a name that cannot be used. */
export function checkSaveAs(given: Given): string | undefined {
  const [name, file] = [valueOf(given, 'save-as'), valueOf(given, 'out')];
  if ((name === undefined) !== (file === undefined))
    throw badCommand(
      name === undefined ? '--save-as' : '--out',
      'nothing',
      '--save-as NAME and --out FILE together',
      'Give both, or leave both out: the option is printed.',
    );
  if (name !== undefined && (name.trim() === '' || name.length > 200))
    throw badCommand('--save-as', `${name.length} letters`, 'a name of 1 to 200 letters', 'Give another name.');
  if (file !== undefined && existsSync(file)) throw isThere(file, '--out');
  return name?.trim();
}

export function saveOption(given: Given, model: Model, option: Option): void {
  const options = [...(model.options ?? []), option];
  const { model: sound, problems } = validate({ ...model, options });
  if (!sound)
    throw new BadCommand(
      'The model with the option',
      problems.filter(({ severity }) => severity === 'error'),
    );
  writeNewFile(valueOf(given, 'out')!, `${JSON.stringify({ ...model, options }, null, 2)}\n`, '--out');
}

function newId(title: string, model: Model): string {
  const plain =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)
      .replace(/-$/, '') || 'mix';
  const taken = new Set(optionsOf(model).map(({ id }) => id));
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  return id;
}
