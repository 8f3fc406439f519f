// A piece of a model document as text to paste: indented, with each list of numbers on one line.

export const pieceText = (piece: object): string =>
  JSON.stringify(piece, null, 2).replace(
    /\[\s+([-\d.e,\s]+?)\s+\]/g,
    (_all, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
  );
