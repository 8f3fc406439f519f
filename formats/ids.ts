// Names that people gave as ids of a document: letters, digits, - and _, each once, and none that means something of its own.

/** Names as they stand where a document can have them. */
export function idsOf(names: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const reserved = ['need', 'stream', 'outside', 'all', 'by', 'else'];
  for (const name of names) {
    const plain = idFrom(name);
    let id = plain;
    for (let n = 2; reserved.includes(id) || id.startsWith('queue-') || [...ids.values()].includes(id); n++)
      id = `${plain.replace(/^queue-/, 'q-')}-${n}`;
    ids.set(name, id);
  }
  return ids;
}

export const idFrom = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 50) || 'node';
