// The page of this build beside that of another: a slider is moved in each in turn, and how long the answers take is compared.
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { viteBuild } from './build.mjs';
import { Plain, root } from './install.mjs';
import { laptop, openBrowser } from './open-page.mjs';
import { quantile } from './quantile.mjs';

/** An option beside today, from where each step of the slider still changes who waits. */
const sliders = [
  {
    name: 'Ilkeston',
    link: '#/explore?m=ilkeston-2019&o=proposed-16&stations.p1.places=27&v=1',
    path: 'stations.p1.places',
  },
  {
    name: 'A county',
    link: '#/explore?m=leicester-leicestershire-rutland-2018&o=more-home&v=1',
    path: 'stations.ics-city.places',
    // A move takes a good ten seconds.
    shareOfRounds: 1 / 3,
  },
];
/** After so many steps of Ilkeston's slider hardly anybody waits. */
export const MOST_ROUNDS = 30;

/** A page is not quite at rest when all runs are in: it must not take from the other's turn. */
const AFTERWARDS_MILLISECONDS = 500;

/** Figures with all their rounds; `tell` hears what is being done. */
export async function pagesBeside(given, rounds, tell) {
  const folder = pageOf(given);
  const scratch = mkdtempSync(join(tmpdir(), 'onward-page-'));
  // The browsers end with this process by themselves.
  const leave = () => process.exit(130);
  const clear = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  process.on('SIGINT', leave).on('SIGTERM', leave).on('exit', clear);
  const opened = [];
  try {
    tell(`Building the page of ${given} …`);
    const built = await buildApart(folder, scratch);
    const [here, there] = [await openBrowser(), await openBrowser(built)];
    opened.push(here, there);
    const figures = [];
    for (const slider of sliders) figures.push(...(await besides(slider, [here, there], rounds, tell)));
    return figures;
  } finally {
    for (const { close } of opened) await close();
    clear();
    process.off('SIGINT', leave).off('SIGTERM', leave).off('exit', clear);
  }
}

function pageOf(given) {
  if (['vite.config.ts', 'ui/index.html'].every((file) => existsSync(join(given, file)))) return realpathSync(given);
  const found = existsSync(given) ? `${given} has no vite.config.ts and ui/index.html` : `there is no folder ${given}`;
  throw new Plain(
    `--against needs a folder with another build of Onward: ${found}.\nAn earlier one is put into a folder by: git worktree add FOLDER COMMIT`,
  );
}

/** From a copy, with the packages of this build: the folder itself is only read. */
async function buildApart(folder, scratch) {
  const copy = join(realpathSync(scratch), 'copy');
  const left = new Set(['node_modules', 'dist', '.git', '.cache']);
  cpSync(folder, copy, { recursive: true, filter: (file) => file === folder || !left.has(basename(file)) });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(copy, 'node_modules'), 'junction');
  const built = join(scratch, 'built');
  await viteBuild('production', built, copy);
  return built;
}

async function besides({ name, link, path, shareOfRounds = 1 }, browsers, mostRounds, tell) {
  const rounds = Math.ceil(mostRounds * shareOfRounds);
  const pages = [];
  for (const { browser, url } of browsers) {
    const page = await browser.newPage({ viewport: laptop });
    await page.addInitScript(holdFrames);
    await page.goto(url + link);
    await page.waitForSelector('#results[data-status="done"]');
    await page.waitForSelector(`[data-path="${path}"] input[type=range]`, { state: 'attached' });
    pages.push(page);
  }
  const times = pages.map(() => []);
  // The first round is not counted: nobody should pay for being compiled.
  for (let round = -1; round < rounds; round++) {
    tell(`${name}: round ${round + 1} of ${rounds} …`);
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const side of order) {
      await pages[1 - side].evaluate(() => window.hold(true));
      const took = await timeOfMove(pages[side], path);
      await pages[1 - side].evaluate(() => window.hold(false));
      await pages[side].waitForTimeout(AFTERWARDS_MILLISECONDS);
      if (round >= 0) times[side].push(took);
    }
  }
  for (const page of pages) await page.close();
  return ['first', 'all'].map((what) =>
    beside(`${name}: ${what === 'first' ? 'first changed number' : 'all runs'}`, times, what),
  );
}

/** Runs in the page, before anything of it: while frames are held, its map stands and leaves the processor to the other page. */
function holdFrames() {
  const ask = window.requestAnimationFrame.bind(window);
  const waiting = [];
  let isHeld = false;
  window.requestAnimationFrame = (paint) => (isHeld ? waiting.push(paint) : ask(paint));
  window.hold = (held) => {
    isHeld = held;
    if (!held) for (const paint of waiting.splice(0)) ask(paint);
  };
}

/** Milliseconds from the input event until the headline shows another number, and until all runs are in it. */
async function timeOfMove(page, path) {
  await page.focus(`[data-path="${path}"] input[type=range]`);
  await page.evaluate(noteMove);
  // Never back: the page remembers what it has answered.
  await page.keyboard.press('ArrowRight');
  return page.evaluate(() => window.move);
}

/** Runs in the page; times are those of the frame that paints the change. */
function noteMove() {
  const results = document.querySelector('#results');
  // Its words, because a run that does not settle has no number there; they are marked as previous until the new ones come.
  const shown = () => document.querySelector('.headline h1').textContent;
  const before = shown();
  window.move = new Promise((resolve) => {
    let began;
    let first;
    let hasStarted = false;
    addEventListener('input', (event) => (began = event.timeStamp), { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      if (began === undefined) return;
      const isPrevious = document.querySelector('.headline.previous') !== null;
      hasStarted ||= isPrevious || results.dataset.status !== 'done';
      if (!hasStarted || isPrevious) return;
      const isDone = results.dataset.status === 'done';
      const isChanged = shown() !== before;
      if (isDone) watcher.disconnect();
      requestAnimationFrame(() => {
        const took = performance.now() - began;
        if (isChanged) first ??= took;
        if (isDone) resolve({ first: first ?? null, all: took });
      });
    });
    watcher.observe(results, {
      attributes: true,
      subtree: true,
      attributeFilter: ['data-value', 'data-status', 'class'],
    });
  });
}

/** Ratios are of pairs, because what a round had to share with other programs both sides had to. */
function beside(name, [here, there], what) {
  const pairs = here.map((one, round) => [one[what], there[round][what]]).filter((pair) => !pair.includes(null));
  const ratios = pairs.map(([ours, theirs]) => ours / theirs);
  const middle = (values) => ({
    lower: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upper: quantile(values, 0.75),
  });
  return {
    name,
    unit: 'ms',
    ratio: middle(ratios),
    here: middle(pairs.map(([ours]) => ours)),
    there: middle(pairs.map(([, theirs]) => theirs)),
    pairs,
  };
}

export function sayBeside({ name, ratio, here, there, pairs }) {
  if (pairs.length === 0)
    return `${name}: not measured, because nothing changed before the end in one of the two pages.`;
  const { lower, median, upper } = ratio;
  return `${name}: ${median.toFixed(2)} times as long as the other build (${lower.toFixed(2)} to ${upper.toFixed(2)}): ${here.median.toFixed(0)} ms, and there ${there.median.toFixed(0)} ms; ${pairs.length} pairs.`;
}
