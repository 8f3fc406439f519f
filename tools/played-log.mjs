// An event log of more than a million rows in the page: how long until it plays, whether the page stays awake meanwhile, and its frames.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countyModel } from './county-model.mjs';
import { countFrames, countMarks, noteFrames } from './in-page.mjs';
import { root } from './install.mjs';
import { quantile } from './quantile.mjs';

/** As many times the days of the county, so that one run has more than a million rows. */
const TIMES = 6;

/** Opens *Your data* with the log of a county and returns figures; the page is closed after. */
export async function playedLog(page, url, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'onward-log-'));
  try {
    const [model, log] = ['county.json', 'county.csv'].map((name) => join(folder, name));
    const { calendar, ...county } = countyModel();
    writeFileSync(model, JSON.stringify({ ...county, calendar: { ...calendar, runDays: calendar.runDays * TIMES } }));
    execFileSync(process.execPath, [join(root, 'cli', 'onward.mjs'), 'export', model, '--as', 'events', '--to', log], {
      stdio: 'ignore',
    });
    return await measured(page, url, seconds, log);
  } finally {
    rmSync(folder, { recursive: true });
    await page.close();
  }
}

async function measured(page, url, seconds, log) {
  await page.addInitScript(countMarks);
  await page.addInitScript(noteFrames);
  await page.goto(`${url}#/bring`);
  await page.locator('main#bring h1').waitFor();
  await page.evaluate(() => (window.noted.longestTask = 0));
  const began = performance.now();
  await page.locator('main#bring input[type=file]').setInputFiles(log);
  await page.locator('.bring-found[data-told="events"][data-found="true"]').waitFor({ timeout: 0 });
  await page.locator('.bring-scene canvas.scene-people').waitFor({ timeout: 0 });
  const read = (performance.now() - began) / 1000;
  const frozen = await page.evaluate(() => window.noted.longestTask);
  const rows = await page.locator('.bring-understood').textContent();
  const play = page.getByRole('button', { name: 'Play', exact: true });
  if (await play.isVisible()) await play.click();
  const { rates, people, marks } = await page.evaluate(countFrames, seconds);
  const events = /([\d,]+) events/.exec(rows)?.[1] ?? rows;
  const named = (what, value, unit, limit) => ({ name: `An event log: ${what}`, value, unit, limit });
  return [
    named('rows', events, `(${Math.round(statSync(log).size / 1e6)} MB)`),
    named('chosen until it plays', Number(read.toFixed(1)), 's', { atMost: 10 }),
    named('longest task on the main thread until then', Math.round(frozen), 'ms'),
    named('people on the map', people, ''),
    named('strokes of paint in a frame', marks, ''),
    named('median second', quantile(rates, 0.5), 'frames', { atLeast: 60 }),
    named('worst second', Math.min(...rates), 'frames'),
  ];
}
