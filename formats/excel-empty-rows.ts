// Empty rows of a large sheet are left out before it is read: a million of them would be copied again and again, for nothing.

/** Unpacked, in bytes. A sheet of a model has a tenth of it. */
const LARGE = 2_000_000;

const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const [ROW, PAIR] = ['<row', '></row>'].map(bytesOf);
const [LESS, MORE, SLASH, BLANK] = bytesOf('<>/ ');

const standsAt = (xml: Uint8Array, at: number, word: readonly number[]): boolean =>
  word.every((letter, n) => xml[at + n] === letter);

/** A large sheet without `<row r="7"/>` and `<row r="7"></row>`. Every cell says itself where it stands, so none moves. */
export function withoutEmptyRows(xml: Uint8Array): Uint8Array {
  if (xml.length <= LARGE) return xml;
  const kept = new Uint8Array(xml.length);
  let [length, from] = [0, 0];
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
    if (!standsAt(xml, at, ROW) || (xml[at + 4] !== BLANK && xml[at + 4] !== SLASH)) continue;
    const end = xml.indexOf(MORE, at);
    if (end < 0) break;
    const after = xml[end - 1] === SLASH ? end + 1 : standsAt(xml, end, PAIR) ? end + PAIR.length : 0;
    if (after === 0) continue;
    kept.set(xml.subarray(from, at), length);
    length += at - from;
    from = after;
  }
  kept.set(xml.subarray(from), length);
  return kept.subarray(0, length + xml.length - from);
}
