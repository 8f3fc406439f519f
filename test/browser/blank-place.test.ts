// A blank place is begun on the page of models, by keyboard, with the questions and the usual answers of `onward new`.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blankQuestions, type BlankAnswers } from '../../engine/index.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/start')));
afterAll(() => open?.close());

it('a blank place is begun by keyboard: an answer that cannot be is marked, and the rest is usual', async () => {
  const { page } = open;
  const summary = page.getByText('Begin with a blank place');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the place').fill('Riverside');
  await page.getByLabel('How many people live there').fill('250,000');
  const beds = page.getByLabel('How many beds to recover in are there');
  expect(await beds.getAttribute('placeholder')).toBe(String(usualBedsOf(250_000)));
  await beds.fill('2.5');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.start-field .problem').allTextContents()).toHaveLength(1);
  expect(await page.locator('.start-field .problem').textContent()).toContain('expected a whole number of beds');
  await expect.poll(() => page.url()).toMatch(/#\/start$/);
  await beds.fill('41');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await page.textContent('.model-title')).toBe('Riverside');
  await expect.poll(() => page.url()).toContain('#/explore');
  expect(
    await page
      .getByRole('textbox', { name: /^Beds to recover in/ })
      .first()
      .inputValue(),
  ).toBe('41');
});

it('complained of nothing on the way', () => expect(open.complaints).toEqual([]));

/** As `onward new` would say. */
function usualBedsOf(population: number): number {
  let answers: BlankAnswers = { population };
  for (const { key, usual, isOpen } of blankQuestions)
    if (isOpen(answers)) answers = { ...answers, [key]: answers[key] ?? usual(answers) };
  return answers.beds!;
}
