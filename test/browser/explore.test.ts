// The first visit: the shipped model moves by itself, the finding is there in words, and nothing is asked of anyone else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNow, goToView, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('', { reducedMotion: 'no-preference' })));
afterAll(() => open?.close());

it('opens with the shipped model, moving', async () => {
  const { page } = open;
  await page.waitForSelector('canvas.scene-people');
  const picture = () => page.$eval('canvas.scene-people', (canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const [day, before] = [await dayNow(page), await picture()];
  await expect.poll(() => dayNow(page)).toBeGreaterThan(day);
  expect(await picture()).not.toBe(before);
  expect(await page.title()).toBe('Ilkeston 2019: the right care after acute hospital – Onward');
});

it('ends with whose queue grows, where no average can be given', async () => {
  const headline = open.page.locator('.headline');
  await settled(open.page);
  await headline
    .getByText(/^Today, June 2019: does not settle\. The queue for care at home grows from [\d.]+ to [\d.]+ people/)
    .first()
    .waitFor();
  expect(await headline.textContent()).toMatch(/An average would depend on how long the run is.*100 simulated years/);
  expect(await open.page.locator('.card [data-value]').count()).toBe(0);
});

it('ends with a sentence about people, its range and its limit, where there is an average', async () => {
  const { page, close } = await openPage('#/explore?m=winter&o=today&n=20&v=1');
  await settled(page);
  const finding = page.locator('.headline h1');
  expect(await finding.textContent()).toMatch(
    /^Nothing extra: about [\d.]+ people wait to leave the acute hospital on a/,
  );
  const [value, low, high] = await Promise.all(
    ['data-value', 'data-low', 'data-high'].map(async (name) => Number(await finding.getAttribute(name))),
  );
  expect(low).toBeLessThan(value);
  expect(value).toBeLessThan(high);
  expect(await page.locator('.headline').textContent()).toMatch(
    /likely between [\d.]+ and [\d.]+ people.*20 simulated years.*not wrong inputs/,
  );
  expect(await page.locator('.card [data-value]').count()).toBeGreaterThan(3);
  await close();
});

it('asks nothing outside its own server, and complains of nothing', () => {
  expect(open.requests.filter((address) => !address.startsWith(open.url) && !address.startsWith('data:'))).toEqual([]);
  expect(open.complaints).toEqual([]);
});

it('tells nobody anything on a first visit of what they did not do', async () => {
  expect(await open.page.locator('.problem-note').count()).toBe(0);
});

/** Runs in the page: the colours of every difference in view, with its measure; and what else is in either colour and no control. */
function coloured(within: string) {
  const main = document.querySelector(within)!;
  const probe = document.body.appendChild(document.createElement('i'));
  const [blue, amber] = ['--better', '--worse'].map((name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const has = (one: Element, colour: string | undefined) => {
    const { color, backgroundColor, borderLeftColor, fill, stroke } = getComputedStyle(one);
    const drawn = one instanceof SVGElement ? [fill, stroke] : [color, backgroundColor, borderLeftColor];
    return drawn.some((each) => each === colour);
  };
  const changes = [...main.querySelectorAll('.change')].map((one) => {
    const row = one.closest('[data-row]') ?? one.closest('.card')?.querySelector('[data-row]');
    const parts = [one, ...one.querySelectorAll('*')];
    return {
      said: `${row?.getAttribute('data-row')}: ${one.textContent}`,
      isBlue: parts.some((part) => has(part, blue)),
      isAmber: parts.some((part) => has(part, amber)),
    };
  });
  const others = [...main.querySelectorAll('*')].filter(
    (one) => !one.closest('.change, .world-shape, .slider-row, a, button, input, select, progress'),
  );
  const worlds = [...main.querySelectorAll('.world-shape')].map((one) => ({
    kind: one.classList.item(2)!,
    isBlue: has(one, blue),
    isAmber: has(one, amber),
  }));
  // Of a part of a bar what it shows, and the heading it stands under.
  const told = (one: Element) =>
    `${one.getAttribute('class')} ${one.getAttribute('data-of')}: ${one.closest('section')?.querySelector('h3')?.textContent}`;
  return {
    changes,
    worlds,
    blue: others.filter((one) => has(one, blue)).map(told),
    amber: others.filter((one) => has(one, amber)).map(told),
  };
}

describe.each([
  [9, 'better'],
  [1, 'worse'],
])(
  'with %i supportive beds, blue stands on what is better and amber on who waits, and on nothing else',
  (beds, word) => {
    it.each(['explore', 'outcomes', 'compare'] as const)('in %s', async (view) => {
      const { page } = open;
      const asked = `m=ilkeston-2019&o=today&n=20&stations.p2.beds=${beds}&x=*&v=1`;
      if (view === 'explore') await page.goto('about:blank').then(() => page.goto(`${open.url}#/explore?${asked}`));
      else await goToView(page, view, asked);
      if (view === 'compare') {
        await page.waitForSelector('.compare[data-status="done"] [data-weeks="there"]');
        // They come last of all.
        await page.waitForSelector('.worlds-beside [data-happens]');
      } else await settled(page);
      // Explore stays behind the others, hidden.
      const main = view === 'explore' ? 'main' : `main#${view}`;
      await page.waitForSelector(`${main} .change`, { state: 'attached' });
      const { changes, worlds, blue, amber } = await page.evaluate(coloured, main);
      expect(changes.some(({ said }) => said.includes(word))).toBe(true);
      const isWait = (said: string) => /^\w+\/(delay|wait|stayDays)/.test(said);
      expect(changes.map(({ said, isBlue, isAmber }) => [said, isBlue, isAmber])).toEqual(
        changes.map(({ said }) => [said, said.includes('better'), said.includes('worse') && isWait(said)]),
      );
      if (view === 'compare') expect(worlds.map(({ kind }) => kind)).toContain(`world-${beds > 3 ? 'fewer' : 'more'}`);
      expect(worlds.map(({ kind, isBlue, isAmber }) => [kind, isBlue, isAmber])).toEqual(
        worlds.map(({ kind }) => [kind, kind === 'world-fewer', kind === 'world-more']),
      );
      // Explore has a picture of its own, in which a slider that was moved is blue as well.
      if (view === 'explore') return;
      expect(blue).toEqual([]);
      expect(amber.length).toBeGreaterThan(0);
      for (const one of amber) expect(one).toMatch(/wait|delay|ready to leave/i);
    });

    it('in Present, the line through the year', async () => {
      const { page } = open;
      await page.goto('about:blank');
      await page.goto(`${open.url}#/present?m=ilkeston-2019&o=today&n=20&stations.p2.beds=${beds}&show=year&v=1`);
      const year = page.locator(`.stage-year[data-tone="${word}"]`);
      await year.locator('.chart-line').first().waitFor();
      const [line, blue] = await year.evaluate((one) => [
        getComputedStyle(one.querySelector('.chart-line')!).stroke,
        getComputedStyle(one).getPropertyValue('--better').trim(),
      ]);
      const isBlue = await page.evaluate(
        ([a, b]) => {
          const probe = document.body.appendChild(document.createElement('i'));
          probe.style.color = b!;
          const same = getComputedStyle(probe).color === a;
          probe.remove();
          return same;
        },
        [line, blue],
      );
      expect(isBlue).toBe(word === 'better');
    });
  },
);
