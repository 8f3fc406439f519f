// XML as text: an element with its attributes, and text that cannot be taken for markup.

export const escapeXml = (text: string): string =>
  Array.from(text, (letter) => escapes[letter] ?? (isAllowed(letter.codePointAt(0)!) ? letter : '')).join('');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters. */
const isAllowed = (code: number): boolean =>
  code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code !== 0xfffe && code !== 0xffff);

/** `inner` is markup already. */
export function el(name: string, attributes: Readonly<Record<string, string | number>>, inner = ''): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return inner === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inner}</${name}>`;
}
