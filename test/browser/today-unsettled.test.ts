// Where only today does not settle: no view says, draws or colours an average of it, and the option keeps its own.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goToView, openPage, settled, type OpenPage } from './page.ts';

const ASKED = 'm=ilkeston-2019&o=proposed-16&k=busy-winter&n=40&v=1';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/explore?${ASKED}`);
  await settled(open.page);
});
afterAll(() => open?.close());

it('says on the cards of Explore that it is today, not the number above it, that does not settle', async () => {
  const card = open.page.locator('.card', { hasText: 'People waiting' });
  await card.getByText('today does not settle').waitFor();
  expect(await card.locator('[data-value]').count()).toBe(1);
});

it('has in Outcomes no number and no bar of today', async () => {
  const { page } = open;
  await goToView(page, 'outcomes', ASKED);
  await settled(page);
  const where = page.getByRole('region', { name: 'Where people are' });
  const said = await where.locator('p').first().textContent();
  expect(said).toMatch(/^About \d+ at home, about \d+ in a bed, about \d+ waiting to leave\.$/);
  expect(await where.locator('.bar.option .stretch').count()).toBeGreaterThan(2);
  expect(await page.locator('main#outcomes .bars .bar.today').count()).toBeGreaterThan(5);
  expect(await page.locator('main#outcomes .bars .bar.today .stretch').count()).toBe(0);
});
