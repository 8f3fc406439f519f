// A walk through every view of several models: no error appears anywhere.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/address/views.ts';
import { goToView, openPage, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help', { reducedMotion: 'no-preference' });
});
afterAll(() => open?.close());

/** One of each kind: the study, the county with its localities, one with prices, and one that has almost nothing. */
it.each([
  'm=ilkeston-2019&o=proposed-16&n=2&v=1',
  'm=leicester-leicestershire-rutland-2018&o=today&n=2&v=1',
  'm=costs&o=more-at-home&n=2&v=1',
  'm=fewer-beds&n=2&v=1',
])('no view of %s complains', async (link) => {
  for (const { view } of views) {
    await goToView(open.page, view, isOfModel(view) ? link : '');
    if (isOfModel(view)) await viewDone(open.page);
  }
  expect(open.complaints).toEqual([]);
});

it('nor do real weeks that lie outside the run, some or all', async () => {
  const { page } = open;
  await goToView(page, 'assumptions', 'm=ilkeston-2019&n=2&v=1');
  await viewDone(page);
  for (const first of ['2001-01-01', '2019-03-18', '2031-01-06']) {
    const days = Array.from({ length: 10 }, (_, week) => new Date(Date.parse(first) + week * 7 * 864e5));
    const text = days.map((day, at) => `${day.toISOString().slice(0, 10)}, ${at + 3}`).join('\n');
    await page.getByLabel('Real weeks: date and people waiting').fill(text);
    await page.getByRole('button', { name: 'Compare with the model' }).click();
    await page.waitForSelector('[data-fit]:not([data-fit="awaited"]) .chart-line', { state: 'attached' });
  }
  expect(open.complaints).toEqual([]);
});
