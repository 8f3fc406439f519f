// Text with separators (CSV) as rows of cells, with the line on which each row begins.

export interface TableRow {
  readonly cells: readonly string[];
  /** As the file's own program counts, from 1. */
  readonly line: number;
}

const MARKS = [
  { mark: '\t', name: 'tabs' },
  { mark: ';', name: 'semicolons' },
  { mark: ',', name: 'commas' },
  { mark: '|', name: 'bars' },
] as const;

/** The mark that parts the most of the first lines; none where there is but one column. */
export function separatorOf(text: string): { readonly mark: string; readonly name: string } {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/);
  const counted = MARKS.map((each) => ({ ...each, count: lines.filter((line) => line.includes(each.mark)).length }));
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best));
  return most.count === 0 ? { mark: ',', name: '' } : most;
}

/** How much has been read, as a share from 0 to 1. */
export type TellShare = (done: number) => void;

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const LINES_A_SHARE = 1 << 14;

/** Blanks around a cell are left out; double quotes hold separators and line ends, as RFC 4180 says. */
export function* csvRows(text: string, mark: string, tell?: TellShare): Generator<TableRow> {
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    if (tell && line % LINES_A_SHARE === 0) tell(at / text.length);
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const plain = text.slice(at, end);
    if (!plain.includes('"')) {
      yield { cells: plain.includes(mark) ? plain.split(mark).map(trimmed) : [plain.trim()], line };
      [at, line] = [end + 1, line + 1];
      continue;
    }
    const quoted = quotedRow(text, at, mark);
    yield { cells: quoted.cells, line };
    [at, line] = [quoted.next, line + quoted.lines];
  }
  if (tell && line > LINES_A_SHARE) tell(1);
}

const trimmed = (cell: string): string => cell.trim();

function quotedRow(text: string, from: number, mark: string) {
  const cells: string[] = [];
  let [cell, isQuoted, lines, at] = ['', false, 1, from];
  for (; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[at++];
      else if (letter === '"') isQuoted = false;
      else cell += letter;
      if (letter === '\n') lines++;
    } else if (letter === '"' && cell.trim() === '') [cell, isQuoted] = ['', true];
    else if (letter === mark) {
      cells.push(cell.trim());
      cell = '';
    } else if (letter === '\n') break;
    else cell += letter;
  }
  cells.push(cell.trim());
  return { cells, lines, next: at + 1 };
}
