// Makes one HTML file of the built page: scripts, workers, styles and fonts all in it, so that it works from a disk with no network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside index.html, where the page fetches it to be saved. */
export const ONE_FILE = 'onward.html';

/** How the address of a worker is written in a built piece of the page. */
const startsWorker = /new URL\(`([\w.-]+\.js)`,import\.meta\.url\)(?:\.href)?/g;
/** A piece's list of style sheets to fetch before it runs; here they are all in the page already. */
const preloads = /(const __vite__mapDeps=).*?;(?=\n|$)/;

/** `folder` holds the built page. The pieces are those that it would fetch, so the numbers are the same. */
export async function writeOneFile(folder) {
  const assets = join(folder, 'assets');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const [, entry] = /<script type="module"[^>]* src="\.\/assets\/([^"]+)"><\/script>/.exec(html) ?? [];
  if (!entry) throw new Error('The built page has no script to put into one file.');
  const script = inScript(await joined(assets, entry));
  const style = stylesOf(assets, html);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'font-src data:',
    'media-src blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types onward',
  ].join('; ');
  const page = html
    .replace(/<(script|link)\b[^>]*\b(src|href)="\.\/assets\/[^>]*>(<\/script>)?\s*/g, '')
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*"/, (_all, start) => `${start}${policy}"`)
    .replace('<html ', '<html data-page="one-file" ')
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace('</body>', () => `<script type="module">${script}</script></body>`);
  writeFileSync(join(folder, ONE_FILE), page);
}

/** An entry and all it ever asks for as one script, its workers as texts inside it. */
async function joined(assets, entry, within = []) {
  const { rolldown } = await import('rolldown');
  const workers = new Map();
  const plugin = {
    name: 'one-file',
    transform: {
      async handler(code) {
        for (const [, name] of code.matchAll(startsWorker)) {
          // Otherwise it would be written into itself without end: part of it is shared with the code that starts it.
          if (name === entry || within.includes(name))
            throw new Error(`${name} has a piece in it that starts ${name}.`);
          if (!workers.has(name)) workers.set(name, await joined(assets, name, [...within, entry]));
        }
        return code.replace(preloads, '$1()=>[];').replace(startsWorker, (_all, name) => workerAt(workers.get(name)));
      },
    },
  };
  const bundle = await rolldown({ input: join(assets, entry), plugins: [plugin], logLevel: 'silent' });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: false });
    if (output.length !== 1) throw new Error(`${entry} became ${output.length} files instead of one.`);
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** A page opened from a disk cannot start a worker by its address, but can make one from text. */
const workerAt = (code) => `URL.createObjectURL(new Blob([${JSON.stringify(code)}],{type:"text/javascript"}))`;

/** The first view's sheet first, as it would be fetched. */
function stylesOf(assets, html) {
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
  const isFirst = (name) => html.includes(`assets/${name}`);
  const text = [...sheets.filter(isFirst), ...sheets.filter((name) => !isFirst(name))]
    .map((name) => readFileSync(join(assets, name), 'utf8').trim())
    .join('\n');
  return text.replace(/url\((?:\.\/)?([\w.-]+\.woff2)\)/g, (_all, name) => {
    const font = readFileSync(join(assets, name)).toString('base64');
    return `url(data:font/woff2;base64,${font})`;
  });
}

/** What would end or comment out a script in a page, written so that the script means the same. */
function inScript(code) {
  // A browser would change these as it reads the page, and the script would no longer be the one that the policy allows.
  if (/[\r\0]/.test(code)) throw new Error('A script with a raw carriage return or NUL cannot be written into a page.');
  return code.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
