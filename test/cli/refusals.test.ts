// What `onward` says and returns when a command or a model cannot be used.
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
const model = scratch.file('small.json', smallModel);
afterAll(scratch.remove);

/** Where, what was found, what was expected and what to do, all on stderr, and exit code 2. */
async function expectRefusal(args: readonly string[], where: string, found: string, hint: RegExp | string) {
  const { code, stdout, stderr } = await onward(args);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(where);
  expect(stderr).toMatch(/\n {4}found {5}\S/);
  expect(stderr).toMatch(/\n {4}expected {2}\S/);
  expect(stderr).toMatch(/\n {4}hint {6}\S/);
  expect(stderr).toContain(found);
  expect(stderr).toMatch(hint);
}

describe.concurrent('a command that cannot be used', () => {
  it.each([
    ['an unknown command', ['rum', model], 'command', 'rum', /Did you mean run\?/],
    ['an unknown flag', ['run', model, '--replication', '3'], 'option', '--replication', /--replications"?\?/],
    ['a flag without its value', ['run', model, '--seed'], '--seed', 'nothing after it', /seed|people/],
    ['a flag given twice', ['run', model, '--seed', '1', '--seed', '2'], '--seed', 'given twice', /Leave one/],
    ['a seed that is no number', ['run', model, '--seed', 'abc'], '--seed', '"abc"', /digits/],
    ['no replications', ['run', model, '--replications', '0'], '--replications', '0', /a number in this range/],
    ['no model', ['run'], 'MODEL', 'nothing', /Give a file/],
    ['two models', ['run', model, model], 'run', model, /onward run --help|Did you mean/],
    ['an unknown option of the model', ['run', model, '--option', 'more-bed'], '--option', 'more-bed', /more-beds\?/],
    ['an unknown option to compare', ['compare', model, '--options', 'today,xyz'], '--options', 'xyz', /./],
    ['an unknown condition', ['run', model, '--condition', 'flood'], '--condition', 'flood', /./],
    ['a percentile of everything', ['run', model, '--percentiles', '50,100'], '--percentiles', '100', /50,75,95,99/],
    ['a percentile in words', ['compare', model, '--percentiles', 'median'], '--percentiles', '"median"', /digits/],
    ['a percentile twice', ['run', model, '--percentiles', '75,50,75'], '--percentiles', '75 twice', /Leave one/],
    ['a list that ends in a comma', ['run', model, '--over', '7,'], '--over', 'nothing', /digits/],
    ['a threshold below nothing', ['run', model, '--over', '-7'], '--over', '-7', /7,21/],
    ['thresholds without end', ['run', model, '--over', [...Array(21).keys()].join()], '--over', '21 numbers', /rows/],
    [
      'a statistic there is not',
      ['sweep', model, '--over', 'stations.p2.beds=1:2', '--of', 'p2.waiting.p100'],
      '--of',
      'p100',
      /./,
    ],
    ['--json and --out', ['run', model, '--json', '--out', 'x'], '--out', '--json', /Leave/],
  ])('%s', (_what, args, where, found, hint) => expectRefusal(args, where, found, hint));

  it('says what there is when nothing was asked', async () => {
    const { code, stdout } = await onward([]);
    expect(code).toBe(2);
    expect(stdout).toContain('Usage: onward COMMAND');
  });
});

describe.concurrent('a number that cannot be set', () => {
  it.each([
    ['of every object', '__proto__=5', '--set', '__proto__=5', /Such as/],
    ['in every object', '__proto__.x=1', '__proto__.x', 'a path that leads nowhere', /names nothing/],
    ['a decimal comma', 'streams.acute.arrivalsPerDay=3,5', '--set streams', '"3,5"', /Use a point: 3\.5\./],
    [
      'a decimal comma in beds',
      'stations.p2.beds=3,5',
      '--set stations.p2.beds',
      '"3,5"',
      /a whole number, such as 4\./,
    ],
    [
      'a thousand in another country',
      'stations.p2.beds=1.234,5',
      '--set stations.p2.beds',
      '1.234,5',
      /such as 1235\./,
    ],
    [
      'a misplaced comma',
      'stations.p2.beds=1234,567',
      '--set stations.p2.beds',
      '1234,567',
      /Write 1234567 \(no comma\)\./,
    ],
    ['a thousand with a blank', 'stations.p2.beds=2 000', '--set stations.p2.beds', '2 000', /Write 2000 /],
    ['a percentage', 'streams.acute.shares.p1=60%', '--set streams.acute.shares.p1', '"60%"', /0\.6/],
    ['no value', 'stations.p2.beds=', '--set stations.p2.beds', 'nothing', /digits/],
    ['no path', '12', '--set', '12', /--set stations/],
    ['a path that is not there', 'stations.p2.bed=3', 'stations.p2.bed', 'bed', /stations\.p2\.beds/],
    ['a number below none', 'stations.p2.beds=-3', 'stations.p2.beds', '-3', /./],
    ['half a bed', 'stations.p2.beds=2.5', 'stations.p2.beds', '2.5', /./],
  ])('%s', (_what, set, where, found, hint) => expectRefusal(['run', model, '--set', set], where, found, hint));
});

describe.concurrent('a model that cannot be used', () => {
  it('a file that is not there, naming the nearest shipped one', () =>
    expectRefusal(['run', 'ilkeston-2091'], 'MODEL', 'ilkeston-2091', /Did you mean ilkeston-2019\?/));

  it('a folder', () => expectRefusal(['run', scratch.folder], 'MODEL', 'a folder', /./));

  it.each(['run', 'compare', 'check'])('a broken file, for %s', async (command) => {
    const broken = scratch.file('broken.json', '{ "schemaVersion": 1, ');
    await expectRefusal([command, broken], 'broken.json', 'found', /./);
  });

  it('an unknown key, with the nearest', async () => {
    const stations = { ...smallModel.stations, p2: { ...smallModel.stations.p2, bed: 3 } };
    const wrong = scratch.file('wrong.json', { ...smallModel, stations });
    await expectRefusal(['check', wrong], 'stations.p2', 'bed', /beds/);
  });

  it('a threshold that names nothing', async () => {
    const wrong = scratch.file('threshold.json', { ...smallModel, thresholds: ['acute.delayd.mean <= 3'] });
    await expectRefusal(['run', wrong], 'thresholds', 'acute.delayd.mean', /delayed/);
  });

  it('a thousand million arrivals, before any is simulated', async () => {
    const endless = scratch.file('endless.json', {
      ...smallModel,
      calendar: { ...smallModel.calendar, runDays: 1000 },
      streams: { acute: { ...smallModel.streams.acute, arrivalsPerDay: 1_000_000 } },
    });
    await expectRefusal(['run', endless, '--replications', '1'], 'This request', 'found', /./);
  });
});
