// The table that a command of the terminal names: a file, or standard input.
import { readFileSync } from 'node:fs';
import { NotATable, openTable, type Table } from '../formats/table-file.ts';
import { rowsWhere } from '../formats/rows-where.ts';
import { type Given, valueOf } from './arguments.ts';
import { BadCommand, badCommand } from './bad-command.ts';

export interface TableFile {
  readonly name: string;
  readonly table: Table;
}

/** The second word of `onward fit`; `what` is the first. Of its rows those that --where names. */
export async function tableFile(given: Given, what: string, open: Open = openTable): Promise<TableFile> {
  const word = given.words.at(1);
  if (word === undefined)
    throw badCommand(
      'FILE',
      'nothing',
      `onward fit ${what} FILE`,
      'Give a table as CSV or .xlsx, or - for standard input.',
    );
  const { name, table } = await tableNamed(word, open);
  const rows = rowsWhere(table, valueOf(given, 'where'));
  if (rows.problem) throw new BadCommand(name, [rows.problem]);
  return { name, table: rows.table };
}

/** How its bytes are opened, which depends on the heads that are looked for. */
type Open = (bytes: Uint8Array<ArrayBuffer>) => Promise<Table>;

export async function tableNamed(word: string, open: Open): Promise<TableFile> {
  const name = word === '-' ? 'standard input' : word;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(readFileSync(word === '-' ? 0 : word));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw badCommand(
      'FILE',
      `${name}, which cannot be read (${code ?? message})`,
      'a table as CSV or .xlsx',
      'Check the name.',
    );
  }
  try {
    return { name, table: await open(bytes) };
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    throw badCommand('FILE', error.found, 'a table as CSV or .xlsx', error.hint, name);
  }
}
