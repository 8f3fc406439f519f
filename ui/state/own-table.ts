// The table that a planner has given, what it is taken as, what was answered about it, and what was found in it.
import { create } from 'zustand';
import { fileWhere, type RowChoice } from '../../formats/rows-where.ts';
import type { Answers, FileReply, GivenFile, TableKind } from '../worker/file-protocol.ts';

export interface OwnTable {
  /** Two for the files of a network. */
  readonly files: readonly GivenFile[];
  readonly as: TableKind;
  readonly columns: readonly string[];
  readonly choices: readonly RowChoice[];
  readonly answers: Answers;
  readonly isReading: boolean;
  /** The share of its rows that has been read, while that is known. */
  readonly done: number | undefined;
  /** Sentences: it is no table, or could not be read. */
  readonly refused: readonly string[];
  readonly told: FileReply | undefined;
}

const NONE: OwnTable = {
  files: [],
  as: 'stays',
  columns: [],
  choices: [],
  answers: {},
  isReading: false,
  done: undefined,
  refused: [],
  told: undefined,
};

export const ownTable = create<OwnTable>(() => NONE);

/** The name of the file with the rows that were chosen, for evidence. */
export const namedRows = ({ files: [file], answers }: OwnTable): string => fileWhere(file?.name ?? '', answers.where);

/** Another table in place of what was there. */
export const becomeTable = (files: readonly GivenFile[]): void =>
  ownTable.setState({ ...NONE, files, isReading: files.length > 0 });
