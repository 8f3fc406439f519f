// What a file is when it is not a model: recognised from its first characters, read as UTF-8.
import { typedNumber } from './typed-number.ts';

/** What was found, and what to do about it. */
export interface FileKind {
  readonly found: string;
  readonly hint: string;
}

const NUMBERS =
  '"npx onward new", or "Begin with a blank place" on the page, asks for the numbers of a model. Weekly numbers saved as CSV can be laid beside a model in Assumptions.';
const UNPACK = 'Unpack it, and open the model inside.';
const AS_UTF_8 = 'Save the file as UTF-8.';

/** By the first characters; a byte that is no UTF-8 reads as U+FFFD. */
const BEGINNINGS: readonly (readonly [readonly string[], FileKind])[] = [
  [['%PDF-'], { found: 'a PDF file', hint: NUMBERS }],
  [['{\\rtf'], { found: 'a word processor’s file (RTF)', hint: 'Save it as plain text, in UTF-8.' }],
  [['\u001f\ufffd\u0008'], { found: 'a compressed file (gzip)', hint: UNPACK }],
  [['7z\ufffd\ufffd', 'Rar!', 'BZh', '\ufffd7zXZ'], { found: 'a compressed file', hint: UNPACK }],
  // D0 CF 11 E0 A1 B1 1A E1: Excel, Word and PowerPoint up to 2003.
  [['\ufffd\ufffd\u0011\u0871\u001a'], { found: 'an older spreadsheet or Word file (.xls, .doc)', hint: NUMBERS }],
  [['\ufffdPNG\r', 'GIF8', '\ufffd\ufffd\ufffd\ufffd\0'], { found: 'a picture', hint: NUMBERS }],
];

/** null for what may be text in UTF-8. */
export function fileKindOf(text: string): FileKind | null {
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return zipped(text);
  const known = BEGINNINGS.find(([starts]) => starts.some((start) => text.startsWith(start)));
  if (known) return known[1];
  // Every second letter (or three of four) is nothing, with or without a mark before.
  const [first, second, third, fourth] = [0, 1, 2, 3].map((at) => text[at] === '\0');
  const isMarked = text.startsWith('\ufffd\ufffd') && text.slice(2, 4).includes('\0');
  if (isMarked) return { found: 'text in UTF-16', hint: AS_UTF_8 };
  if ((first && third) || (second && (fourth || third)))
    return { found: 'text in another encoding', hint: `It looks like UTF-16. ${AS_UTF_8}` };
  return null;
}

/** A zip names the files in it in plain letters. */
function zipped(text: string): FileKind {
  if (/\bxl\/|opendocument\.spreadsheet/.test(text)) return { found: 'a spreadsheet', hint: NUMBERS };
  if (/\bword\/|opendocument\.text/.test(text)) return { found: 'a Word file', hint: NUMBERS };
  if (/\bppt\/|opendocument\.presentation/.test(text)) return { found: 'a file of slides', hint: NUMBERS };
  return { found: 'a zip file (a spreadsheet, a Word file or a compressed folder)', hint: `${NUMBERS} ${UNPACK}` };
}

const SEPARATORS: readonly (readonly [string, string])[] = [
  ['\t', 'a table (tab-separated)'],
  [';', 'a table (CSV with semicolons)'],
  [',', 'a table (CSV)'],
];

/** Lines of as many cells each. Text that begins like JSON, or like a comment in it, is none; nor is one line without numbers. */
export function tableIn(text: string): FileKind | null {
  const start = text.slice(0, 20_000).trimStart();
  if (/^[{[]|^\/[/*]/.test(start)) return null;
  const lines = start.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (text.length > start.length && lines.length > 1) lines.pop();
  for (const [mark, found] of SEPARATORS) {
    const [first = 0, ...others] = lines.slice(0, 20).map((line) => cellsOf(line, mark).length);
    if (first < 2) continue;
    const isHead = lines.length > 1 || cellsOf(lines[0], mark).some((cell) => 'value' in typedNumber(cell));
    if (isHead && others.every((cells) => cells === first)) return { found, hint: NUMBERS };
  }
  return null;
}

/** Marks within double quotes part nothing. */
const cellsOf = (line: string, mark: string): string[] => line.replace(/"[^"]*"/g, '""').split(mark);
