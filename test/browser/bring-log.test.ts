// Your data, an event log: its unit is asked for, what is wrong is named, it is played as it happened, and it becomes a model at one press.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SOUND } from '../formats/event-log-files.ts';
import { broken } from './axe.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/bring?m=ilkeston-2019&o=today&n=4&v=1');
  await open.page.locator('main#bring h1').waitFor();
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const main = () => open.page.locator('main#bring');
const choose = (name: string, text: string) =>
  main()
    .locator('input[type=file]')
    .setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
const found = () => main().locator('.bring-found[data-told="events"][data-found="true"]').waitFor();
const cellsOf = (station: string) => main().locator(`.bring-now tr[data-station="${station}"] td`).allTextContents();
const seekTo = (hour: number) => main().getByLabel('Moment of the log').fill(String(hour));

it('names what is wrong by line and column, and the model that was open stays', async () => {
  await choose('wrong.csv', SOUND.replace('3,resource_use,cubicle_begins,4,1\n', ''));
  const asked = main().locator('.bring-questions');
  await asked.waitFor();
  expect(await asked.textContent()).toContain('their unit');
  await main().getByLabel('Unit').selectOption('hours');
  await asked.getByText('line 16, column 3 (event)').waitFor();
  expect(await asked.textContent()).toContain('who is in no place');
  expect(await open.page.evaluate(() => window.onward.link())).toContain('m=ilkeston-2019');
});

it('asks for the unit, then says what it understood', async () => {
  await choose('log.csv', SOUND);
  await main().locator('.bring-questions').getByText('their unit').waitFor();
  await main().getByLabel('Unit').selectOption('hours');
  await found();
  expect(await main().locator('.bring-understood').textContent()).toContain(
    'an event log: 17 events of 3 people over 0.375 days',
  );
  expect(await main().locator('.bring-doubts').textContent()).toContain('the log names no date');
});

it('plays it: at a moment its stations have the people that its rows have', async () => {
  const pause = main().getByRole('button', { name: 'Pause' });
  if (await pause.isVisible()) await pause.click();
  await main().locator('.bring-scene canvas.scene-people').waitFor();
  // At a quarter to four: the second in a cubicle, the third waiting since half past three, the first with the doctor.
  await seekTo(3.75);
  await main().getByText('day 1, 03:45').waitFor();
  expect(await cellsOf('cubicle')).toEqual(['1', '2', '1', '15 minutes']);
  expect((await cellsOf('doctor'))[0]).toBe('1');
  await seekTo(0.5);
  await expect.poll(() => cellsOf('cubicle')).toEqual(['1', '2', '0', 'nobody waits']);
  const marks = await open.page.evaluate(() => window.onward.painted().map(({ marks }) => marks));
  expect(marks.some((of) => 'cubicle' in of && of['cubicle'][0] === 1)).toBe(true);
  expect(await broken(open.page)).toEqual([]);
});

it('becomes a model at one press, which runs, and which the browser’s Back leaves', async () => {
  const { page } = open;
  await main().getByRole('button', { name: 'Make it a model' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#/explore'));
  await settled(page);
  await page.getByText(/Understood of log.csv/).waitFor();
  expect(await page.evaluate(() => document.querySelector('.scene-map')!.textContent)).toContain('cubicle');
  await page.goBack();
  await page.waitForFunction(() => window.onward.link().includes('m=ilkeston-2019'));
});
