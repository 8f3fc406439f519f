// A source file in another language: each phrase said in it, with all that stands in the phrase put where that language wants it.
import { phraseOf, sitesOf } from './phrases.mjs';

/**
 * The code with every phrase said in another language. `say` is given a phrase and gives the same one there, its names in braces in
 * any order; what it gives nothing for stays as it is. Throws where a name is missing or unknown.
 */
export function inLanguage(path, code, say, ids) {
  const sites = sitesOf(path, code, ids);
  let next = 0;
  function source(start, end) {
    let out = '';
    let at = start;
    while (next < sites.length && sites[next].start < end) {
      const site = sites[next++];
      const phrase = phraseOf(site.parts).trim();
      const said = say(phrase);
      if (said === undefined) continue;
      out += code.slice(at, site.start);
      out += rendered(site, said, phrase);
      at = site.end;
    }
    return out + code.slice(at, end);
  }

  function rendered({ kind, end, parts }, said, phrase) {
    const whole = phraseOf(parts);
    const [before, after] = [whole.slice(0, whole.indexOf(phrase)), whole.slice(whole.indexOf(phrase) + phrase.length)];
    // What stands in it is put into the language as well, in its own order in the code.
    const sources = new Map();
    for (const part of parts) if (part.name !== undefined) sources.set(part.name, source(part.start, part.end));
    while (next < sites.length && sites[next].start < end) next++;
    const pieces = `${before}${said}${after}`.split(/\{(\w+)\}/);
    const names = pieces.filter((_, at) => at % 2 === 1);
    const wanted = [...sources.keys()];
    if (String(names.toSorted()) !== String(wanted.toSorted()))
      throw new Error(`${path}: "${phrase}" is said as "${said}", which needs ${sayNames(wanted)}`);
    if (kind === 'literal') return JSON.stringify(pieces.join(''));
    if (kind === 'attribute') return `{${JSON.stringify(pieces.join(''))}}`;
    return pieces
      .map((piece, at) => {
        if (kind === 'children') return at % 2 === 1 ? sources.get(piece) : piece && `{${JSON.stringify(piece)}}`;
        return at % 2 === 1 ? `\${${sources.get(piece)}}` : piece.replace(/[`\\]|\$(?=\{)/g, '\\$&');
      })
      .join('')
      .replace(/^|$/g, kind === 'template' ? '`' : '');
  }
  return source(0, code.length);
}

const sayNames = (names) =>
  names.length === 0 ? 'no name in braces' : `${names.map((name) => `{${name}}`).join(' ')}, each once`;
