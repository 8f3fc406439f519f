// axe on a page, in either theme: what breaks a rule of WCAG 2.2 A or AA that a program can check.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Every broken rule, with where; in the second theme only what depends on colours can differ. `but`: what is looked at elsewhere, as
 * the hundreds of rows of a table that was whole there.
 */
export async function broken(page: Page, but?: string): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // A transition would be measured half way.
    await page.waitForFunction(() => document.getAnimations().length === 0);
    const runOnly =
      colorScheme === 'light'
        ? { type: 'tag' as const, values: RULES }
        : { type: 'rule' as const, values: ['color-contrast'] };
    const results = (await page.evaluate(
      ([only, exclude]) =>
        (window as unknown as { axe: { run(at: Document | object, how: object): unknown } }).axe.run(
          exclude ? { exclude: [exclude] } : document,
          { runOnly: only, resultTypes: ['violations'] },
        ),
      [runOnly, but] as const,
    )) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(0);
    for (const { id, nodes } of results.violations)
      for (const { html, any } of nodes)
        found.push(
          `${colorScheme} ${id}: ${html.slice(0, 160)} ${any
            .map(({ message }) => message)
            .join(' ')
            .slice(0, 200)}`,
        );
  }
  return found;
}
