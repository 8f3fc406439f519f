// A comparison that cannot fail proves nothing: faults planted in one of two journeys, or in the draws, are found and named.
import { describe, expect, it } from 'vitest';
import { compile, loadTwin, type Program } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { journeysOf, type Journeys, type Step } from '../../engine/trace/journeys.ts';
import { run } from '../../engine/twin/simjs.ts';
import { loadSimJs } from '../../engine/twin/simjs-package.ts';
import { compareJourneys } from '../../engine/twin/twin.ts';
import { readable } from '../laws/over-models.ts';
import type { Piece } from '../laws/some-model.ts';

const twin = await loadTwin();
const simjs = await loadSimJs();

/** A ward that is too small before a caseload that is too small. */
function twoStations(more: Piece = {}, needs: Piece = {}): Piece {
  return {
    schemaVersion: 1,
    id: 'two-stations',
    title: 'Two stations',
    about: 'For tests.',
    calendar: { startDate: '2024-01-01', warmUpDays: 20, runDays: 200 },
    experiment: { replications: 1, seed: 1 },
    needs: { care: { label: 'Care', goesTo: 'ward', ...needs } },
    streams: { people: { label: 'People', arrivalsPerDay: 2 } },
    stations: {
      ward: {
        kind: 'ward',
        label: 'Ward',
        beds: 11,
        stay: { shape: 'exponential', meanDays: 4 },
        next: [{ to: 'home' }],
        ...more,
      },
      home: { kind: 'exit', label: 'Home' },
    },
  };
}

const programOf = (document: Piece): Program => compile(readable(document), { option: 'today' });

function ours(program: Program): Journeys {
  const { trace, people } = watch(program, 1, 0);
  return journeysOf(trace, people, program.network);
}

/** The same journeys, with some steps changed. */
const tampered = (journeys: Journeys, change: (steps: Step[], person: number) => Step[]): Journeys =>
  new Map([...journeys].map(([key, steps], person) => [key, change(steps, person)]));

describe('a planted fault is found', () => {
  const program = programOf(twoStations());
  const journeys = ours(program);
  const people = journeys.size;

  it('and without one there is none', () => {
    const found = compareJourneys(journeys, run(program, 1, 0, simjs));
    expect(found).toMatchObject({ patients: people, firstDifference: null });
    expect(found.equal).toBe(found.times);
    expect(found.times).toBeGreaterThan(5 * people);
  });

  it('of the last bit of one time', () => {
    const late = tampered(journeys, (steps, person) =>
      person === 7
        ? steps.map((step) => (step.what === 'ready' ? { ...step, day: nextDouble(step.day) } : step))
        : steps,
    );
    const found = compareJourneys(journeys, late);
    expect(found.times - found.equal).toBe(1);
    expect(found.firstDifference).toMatch(
      /^person [0-9a-f]{16}, step \d: Onward ready ward on day .*; SimJS ready ward on day /,
    );
  });

  it('of somebody who is missing, and of one who is too many', () => {
    const fewer = new Map([...journeys].slice(1));
    expect(compareJourneys(journeys, fewer).firstDifference).toContain('SimJS nothing more');
    expect(compareJourneys(fewer, journeys).firstDifference).toContain('Onward nothing more');
  });

  it('of two people who changed places in the line', () => {
    const moves = [...journeys.values()].flatMap((steps) => steps.filter(({ what }) => what === 'moved in'));
    const [first, second] = moves.slice(40, 42).map(({ day }) => day);
    const swapped = tampered(journeys, (steps) =>
      steps.map((step) =>
        step.what !== 'moved in' || (step.day !== first && step.day !== second)
          ? step
          : { ...step, day: step.day === first ? second : first },
      ),
    );
    expect(compareJourneys(journeys, swapped)).toMatchObject({ patients: people, equal: compareAll(journeys) - 2 });
  });

  it('of a draw at another address: every stay another, every arrival the same', () => {
    const { network } = program;
    const elsewhere = {
      ...program,
      network: { ...network, stationHash: network.stationHash.map((hash) => hash ^ 4096) },
    };
    const found = compareJourneys(journeys, run(elsewhere, 1, 0, simjs));
    expect(found.patients).toBe(people);
    expect(found.equal).toBeGreaterThan(people);
    expect(found.equal).toBeLessThan(found.times * 0.7);
  });

  it('of one bed too many', () => {
    const more = programOf(twoStations({ beds: 12 }));
    expect(compareJourneys(journeys, run(more, 1, 0, simjs)).firstDifference).toMatch(/Onward moved in ward/);
  });
});

describe('what SimJS cannot run', () => {
  const sentences = (document: Piece) => twin.unsupported(programOf(document));

  it('is nothing in a plain model', () => {
    expect(sentences(twoStations())).toEqual([]);
  });

  it('is named by its path', () => {
    expect(sentences(twoStations({ order: 'longest-delayed' }))).toEqual([
      expect.stringMatching(/^stations\.ward\.order: .*\.$/),
    ]);
    const backlog = { ...twoStations(), streams: { people: { label: 'People', alwaysWaiting: 3 } } };
    expect(sentences(backlog)).toEqual([expect.stringMatching(/^streams\.people\.alwaysWaiting: .*\.$/)]);
    const report = twin.compare(programOf(backlog), 1, 0);
    expect(report).toMatchObject({ verdict: 'unsupported', patients: 0, times: 0 });
  });
});

describe('ties', () => {
  it('are named, and only what comes after one may differ', () => {
    const moments = Array.from({ length: 40 }, (_, n) => Math.floor(n / 2));
    const tied = {
      ...twoStations({ beds: 1, stay: { shape: 'fixed', days: 1 } }),
      streams: { people: { label: 'People', atDays: moments } },
    };
    const report = twin.compare(programOf(tied), 1, 0);
    expect(report.ties).toBeGreaterThanOrEqual(20);
    expect(report.verdict).not.toBe('different');
    expect(twin.compare(programOf(twoStations()), 1, 0).ties).toBe(0);
  });
});

const compareAll = (journeys: Journeys): number => compareJourneys(journeys, journeys).times;

/** The next larger 64-bit number. */
function nextDouble(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + (value < 0 ? -1n : 1n));
  return view.getFloat64(0);
}
