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
