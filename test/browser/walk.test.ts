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
