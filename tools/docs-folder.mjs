// `node tools/docs-folder.mjs FOLDER [--without-api]`: the README, all it leads to, and the pages of the interface, as pages that open from a disk.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeApiPages } from './api-pages.mjs';
import { brokenLinks } from './broken-links.mjs';
import { Plain, prepare, root, run } from './install.mjs';

const FIRST = 'README.md';
const API = 'api/index.html';

/** `folder`: empty, or not there yet. How many pages and other files were written comes back. */
export async function writeDocs(folder, { withApi = true } = {}) {
  const { Marked } = await import('marked');
  const texts = pagesFrom(FIRST);
  const titles = new Map([...texts].map(([page, text]) => [page, titleOf(text, page)]));
  const files = new Set();
  for (const [page, text] of texts) {
    const marked = new Marked({ gfm: true, renderer: rendererOf(page, texts, files) });
    const body = await marked.parse(text);
    put(join(folder, nameOf(page)), pageOf({ page, body, titles, withApi }));
  }
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  if (withApi) await writeApiPages(join(folder, 'api'));
  const broken = brokenLinks(folder);
  if (broken.length > 0)
    throw new Plain(`${broken.length} links lead nowhere, such as:\n${broken.slice(0, 20).join('\n')}`);
  return { pages: texts.size, files: files.size };
}

/** Every page of text that can be reached from the first one, by its path from the top. */
function pagesFrom(first) {
  const texts = new Map();
  const next = [first];
  for (let page = next.shift(); page !== undefined; page = next.shift()) {
    if (texts.has(page)) continue;
    const text = readFileSync(join(root, page), 'utf8');
    texts.set(page, text);
    for (const [, link] of text.matchAll(/\]\((?![a-z]+:|#)([^)\s#]+\.md)(?:#[^)]*)?\)/g)) {
      const to = posix.join(posix.dirname(page), link);
      if (existsSync(join(root, to))) next.push(to);
    }
  }
  return texts;
}

/** A page keeps its folder, so that a path from one to the other stays as it is written. */
const nameOf = (page) => (page === FIRST ? 'index.html' : page.replace(/\.md$/, '.html'));

const titleOf = (text, page) => /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '') ?? page;

function rendererOf(page, texts, files) {
  const ids = new Map();
  const placeOf = (href) => {
    if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href;
    const [path, anchor] = href.split('#');
    const to = posix.join(posix.dirname(page), decodeURIComponent(path));
    if (!texts.has(to) && existsSync(join(root, to)) && statSync(join(root, to)).isFile()) files.add(to);
    const from = posix.dirname(nameOf(page));
    return posix.relative(from, texts.has(to) ? nameOf(to) : to) + (anchor === undefined ? '' : `#${anchor}`);
  };
  return {
    heading({ tokens, depth }) {
      const inside = this.parser.parseInline(tokens);
      const id = anchorOf(this.parser.parseInline(tokens, this.parser.textRenderer));
      const before = ids.get(id) ?? 0;
      ids.set(id, before + 1);
      return `<h${depth} id="${before === 0 ? id : `${id}-${before}`}">${inside}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const inside = this.parser.parseInline(tokens);
      // A place in the running page, which is not here.
      return href.startsWith('#/') ? inside : `<a href="${escaped(placeOf(href))}">${inside}</a>`;
    },
    image: ({ href, text }) => `<img src="${escaped(placeOf(href))}" alt="${escaped(text)}">`,
    table(token) {
      const cells = (row, tag) =>
        row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
      return `<div class="table" tabindex="0"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
    },
  };
}

/** As GitHub makes them, so that a link within a page works in both. */
const anchorOf = (heading) =>
  heading
    .replace(/<[^>]*>|&[a-z#\d]+;/gi, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const escaped = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);

function pageOf({ page, body, titles, withApi }) {
  const here = posix.dirname(nameOf(page));
  const entry = (to, title, isHere) =>
    `<li><a href="${escaped(posix.relative(here, to))}"${isHere ? ' aria-current="page"' : ''}>${escaped(title)}</a></li>`;
  const list = [...titles].map(([each, title]) => entry(nameOf(each), title, each === page));
  const all = withApi ? [...list, entry(API, 'The library’s interface', false)] : list;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titles.get(page))}</title>
<style>${style}</style>
<nav aria-label="Pages"><ul>${all.join('')}</ul></nav>
<main>
${body}</main>
</html>
`;
}

const style = `
:root { color-scheme: light dark; }
body { display: grid; grid-template-columns: 15rem minmax(0, 46rem); gap: 0 3rem; max-width: 66rem; margin: 0 auto; padding: 1rem; font: 1rem/1.55 system-ui, sans-serif; }
nav { font-size: 0.9rem; }
nav ul { position: sticky; top: 1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 0.2rem 0; }
nav [aria-current] { font-weight: bold; color: inherit; text-decoration: none; }
h1 { margin-top: 0; line-height: 1.2; }
img { max-width: 100%; height: auto; }
pre, .table { overflow-x: auto; }
pre { padding: 0.8rem; background: color-mix(in srgb, currentColor 7%, transparent); }
code { font-size: 0.9em; overflow-wrap: anywhere; }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; }
th, td { padding: 0.35rem 0.7rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
td:first-child { overflow-wrap: normal; }
@media (max-width: 52rem) { body { display: block; } nav ul { position: static; columns: 2; margin-bottom: 1.5rem; } }
@media print { nav { display: none; } body { display: block; } }
`;

function put(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await run(async () => {
    const usage = 'Usage: node tools/docs-folder.mjs FOLDER [--without-api]';
    const { folder, isWithoutApi } = asked(usage);
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Plain(
        `${relative('.', folder) || folder} has files in it. Name a folder that is empty, or not there yet.`,
      );
    await prepare();
    const { pages, files } = await writeDocs(folder, { withApi: !isWithoutApi });
    console.log(`Written to ${folder}: ${pages} pages and ${files} other files. Open index.html.`);
  });

function asked(usage) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'without-api': { type: 'boolean', default: false } },
    });
    if (positionals.length !== 1) throw new Error('One folder is needed.');
    return { folder: resolve(positionals[0]), isWithoutApi: values['without-api'] };
  } catch (error) {
    throw new Plain(`${error.message}\n${usage}`);
  }
}
