// `onward import` of a PathSimR network, its two files in either order, and of an event log, and `onward export` of one: what they say, and how they end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SOUND } from '../formats/event-log-files.ts';
import { filesOf } from '../formats/pathsimr-files.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const write = (name: string, text: string): string => scratch.file(name, text);
const pair = filesOf(3);
const network = write('network.csv', pair.network);
const calendar = write('calendar.csv', pair.calendar);

it('writes one model of both, which the terminal runs', async () => {
  const to = join(scratch.folder, 'network.json');
  const { code, stderr } = await onward(['import', calendar, network, '--to', to]);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(
    /^Understood: “A network of A, B, C”; a PathSimR network and its calendar; 3 service points, 1 exit/,
  );
  expect(stderr).toContain('Chosen here: times are in days: the files do not say');
  const ran = await onward(['run', to, '--replications', '2', '--quiet']);
  expect(ran.code, ran.stderr).toBe(0);
  const other = await onward(['import', network, calendar, '--as', 'pathsimr']);
  expect(other.stdout).toBe(readFileSync(to, 'utf8'));
  const inHours = await onward(['import', network, calendar, '--unit', 'hours']);
  const rates = [other, inHours].map(({ stdout }) => JSON.parse(stdout).streams.A.arrivalsPerDay as number);
  expect(rates[1]).toBeCloseTo(24 * rates[0], 9);
});

it('without one of them, with a wrong number, or as another kind says what to do, and ends with 2', async () => {
  const bad = write('bad.csv', pair.calendar.replace(/(cap,B,0,,)\d+/, '$1-15'));
  for (const [args, said] of [
    [[network], 'found     a network, no calendar'],
    [[calendar], 'found     no network, a calendar'],
    [[network, bad], 'bad.csv, line 3, column 5 (value)'],
    [[network, calendar, '--as', 'pathsim'], 'Did you mean pathsimr?'],
    [[network, calendar, '--as', 'workbook'], 'Import one workbook at a time.'],
    [[network, calendar, '--unit', 'years'], 'minutes, hours, days, weeks'],
    [[network, join(scratch.folder, 'none.csv')], 'cannot be read (ENOENT)'],
  ] as const) {
    const { code, stdout, stderr } = await onward(['import', ...args]);
    expect([code, stdout], stderr).toEqual([2, '']);
    expect(stderr).toContain(said);
  }
});

it('recognises an event log, asks for its unit, and writes a model that runs', async () => {
  const log = write('log.csv', SOUND);
  const asked = await onward(['import', log]);
  expect([asked.code, asked.stdout]).toEqual([2, '']);
  expect(asked.stderr).toMatch(
    /the times\n +found +numbers from 0 to 9.*\n.*their unit\n +hint +Give --unit: the log lasts/,
  );
  const to = join(scratch.folder, 'mined.json');
  const { code, stderr } = await onward(['import', log, '--unit', 'hours', '--to', to]);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/^Understood: “A first model from log.csv”; an event log: 17 events of 3 people/);
  const said = await onward(['import', log, '--unit', 'hours', '--as', 'events']);
  expect(said.stdout).toBe(readFileSync(to, 'utf8'));
  const ran = await onward(['run', to, '--replications', '2', '--quiet']);
  expect(ran.code, ran.stderr).toBe(0);
  const wrong = await onward(['import', write('wrong.csv', SOUND.replace('event_type', 'type')), '--unit', 'hours']);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('a column event_type: what kind of event it is');
});

it('a run goes out as an event log and comes back as a model, with its dates, unasked', async () => {
  const model = write('small.json', JSON.stringify(smallModel));
  const log = join(scratch.folder, 'run.csv');
  const out = await onward([
    'export',
    model,
    '--as',
    'events',
    '--to',
    log,
    '--seed',
    '3',
    '--set',
    'stations.p1.places=20',
  ]);
  expect([out.code, out.stdout], out.stderr).toEqual([0, '']);
  const rows = readFileSync(log, 'utf8').trim().split('\r\n');
  expect(rows[0]).toBe('entity_id,event_type,event,time,pathway,run,resource_id,exit,timestamp');
  expect(out.stderr).toContain(
    `${rows.length - 1} events, times in minutes from the start of the warm-up, which ends at 43200 minutes`,
  );
  const back = await onward(['import', log]);
  expect(back.code, back.stderr).toBe(0);
  const { calendar, needs } = JSON.parse(back.stdout) as { calendar: { startDate: string }; needs: object };
  expect([calendar.startDate, Object.keys(needs).toSorted()]).toEqual(['2023-12-02', ['p1', 'p2']]);
  const inHours = await onward([
    'export',
    model,
    '--as',
    'events',
    '--to',
    join(scratch.folder, 'hours.csv'),
    '--unit',
    'hours',
    '--replications',
    '2',
  ]);
  expect(inHours.stderr).toContain('which ends at 720 hours');
  for (const [args, said] of [
    [['--as', 'event'], 'Did you mean events?'],
    [['--seed', '3'], 'Leave --seed out, or add --as events.'],
    [['--as', 'events', '--to', log], 'already exists'],
    [['--as', 'events', '--to', 'log.xlsx'], 'Give it the ending .csv or .parquet.'],
    [['--as', 'events', '--unit', 'years'], 'minutes, hours, days, weeks'],
  ] as const) {
    const { code, stderr } = await onward(['export', model, ...args]);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(said);
  }
});

it('exports a table of months with a dictionary beside it, and refuses what does not belong to one', async () => {
  const model = write('months-model.json', JSON.stringify(smallModel));
  const to = join(scratch.folder, 'plan.csv');
  const args = ['export', model, '--as', 'months', '--replications', '2', '--to'];
  const { code, stderr } = await onward([...args, to]);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('of today, averages over 2 simulated periods');
  const [head, first] = readFileSync(to, 'utf8').split(/\r?\n/);
  expect(head).toBe('option,station,pathway,month,expectedDemand,capacity,started,places,waiting');
  // A name that a spreadsheet would take for a formula is words.
  expect(first).toMatch(/^today,p1,"'=Care, ""at home""",\d{4}-\d\d,\d/);
  expect(readFileSync(join(scratch.folder, 'plan-dictionary.csv'), 'utf8')).toMatch(
    /^plan,expectedDemand,people a month,/m,
  );
  for (const [more, said] of [
    [[to], 'already exists'],
    [[join(scratch.folder, 'plan.xlsx')], 'Give it the ending .csv or .parquet.'],
    [[join(scratch.folder, 'short.csv'), '--set', 'calendar.runDays=20'], 'at least one whole month'],
    [[join(scratch.folder, 'unit.csv'), '--unit', 'hours'], 'Leave --unit out, or write --as events.'],
  ] as const) {
    const refused = await onward([...args, ...more]);
    expect(refused.code, refused.stderr).toBe(2);
    expect(refused.stderr).toContain(said);
  }
});

it('a plan by month goes into a model that is named, with its own names, and stands beside what the model says', async () => {
  const model = write('plan-model.json', JSON.stringify(smallModel));
  const months = ['2026-04', '2026-05', '2026-06'];
  const rows = months.flatMap((month) => [`Home care,${month},33,60`, `Supportive beds,${month},24,40`]);
  const plan = write('bcf.csv', ['Pathway,Month,Expected demand,Capacity', ...rows].join('\n'));
  const to = join(scratch.folder, 'planned.json');
  const args = ['import', plan, '--model', model, '--is', 'p1=Home care', '--replications', '3'];
  const { code, stdout, stderr } = await onward([...args, '--to', to]);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/^Understood: a table in text with commas; 2 pathways: Home care, Supportive beds; 3 months/);
  expect(stderr).toContain('In the model: the run is 2026-04-01 to 2026-06-30');
  expect(stdout).toMatch(/capacity: plan +model +places +days each +waiting/);
  expect(stdout).toMatch(/^ {2}2026-05 +33\.0 +\d/m);
  const planned = JSON.parse(readFileSync(to, 'utf8'));
  expect(planned.options.at(-1).set).toEqual({ 'stations.p1.places': 20, 'stations.p2.beds': 12 });
  const ran = await onward(['run', to, '--option', 'plan', '--replications', '2', '--quiet']);
  expect(ran.code, ran.stderr).toBe(0);
  const named = await onward([...args, '--as', 'bcf', '--demand', 'none', '--capacity-in', 'places']);
  expect(JSON.parse(named.stdout).options.at(-1).set).toEqual({ 'stations.p1.places': 60, 'stations.p2.beds': 40 });
  expect(JSON.parse(named.stdout).streams).toEqual(smallModel.streams);
  const wide = write('wide.csv', 'Month,Care at home places,Supportive beds\nApr-26,21,13\nMay-26,22,13\n');
  const across = 'Pathway,Measure,Apr-26,May-26,Jun-26\nP1,Demand,33,33,33\nP1,Capacity,60,60,60\n';
  const known = await onward(['import', write('across.csv', across), '--model', model, '--is', 'p1=P1']);
  expect(known.stderr).toContain('months across');
  expect(JSON.parse(known.stdout).options.at(-1).set).toEqual({ 'stations.p1.places': 20 });
  const asBcf = await onward(['import', wide, '--as', 'bcf', '--model', model, '--is', 'p1=Care at home places']);
  expect(asBcf.stderr).toContain('capacity counts places');
  expect(JSON.parse(asBcf.stdout).options.at(-1).set).toEqual({ 'stations.p1.places': 21, 'stations.p2.beds': 13 });
  for (const [more, said] of [
    [['import', plan], '--model MODEL'],
    [['import', plan, '--model', model], '--is ID="Home care"'],
    [['import', plan, '--model', model, '--is', 'p9=Home care'], 'Did you mean p1?'],
    [[...args, '--stream', 'acut'], 'Did you mean acute?'],
    [[...args, '--capacity-in', 'beds'], 'people, places'],
    [[...args, '--amounts', 'both'], 'demand, capacity'],
    [[...args, '--month', 'Mont'], 'Did you mean "Month"?'],
    [['import', network, calendar, '--capacity-in', 'places'], 'add --as bcf'],
  ] as const) {
    const refused = await onward(more);
    expect([refused.code, refused.stdout], refused.stderr).toEqual([2, '']);
    expect(refused.stderr).toContain(said);
  }
});
