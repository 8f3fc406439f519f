// Command lines to begin with: one or two of every command, over small files in a folder of their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallDocument } from '../../engine/small-model.ts';
import { SOUND as LOG } from '../../formats/event-log-files.ts';
import { SOUND as PAIR } from '../../formats/pathsimr-files.ts';

export const folder = mkdtempSync(join(tmpdir(), 'onward-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const short = { ...smallDocument(), calendar: { startDate: '2024-01-01', warmUpDays: 5, runDays: 20 } };
const model = fileOf(
  'model.json',
  JSON.stringify({
    ...short,
    options: smallDocument().options.map(({ id, title, set }) => ({ id, title, set })),
    conditions: [],
    story: [],
  }),
);
const broken = fileOf('broken.json', '{"id": 1,}');
const staysCsv = fileOf('stays.csv', `Stay\n${Array.from({ length: 20 }, (_, at) => 1 + (at % 7)).join('\n')}\n`);
const dates = fileOf(
  'dates.csv',
  `Date,Waiting\n${Array.from({ length: 20 }, (_, at) => `2024-01-${String(at + 1).padStart(2, '0')},${at % 5}`).join('\n')}\n`,
);
const moves = fileOf('moves.csv', 'From,To\nTeam,Home\nTeam,Elsewhere\nWard,Team\nWard,Home\n');
const plan = fileOf('plan.csv', 'Pathway,Month,Expected demand,Capacity\nTeam,Jan-24,30,40\nWard,Jan-24,10,12\n');
const log = fileOf('log.csv', LOG);
const [network, calendar] = [fileOf('network.csv', PAIR.network), fileOf('calendar.csv', PAIR.calendar)];
export const files = [
  model,
  broken,
  staysCsv,
  dates,
  moves,
  plan,
  log,
  network,
  calendar,
  folder,
  join(folder, 'none.json'),
];

export const seeds: readonly (readonly string[])[] = [
  ['run', model, '--option', 'proposed', '--set', 'stations.ward.beds@5=3', '--replications', '20', '--json'],
  [
    'run',
    model,
    '--precision',
    '5%',
    '--most-replications',
    '200',
    '--antithetic',
    '--percentiles',
    '50,75',
    '--over',
    '7,21',
  ],
  ['run', 'learn/team', '--weeks', '--seconds', '5', '--workers', '2', '--out', 'x', '--format', 'parquet'],
  ['run', model, '--queue', 'redis://user:secret@host:6379/2'],
  ['compare', model, '--options', 'today,proposed', '--baseline', 'today', '--condition', 'winter'],
  ['compare', model, '--history', dates, '--series', 'ward.waiting=Waiting', '--move-dates', '--leave-out', 'gaps'],
  ['solve', model, '--of', 'stations.ward.beds', '--so-that', 'ward.delayed.mean <= 5', '--least', '1', '--most', '20'],
  [
    'solve',
    model,
    '--of',
    'stations.ward.beds=1:9:2',
    '--of',
    'stations.team.places',
    '--best',
    'all.delayed.mean',
    '--budget',
    '20 places',
  ],
  [
    'solve',
    model,
    '--of',
    'stations.team.places',
    '--so-that',
    'all.delayed.mean <= 5',
    '--by',
    'pounds',
    '--together',
    '--save-as',
    'Mix',
    '--out',
    'x',
  ],
  ['frontier', model, '--of', 'stations.team.places', '--waiting', 'all.delayed.mean', '--up-to', '9'],
  [
    'sweep',
    model,
    '--over',
    'stations.ward.beds=3:15:3',
    '--design',
    'sobol',
    '--points',
    '9',
    '--of',
    'ward.delayed.p90',
    '--shard',
    '1/2',
    '--out',
    'x',
  ],
  [
    'worlds',
    model,
    '--option',
    'proposed',
    '--baseline',
    'today',
    '--worlds',
    '20',
    '--of',
    'all.delayed.mean',
    '--resume',
    '--out',
    'x',
  ],
  ['merge', folder, '--out', 'x'],
  ['warm-up', model, '--set', 'calendar.warmUpDays=0'],
  ['check', model, '--option', 'proposed', '--json'],
  ['check', broken],
  [
    'new',
    'x.json',
    '--title',
    'Here',
    '--population',
    '250000',
    '--beds',
    '40',
    '--usual',
    '--start-date',
    '2026-04-01',
  ],
  ['export', model, '--as', 'events', '--unit', 'hours', '--to', 'x.csv'],
  ['export', model, '--as', 'months', '--replications', '2'],
  ['export', model, '--to', 'x.xlsx'],
  ['import', network, calendar, '--unit', 'hours', '--to', 'x.json'],
  ['import', log, '--as', 'events', '--unit', 'minutes'],
  [
    'import',
    plan,
    '--model',
    model,
    '--is',
    'team=Team',
    '--capacity-in',
    'places',
    '--without',
    'Ward',
    '--replications',
    '2',
  ],
  [
    'fit',
    'stays',
    staysCsv,
    '--column',
    'Stay',
    '--unit',
    'hours',
    '--shape',
    'gamma',
    '--for',
    'stations.ward.stay',
    '--zeros-as',
    '0.5',
  ],
  ['fit', 'arrivals', dates, '--count', 'Waiting', '--observed', '--for', 'streams.acute'],
  ['fit', 'routes', moves, '--model', model, '--is', 'team=Team', '--spelling', 'alike', '--leave-out', 'same'],
  ['verify', '--only', 'step-down', '--seed', '7', '--false-alarms', '3'],
  ['bench', '--only', 'simjs', '--against', 'HEAD~1', '--rounds', '2'],
  ['worker', '--queue', 'none', '--workers', '2'],
  ['schema'],
];
