// The catalogue of words: every phrase of the page by the file it stands in, and the page built with another language laid over them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inLanguage } from './in-language.mjs';
import { root } from './install.mjs';
import { idsOf, phraseOf, sitesOf } from './phrases.mjs';

/** Where the catalogue is kept; made by `node tools/words.mjs`. */
export const CATALOGUE = 'ui/words/phrases.ts';

/** Words that are tokens too: in another language they are looked up while the page runs. */
const TOKENS = 'ui/words/spoken.ts';

const PAGE = 'ui/index.html';
/** What the page says of itself before any of its code runs. */
const inPage = /(?<=name="description"\s+content=")[^"]+|(?<=<noscript>)[^<]+/g;

/** How numbers, dates and the page itself say which language they are in. */
const TAG = 'en-GB';

const read = (path) => readFileSync(join(root, path), 'utf8');
const isCode = (path) => /\.tsx?$/.test(path) && path !== CATALOGUE;
const codeUnder = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(sep).join('/')}`)
    .filter(isCode)
    .sort();

let ids;
/** Texts by which the page and the engine tell cases apart. */
function allIds() {
  ids ??= new Set(['engine', 'ui'].flatMap(codeUnder).flatMap((path) => [...idsOf(path, read(path))]));
  return ids;
}

function phrasesIn(path) {
  if (path === PAGE) return read(path).match(inPage);
  if (path === TOKENS) return [...idsOf(path, read(path))];
  return sitesOf(path, read(path), allIds()).map(({ parts }) => phraseOf(parts).trim());
}

/** Every phrase, by file from the repository's top, in the order they stand. */
export function phrasesByFile() {
  const files = [PAGE, ...codeUnder('ui')].map((path) => [path, [...new Set(phrasesIn(path))]]);
  return Object.fromEntries(files.filter(([, phrases]) => phrases.length > 0));
}

const inAnotherLanguage = ({ tag, phrases }) => {
  const say = (phrase) => (Object.hasOwn(phrases, phrase) ? phrases[phrase] : undefined);
  const table = () =>
    Object.fromEntries(phrasesIn(TOKENS).flatMap((token) => (say(token) === undefined ? [] : [[token, say(token)]])));
  return {
    name: 'in-another-language',
    enforce: 'pre',
    transform(code, id) {
      const path = relative(root, id.split('?')[0]).split(sep).join('/');
      if (!path.startsWith('ui/') || !isCode(path)) return undefined;
      if (path === TOKENS) return code.replace('=> word;', () => `=> (${JSON.stringify(table())})[word] ?? word;`);
      return inLanguage(path, code, say, allIds()).replaceAll(`'${TAG}'`, `'${tag}'`);
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(`lang="${TAG}"`, `lang="${tag}"`).replace(inPage, (words) => say(words) ?? words),
    },
  };
};

/**
 * Builds the page in another language into a folder: a phrase it does not have stays English, and one that loses a name in braces
 * is refused.
 * @param {{ tag: string, phrases: Readonly<Record<string, string>> }} language
 */
export async function buildPageIn(language, outDir) {
  const vite = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'warn',
      plugins: [inAnotherLanguage(language)],
      build: { outDir },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
