// What the canvas of a run shows, place by place: a bed takes its next sign of waiting when 7 and 21 days are over, free places are outlines, roofs and staff are there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { light } from '../../ui/scene/paint/palette.ts';
import { shippedModel } from '../models/shipped.ts';
import { readyThere } from '../ui/days-by-person.ts';
import { openAtRest, playByHand } from './clock-by-hand.ts';
import { settled, type OpenPage } from './page.ts';

const town = shippedModel('ilkeston-2019');
let open: OpenPage;
beforeAll(async () => void (open = await openAtRest('#/help')));
afterAll(() => open?.close());

async function at(settings: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}#/explore?${settings}&n=2&v=1`);
  await settled(open.page);
  // Until how places are drawn has come, nobody has a lit window.
  await open.page.waitForFunction(
    (lit) => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.scene-people');
      if (!canvas || canvas.width === 0) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((red, i) => i % 4 === 0 && (red << 16) + (data[i + 1]! << 8) + data[i + 2]! === lit);
    },
    Number.parseInt(light.lit.slice(1), 16),
  );
  // So fast that nobody is on the way, and no night falls.
  await playByHand(open.page, DAYS_A_SECOND);
}
const DAYS_A_SECOND = 14;
const HOUR_MS = 1000 / 24 / DAYS_A_SECOND;

/** Runs in the page: plays so many hours, and in the last of them reads each place of a service off the canvas. */
async function places({ station, hours, readHours, hourMs, shades, ink, free }: Asked) {
  const { canvas } = window.onward.painted()[0];
  const context = canvas.getContext('2d')!;
  const from = canvas.getBoundingClientRect();
  const box = document.querySelector(`[data-station="${station}"] rect`)!.getBoundingClientRect();
  const spots: (readonly [x: number, y: number, width: number, height: number])[] = [];
  const stamp = context.drawImage.bind(context);
  context.drawImage = ((image: HTMLCanvasElement, x: number, y: number) => {
    const isInBox = x >= box.left - from.left && x < box.right - from.left && y >= box.top - from.top;
    // Places are taller than wide, other marks are not.
    if (isInBox && y < box.bottom - from.top && image.height > image.width)
      spots.push([x, y, image.width, image.height]);
    stamp(image, x, y);
  }) as typeof context.drawImage;
  const read = ([left, top, width, height]: (typeof spots)[number]) => {
    const { data } = context.getImageData(left, top, width, height);
    const pixel = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
    const hex = (x: number, y: number) => {
      const [red, green, blue] = pixel(x, y).map((one) => one.toString(16).padStart(2, '0'));
      return `#${red}${green}${blue}`.toUpperCase();
    };
    const isPainted = (x: number, y: number) => pixel(x, y)[3]! > 0;
    const all = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const);
    const isOfColour = (colour: string) => all.some(([x, y]) => isPainted(x, y) && hex(x, y) === colour);
    // The upper corners of where the person lies.
    const corners = all.filter(([x, y]) => y > height - width && y < height - width / 2 && hex(x, y) === ink);
    const reach = (y: number) => {
      const row = all.filter((one) => one[1] === y && isPainted(...one)).map(([x]) => x);
      return row.length === 0 ? 0 : (Math.max(...row) - Math.min(...row) + 1) / width;
    };
    const middle = all.filter(
      ([x, y]) => Math.abs(x + 0.5 - width / 2) < width / 5 && Math.abs(y + 0.5 - height + width / 2) < width / 5,
    );
    return {
      shade: Object.keys(shades).filter((name) => isOfColour(shades[name]!)),
      corners: Number(corners.some(([x]) => x < 0.4 * width)) + Number(corners.some(([x]) => x >= 0.6 * width)),
      isEmpty: !middle.some((one) => isPainted(...one)),
      hasEdge: isOfColour(free),
      /** How wide it is above the person, from the top down, as shares of its width. */
      above: Array.from({ length: height - width }, (_, y) => reach(y)).filter((one) => one > 0),
    };
  };
  const seen: { day: number; marks: readonly number[]; places: ReturnType<typeof read>[] }[] = [];
  for (let hour = 0; hour < hours; hour++) {
    spots.length = 0;
    await window.frame(hourMs);
    const { day, marks } = window.onward.painted()[0];
    if (hour >= hours - readHours) seen.push({ day, marks: marks[station]!, places: spots.map(read) });
  }
  Reflect.deleteProperty(context, 'drawImage');
  return seen;
}
interface Asked {
  readonly station: string;
  readonly hours: number;
  readonly readHours: number;
  readonly hourMs: number;
  readonly shades: Readonly<Record<string, string>>;
  readonly ink: string;
  readonly free: string;
}
const colours = { shades: light.late, ink: light.ink, free: light.free };
const play = (station: string, hours = 1, readHours = 1) =>
  open.page.evaluate(places, { station, hours, readHours, hourMs: HOUR_MS, ...colours });

describe('who waits in a bed', () => {
  // In the autumn in which beds close before there is anything else, some wait for weeks.
  const option = 'beds-close-first';
  const program = compile(town, { option });
  const { trace } = watch(program, town.experiment.seed, 0);
  const waits = readyThere(trace, program.network.stationIds.indexOf('acute'));
  /** By hand: the shade of the amber, and how many corners are dark. */
  const signOf = (days: number) => (days > 21 ? 'very long 2' : days > 7 ? 'long 1' : 'short 0');

  it.each([7, 21])('takes its next sign in the hour in which %i days are over, and nobody else does', async (days) => {
    const [from] = waits.find(([since, until]) => since > 20 && since + days < 330 && until > since + days + 0.3)!;
    const turns = from + days;
    await at(`m=${town.id}&o=${option}&d=${Math.floor(turns)}`);
    const seen = await play('acute', Math.floor((turns % 1) * 24) + 4, 8);
    expect(seen[0]!.day).toBeLessThan(turns);
    expect(seen.at(-1)!.day).toBeGreaterThan(turns);
    for (const { day, places: beds } of seen) {
      const there = waits.filter(([since, until]) => since <= day && day < until);
      expect([day, ...beds.map(({ shade, corners }) => `${shade.join()} ${corners}`).sort()]).toEqual([
        day,
        ...there.map(([since]) => signOf(day - since)).sort(),
      ]);
    }
  });
});

describe('a place', () => {
  // By then some are free in every service.
  beforeAll(() => at(`m=${town.id}&o=proposed-16&d=5`));

  it('that is free is an outline, one for each, and nobody lies in it', async () => {
    for (const [station, places] of [
      ['p1', 37],
      ['p2', 11],
      ['p3', 16],
    ] as const) {
      const [{ places: painted, marks }] = await play(station);
      const held = marks[0]! + marks[1]!;
      const free = painted.filter(({ isEmpty }) => isEmpty);
      expect([station, painted.length, free.length]).toEqual([station, places, places - held]);
      expect([station, free.length > 0, free.every(({ hasEdge }) => hasEdge)]).toEqual([station, true, true]);
    }
  });

  it.each([
    ['p3', 'bed'],
    ['p2', 'roof'],
    ['p1', 'roof'],
    ['co-ordinators', 'head'],
  ])('of %s has a %s', async (station, top) => {
    // At noon on a Monday the team is at work.
    if (top === 'head') await at('m=team&o=today&d=119');
    const [{ places: painted }] = await play(station, top === 'head' ? 12 : 1);
    expect(painted.length).toBeGreaterThan(0);
    for (const { above } of painted) {
      const [first, last] = [above[0]!, above.at(-1)!];
      // A headboard is as wide as the bed, a roof grows wide from a point, a head is narrow.
      const is = first > 0.8 ? 'bed' : first < 0.5 && last > 0.7 ? 'roof' : Math.max(...above) < 0.65 ? 'head' : above;
      expect(is).toBe(top);
    }
  });
});

it('complains of nothing', () => {
  // An empty page between two others has no storage for the clock to be stopped in.
  expect(open.complaints.filter((one) => !one.startsWith('SecurityError'))).toEqual([]);
});
