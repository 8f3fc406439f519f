// Opens an Office file as a program that trusts nothing would: its parts, their declared types, and where they lead.
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

export interface Parts {
  readonly names: readonly string[];
  text(name: string): string;
  /** Every fault of the package, as sentences; there should be none. */
  faults(): string[];
}

export function openPackage(bytes: Uint8Array | ArrayBuffer): Parts {
  const files = unzipSync(new Uint8Array(bytes));
  const names = Object.keys(files).filter((name) => !name.endsWith('/'));
  const text = (name: string): string => strFromU8(files[name]);
  const isXml = (name: string) => /\.(xml|rels)$/.test(name);

  function faults(): string[] {
    const found = names.filter(isXml).flatMap((name) => xmlFaults(text(name)).map((fault) => `${name}: ${fault}`));
    const types = text('[Content_Types].xml');
    const defaults = [...types.matchAll(/<Default[^>]*Extension="([^"]+)"/g)].map(([, one]) => one!.toLowerCase());
    const overrides = [...types.matchAll(/<Override[^>]*PartName="\/([^"]+)"/g)].map(([, one]) => one!);
    for (const name of names)
      if (
        name !== '[Content_Types].xml' &&
        !overrides.includes(name) &&
        !defaults.includes(name.split('.').at(-1)!.toLowerCase())
      )
        found.push(`${name}: has no content type`);
    for (const name of overrides) if (!names.includes(name)) found.push(`${name}: has a content type and is not there`);
    for (const name of names.filter((one) => one.endsWith('.rels'))) {
      const base = posix.join(posix.dirname(name), '..');
      const ids = new Set<string>();
      for (const [tag] of text(name).matchAll(/<Relationship\s[^>]*>/g)) {
        const [, id = ''] = /\sId="([^"]*)"/.exec(tag) ?? [];
        const [, target = ''] = /\sTarget="([^"]*)"/.exec(tag) ?? [];
        if (ids.has(id)) found.push(`${name}: ${id} twice`);
        ids.add(id);
        if (tag.includes('TargetMode="External"')) found.push(`${name}: leads outside, to ${target}`);
        const path = target.startsWith('/') ? target.slice(1) : posix.join(base, target);
        if (!names.includes(path)) found.push(`${name}: ${id} leads to ${path}, which is not there`);
      }
      const owner = posix.join(base, posix.basename(name, '.rels'));
      if (names.includes(owner))
        for (const [, used] of text(owner).matchAll(/\sr:(?:id|embed)="([^"]*)"/g))
          if (!ids.has(used!)) found.push(`${owner}: uses ${used}, which is no relationship of it`);
    }
    return found;
  }

  return { names, text, faults };
}

/** Tags that do not match, text that is not allowed. Made for machine-written XML: no entities of its own, no DTD. */
export function xmlFaults(xml: string): string[] {
  const open: string[] = [];
  let end = 0;
  for (const match of xml.matchAll(
    /<(\?[^>]*\?|!--[^]*?--|\/?[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>/g,
  )) {
    const between = xml.slice(end, match.index);
    if (
      between.includes('<') ||
      Array.from(between).some(isControl) ||
      /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(between)
    )
      return [`text that is not XML: ${between.slice(0, 80)}`];
    end = match.index + match[0].length;
    const [, tag = ''] = match;
    if (tag.startsWith('?') || tag.startsWith('!') || tag.endsWith('/')) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(tag))
        return [`an attribute that is not XML: ${tag.slice(0, 120)}`];
      continue;
    }
    if (tag.startsWith('/')) {
      if (open.pop() !== tag.slice(1).trim()) return [`</${tag.slice(1)}> closes what is not open`];
    } else open.push(tag.split(/\s/)[0]);
  }
  if (xml.slice(end).trim() !== '') return [`text after the end: ${xml.slice(end, end + 80)}`];
  return open.length > 0 ? [`<${open.at(-1)}> is not closed`] : [];
}

const isControl = (letter: string): boolean => letter < ' ' && !'\t\n\r'.includes(letter);

/** Text as it is written in XML. */
export const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
