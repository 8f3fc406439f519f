// A run of our own goes out as an event log and is mined: its shares, stays, arrivals and places are those of the document that made it.
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, csvText, type Model, readModel, watch } from '../../engine/index.ts';
import { LOG_COLUMNS, logRows } from '../../formats/events/write-log.ts';
import { mined } from './event-log-files.ts';

const WEEKDAYS = [1.35, 1.2, 1.1, 1, 0.95, 0.8, 0.6];
const DOCUMENT = {
  schemaVersion: 1,
  id: 'round',
  title: 'A place with several ways',
  about: 'Made up for a test.',
  calendar: { startDate: '2023-01-02', warmUpDays: 0, runDays: 364 },
  experiment: { replications: 1, seed: 1 },
  needs: { care: { label: 'Care', goesTo: 'care' }, nursing: { label: 'Nursing', goesTo: 'nursing' } },
  streams: {
    hospital: {
      label: 'Hospital',
      arrivalsPerDay: 6,
      weekdayFactors: WEEKDAYS,
      shares: { care: 0.6, nursing: 0.4 },
      startsAt: 'acute',
    },
  },
  stations: {
    acute: {
      kind: 'ward',
      label: 'Acute',
      beds: 'unlimited',
      stay: { shape: 'exponential', meanDays: 5 },
      next: [{ to: 'need' }],
    },
    care: {
      kind: 'caseload',
      label: 'Care',
      places: 52,
      stay: { shape: 'lognormal', meanDays: 9, sdDays: 6 },
      next: [
        { to: 'home', share: 0.7 },
        { to: 'nursing', share: 0.1 },
        { to: 'acute', share: 0.2 },
      ],
    },
    nursing: {
      kind: 'ward',
      label: 'Nursing',
      beds: 48,
      stay: { shape: 'gamma', meanDays: 12, sdDays: 8 },
      next: [
        { to: 'home', share: 0.55 },
        { to: 'care', share: 0.3 },
        { to: 'elsewhere', share: 0.15 },
      ],
    },
    home: { kind: 'exit', label: 'Home' },
    elsewhere: { kind: 'exit', label: 'Elsewhere' },
  },
  options: [{ id: 'today', title: 'Today' }],
};
const RUNS = 8;
const { model: document } = readModel(JSON.stringify(DOCUMENT));

/** What the document itself says of a number of a mined model; undefined: nothing is asked of it. */
function truthOf(path: string, model: Model): number | undefined {
  const [root, id, key, ...rest] = path.split('.');
  if (root === 'streams') {
    const { arrivalsPerDay, shares } = DOCUMENT.streams.hospital;
    if (key === 'arrivalsPerDay') return arrivalsPerDay * shares[id as 'care'];
    if (key === 'weekdayFactors') return WEEKDAYS[Number(rest[0])];
  }
  if (root !== 'stations' || !(id in DOCUMENT.stations)) return undefined;
  const truth = DOCUMENT.stations[id as 'care'];
  if (key === 'stay') return truth.stay[rest.at(-1) as 'meanDays'];
  if (key !== 'next') return undefined;
  const at = rest.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], model.stations[id].next);
  const way = rest
    .slice(0, -1)
    .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], model.stations[id].next) as {
    to: string;
  };
  expect(at).toBeGreaterThan(0);
  return truth.next.find(({ to }) => to === way.to)?.share;
}

interface Held {
  readonly path: string;
  readonly truth: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

describe('a log of our own run, mined', () => {
  const models: Model[] = [];
  const held: Held[] = [];

  beforeAll(async () => {
    const program = compile(document!, { option: 'today' });
    for (let run = 0; run < RUNS; run++) {
      const rows = logRows({ ...watch(program, 11, run), network: program.network, run: 1, unit: 'minutes' });
      const { model, problems } = await mined(csvText(LOG_COLUMNS, rows), undefined, 'round.csv');
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      models.push(model!);
      for (const [path, { low, high }] of Object.entries(model!.evidence!)) {
        const truth = truthOf(path, model!);
        if (truth === undefined || low === undefined || high === undefined) continue;
        const value = path
          .split('.')
          .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], model) as number;
        held.push({ path, truth, value, low, high });
      }
    }
  }, 600_000);

  it('has the stations, ways, exits and dates of the document', () => {
    for (const { stations, needs, calendar, streams } of models) {
      expect(Object.keys(stations).toSorted()).toEqual(Object.keys(DOCUMENT.stations).toSorted());
      expect(Object.keys(needs).toSorted()).toEqual(['care', 'nursing']);
      expect(calendar.startDate).toBe('2023-01-02');
      for (const { weekdayFactors } of Object.values(streams)) expect(weekdayFactors?.length).toBe(7);
      // Everybody goes from the hospital to what they need.
      expect(stations['acute'].next).toEqual({ by: 'need', care: [{ to: 'care' }], nursing: [{ to: 'nursing' }] });
      for (const id of ['care', 'nursing'] as const)
        expect((stations[id].next as { to: string }[]).map(({ to }) => to).toSorted()).toEqual(
          DOCUMENT.stations[id].next.map(({ to }) => to).toSorted(),
        );
    }
  });

  it('has its places, where people waited for them, and no limit where nobody did', () => {
    for (const { stations } of models)
      expect([stations['acute'].beds, stations['care'].beds, stations['nursing'].beds]).toEqual(['unlimited', 52, 48]);
  });

  it('has its shapes of stay; a gamma that is nearly exponential may stand for it', () => {
    const shapesOf = (id: string) => models.map(({ stations }) => (stations[id].stay as { shape: string }).shape);
    expect(shapesOf('care')).toEqual(models.map(() => 'lognormal'));
    expect(shapesOf('nursing')).toEqual(models.map(() => 'gamma'));
    expect(shapesOf('acute').filter((shape) => shape === 'exponential').length).toBeGreaterThanOrEqual(RUNS - 3);
  });

  it('gives back every number within its interval, as often as such intervals should', () => {
    // Two rates, fourteen factors, six shares, and means and spreads of three stays.
    expect(held.length).toBe(RUNS * (2 + 14 + 6 + 5));
    const missed = held.filter(({ truth, low, high }) => truth < low || truth > high);
    // 216 intervals of 95 %: 11 miss on average; more than 22 once in a thousand times, were they independent.
    expect(missed.length, missed.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(22);
    // No number is missed again and again: three misses in eight runs come to one once in two hundred.
    for (const path of new Set(held.map((one) => one.path)))
      expect(missed.filter((one) => one.path === path).length, path).toBeLessThanOrEqual(3);
    // And none by far.
    for (const { path, truth, value, low, high } of held)
      expect(
        truth > value - 2 * (value - low) && truth < value + 2 * (high - value),
        `${path}: ${truth} and ${low} to ${high}`,
      ).toBe(true);
  });

  it('its intervals are narrow enough to say something', () => {
    for (const { path, truth, low, high } of held)
      expect((high - low) / truth, path).toBeLessThan(path.includes('weekdayFactors') ? 0.6 : 0.45);
  });
});
