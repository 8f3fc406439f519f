// The two files of a PathSimR network as a model: what they say is in it, in either order, and what a model cannot say is listed.
import { describe, expect, it } from 'vitest';
import { compile, coveringEvidence, numberPaths, replicate, rowKeys, placeOfMean } from '../../engine/index.ts';
import { isPathSimRHead, openPathSimR } from '../../formats/pathsimr.ts';
import { openTable } from '../../formats/table-file.ts';
import { CALENDAR, filesOf, HEAD, imported, OUT, SOUND } from './pathsimr-files.ts';

describe('both published pairs', () => {
  it.each([1, 3] as const)('the one of %i service points says what the files say, and runs', async (which) => {
    const { network, calendar } = filesOf(which);
    const { model, problems, understood, chosen } = await imported(network, calendar);
    expect(problems).toEqual([]);
    const rows = network
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const names = rows.slice(1).map(([name]) => name);
    expect(Object.keys(model!.stations)).toEqual(names);
    for (const [metric, node, , , value] of calendar
      .trim()
      .split('\n')
      .map((line) => line.split(','))) {
      if (metric === 'cap') expect(model!.stations[node].beds).toBe(Number(value));
      if (metric === 'ext_arr') expect(model!.streams[node]?.arrivalsPerDay ?? 0).toBe(Number(value));
    }
    for (const [name, ...cells] of rows.slice(1)) {
      const { next, kind } = model!.stations[name] as {
        kind: string;
        next?: { to: string; share?: number; prepare?: object }[];
      };
      if (cells.every((cell) => cell === '')) expect(kind).toBe('exit');
      else
        for (const { to, share = 1, prepare } of next!) {
          expect(share).toBe(Number(cells[names.indexOf(to)]));
          const delay = cells[names.length * 2 + 4 + names.indexOf(to)];
          expect(prepare).toEqual(delay === '' ? undefined : { shape: 'fixed', days: Number(delay.split(';')[0]) });
        }
    }
    expect(understood.join('; ')).toContain(`${which} service point`);
    expect(chosen.join('; ')).toContain('times are in days: the files do not say');
    const program = compile(model!, { option: 'today' });
    const at = placeOfMean(rowKeys(program), 'A', 'leaves');
    expect(replicate(program, 1, 0)[at]).toBeGreaterThan(0.5);
  });

  it('in the other order, and as a sheet of its own encoding, is the same model', async () => {
    const { network, calendar } = filesOf(3);
    const tables = await Promise.all(
      [
        ['calendar.csv', `\ufeff${calendar.replaceAll('\n', '\r\n').replaceAll(',', ';')}`],
        ['network.csv', network],
      ].map(async ([name, text]) => ({ name, table: await openTable(new TextEncoder().encode(text), isPathSimRHead) })),
    );
    expect(openPathSimR(tables, 'days')).toEqual(await imported(network, calendar));
  });

  it('has evidence from its file for every number', async () => {
    const { model } = await imported(filesOf(3).network, filesOf(3).calendar);
    const cover = (path: string) => coveringEvidence(path, model!.evidence);
    expect(numberPaths(model!).filter((path) => cover(path) === null)).toEqual([]);
    const of = (path: string) => model!.evidence![cover(path)!].source;
    expect(of('stations.B.beds')).toBe('From the file calendar.csv');
    expect(of('stations.B.waitingRoom')).toBe('From the file network.csv');
    expect(of('streams.A.arrivalsPerDay')).toBe('From the file calendar.csv');
  });
});

describe('what R calls', () => {
  /** By the midpoint rule over the density. */
  function moments(density: (x: number) => number, most: number): [mean: number, sd: number] {
    const steps = 400_000;
    const sums = [0, 0, 0];
    for (let step = 0; step < steps; step++) {
      const x = (most * (step + 0.5)) / steps;
      for (const power of [0, 1, 2]) sums[power] += ((density(x) * most) / steps) * x ** power;
    }
    const [all, first, second] = sums;
    expect(all).toBeCloseTo(1, 5);
    return [first, Math.sqrt(second - first ** 2)];
  }
  const stayOf = async (shape: string, numbers: string, unit: 'days' | 'hours' = 'days') => {
    const network = SOUND.network.replace('lnorm,1;0.5', `${shape},${numbers}`);
    return (await imported(network, SOUND.calendar, unit)).model!.stations['A'].stay as unknown as Record<
      string,
      number
    >;
  };

  it.each([
    [
      'lnorm',
      '1;0.5',
      'lognormal',
      (x: number) => Math.exp(-((Math.log(x) - 1) ** 2) / 0.5) / (x * 0.5 * Math.sqrt(2 * Math.PI)),
      60,
    ],
    ['gamma', '3;0.5', 'gamma', (x: number) => (0.5 ** 3 * x ** 2 * Math.exp(-x / 2)) / 2, 90],
    ['weibull', '1.5;4', 'weibull', (x: number) => (1.5 / 4) * (x / 4) ** 0.5 * Math.exp(-((x / 4) ** 1.5)), 60],
    ['exp', '0.2', 'exponential', (x: number) => 0.2 * Math.exp(-0.2 * x), 150],
  ])('%s %s has the mean and spread of its density', async (shape, numbers, ours, density, most) => {
    const stay = await stayOf(shape, numbers);
    const [mean, sd] = moments(density, most);
    expect(stay.shape).toBe(ours);
    expect(stay.meanDays).toBeCloseTo(mean, 3);
    expect(stay.sdDays ?? stay.meanDays).toBeCloseTo(sd, 2);
  });

  it('unif is uniform, of no width fixed, and times in hours are days over 24', async () => {
    expect(await stayOf('unif', '2;5')).toEqual({ shape: 'uniform', leastDays: 2, mostDays: 5 });
    expect(await stayOf('UNIF', '2;2')).toEqual({ shape: 'fixed', days: 2 });
    expect(await stayOf('exp', '0.5', 'hours')).toEqual({ shape: 'exponential', meanDays: 0.08333333333 });
    const days = await stayOf('lnorm', '1;0.5');
    const hours = await stayOf('lnorm', '1;0.5', 'hours');
    expect(hours.meanDays * 24).toBeCloseTo(days.meanDays, 7);
    const { model } = await imported(SOUND.network, SOUND.calendar, 'hours');
    expect(model!.streams['A'].arrivalsPerDay).toBe(48);
  });
});

describe('the calendar', () => {
  const withCalendar = (lines: string, unit: 'hours' | 'days' = 'hours') =>
    imported(SOUND.network, `${CALENDAR}${lines}`, unit);

  it('of a day in hours: arrivals by the hour of the week, places as dated changes', async () => {
    const { model, problems, understood } = await withCalendar(
      'cap,A,0,8,5\ncap,A,8,20,9\ncap,A,20,24,5\ncap,B,0,NA,4\next_arr,A,0,6,1\next_arr,A,6,24,3\next_arr,B,0,,0\n',
    );
    expect(problems).toEqual([]);
    const { arrivalsPerDay, weekdayFactors } = model!.streams['A'];
    expect(arrivalsPerDay).toBe(60);
    expect(weekdayFactors!.length).toBe(168);
    expect([5, 6, 29, 30].map((hour) => (weekdayFactors![hour] * arrivalsPerDay!) / 24)).toEqual([1, 3, 1, 3]);
    const { warmUpDays, runDays } = model!.calendar;
    const [today, { id, changes }] = model!.options!;
    expect([today.changes, id]).toEqual([undefined, 'by-calendar']);
    expect(understood.join('\n')).toContain('as the option by-calendar has them');
    // (5 × 8 + 9 × 12 + 5 × 4) / 24
    expect(model!.stations['A'].beds).toBe(7);
    expect(changes!.length).toBe(2 * (warmUpDays + runDays) + 1);
    expect(changes!.length).toBeLessThanOrEqual(500);
    expect(changes!.slice(0, 3).map(({ atDay, set }) => [(atDay! + warmUpDays) * 24, set])).toEqual([
      [0, { 'stations.A.beds': 5 }],
      [expect.closeTo(8, 6), { 'stations.A.beds': 9 }],
      [expect.closeTo(20, 6), { 'stations.A.beds': 5 }],
    ]);
    const program = compile(model!, { option: 'by-calendar' });
    const most = placeOfMean(rowKeys(program), 'A', 'occupancy');
    // More come than there are places for, so the mean of the places is what is held, and a little more while some still are there.
    expect(replicate(program, 1, 0)[most]).toBeGreaterThan(6.5);
    expect(replicate(program, 1, 0)[most]).toBeLessThan(8);
  });

  it('that does not repeat with the week is a mean of each day, said to be one, and as many people come as it says', async () => {
    const { model, problems, unsaid } = await withCalendar(
      'cap,A,0,,Inf\ncap,B,0,,Inf\next_arr,A,0,5.5,0\next_arr,A,5.5,10,20\n',
      'days',
    );
    expect(problems).toEqual([]);
    expect(unsaid.join('\n')).toContain('each day has its mean: A');
    expect(model!.streams['A'].meansPerDay!.means.slice(4, 11)).toEqual([0, 10, 20, 20, 20, 20, 0]);
    const program = compile(model!, { option: 'today' });
    const at = placeOfMean(rowKeys(program), 'A', 'starts');
    const { warmUpDays, runDays } = model!.calendar;
    const opened = (day: number) => 4.5 * Math.floor(day / 10) + Math.max(0, (day % 10) - 5.5);
    const expected = 20 * (opened(warmUpDays + runDays) - opened(warmUpDays));
    const runs = 20;
    let people = 0;
    for (let run = 0; run < runs; run++) people += replicate(program, 3, run)[at] * runDays;
    // Four standard errors of a Poisson count.
    expect(Math.abs(people - runs * expected)).toBeLessThan(4 * Math.sqrt(runs * expected));
  });

  it('whose changes are too many for a document is refused', async () => {
    const minutes = Array.from({ length: 2400 }, (_one, at) => `cap,A,${at / 4},${(at + 1) / 4},${at % 2}\n`).join('');
    const { model, problems } = await withCalendar(`${minutes}cap,B,0,,4\next_arr,A,0,,1\n`);
    expect(model).toBeUndefined();
    expect(problems[0].found).toContain('500 changes');
  });
});

describe('what is not said is listed', () => {
  it('delays nobody has, queues nobody joins, shares that miss 1, lines of arrivals that are missing', async () => {
    const network = `${HEAD}A,0,0.3333333,0.6666666,exp,1,Inf,2,exp,exp,,1,4,\nB,0,0,1,exp,1,3,2,,,,,,\n${OUT}`;
    const { unsaid, chosen, understood, model } = await imported(
      network,
      `${CALENDAR}cap,A,0,,5\ncap,B,0,,4\next_arr,A,0,,2\n`,
    );
    expect(unsaid.join('\n')).toMatch(
      /nobody goes: A to A\n.*missed 1.*: A\ninternal queues that nobody can join: A\n.*before the queue \(A to B\)/,
    );
    expect(chosen.join('\n')).toContain('no line of arrivals: B');
    expect(understood.join('\n')).toContain('a place of its own, left when there is a place behind it: B');
    expect(model!.stations['queue-B']).toMatchObject({ kind: 'ward', beds: 2, next: [{ to: 'B' }] });
    expect(model!.stations['A'].next).toMatchObject([{ to: 'queue-B' }, { to: 'out' }]);
  });

  it('names that a document cannot have get ids of their own, and keep their labels', async () => {
    const rename = (text: string) =>
      text
        .replace(/\bA\b/g, 'Ward 1 (a&e)')
        .replace(/\bB\b/g, 'need')
        .replace(/\bout\b/g, 'all');
    const { model, problems } = await imported(rename(SOUND.network), rename(SOUND.calendar));
    expect(problems).toEqual([]);
    expect(Object.entries(model!.stations).map(([id, { label }]) => [id, label])).toEqual([
      ['Ward-1-a-e-', 'Ward 1 (a&e)'],
      ['need-2', 'need'],
      ['all-2', 'all'],
    ]);
  });
});
