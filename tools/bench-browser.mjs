// `node tools/bench-browser.mjs [--json] [--against FOLDER [--rounds N]]`: what the page costs in a real browser without a graphics card, measured inside the page.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { busyModel } from './busy-model.mjs';
import { countyModel } from './county-model.mjs';
import { countFrames, countMarks, noteFrames, noteMoves } from './in-page.mjs';
import { Plain, prepare, run } from './install.mjs';
import { playedLog } from './played-log.mjs';
import { quantile } from './quantile.mjs';

const SECONDS = 8;
/** Large enough that everybody in the county has a mark of their own. */
const wall = { width: 2560, height: 1440 };
const MOVES = 40;
/** The time between two moves while a hand drags the slider. */
const DRAG_MILLISECONDS = 40;

await run(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, against: { type: 'string' }, rounds: { type: 'string' } },
  });
  await prepare();
  if (values.against !== undefined) return beside(values);
  const { openBrowser, laptop } = await import('./open-page.mjs');
  const { browser, url, close } = await openBrowser();
  try {
    const open = (viewport = laptop) => browser.newPage({ viewport });
    const figures = [
      ...(await firstVisit(await open(), url)),
      ...(await sliderMoves(await open(), url)),
      ...(await frameRates(await open(), url, 'About 500 people', busyModel(11), 50)),
      ...(await frameRates(await open(), url, 'About 3000 people', busyModel(55))),
      ...(await twoMaps(await open(), url, 'Two maps, about 1000 people', busyModel(11), 60)),
      ...(await twoMaps(await open(), url, 'Two maps, about 3000 people', busyModel(33), 30)),
      ...(await frameRates(await open(), url, 'A county', JSON.stringify(countyModel()), 30)),
      ...(await frameRates(await open(), url, 'A county, one locality', JSON.stringify(countyModel()), 30, 'West')),
      ...(await frameRates(await open(wall), url, 'A county on a wall', JSON.stringify(countyModel()), 30)),
      ...(await playedLog(await open(), url, SECONDS)),
    ];
    if (values.json) console.log(JSON.stringify({ processors: availableParallelism(), figures }, null, 2));
    else for (const { name, value, unit, limit } of figures) console.log(line(name, value, unit, limit));
  } finally {
    await close();
  }
});

/** This page and another in turn: only what a slider's move takes. */
async function beside({ against, rounds = '15', json }) {
  const { MOST_ROUNDS, pagesBeside, sayBeside } = await import('./pages-beside.mjs');
  if (!(/^\d+$/.test(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS))
    throw new Plain(`--rounds needs a whole number from 1 to ${MOST_ROUNDS}, not ${rounds}.`);
  const figures = await pagesBeside(against, Number(rounds), (text) => console.error(text));
  if (json) console.log(JSON.stringify({ processors: availableParallelism(), against, figures }, null, 2));
  else for (const figure of figures) console.log(sayBeside(figure));
}

function line(name, value, unit, limit) {
  const aim =
    limit && `  (aim: ${limit.atMost === undefined ? `at least ${limit.atLeast}` : `at most ${limit.atMost}`})`;
  return `${name.padEnd(62)} ${String(value).padStart(8)} ${unit}${aim ?? ''}`;
}

/** A browser that has never opened the page, and a server on the same machine. */
async function firstVisit(page, url) {
  const scripts = new Map(); // by address: two workers ask for the same ones
  page.on('response', (response) => {
    // What is still on its way when the page closes belongs to no first visit.
    if (response.url().endsWith('.js'))
      scripts.set(
        response.url(),
        response.body().catch(() => Buffer.alloc(0)),
      );
  });
  await page.addInitScript(noteFrames);
  await page.goto(url);
  await settled(page);
  const bytes = (await Promise.all(scripts.values()))
    .map((body) => gzipSync(body).length)
    .reduce((sum, n) => sum + n, 0);
  const { firstMove, longestTask } = await page.evaluate(() => window.noted);
  await page.close();
  return [
    { name: 'First visit: JavaScript until all numbers have come, gzipped', value: round(bytes / 1000, 1), unit: 'kB' },
    { name: 'First visit: navigation to the first moving frame', value: round(firstMove), unit: 'ms' },
    { name: 'First visit: longest task on the main thread', value: round(longestTask), unit: 'ms' },
  ];
}

async function sliderMoves(page, url) {
  await page.addInitScript(noteFrames);
  await page.goto(url);
  await settled(page);
  await page.evaluate(() => (window.noted.longestTask = 0));
  await page.evaluate(noteMoves);
  for (const path of ['stations.p2.beds', 'stations.p1.places']) {
    await page.focus(`[data-path="${path}"] input[type=range]`);
    for (let move = 0; move < MOVES / 2; move++) {
      await page.keyboard.press('ArrowRight');
      await settled(page);
    }
  }
  const { moves, longestTask } = await page.evaluate(() => window.noted);
  const [first, all] = [moves.map((move) => move.first), moves.map((move) => move.all)];
  const drag = await dragging(page);
  await page.close();
  const named = (what, value, limit) => ({ name: `Slider to ${what}`, value: round(value), unit: 'ms', limit });
  return [
    { name: 'Slider: moves measured', value: moves.length, unit: '' },
    named('first changed number, median', quantile(first, 0.5)),
    named('first changed number, 95th percentile', quantile(first, 0.95), { atMost: 50 }),
    named('all 100 simulated years, median', quantile(all, 0.5)),
    named('all 100 simulated years, 95th percentile', quantile(all, 0.95), { atMost: 1000 }),
    { name: 'Slider: longest task on the main thread', value: round(longestTask), unit: 'ms', limit: { atMost: 50 } },
    { name: 'Slider held and dragged: longest wait for a new number', value: round(drag), unit: 'ms' },
  ];
}

/** A thumb that never rests must still be answered. */
async function dragging(page) {
  await page.focus('[data-path="stations.p3.beds"] input[type=range]');
  await page.evaluate(() => {
    const dragged = (window.noted.dragged = [performance.now()]);
    const numbers = document.querySelector('.headline h1');
    new MutationObserver(() => dragged.push(performance.now())).observe(numbers, { attributeFilter: ['data-value'] });
  });
  for (let move = 0; move < 24; move++) {
    await page.keyboard.down(move < 12 ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(DRAG_MILLISECONDS);
  }
  const times = await page.evaluate(() => window.noted.dragged);
  return Math.max(...times.slice(1).map((time, i) => time - times[i]));
}

/** `part`: a locality to open. `atLeast`: what the median second is to reach. */
async function frameRates(page, url, name, text, atLeast, part) {
  await openBusy(page, url, text);
  await page.waitForSelector('.map-table td', { state: 'attached' });
  if (part) await page.getByRole('button', { name: part, exact: true }).click();
  return measured(page, name, atLeast);
}

/** A presentation of today beside an option: people are those of both maps, strokes those of one. */
async function twoMaps(page, url, name, text, atLeast) {
  const id = await openBusy(page, url, text);
  await page.evaluate((hash) => void (location.hash = hash), `#/present?m=${id}&o=other-places&show=both&v=1`);
  await page.waitForSelector('.stage-map[data-of="option"] canvas');
  await page.waitForSelector('.stage[data-status="done"]');
  return measured(page, name, atLeast);
}

/** Opens a document as a file, with every stroke of paint counted; returns its id. */
async function openBusy(page, url, text) {
  const { id } = JSON.parse(text);
  await page.addInitScript(countMarks);
  await page.goto(url);
  await settled(page);
  await page.setInputFiles('input[type=file]', {
    name: 'busy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.waitForFunction((model) => window.onward.link().includes(`m=${model}`), id);
  await settled(page);
  return id;
}

async function measured(page, name, atLeast) {
  const { rates, people, marks } = await page.evaluate(countFrames, SECONDS);
  await page.close();
  const limit = atLeast && { atLeast };
  const named = (what, value, unit, aim) => ({ name: `${name}: ${what}`, value, unit, limit: aim });
  return [
    named('people on the map', people, ''),
    named('strokes of paint in a frame', marks, ''),
    named('median second', quantile(rates, 0.5), 'frames', limit),
    named('worst second', Math.min(...rates), 'frames'),
  ];
}

/** Every number that was asked for has come. */
function settled(page) {
  const isSettled = () =>
    document.querySelector('[data-status="done"]') && !document.querySelector('.headline.previous');
  return page.waitForFunction(isSettled, undefined, { polling: 20 });
}

function round(value, decimals = 0) {
  return Number(value.toFixed(decimals));
}
