// Time is seen: the picture dims at night while it is played slowly, and where it is played fast its pipes carry a pattern instead of people.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAtRest, playByHand } from './clock-by-hand.ts';
import { settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openAtRest('#/explore?m=ilkeston-2019&o=today&n=2&d=118&v=1');
  await settled(open.page);
  await open.page.waitForSelector('canvas.scene-people');
});
afterAll(() => open?.close());

/** Plays so many frames of so many milliseconds; of each, the hour of the day and how opaque the empty corner of the map is. */
const corner = (frames: number, milliseconds: number) =>
  open.page.evaluate(
    async ([count, each]) => {
      const seen: { hour: number; opaque: number }[] = [];
      for (let frame = 0; frame < count; frame++) {
        await window.frame(each);
        const { canvas, day } = window.onward.painted()[0];
        const opaque = canvas.getContext('2d')!.getImageData(1, 1, 1, 1).data[3];
        seen.push({ hour: (day % 1) * 24, opaque });
      }
      return seen;
    },
    [frames, milliseconds] as const,
  );
const isNight = ({ hour }: { hour: number }) => hour < 4.9 || hour > 21.1;
const isDay = ({ hour }: { hour: number }) => hour > 8.1 && hour < 17.9;

describe('at night', () => {
  it.each([0.5, 1, 2])('at %s days a second the ground dims, and is clear by day', async (speed) => {
    await playByHand(open.page, speed);
    const seen = await corner(50, 50 / speed);
    expect(seen.filter(isNight).length).toBeGreaterThan(5);
    expect(seen.filter(isDay).length).toBeGreaterThan(5);
    for (const { opaque } of seen.filter(isNight)) expect(opaque).toBeGreaterThan(20);
    for (const { opaque } of seen.filter(isDay)) expect(opaque).toBe(0);
  });

  it('faster than that it does not', async () => {
    await playByHand(open.page, 4);
    const seen = await corner(40, 20);
    expect(seen.filter(isNight).length).toBeGreaterThan(5);
    expect(seen.map(({ opaque }) => opaque)).toEqual(seen.map(() => 0));
  });
});

describe('the pipes', () => {
  const pattern = () => open.page.$eval('.scene-flow', (one) => getComputedStyle(one).visibility);

  it('carry a pattern at ten days a second and more, when nobody glides', async () => {
    await playByHand(open.page, 14);
    await open.page.evaluate(() => window.frame(16));
    expect(await pattern()).toBe('visible');
    await playByHand(open.page, 7);
    await open.page.evaluate(() => window.frame(16));
    expect(await pattern()).toBe('hidden');
  });
});

describe('people on their way', () => {
  /** Whether anybody is just right of the hospital, where there is nothing but pipes, in each of so many frames. */
  const onTheWay = (frames: number) =>
    open.page.evaluate(async (count) => {
      const seen: boolean[] = [];
      for (let frame = 0; frame < count; frame++) {
        await window.frame(25);
        const { canvas } = window.onward.painted()[0];
        const corner = canvas.getBoundingClientRect();
        const box = document.querySelector('[data-station="acute"] rect')!.getBoundingClientRect();
        const [x, y] = [box.right - corner.left + 4, box.top - corner.top].map(Math.round);
        const { data } = canvas.getContext('2d')!.getImageData(x!, y!, 12, Math.round(box.height));
        seen.push(data.some((value, at) => at % 4 === 3 && value > 0));
      }
      return seen;
    }, frames);

  it('are seen at seven days a second, and nobody at fourteen', async () => {
    await playByHand(open.page, 7);
    await onTheWay(10);
    expect((await onTheWay(30)).filter(Boolean).length).toBeGreaterThan(10);
    await playByHand(open.page, 14);
    await onTheWay(10);
    expect((await onTheWay(30)).filter(Boolean)).toEqual([]);
  });

  it('arrive in 0.4 to 0.8 seconds, also where the day stands still', async () => {
    await playByHand(open.page, 7);
    await onTheWay(30);
    const lastMoveMs = await open.page.evaluate(async () => {
      document.querySelector<HTMLElement>('.transport-play[aria-label="Pause"]')!.click();
      const { canvas } = window.onward.painted()[0];
      let [before, last] = ['', 0];
      for (let frame = 0; frame < 50; frame++) {
        await window.frame(25);
        const now = canvas.toDataURL();
        if (now !== before) last = frame * 25;
        before = now;
      }
      return last;
    });
    expect(lastMoveMs).toBeGreaterThanOrEqual(400);
    expect(lastMoveMs).toBeLessThanOrEqual(800);
  });
});

it('no text is measured in a frame', async () => {
  await playByHand(open.page, 7);
  const measured = await open.page.evaluate(async () => {
    await window.frame(16);
    let count = 0;
    const counting = (of: object, name: string) => {
      const was = Reflect.get(of, name) as (...all: unknown[]) => unknown;
      Reflect.set(of, name, function counted(this: unknown, ...all: unknown[]) {
        count++;
        return was.apply(this, all);
      });
    };
    counting(CanvasRenderingContext2D.prototype, 'measureText');
    counting(OffscreenCanvasRenderingContext2D.prototype, 'measureText');
    counting(SVGTextContentElement.prototype, 'getComputedTextLength');
    counting(SVGGraphicsElement.prototype, 'getBBox');
    for (let frame = 0; frame < 40; frame++) await window.frame(16);
    return count;
  });
  expect(measured).toBe(0);
});

it('Saturdays and Sundays are shaded on the timeline', async () => {
  const background = await open.page.$eval('.transport-weekends', (one) => getComputedStyle(one).backgroundImage);
  const stops = [...background.matchAll(/(rgba?\([^)]*\)) ([\d.]+)%/g)];
  const days = stops.filter(([, colour]) => colour !== 'rgba(0, 0, 0, 0)').map(([, , at]) => (Number(at) * 365) / 100);
  // From the beginning of each to its end; 3 June 2019 was a Monday.
  expect(days.map(Math.round)).toEqual([5, 6, 6, 7]);
});
