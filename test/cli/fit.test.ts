// `onward fit`: what it prints is a piece of a model that can be pasted, and what it cannot use it names by line and column.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dateAt, readModel } from '../../engine/index.ts';
import { sets } from '../fit/fits-by-r.json';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const { days, hasLeft, gamma } = sets.aml;
const stays = scratch.file(
  'stays.csv',
  `stay,still here\n${days.map((each, at) => `${each},${1 - hasLeft[at]}`).join('\n')}\n`,
);
const referrals = scratch.file(
  'referrals.csv',
  `Date,Referrals\n${Array.from({ length: 56 }, (_, at) => `${dateAt(19_723 + at)},${at % 7 === 6 ? 1 : 4 + (at % 3)}`).join('\n')}\n`,
);

const moved = scratch.file('moved.csv', 'From,To\nP2,Home\nP2,P1\nP2,Home\n');

/** The model with a piece pasted in has no error. */
function expectPasted(change: (model: typeof smallModel & { evidence: object }) => void): void {
  const model = { ...structuredClone(smallModel), evidence: {} };
  change(model);
  const { problems, model: read } = readModel(JSON.stringify(model));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read).toBeDefined();
}

describe.concurrent('onward fit', () => {
  it('stays: the shapes, which is best, and a piece of a model that a model takes', async () => {
    const { code, stdout, stderr } = await onward(['fit', 'stays', stays, '--for', 'stations.p2.stay']);
    expect(code, stderr).toBe(0);
    expect(stderr).toBe(
      'Understood: a table in text with commas; 23 stays from the column “stay”, in days, of which 5 had not ended.\n',
    );
    expect(stdout).toMatch(/^lognormal .* meanlog 3\.19446, sdlog 0\.929592$/m);
    expect(stdout).toContain(`shape ${gamma.numbers.shape.toPrecision(6)}, rate ${gamma.numbers.rate.toPrecision(6)}`);
    expect(stdout).toContain('Lognormal, with a mean of 37.6 days (95 % interval 24.3 to 77.3)');
    expect(stdout).toContain('Doubtful: only 18 stays ended');
    const piece = JSON.parse(stdout.slice(stdout.indexOf('For a model:') + 12));
    expect(Object.keys(piece.evidence)).toEqual(['stations.p2.stay.meanDays', 'stations.p2.stay.sdDays']);
    expect(piece.evidence['stations.p2.stay.meanDays'].source).toBe('stays.csv: 23 stays, 5 not ended');
    expectPasted((model) => {
      Object.assign(model.stations.p2, { stay: piece.stay });
      Object.assign(model.evidence, piece.evidence);
    });
  });

  it('stays as JSON, with the records and every shape; the records themselves are a stay too', async () => {
    const { stdout } = await onward(['fit', 'stays', stays, '--json', '--quiet']);
    const { shapes, records, empirical } = JSON.parse(stdout);
    expect(shapes).toHaveLength(4);
    expect(records[0].days).toBe(5);
    expect(records[0].records).toBeCloseTo(21 / 23, 12);
    expect(records[0].lognormal).toBeGreaterThan(records[1].lognormal);
    expectPasted((model) => Object.assign(model.stations.p2, { stay: empirical.stay }));
  });

  it('stays as files, and another shape than the best, or the records themselves', async () => {
    const out = join(scratch.folder, 'fits');
    const { code } = await onward([
      'fit',
      'stays',
      stays,
      '--out',
      out,
      '--shape',
      'empirical',
      '--for',
      'stations.p2.stay',
    ]);
    expect(code).toBe(0);
    const [head, first] = readFileSync(join(out, 'still-there.csv'), 'utf8').split('\r\n');
    expect(head).toBe('days,records,lognormal,exponential,gamma,weibull');
    expect(first).toMatch(/^5,0\.913/);
    expect(readFileSync(join(out, 'shapes.csv'), 'utf8').split('\r\n')).toHaveLength(6);
    const piece = JSON.parse(readFileSync(join(out, 'piece.json'), 'utf8'));
    expect(piece.stay.shape).toBe('empirical');
    expectPasted((model) => {
      Object.assign(model.stations.p2, { stay: piece.stay });
      Object.assign(model.evidence, piece.evidence);
    });
  });

  it('arrivals: a stream that a model takes, from standard input too', async () => {
    const { code, stdout, stderr } = await onward(['fit', 'arrivals', referrals, '--for', 'streams.acute']);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Sunday 0.');
    const piece = JSON.parse(stdout.slice(stdout.indexOf('For a model:') + 12));
    expect(piece.stream.weekdayFactors).toHaveLength(7);
    expectPasted((model) => {
      Object.assign(model.streams.acute, piece.stream);
      Object.assign(model.evidence, piece.evidence);
    });
    const input =
      'date\n2024-01-01\n2024-01-02\n2024-01-02\n2024-01-03\n2024-01-04\n2024-01-05\n2024-01-06\n2024-01-07\n';
    expect((await onward(['fit', 'arrivals', '-', '--quiet'], { input })).stdout).toContain('8 in 7 days');
  });

  it('arrivals as the observed days', async () => {
    const { stdout } = await onward(['fit', 'arrivals', referrals, '--observed', '--json']);
    const { piece } = JSON.parse(stdout);
    expect(piece.stream.counts.slice(0, 7)).toEqual([4, 5, 6, 4, 5, 6, 1]);
    expectPasted((model) => {
      const { arrivalsPerDay: _rate, ...acute } = model.streams.acute;
      Object.assign(model, { streams: { acute: { ...acute, ...piece.stream } } });
      model.calendar = { startDate: '2024-01-01', warmUpDays: 0, runDays: 56 };
    });
  });

  it('routes: who went where from each place, and with a model its shares, which it takes', async () => {
    const moves = scratch.file(
      'moves.csv',
      `Left on,Left,Went to\n${Array.from({ length: 40 }, (_, at) => `${dateAt(19_723 + at)},Supportive beds,${at % 4 === 0 ? 'At home' : 'Home'}`).join('\n')}\n`,
    );
    const columns = ['--from', 'Left', '--to', 'Went to', '--date', 'Left on'];
    const alone = await onward(['fit', 'routes', moves, ...columns]);
    expect(alone.code, alone.stderr).toBe(0);
    expect(alone.stderr).toContain('40 people from “Left” to “Went to”, a row each');
    expect(alone.stdout).toMatch(/^Supportive beds +Home +30 of 40 +75\.0 % +58\.8 % to 87\.3 %$/m);
    const model = scratch.file('for-routes.json', JSON.stringify(smallModel));
    const unknown = await onward(['fit', 'routes', moves, ...columns, '--model', model]);
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('--is ID="At home"');
    const out = join(scratch.folder, 'routes');
    const known = await onward([
      'fit',
      'routes',
      moves,
      ...columns,
      '--model',
      model,
      '--is',
      'p1=At home',
      '--out',
      out,
    ]);
    expect(known.code, known.stderr).toBe(0);
    const piece = JSON.parse(readFileSync(join(out, 'piece.json'), 'utf8'));
    expect(piece.shares).toEqual({
      'stations.p2.next': [
        { to: 'p1', share: 0.25 },
        { to: 'home', share: 0.75 },
      ],
    });
    expect(piece.evidence['stations.p2.next.0.share'].source).toBe(
      'moves.csv: 10 of 40 people, 2024-01-01 to 2024-02-09',
    );
    expect(readFileSync(join(out, 'routes.csv'), 'utf8')).toMatch(/^Supportive beds,Home,30,40,0.75,0.588/m);
    expectPasted((changed) => {
      Object.assign(changed.stations.p2, { next: piece.shares['stations.p2.next'] });
      Object.assign(changed.evidence, piece.evidence);
    });
    const without = await onward(['fit', 'routes', moves, ...columns, '--without', 'At home', '--json', '--quiet']);
    expect(JSON.parse(without.stdout).routes[0].people).toBe(30);
  });

  it('the rows of one service, which the evidence says', async () => {
    const wards = scratch.file(
      'wards.csv',
      `ward,stay\n${Array.from({ length: 40 }, (_, at) => `${at % 4 === 0 ? 'Elm' : 'Oak'},${1 + (at % 4) * 10 + (at % 3)}`).join('\n')}\n`,
    );
    const { stdout } = await onward(['fit', 'stays', wards, '--where', 'ward=elm', '--json']);
    const { shapes, piece, understood } = JSON.parse(stdout);
    expect(understood[0]).toContain('10 of its 40 rows: ward is elm');
    expect(shapes[0].mean.value).toBeLessThan(4);
    expect(Object.values(piece.evidence)[0]).toMatchObject({ source: 'wards.csv (rows with ward = elm): 10 stays' });
  });

  it.each([
    ['rows that there are not', ['fit', 'stays', stays, '--where', 'still here=2'], 'no row with "2"', /"0", "1"/],
    ['neither', ['fit', 'stay', stays], 'fit', /Did you mean stays\?/],
    ['no file', ['fit', 'stays'], 'FILE', /CSV/],
    ['no such file', ['fit', 'stays', 'nowhere.csv'], 'ENOENT', /Check the name/],
    ['an option of the other', ['fit', 'arrivals', referrals, '--unit', 'hours'], '--unit', /fit stays/],
    ['an option of arrivals', ['fit', 'stays', stays, '--observed'], '--observed', /fit arrivals/],
    ['a unit that there is not', ['fit', 'stays', stays, '--unit', 'fortnights'], 'fortnights', /unit/],
    ['a column that there is not', ['fit', 'stays', stays, '--column', 'stays'], '"stays"', /Did you mean "stay"\?/],
    ['an odd kind of row', ['fit', 'stays', stays, '--leave-out', 'zero'], 'zero', /Did you mean zeros\?/],
    ['a shape that there is not', ['fit', 'stays', stays, '--shape', 'gama'], 'gama', /Did you mean gamma\?/],
    ['which columns are meant', ['fit', 'routes', stays], '"stay", "still here"', /--from NAME --to NAME/],
    ['an option of stays with routes', ['fit', 'routes', stays, '--unit', 'hours'], '--unit', /fit stays/],
    ['a name that is in no file', ['fit', 'routes', moved, '--without', 'Hom'], 'Hom', /Did you mean Home\?/],
    ['a spelling that there is not', ['fit', 'routes', moved, '--spelling', 'like'], 'like', /alike/],
    ['both kinds of output', ['fit', 'stays', stays, '--json', '--out', 'x'], '--out', /Leave/],
    ['a date that is none', ['fit', 'stays', stays, '--counted-on', 'today'], 'today', /year, month and day/],
    [
      'a stay of nothing',
      ['fit', 'stays', scratch.file('zero.csv', 'stay\n3\n0\n4\n')],
      'line 3, column 1 (stay)',
      /--zeros-as/,
    ],
    [
      'a date among counts',
      ['fit', 'arrivals', scratch.file('few.csv', 'date\n2024-01-01\n')],
      '1 different dates',
      /more/,
    ],
  ])('refuses %s', async (_what, args, found, hint) => {
    const { code, stdout, stderr } = await onward(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(found);
    expect(stderr).toMatch(hint);
  });
});
