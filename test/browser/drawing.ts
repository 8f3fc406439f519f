// The drawing of a model in a real browser, as a test reads it: judged or not, what is selected, and the document that runs.
import type { Locator, Page } from 'playwright-core';
import type { Model } from '../../engine/index.ts';
import type { OpenPage } from './page.ts';

export const checked = (page: Page) => page.waitForSelector('.build[data-status="done"]');
export const standing = (page: Page) => page.getAttribute('.build-standing', 'data-state');
export const panel = (page: Page): Locator => page.locator('.build-panel');

/** Build, with nothing in it, from a model that is open. */
export async function drawNothing({ page, url }: OpenPage): Promise<Page> {
  await page.goto('about:blank');
  await page.goto(`${url}#/build?m=place-of-100000&n=8&v=1`);
  await page.evaluate(() => localStorage.clear());
  await checked(page);
  await page.getByRole('button', { name: 'Start with nothing' }).click();
  await checked(page);
  return page;
}

export const add = (page: Page, kind: string) =>
  page.getByRole('group', { name: 'Add to the drawing' }).getByRole('button', { name: kind }).click();

/** The document that runs, as this browser keeps it; nothing before one of one's own runs. */
export const running = (page: Page): Promise<Model | undefined> =>
  page.evaluate(() => {
    const work = localStorage.getItem(`onward.work.${sessionStorage.getItem('onward.tab')}`);
    const about = JSON.parse(work?.replace(/^\d+\.\w+\./, '') ?? '{}') as { print?: string };
    return JSON.parse(localStorage.getItem(`onward.document.${about.print}`) ?? 'null') ?? undefined;
  });
