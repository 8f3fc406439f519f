// Drop-down lists: in which cells of a model's workbook a program offers what may stand there.
import { cellName, type DropDown } from './sheet.ts';
import { described, otherNames, type Column } from './tables.ts';

/** Rows that a planner may still add. */
const ROWS = 1000;
/** Of the words in one formula. */
const MOST_LETTERS = 255;

const down = (column: number): string => `${cellName(1, column)}:${cellName(ROWS, column)}`;
const wordsAsFormula = (words: readonly string[]): string => `"${words.join(',')}"`;
/** What is described stands in the first column of its sheet. */
const namesOn = (sheet: string): string => `'${sheet}'!$A$2:$A$${ROWS + 1}`;
const sheetOfNames = { stations: 'Services', needs: 'Needs', options: 'Options' } as const;

/** Undefined: nothing to choose from. */
export function wordsFor(kind: Column['kind'], cells: string): DropDown | undefined {
  const formula = wordsAsFormula(kind.choices ?? []);
  return kind.choices && formula.length <= MOST_LETTERS ? { cells, formula, isAll: true } : undefined;
}

/** Of the columns of a sheet, those that have a few words or name what is described on another sheet. */
export function dropDownsOf(sheet: string, heads: readonly string[], facts: readonly Column[]): DropDown[] {
  return heads.flatMap((head, at) => {
    const fact = facts.find((one) => one.head === head);
    const words = fact && wordsFor(fact.kind, down(at));
    if (words) return [words];
    const from = described[head]?.sheet ?? (fact?.namesOf && sheetOfNames[fact.namesOf]);
    if (from === undefined || from === sheet) return [];
    return [
      { cells: down(at), formula: namesOn(from), isAll: fact?.namesOf ? otherNames[fact.namesOf].length === 0 : true },
    ];
  });
}
