// Changes parts of an Office file after its library has written it: unzipped, mended by name, zipped again with the list of parts first, where readers look for it.

export type Mend = (xml: string) => string;

/** Says of every part what it is. */
export const LIST = '[Content_Types].xml';

/** `mendOf` says how a part of that name is mended, if at all. */
export async function mendParts(
  file: Uint8Array,
  mendOf: (name: string, names: ReadonlySet<string>) => Mend | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const parts = Object.entries(unzipSync(file))
    .filter(([name]) => !name.endsWith('/'))
    .toSorted(([one], [other]) => Number(other === LIST) - Number(one === LIST));
  const names = new Set(parts.map(([name]) => name));
  const mended = parts.map(([name, bytes]) => {
    const mend = mendOf(name, names);
    return [name, mend ? strToU8(mend(strFromU8(bytes))) : bytes] as const;
  });
  return zipSync(Object.fromEntries(mended));
}
