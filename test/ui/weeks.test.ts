// The run by weeks: requested only when every number is there, dropped at the next move, and described in words.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile, judgeSettling, replicateByWeek, settlingWords, type Model } from '../../engine/index.ts';
import { createWeeks, isByWeeks, REST_MILLISECONDS, toldOfShown } from '../../ui/state/weeks.ts';
import { fingerprintOf } from '../../ui/model/shown.ts';
import type { ResultsState } from '../../ui/state/results.ts';
import { requestOf, startOf, type Settings } from '../../ui/model/asked.ts';
import type { Listener, Pool } from '../../ui/worker/client.ts';
import type { Question, ToldByWeek } from '../../ui/worker/protocol.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import { monthTicks } from '../../ui/words/line-of-weeks.ts';
import { subjectOf } from '../../ui/model/values.ts';
import { sayUnsettled, sayUnsettledOnPaper, sayWhatGrows, seriesAt, worstPlace } from '../../ui/words/weeks.ts';
import { smallModel } from './small-model.ts';

const start = startOf(smallModel);
const moved: Settings = { ...start, set: { 'stations.p2.beds': 4 } };
const state = (settings: Settings, status: ResultsState['status'] = 'done', isForPrevious = false): ResultsState => ({
  status,
  asked: 20,
  isForPrevious,
  message: '',
  problems: [],
  readings: {},
  shown: {
    fingerprint: fingerprintOf(requestOf(settings), settings.seed),
    settings,
    replications: 20,
    today: [],
    option: [],
    differences: [],
  },
});

/** What a worker would say. */
function studied(question: Extract<Question, { type: 'weeks' | 'warm-up' }>): ToldByWeek {
  for (const reply of stepsOfStudy({ ...question, id: 1 })) if (reply?.type === 'weeks') return reply.told;
  throw new Error('Nothing was told.');
}

/** A pool that only notes what it is asked; the test answers. */
function asked() {
  const jobs: { set: unknown; replications: number; isCancelled: boolean; answer(): void; fail(): void }[] = [];
  const ask: Pool['ask'] = (question, listener: Listener) => {
    if (question.type !== 'weeks') throw new Error(question.type);
    const job = {
      set: question.run.set,
      replications: question.replications.length,
      isCancelled: false,
      answer: () => listener.reply({ type: 'weeks', id: 1, told: studied(question) }),
      fail: () => listener.failed('crashed'),
    };
    jobs.push(job);
    return () => void (job.isCancelled = true);
  };
  const weeks = createWeeks();
  weeks.connect({ ask, replicate: () => () => {} });
  const rest = () => void vi.advanceTimersByTime(REST_MILLISECONDS);
  return { weeks, jobs, rest };
}

describe('the weeks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are asked for when the numbers are all there and not before: the option, then today', () => {
    const { weeks, jobs, rest } = asked();
    weeks.follow(state(moved, 'sharpening'), smallModel);
    weeks.follow(state(moved, 'done', true), smallModel);
    rest();
    expect(jobs).toEqual([]);
    weeks.follow(state(moved), smallModel);
    vi.advanceTimersByTime(REST_MILLISECONDS - 1);
    weeks.follow(state(moved), smallModel);
    expect(jobs).toEqual([]); // somebody may be about to move on
    vi.advanceTimersByTime(1);
    expect(jobs.map(({ set, replications }) => [set, replications])).toEqual([[moved.set, 20]]);
    jobs[0].answer();
    expect(weeks.getState()).toMatchObject({ option: { replications: 20 }, today: undefined, isDone: false });
    expect(jobs[1].set).toEqual({});
    jobs[1].answer();
    expect(weeks.getState()).toMatchObject({ today: { replications: 20 }, isDone: true });
  });

  it('make way for the next move at once, and are not worked out twice', () => {
    const { weeks, jobs, rest } = asked();
    weeks.follow(state(start), smallModel);
    rest();
    jobs[0].answer();
    expect(weeks.getState().isDone).toBe(true);
    weeks.follow(state(moved), smallModel);
    rest();
    weeks.follow(state(moved, 'done', true), smallModel);
    expect([jobs.length, jobs[1].isCancelled, weeks.getState().isStale]).toEqual([2, true, true]);
    expect(toldOfShown(weeks.getState())).toBeUndefined();
    weeks.follow(state(start), smallModel);
    expect([jobs.length, weeks.getState().isDone]).toEqual([2, true]);
    expect(toldOfShown(weeks.getState())).toBe(weeks.getState().option);
    expect(weeks.getState().option?.dates).toHaveLength(52);
  });

  it('that cannot be had leave the numbers as they are', () => {
    const { weeks, jobs, rest } = asked();
    weeks.follow(state(start), smallModel);
    rest();
    jobs[0].fail();
    expect(weeks.getState()).toMatchObject({ option: undefined, isDone: true });
    expect(isByWeeks(weeks.getState())).toBe(false);
  });
});

describe('what does not settle', () => {
  const replications = Array.from({ length: 12 }, (_, r) => r);
  const told = (model: Model) => studied({ type: 'weeks', model, run: { option: 'today' }, seed: 7, replications });
  const fewBeds = told(smallModel); // 0.8 a day for 14 days into 3 beds
  const enough = told({ ...smallModel, stations: { ...smallModel.stations, p1: room('p1'), p2: room('p2') } });

  function room(id: 'p1' | 'p2') {
    const station = smallModel.stations[id];
    return { ...station, [id === 'p1' ? 'places' : 'beds']: 60 };
  }

  it('is judged as `onward run` judges it, in its words', () => {
    const program = compile(smallModel, { option: 'today' });
    const settling = judgeSettling(
      program,
      replications.map((r) => replicateByWeek(program, 7, r).weeks),
    );
    expect(fewBeds.settling).toEqual(settling);
    expect(fewBeds.words).toEqual(settlingWords(settling, (id) => smallModel.stations[id].label));
  });

  it.each([
    ['Bristol: home', 'Care at home in Bristol needs 300 places and has 250'],
    ['Bristol: team', 'The team in Bristol needs 300 places and has 250'],
    ['Bristol: rehabilitation beds', '300 rehabilitation beds in Bristol are needed and there are 250'],
    ['Supportive care beds', '300 supportive care beds are needed and there are 250'],
    ['Acute hospitals', 'The acute hospitals need 300 places and have 250'],
    ['Care at home', 'Care at home needs 300 places and has 250'],
    ['St Luke’s Hospital', 'St Luke’s Hospital needs 300 places and has 250'],
  ])('is said in good English of %s', (label, said) => {
    const model = { ...smallModel, stations: { ...smallModel.stations, p2: { ...smallModel.stations.p2, label } } };
    const p2 = { ...worstPlace(fewBeds)!, trend: null, needed: [300, 300], has: [250, 250] } as const;
    const short = { ...fewBeds, settling: { ...fewBeds.settling, stations: [fewBeds.settling.stations[0]!, p2] } };
    expect(sayWhatGrows(model as Model, short)).toBe(said);
  });

  it('is said in place of an average, with the list that grows', () => {
    const { sentence, range } = sayUnsettled(smallModel, 'Today', fewBeds)!;
    // Beside today, what grows is said to grow under the option.
    expect(sayWhatGrows(smallModel, fewBeds, 'Fewer beds')).toMatch(/^Fewer beds: \p{Ll}/u);
    expect(sayWhatGrows(smallModel, fewBeds)).toMatch(/^\p{Lu}/u);
    expect(worstPlace(fewBeds)?.station).toBe('p2');
    const list = seriesAt(fewBeds, 'p2', 'waiting')!.mean;
    const [from, to] = [list[0], list.at(-1)!].map((n) => (n < 9.95 ? n.toFixed(1) : String(Math.round(n))));
    expect(sentence).toBe(`Today: does not settle. The queue for the bed grows from ${from} to ${to} people in a year`);
    expect(list.at(-1)! - list[0]).toBeGreaterThan(100);
    expect(range).toMatch(/^Bed: 11\.2 places needed, 3 there; .*An average would depend on how long the run is/);
  });

  it('is said on paper with the people waiting first, and what they wait for after', () => {
    const { sentence, range } = sayUnsettledOnPaper(smallModel, 'Today', fewBeds)!;
    const { station, measure, where } = subjectOf(smallModel);
    const list = seriesAt(fewBeds, station, measure)!.mean;
    const [from, to] = [list[0]!, list.at(-1)!].map((n) => (n < 9.95 ? n.toFixed(1) : String(Math.round(n))));
    expect(sentence).toBe(`Today: does not settle. People waiting ${where} grow from ${from} to ${to} in a year`);
    expect(range).toMatch(/^The queue for the bed grows from .* in a year\. An average would depend/);
    expect(sayUnsettledOnPaper(smallModel, 'Today', enough)).toBeUndefined();
  });

  it('of a model that settles nothing is said', () => {
    expect(sayUnsettled(smallModel, 'Today', enough)).toBeUndefined();
    expect(enough.settling.settles).toBe('settles');
  });

  it('opens by weeks by itself, until somebody chooses', () => {
    const shown = (option: ToldByWeek, isChosen?: boolean) => isByWeeks({ option, isChosen });
    expect([shown(fewBeds), shown(enough), shown(fewBeds, false), shown(enough, true)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

it('months below the picture stand at their first week', () => {
  const dates = Array.from({ length: 52 }, (_, week) =>
    new Date(Date.parse('2019-06-03') + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const ticks = monthTicks(dates);
  expect(ticks.length).toBeLessThanOrEqual(6);
  expect(ticks[0]).toEqual({ at: 4, label: 'Jul' });
  expect(ticks.find(({ label }) => label.startsWith('Jan'))).toEqual({ at: 31, label: 'Jan 2020' });
});
