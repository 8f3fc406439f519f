// What a terminal obeys rather than shows is written out: a name in a model or of a file must not move its cursor or turn words round.

/** Everything that cannot be seen, but for ends of lines and tabs; and what turns the order of letters round. */
const OBEYED = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What follows ESC in our own bold and faint (table.ts). They change nothing but how letters look, whoever writes them. */
const LOOK = /^\[(1|2|22)m/;

export const plainly = (text: string): string =>
  text.replace(OBEYED, (letter, at: number) => {
    const isLook = letter === '\u001b' && LOOK.test(text.slice(at + 1, at + 5));
    const isEndOfLine = letter === '\r' && text[at + 1] === '\n';
    return isLook || isEndOfLine ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

const writeOf = new WeakMap<NodeJS.WriteStream, NodeJS.WriteStream['write']>();

/** From now on whatever is written there is written plainly. In JSON it stays the same text. */
export function showPlainly(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  writeOf.set(stream, write);
  stream.write = ((chunk: Uint8Array | string, ...more: []) =>
    write(typeof chunk === 'string' ? plainly(chunk) : chunk, ...more)) as typeof stream.write;
}

/** The same stream for what moves the cursor itself, and shows no names. */
export const asItIs = (stream: NodeJS.WriteStream): NodeJS.WriteStream =>
  Object.create(stream, { write: { value: writeOf.get(stream) ?? stream.write.bind(stream) } }) as NodeJS.WriteStream;
