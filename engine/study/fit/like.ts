// Whether a name of a document is the one that a file says: apart from marks and letters that people write now one way and now another.

/** "Pathway 1: care at home" is also "pathway-1". */
export function isLike(name: string, said: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(said) !== '' && [name, name.split(':')[0]].some((one) => plain(one) === plain(said));
}
