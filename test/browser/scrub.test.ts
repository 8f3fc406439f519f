// The map is true: on any day, at rest or playing, its counts are the engine's own state, not those of a drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  readModel,
  UNLIMITED,
  verbNumbers,
  type Program,
  type RunRequest,
  type Trace,
} from '../../engine/index.ts';
import { censusAt, watch } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { byPerson } from '../ui/days-by-person.ts';
import { dayNow, openPage, settled, type OpenPage } from './page.ts';

const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;
const { seed } = model.experiment;

let open: OpenPage;
beforeAll(async () => void (open = await openPage('', { reducedMotion: 'no-preference' })));
afterAll(() => open?.close());

type Counts = Record<string, Record<string, string>>;

/** Both tables and all labels at one instant, so that no frame comes between them. */
const read = () =>
  open.page.evaluate(() => {
    const table: Record<string, Record<string, string>> = {};
    for (const cell of document.querySelectorAll<HTMLElement>('.map-table td')) {
      const { station, measure, value } = cell.dataset;
      // A census does not say for how long; test/browser/county.test.ts compares that with the people themselves.
      if (station === undefined || measure === 'overWeek') continue;
      (table[station] ??= {})[measure!] = value!;
    }
    const labels: Record<string, Record<string, string>> = {};
    for (const part of document.querySelectorAll<SVGElement>('.scene-box [data-measure]')) {
      const station = part.closest<SVGElement>('.scene-box')!.dataset.station!;
      // In how many words it is said depends on the room there is; how many people it is does not.
      const isElsewhere = part.dataset.measure === 'elsewhere';
      (labels[station] ??= {})[part.dataset.measure!] = isElsewhere
        ? String(Number.parseInt(part.textContent!, 10))
        : part.textContent!;
    }
    return { day: Number(document.querySelector<HTMLElement>('.map-table table')!.dataset.day), table, labels };
  });

const services = (program: Program) =>
  program.network.stationIds.map((id, s) => ({ id, s })).filter(({ s }) => !program.network.isExit[s]);

/** What the table should say, from a run of the engine without the page. */
function tableFor(program: Program, day: number): Counts {
  const { occupancy, delayed, waiting, places } = censusAt(program, seed, 0, day);
  const rows = services(program).map(({ id, s }) => {
    const hasLimit = places[s] < UNLIMITED;
    const free = String(Math.max(0, places[s] - occupancy[s]));
    const row = {
      inUse: String(occupancy[s]),
      places: hasLimit ? String(places[s]) : 'unlimited',
      free: hasLimit ? free : 'unlimited',
      delayed: String(delayed[s]),
      waiting: String(waiting[s]),
      outside: '0', // everybody comes in by the hospital, which has no limit
    };
    return [id, row] as const;
  });
  return Object.fromEntries(rows);
}

const traces = new WeakMap<Program, Trace>();

/** In Ilkeston only the ward takes people who asked for something else first; by the trace, person by person. */
function peopleElsewhere(program: Program, station: number, day: number): number {
  const trace = traces.get(program) ?? watch(program, seed, 0).trace;
  traces.set(program, trace);
  return byPerson(trace).filter((records) => {
    const at = records.findLast(
      (r) => trace.day[r] <= day && [verbNumbers.MOVE, verbNumbers.LEAVE].includes(trace.verb[r]),
    );
    if (at === undefined || trace.verb[at] === verbNumbers.LEAVE) return false;
    return trace.other[at] === station && trace.value[at] !== station;
  }).length;
}

/** What the labels should say; what is zero, or already said, is left out. */
function labelsFor(program: Program, day: number): Counts {
  const { occupancy, delayed, waiting, places } = censusAt(program, seed, 0, day);
  const rows = services(program).map(({ id, s }) => {
    const label: Record<string, string> = {};
    if (places[s] < UNLIMITED)
      label['in-use'] = `${occupancy[s]} of ${places[s]}${occupancy[s] >= places[s] ? ' full' : ''}`;
    else if (delayed[s] < occupancy[s] || occupancy[s] === 0)
      label['in-use'] = occupancy[s] === 1 ? '1 person' : `${occupancy[s]} people`;
    if (delayed[s] > 0) label.delayed = `${delayed[s]} delayed`;
    if (waiting[s] > 0) label.waiting = `${waiting[s]} waiting`;
    const elsewhere = peopleElsewhere(program, s, day);
    if (elsewhere > 0) label.elsewhere = String(elsewhere);
    return [id, label] as const;
  });
  return Object.fromEntries(rows);
}

async function expectTruth(program: Program): Promise<number> {
  const { day, table, labels } = await read();
  for (const { id } of services(program)) delete labels[id]['over-week'];
  const expected = labelsFor(program, day);
  for (const { id } of services(program))
    // Beside who needs other care there may be no room for the fewest; the table above has them all.
    if (labels[id].elsewhere !== undefined && labels[id].delayed === undefined) delete expected[id].delayed;
  const { home, ...shown } = table;
  expect({ day, table: shown, labels: { ...labels, home: undefined } }).toEqual({
    day,
    table: tableFor(program, day),
    labels: { ...expected, home: undefined },
  });
  expect(Number(home.left)).toBeGreaterThanOrEqual(0);
  return day;
}

async function openAt(settings: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}#/explore?m=ilkeston-2019&${settings}&v=1`);
  await settled(open.page);
  await open.page.click('.map-table summary');
}

const scenes: { name: string; link: string; run: RunRequest }[] = [
  { name: 'today', link: 'o=today', run: { option: 'today' } },
  { name: 'an option whose places change on dates', link: 'o=beds-close-first', run: { option: 'beds-close-first' } },
  {
    name: 'a slider moved on day 83: the past stays, the future differs',
    link: 'o=proposed-18&stations.p2.beds=6&w=stations.p2.beds@83:6',
    run: { option: 'proposed-18', changes: [{ path: 'stations.p2.beds', atDay: 83, value: 6 }] },
  },
];

describe.each(scenes)('$name', ({ link, run }) => {
  const program = compile(model, run);

  it('day by day with the keyboard', async () => {
    await openAt(`${link}&d=82`);
    const { page } = open;
    await page.click('.transport-play'); // pause
    await page.focus('.transport-timeline');
    const days: number[] = [];
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'PageUp',
      'PageUp',
      'ArrowLeft',
      'PageDown',
      'End',
      'ArrowLeft',
      'Home',
    ]) {
      await page.keyboard.press(key);
      const asked = await dayNow(page);
      await page.waitForFunction((day) => document.querySelector(`.map-table table[data-day="${day}"]`), asked);
      days.push(await expectTruth(program));
    }
    expect(new Set(days).size).toBeGreaterThan(7);
    expect([days.at(-3), days.at(-1)]).toEqual([model.calendar.runDays, 0]);
  });

  it('while playing', async () => {
    const { page } = open;
    await page.selectOption('.transport-speed select', '14');
    await page.click('.transport-play');
    const days: number[] = [];
    for (let sample = 0; sample < 3; sample++) {
      const before = (await read()).day;
      await page.waitForFunction((day) => {
        const table = document.querySelector<HTMLElement>('.map-table table')!;
        return Number(table.dataset.day) > day;
      }, before);
      const { day, table } = await read();
      const { home: _, ...shown } = table;
      expect(shown).toEqual(tableFor(program, day));
      days.push(day);
    }
    expect(days.some((day) => !Number.isInteger(day))).toBe(true);
  });
});

it('without a complaint', () => expect(open.complaints).toEqual([]));
