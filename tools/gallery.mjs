// `node tools/gallery.mjs [--full FOLDER] [--before PAGE]`: contact sheets of every view, in every size, light, dark and in forced colours, and as people who are colour blind see it; or, beside an earlier page (its `dist/ui`), before and after.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root, run } from './install.mjs';

/** A day in the middle of a busy winter. */
const MODEL = 'm=ilkeston-2019&o=proposed-16&k=busy-winter&n=40&d=222&v=1';
const places = {
  story: `#/story?${MODEL}`,
  models: '#/start',
  explore: `#/explore?${MODEL}`,
  county: '#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=2&d=120&v=1',
  ground: '#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=2&d=120&g=map&v=1',
  compare: `#/compare?${MODEL}`,
  outcomes: `#/outcomes?${MODEL}`,
  costs: '#/costs?m=costs&n=20&v=1',
  present: `#/present?${MODEL}`,
  assumptions: `#/assumptions?${MODEL}`,
  data: `#/data?${MODEL}`,
  bring: `#/bring?${MODEL}`,
  report: `#/report?${MODEL}`,
  build: `#/build?${MODEL}`,
  help: '#/help',
  checks: '#/checks?n=20&only=one-bed,blocked-bed,beds-change',
  method: '#/method',
};
const sizes = [
  [1366, 768],
  [1920, 1080],
  [1024, 768],
  [390, 844],
];
const sights = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'];
/** Where colours carry a meaning. */
const coloured = ['explore', 'compare', 'present', 'costs'];
/** What an earlier version has as well. */
const lasting = ['explore', 'county', 'compare', 'outcomes', 'present', 'assumptions', 'data', 'report'];
/** Long enough for the slowest of them on two cores. */
const PATIENCE = 120_000;
/** By then, what is laid out again after the last piece has arrived is in its place. */
const STILL_MILLISECONDS = 4000;
const QUALITY = 60;
const SHEET_PIXELS = 1600;

await run(async () => {
  const { values } = parseArgs({ options: { full: { type: 'string' }, before: { type: 'string' } } });
  await prepare();
  const { openBrowser } = await import('./open-page.mjs');
  const { browser, url, close } = await openBrowser();
  const out = join(root, 'ui/gallery');
  mkdirSync(out, { recursive: true });
  if (values.full) mkdirSync(values.full, { recursive: true });
  const write = async (sheet, pictures, columns) => {
    for (const [view, png] of pictures)
      if (values.full) writeFileSync(join(values.full, `${sheet.name}-${view}.png`), png);
    writeFileSync(join(out, `${sheet.name}.jpg`), await together(browser, sheet, pictures, columns));
    console.log(`ui/gallery/${sheet.name}.jpg`);
  };
  try {
    if (values.before) return await beside(browser, url, values.before, write);
    const sheets = sizes.flatMap(([width, height]) =>
      ['light', 'dark', 'forced'].map((theme) => ({
        name: `${width}x${height}-${theme}`,
        width,
        height,
        theme,
        views: Object.keys(places),
      })),
    );
    const [[width, height]] = sizes;
    for (const sight of sights) sheets.push({ name: sight, width, height, theme: 'light', sight, views: coloured });
    for (const sheet of sheets) {
      await write(sheet, await take(browser, url, sheet), sheet.width < sheet.height ? 7 : 4);
    }
  } finally {
    await close();
  }
});

/** Each view as an earlier version has it, left, and as it is now. */
async function beside(browser, url, folder, write) {
  const { serve } = await import('./serve.mjs');
  const server = await serve({ folder, port: 0 });
  for (const [width, height] of sizes) {
    const sheet = { name: `beside-${width}x${height}`, width, height, theme: 'light', views: lasting };
    const [before, after] = [await take(browser, server.url, sheet), await take(browser, url, sheet)];
    const pairs = before.flatMap(([view, png], at) => [
      [`${view}-before`, png],
      [`${view}-now`, after[at][1]],
    ]);
    await write(sheet, pairs, width < height ? 8 : 4);
  }
  await server.close();
}

/** One picture of each view, when all it waits for has come. */
async function take(browser, url, { width, height, theme, sight = 'none', views }) {
  const pictures = [];
  for (const view of views) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      forcedColors: theme === 'forced' ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Emulation.setEmulatedVisionDeficiency', { type: sight });
    await page.goto(`${url}${places[view]}`);
    await page.waitForFunction(isFinished, undefined, { timeout: PATIENCE });
    await page.waitForTimeout(STILL_MILLISECONDS);
    pictures.push([view, await page.screenshot()]);
    await page.close();
  }
  return pictures;
}

/** In the page: something is shown, everything that reports progress has finished, and nothing says that it is still coming. */
function isFinished() {
  const said = [...document.querySelectorAll('[data-status], [data-checks]')];
  const isThere = document.querySelector('main :is(h1, h2)') !== null;
  const isComing = [...document.querySelectorAll('main p, main h1, main h2')].some((one) =>
    /^(Reading|One run|One year|No run|Simulating|Working out|.*: working out).*…$/.test(one.textContent),
  );
  const isDone = said.every(({ dataset }) => (dataset.status ?? dataset.checks) === 'done');
  return isThere && isDone && !isComing && !document.querySelector('.headline.previous');
}

/** The pictures side by side, each with its name, as a JPEG. */
async function together(browser, { name }, pictures, columns) {
  const page = await browser.newPage({ viewport: { width: SHEET_PIXELS, height: 400 } });
  const cells = pictures.map(
    ([view, png]) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${view}</figcaption></figure>`,
  );
  const style = `body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;font:16px sans-serif;background:#888}
    figure{margin:0;background:#fff}img{width:100%;display:block}figcaption{padding:2px 6px}`;
  await page.setContent(`<title>${name}</title><style>${style}</style>${cells.join('')}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const jpeg = await page.screenshot({ type: 'jpeg', quality: QUALITY, fullPage: true });
  await page.close();
  return jpeg;
}
