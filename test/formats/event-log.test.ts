// Event logs as first models: what was counted in the published ones is in the model, with its evidence, and the model runs.
import { describe, expect, it } from 'vitest';
import { compile, coveringEvidence, numberPaths, placeOfMean, replicate, rowKeys } from '../../engine/index.ts';
import { mined, published, SOUND } from './event-log-files.ts';

const runs = (model: NonNullable<Awaited<ReturnType<typeof mined>>['model']>, station: string): number => {
  const program = compile(model, { option: 'today' });
  return replicate(program, 1, 0)[placeOfMean(rowKeys(program), station, 'leaves')];
};
const sourcesOf = (model: NonNullable<Awaited<ReturnType<typeof mined>>['model']>) =>
  numberPaths(model).map((path) => coveringEvidence(path, model.evidence));

const emergency = published('emergency-department');
describe.runIf(emergency !== undefined)('the log of an emergency department', () => {
  const rows = (emergency ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const count = (is: (row: string[]) => boolean) => rows.filter(is).length;

  it('becomes its stations, ways, stays and arrivals, and runs', async () => {
    const { model, problems, understood, chosen } = await mined(emergency!, 'minutes', 'emergency.csv');
    expect(problems).toEqual([]);
    expect(understood[0]).toBe(
      `an event log: ${rows.length.toLocaleString('en-GB')} events of 361 people over 1.67 days`,
    );
    expect(Object.keys(model!.stations).filter((id) => !id.startsWith('queue-'))).toEqual([
      'triage',
      'MINORS_registration',
      'MINORS_examination',
      'MINORS_treatment',
      'TRAUMA_stabilisation',
      'TRAUMA_treatment',
      'left',
    ]);
    // Everybody of a pathway goes the same way from triage; after the examination some are treated.
    expect(model!.stations['triage'].next).toEqual({
      by: 'need',
      'Non-Trauma': [{ to: 'queue-MINORS_registration' }],
      Trauma: [{ to: 'queue-TRAUMA_stabilisation' }],
    });
    const examined = count(([, , event]) => event === 'MINORS_examination_complete');
    const treated = count(([, , event]) => event === 'MINORS_treatment_begins');
    expect(model!.stations['MINORS_examination'].next).toEqual(
      [
        { to: 'MINORS_treatment', share: treated / examined },
        { to: 'left', share: 1 - treated / examined },
      ].map(({ to, share }) => ({ to, share: expect.closeTo(share, 12) })),
    );
    expect(model!.evidence!['stations.MINORS_examination.next.0.share']).toMatchObject({
      status: 'measured',
      source: `Measured from emergency.csv, n = ${examined}`,
    });
    for (const [station, ids] of [
      ['triage', 2],
      ['MINORS_registration', 2],
      ['MINORS_examination', 3],
    ] as const)
      expect(model!.stations[station].beds).toBe(ids);
    // The mean of the stays that are exponential is their average.
    const stays = new Map<string, [number, number]>();
    for (const [patient, , event, , time] of rows.filter(([, , event]) => event.startsWith('triage'))) {
      const [begin, end] = stays.get(patient) ?? [NaN, NaN];
      stays.set(patient, event === 'triage_begins' ? [Number(time), end] : [begin, Number(time)]);
    }
    const average = [...stays.values()].reduce((sum, [begin, end]) => sum + end - begin, 0) / stays.size / 1440;
    expect(model!.stations['triage'].stay).toEqual({ shape: 'exponential', meanDays: expect.closeTo(average, 6) });
    // The log is cut off by people: arrivals are counted up to the last.
    const first = rows
      .filter(([, pathway, event]) => event === 'triage_begins' && pathway === 'Non-Trauma')
      .map((row) => Number(row[4]));
    const last = Math.max(...rows.filter(([, , event]) => event === 'triage_begins').map((row) => Number(row[4])));
    const people = first.filter((time) => time < last).length;
    expect(model!.streams['Non-Trauma'].arrivalsPerDay).toBeCloseTo((people / last) * 1440, 2);
    expect(chosen.join('; ')).toMatch(/no date; .*no arrivals: .*no departures: .*up to the last one/);
    expect(sourcesOf(model!)).not.toContain(null);
    expect(runs(model!, 'MINORS_treatment')).toBeGreaterThan(50);
  });
});

const small = published('small');
it.runIf(small !== undefined)(
  'the log of another engine becomes one counter with as many places as were in use, and runs',
  async () => {
    const { model, problems, understood } = await mined(small!, 'minutes', 'small.csv');
    expect(problems).toEqual([]);
    expect(understood.join('; ')).toMatch(
      /^an event log: 135 events of 29 people over 0\.276 days; 1 station: counter \(27 uses, 25/,
    );
    expect(model!.stations['counter']).toMatchObject({ beds: 2, next: [{ to: 'left' }] });
    expect(sourcesOf(model!)).not.toContain(null);
    expect(runs(model!, 'counter')).toBeGreaterThan(50);
  },
);

describe('what is read of a log', () => {
  it('dates, other heads and another order of columns are the same model', async () => {
    const { model } = await mined(SOUND, 'hours');
    const renamed = SOUND.trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([who, type, event, time, resource], at) =>
        (at === 0
          ? ['when', 'patient', 'resource', 'event', 'event type', 'event time']
          : ['', who, resource, event, type, time]
        ).join(';'),
      )
      .join('\r\n');
    expect((await mined(`\ufeff${renamed}`, 'hours')).model).toEqual(model);
    const dated = SOUND.replace(/,([\d.]+),(\d?)$/gm, (_all, hours, resource) => {
      const at = new Date(Date.UTC(2024, 0, 1, 0, Number(hours) * 60)).toISOString().slice(0, 16).replace('T', ' ');
      return `,${at},${resource}`;
    });
    expect((await mined(dated)).model).toEqual(model);
    const both = SOUND.trim()
      .split('\n')
      .map((line, at) => {
        const hours = Number(line.split(',')[3]);
        return `${line},${at === 0 ? 'timestamp' : new Date(Date.UTC(2024, 0, 1, 0, hours * 60)).toISOString().slice(0, 19)}`;
      })
      .join('\n');
    expect((await mined(both)).model).toEqual(model);
  });

  it('people of several runs are different people, and their time adds up', async () => {
    const twice = `${SOUND.trim()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? 'run' : 0}`)
      .join('\n')}\n${SOUND.trim()
      .split('\n')
      .slice(1)
      .map((line) => `${line},1`)
      .join('\n')}\n`;
    const [once, both] = [await mined(SOUND, 'hours'), await mined(twice, 'hours')];
    expect(both.problems).toEqual([]);
    expect(both.understood[0]).toBe('an event log: 34 events of 6 people in 2 runs over 0.375 days');
    expect(both.model!.streams).toEqual(once.model!.streams);
    expect(both.model!.stations['cubicle'].beds).toEqual(once.model!.stations['cubicle'].beds);
    expect(both.model!.evidence!['stations.cubicle.next.0.share'].source).toBe('Measured from log.csv, n = 6');
  });

  it('who waits in the place they have keeps it; who waits without one queues', async () => {
    const kept = SOUND.replace(
      '1,resource_use_end,cubicle_ends,3,1',
      '1,queue,doctor_wait,2,\n1,resource_use_end,cubicle_ends,3,1',
    );
    const released = SOUND.replace('1,resource_use_end,cubicle_ends,3,1', '1,resource_use_end,cubicle_ends,2,1');
    const [{ model: keeps }, { model: queues }] = [await mined(kept, 'hours'), await mined(released, 'hours')];
    expect(Object.keys(keeps!.stations)).toEqual(['cubicle', 'doctor', 'left']);
    expect(Object.keys(queues!.stations)).toEqual(['cubicle', 'doctor', 'queue-doctor', 'left']);
    expect(keeps!.stations['cubicle'].next).toMatchObject([{ to: 'left' }, { to: 'doctor' }].toReversed());
    expect(queues!.stations['cubicle'].next).toMatchObject([{ to: 'queue-doctor' }, { to: 'left' }]);
  });

  it('who is seen where they are is seen by a team', async () => {
    const inside = SOUND.replace('1,resource_use_end,cubicle_ends,3,1\n', '')
      .replace(
        '1,resource_use_end,doctor_ends,5,1',
        '1,resource_use_end,doctor_ends,4,1\n1,resource_use_end,cubicle_ends,5,1',
      )
      .replace('3,resource_use,cubicle_begins,4,1', '3,resource_use,cubicle_begins,4,3')
      .replace('cubicle_ends,9,1', 'cubicle_ends,9,3');
    const { model, problems, understood } = await mined(inside, 'hours');
    expect(problems).toEqual([]);
    expect(model!.stations['doctor']).toMatchObject({ kind: 'team', next: [{ to: 'left' }] });
    expect(understood.join('; ')).toContain('a team that sees them there: doctor');
  });

  it('who leaves while they wait is said, and counted in no share', async () => {
    const gone = `${SOUND}4,arrival_departure,arrival,9,\n4,queue,cubicle_wait_begins,9,\n4,arrival_departure,depart,10,\n`;
    const { model, unsaid } = await mined(gone, 'hours');
    expect(unsaid.join('; ')).toContain(
      'people who left while they waited (a model can say so as patience): cubicle 1',
    );
    expect(Object.keys(model!.needs)).toEqual(['cubicle']);
    expect(model!.evidence!['streams.cubicle.arrivalsPerDay'].source).toBe('Measured from log.csv, n = 4');
  });
});
