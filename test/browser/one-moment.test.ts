// One moment: in every frame, at every speed, the marks, the words of the boxes, the large numbers, the table and the date say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, readModel, verbNumbers } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { daysByPerson } from '../ui/days-by-person.ts';
import { openAtRest, playByHand } from './clock-by-hand.ts';
import { settled, type OpenPage } from './page.ts';

const SPEEDS = [0.5, 1, 2, 4, 7, 14, 30];
const FRAMES = 40;
/** Sixty a second. */
const FRAME_MS = 1000 / 60;

/** Runs in the page: plays so many frames and says where two of the page's parts differ in one of them, and what moved at all. */
async function differences([frames, milliseconds]: readonly [number, number]) {
  const differ: string[] = [];
  const seen = new Set<string>();
  /** The day of each frame, and the days waited that the page says it has come to, by map. */
  const waited: (readonly [number, ...number[]])[] = [];
  const numberIn = (text: string) => Number.parseInt(text.replaceAll(',', ''), 10);
  for (let frame = 0; frame < frames; frame++) {
    await window.frame(milliseconds);
    const says = (what: string, said: number, marks: number, day: number) => {
      if (said !== marks) differ.push(`day ${day.toFixed(3)}: ${what} says ${said}, marks are ${marks}`);
    };
    for (const { canvas, day, marks, queues } of window.onward.painted()) {
      const map = canvas.parentElement!;
      const of = map.dataset.of ?? '';
      seen.add(`${of}${day}`);
      for (const box of map.querySelectorAll<SVGElement>('[data-station]')) {
        const id = box.dataset.station!;
        const [inCare, delayed, outside, elsewhere] = marks[id];
        const part = (measure: string) => box.querySelector(`[data-measure="${measure}"]`)?.textContent;
        const [inUse, wait] = [part('in-use'), part('delayed')];
        if (inUse !== undefined) says(`${of} box ${id}`, numberIn(inUse), inCare! + delayed!, day);
        if (wait !== undefined) says(`${of} box ${id} delayed`, numberIn(wait), delayed!, day);
        // What the box leaves out is nobody.
        else if (inUse !== undefined && part('over-week') !== undefined)
          says(`${of} box ${id} delayed`, 0, delayed!, day);
        const waiting = part('waiting');
        // Those who wait are at the door as an outline, or stand outside themselves.
        if (waiting !== undefined) says(`${of} box ${id} waiting`, numberIn(waiting), queues[id] + outside!, day);
        const wrong = part('elsewhere');
        if (wrong !== undefined) says(`${of} box ${id} in the wrong place`, numberIn(wrong), elsewhere!, day);
        // A row of a presentation may have no room to say it.
        else if (of === '' && inUse !== undefined) says(`${of} box ${id} in the wrong place`, 0, elsewhere!, day);
        const tray = /(\d[\d,]*) waiting outside/.exec(box.textContent!)?.[1];
        if (tray !== undefined) says(`${of} tray ${id}`, numberIn(tray), outside!, day);
      }
      const large = document.querySelector<HTMLElement>(`.stage-now[data-of="${of}"]`);
      if (large) {
        says(`${of} large number`, numberIn(large.querySelector('b')!.textContent!), marks.acute![1], day);
        says(`${of} day of the large number`, Number(large.dataset.day), day, day);
      }
      const { days, today, option } = document.querySelector<HTMLElement>('.days-waited')?.dataset ?? {};
      waited.push([day, ...[days, today, option].flatMap((one) => (one === undefined ? [] : [Number(one)]))]);
      const date = document.querySelector<HTMLElement>('.transport-date');
      says('the date', Number(date!.dataset.day), Math.floor(day), day);
      for (const cell of document.querySelectorAll<HTMLElement>('.map-table td[data-station]')) {
        const [inCare, delayed, outside] = marks[cell.dataset.station!];
        const shown = { inUse: inCare! + delayed!, delayed: delayed!, outside: outside! }[cell.dataset.measure!];
        if (shown !== undefined)
          says(`table ${cell.dataset.station} ${cell.dataset.measure}`, Number(cell.dataset.value), shown, day);
      }
    }
  }
  return { differ, moments: seen.size, waited };
}

const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;
/** Of the option on the one map, and of both on two: today first. */
const runOf = (option: string) => {
  const program = compile(model, { option });
  return { trace: watch(program, model.experiment.seed, 0).trace, acute: program.network.stationIds.indexOf('acute') };
};
const daysWaited = ({ trace, acute }: ReturnType<typeof runOf>, day: number) =>
  daysByPerson(trace, acute, verbNumbers.READY, day);

describe.each([
  ['Explore', '#/explore?m=ilkeston-2019&o=today&n=4&d=200&v=1', ['today']],
  ['two maps in Present', '#/present?m=ilkeston-2019&o=proposed-16&n=4&d=200&show=both&v=1', ['today', 'proposed-16']],
])('%s', (_, at, options) => {
  const maps = options.length;
  const traces = options.map(runOf);
  let open: OpenPage;
  beforeAll(async () => {
    open = await openAtRest(at);
    await open.page.waitForFunction((n) => document.querySelectorAll('canvas.scene-people').length === n, maps);
    if (maps === 1) await settled(open.page);
    else await open.page.waitForSelector('.stage[data-status="done"] .stage-maps[data-behind="false"]');
  });
  afterAll(() => open?.close());

  it.each(SPEEDS)('at %s days a second', async (speed) => {
    await playByHand(open.page, speed);
    const { differ, moments, waited } = await open.page.evaluate(differences, [FRAMES, FRAME_MS] as const);
    expect(differ).toEqual([]);
    for (const [day, ...said] of waited)
      expect([day, ...said]).toEqual([day, ...traces.map((one) => Math.floor(daysWaited(one, day) + 1e-6))]);
    // Every frame was of a day of its own, in every map: the clock did move.
    expect(moments).toBeGreaterThanOrEqual(maps * (FRAMES - 1));
  });
});
