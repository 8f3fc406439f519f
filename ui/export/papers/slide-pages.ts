// What does not fit on one slide: spread over as few as there is room for, each about as full, so that no row stands alone.

/** Inches of the columns of a table; and letters of the smallest size that stand in one. */
export const COLUMNS = [2.3, 4.2, 2.2, 2.1, 1.33] as const;
const LETTERS_AN_INCH = 10;
/** Of a line of a list across a whole slide. */
const LETTERS_A_LINE = 112;

export const linesOfRow = (row: readonly string[]): number =>
  Math.max(...row.map((words, at) => Math.ceil((words.length || 1) / (LETTERS_AN_INCH * COLUMNS[at])))) + 0.5;

export const linesOfItem = (words: string): number => Math.ceil((words.length || 1) / LETTERS_A_LINE) + 0.3;

export function inPages<Item>(items: readonly Item[], linesOf: (item: Item) => number, mostLines: number): Item[][] {
  const fewest = filled(items, linesOf, mostLines).length;
  let most = mostLines;
  while (most > 1 && filled(items, linesOf, most - 1).length === fewest) most--;
  return filled(items, linesOf, most);
}

/** As many on a slide as have room in so many lines, at least one. */
function filled<Item>(items: readonly Item[], linesOf: (item: Item) => number, most: number): Item[][] {
  const all: Item[][] = [[]];
  let lines = 0;
  for (const item of items) {
    lines += linesOf(item);
    if (lines > most && all.at(-1)!.length > 0) {
      all.push([]);
      lines = linesOf(item);
    }
    all.at(-1)!.push(item);
  }
  return all;
}
