// Links and pictures of pages in a folder that lead nowhere in it: what a reader without a network would miss.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Each as "page → link". An address elsewhere is not asked. */
export function brokenLinks(folder) {
  // A page may lead to a place within a picture as well, such as one icon of many.
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(html|svg)$/.test(file));
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const pages = [...texts].filter(([file]) => file.endsWith('.html'));
  return pages.flatMap(([page, text]) =>
    [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)]
      .map(([, link]) => link.replaceAll('&amp;', '&'))
      .filter((link) => !/^(https?|mailto|data):/.test(link) && !leads(page, link, texts))
      .map((link) => `${relative(folder, page).replaceAll('\\', '/')} → ${link}`),
  );
}

/** A page opened from a disk shows no list of a folder, and knows no top. */
function leads(page, link, texts) {
  const [path, anchor = ''] = link.split('#');
  const file = path === '' ? page : join(dirname(page), decodeURIComponent(path.replace(/\?.*$/, '')));
  if (link.startsWith('/') || !existsSync(file) || !statSync(file).isFile()) return false;
  return anchor === '' || texts.get(file)?.includes(` id="${anchor}"`) === true;
}
