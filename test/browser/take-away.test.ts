// What is taken away from the page: files that other programs can open, numbers and commands that are the terminal's own.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, verbNumbers } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { onward, scratchFolder, smallModel } from '../cli/onward.ts';
import { againstSchemas } from '../export/against-schemas.ts';
import { openPackage } from '../export/package.ts';
import { shippedModel } from '../models/shipped.ts';
import { daysByPerson, readyThere } from '../ui/days-by-person.ts';
import { commandShown, openDocument, openPage, openShare, savedNumbers, settled, type OpenPage } from './page.ts';

let open: OpenPage;
const scratch = scratchFolder();
beforeAll(async () => void (open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=12&v=1')));
afterAll(async () => {
  await open?.close();
  scratch.remove();
});

/** Of the simulated year in the middle of autumn. */
const DAY = 118;

const bytesOf = async (file: Download) => readFileSync(await file.path());

async function at(hash: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  await settled(open.page);
}

async function saved(name: string | RegExp): Promise<Download> {
  const { page } = open;
  await openShare(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return file;
}

/** As somebody who pastes it would run it, without `npx onward`, which a test does not need. */
async function run(command: string): Promise<string> {
  expect(command).toMatch(/^npx onward /);
  const { code, stdout, stderr } = await onward([...command.split(' ').slice(2), '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('the command', () => {
  it.each([
    ['an option beside today, in a busy winter', 'm=ilkeston-2019&o=proposed-16&n=8&k=busy-winter'],
    [
      'moved sliders and changes with a date',
      'm=ilkeston-2019&o=proposed-16&n=8&s=7&stations.p2.beds=9&c=stations.p3.beds@200:12&c=stations.p1.places@83:40',
    ],
    ['a model to learn from', 'm=team&o=today&n=8'],
  ])('prints the numbers of the screen to the last digit: %s', async (_name, settings) => {
    await at(`#/explore?${settings}&v=1`);
    const numbers = await savedNumbers(open.page);
    const command = await commandShown(open.page);
    expect(await run(command)).toBe(numbers);
  });

  it('finds a model of one’s own by the document saved beside it', async () => {
    await at('#/explore?m=ilkeston-2019&o=today&n=8&v=1');
    await openDocument(open.page, smallModel);
    await open.page.waitForFunction(() => document.title.startsWith('A small model'));
    await settled(open.page);
    const numbers = await savedNumbers(open.page);
    const command = await commandShown(open.page);
    expect(command).toMatch(/^npx onward run small\.json --option today /);
    const file = scratch.file('small.json', (await bytesOf(await saved('Save the model for the terminal'))).toString());
    expect(await run(command.replace(' small.json ', ` ${file} `))).toBe(numbers);
  });

  it('is copied by its button', async () => {
    await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const command = await commandShown(open.page);
    await open.page.getByRole('button', { name: 'Copy the command' }).click();
    await open.page.getByText('The command copied.').waitFor();
    expect(await open.page.evaluate(() => navigator.clipboard.readText())).toBe(command);
  });
});

describe('files', () => {
  beforeAll(() => at('#/explore?m=ilkeston-2019&o=proposed-16&n=12&v=1'));

  it('CSV and Parquet are byte for byte what the terminal writes', async () => {
    const folder = join(scratch.folder, 'out');
    const args = 'compare ilkeston-2019 --options today,proposed-16 --replications 12 --quiet --out'.split(' ');
    for (const format of ['csv', 'parquet']) expect((await onward([...args, folder, '--format', format])).code).toBe(0);
    for (const [button, name] of [
      ['All numbers, CSV', 'summary.csv'],
      ['All numbers, Parquet', 'summary.parquet'],
      ['Differences, CSV', 'differences.csv'],
    ] as const)
      expect((await bytesOf(await saved(button))).equals(readFileSync(join(folder, name))), name).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['Excel workbook', 'xl/workbook.xml', '.xlsx'],
    ['Word', 'word/document.xml', '.docx'],
    ['PowerPoint', 'ppt/presentation.xml', '.pptx'],
  ])('%s is a whole package', async (button, part, ending) => {
    const file = await saved(button);
    expect(file.suggestedFilename()).toBe(`onward-ilkeston-2019-proposed-16${ending}`);
    const bytes = await bytesOf(file);
    const parts = openPackage(bytes);
    expect(parts.faults()).toEqual([]);
    expect(await againstSchemas(bytes, ending)).toEqual([]);
    expect(parts.names).toContain(part);
    const finding = await open.page.locator('.headline h1').textContent();
    const all = parts.names.filter((name) => name.endsWith('.xml')).map(parts.text);
    expect(all.some((text) => text.includes(finding!))).toBe(true);
  });

  it('the map is a picture with its people, and an SVG that needs nothing else', async () => {
    const [png, svg] = [await bytesOf(await saved('PNG')), (await bytesOf(await saved('SVG'))).toString()];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('The range covers chance from day to day, not wrong inputs.');
    expect(svg).toContain('href="data:image/png;base64,');
    expect(svg).not.toMatch(/class=|href="(?!data:)|var\(--/);
  });
});

/** Runs in the page: from now on, what is written on a sheet in the shape of a slide, one list for each time it is cleared. */
function listen(): void {
  const written: string[][] = [];
  const { prototype } = CanvasRenderingContext2D;
  const { fillText, fillRect } = prototype;
  const isSlide = ({ canvas }: CanvasRenderingContext2D) => canvas.width === 1280 && canvas.height === 720;
  prototype.fillRect = function clears(...at) {
    if (isSlide(this) && at.join() === '0,0,1280,720') written.push([]);
    fillRect.apply(this, at);
  };
  prototype.fillText = function writes(...words) {
    if (isSlide(this)) written.at(-1)!.push(words[0]);
    fillText.apply(this, words);
  };
  Object.assign(window, { written });
}

/** By the trace, person by person: of today and of the option, who waits on a day, and the whole days that have been waited. */
const waiting = ['today', 'proposed-16'].map((option) => {
  const model = shippedModel('ilkeston-2019');
  const program = compile(model, { option });
  const { trace } = watch(program, model.experiment.seed, 0);
  const acute = program.network.stationIds.indexOf('acute');
  const spans = readyThere(trace, acute);
  return (day: number) => ({
    people: spans.filter(([from, to]) => from <= day && day < to).length,
    days: Math.floor(daysByPerson(trace, acute, verbNumbers.READY, day) + 1e-6),
  });
});

/** In the shape of a slide. */
const isGif = (bytes: Buffer) =>
  bytes.subarray(0, 6).toString() === 'GIF89a' && bytes.readUInt16LE(6) === 1280 && bytes.readUInt16LE(8) === 720;

describe('films', () => {
  beforeAll(async () => {
    await at(`#/explore?m=ilkeston-2019&o=proposed-16&n=12&d=${DAY}&v=1`);
    await open.page.evaluate(listen);
  });

  it.each([
    ['GIF', 'gif', 8, isGif],
    ['Video (MP4)', '(mp4|webm)', 24, (bytes: Buffer) => bytes.length > 10_000],
  ])(
    '%s of five seconds, from the day on show, with the finding, both futures and their counter on every frame',
    async (button, ending, rate, isOne) => {
      const { page } = open;
      await openShare(page);
      await page.getByRole('combobox', { name: /film/ }).selectOption('5');
      const file = await saved(button);
      expect(file.suggestedFilename()).toMatch(new RegExp(`-film\\.${ending}$`));
      expect(isOne(await bytesOf(file))).toBe(true);
      const finding = (await page.textContent('.headline h1'))!;
      const speed = Number(await page.locator('.transport-speed select').inputValue());
      const written = await page.evaluate(() => (window as unknown as { written: string[][] }).written.splice(0));
      // A GIF takes its colours from a frame painted before all others.
      const frames = written.slice(-5 * rate);
      expect(frames).toHaveLength(5 * rate);
      for (const [at, words] of frames.entries()) {
        const [today, option] = waiting.map((of) => of(DAY + (at * speed) / rate));
        const gap = today!.people - option!.people;
        const fewer = gap === 0 ? 'as many as today' : `${Math.abs(gap)} ${gap > 0 ? 'fewer' : 'more'} than today`;
        const all = words.join(' ').replaceAll(/\s+/g, ' ');
        for (const said of [
          finding,
          `${today!.people} Today `,
          ` ${option!.people} Proposed, 16 ward beds `,
          ` ${fewer} `,
          ` ${today!.days - option!.days} hospital days not spent waiting since 3 June`,
        ])
          expect(all).toContain(said);
      }
    },
  );
});

it('a chart of another view has its files, with the numbers on the screen', async () => {
  const { page } = open;
  await page.evaluate(() => void (location.hash = location.hash.replace('/explore', '/outcomes')));
  const row = page.locator('section[aria-label="In the right place"] .chart-row');
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name }).click()]);
    return bytesOf(file);
  };
  const svg = (await download('Download as SVG')).toString();
  expect(svg).toContain('not wrong inputs.');
  expect((await download('Download as PNG')).subarray(1, 4).toString()).toBe('PNG');
  const csv = (await download('Download as CSV')).toString().split('\r\n');
  const { summary } = JSON.parse(await savedNumbers(page));
  const everyone = summary.find(
    (one: Record<string, unknown>) =>
      one.measure === 'rightPlace' && one.who === 'all' && one.option === 'proposed-16' && one.statistic === 'mean',
  );
  expect(csv[1].split(',')).toContain(String(everyone.value * 100));
  expect(openPackage(await download('Download as Excel')).faults()).toEqual([]);
});

it('a paper may be stopped, and then nothing is saved', async () => {
  await at('#/explore?m=ilkeston-2019&o=proposed-16&n=120&v=1');
  const { page } = open;
  const files: Download[] = [];
  page.on('download', (file) => files.push(file));
  await openShare(page);
  await page.getByRole('button', { name: 'Word', exact: true }).click();
  await page.locator('.working').getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped; nothing was saved.').waitFor();
  expect(await page.getByRole('button', { name: 'Word', exact: true }).isEnabled()).toBe(true);
  expect(files).toEqual([]);
});

it('complains of nothing on the way', () => expect(open.complaints).toEqual([]));
