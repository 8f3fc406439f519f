// The journey of one person, read off a trace: where they went, when they were ready, what they waited for and how it ended.
import { expect, test } from 'vitest';
import { compile, readModel, verbNumbers, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { journeyOf } from '../../ui/playback/journey.ts';
import { longestWaits } from '../../ui/playback/longest-waits.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import { followedIn } from '../../ui/state/followed.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import team from '../../models/learn/team.json?raw';
import { HOME, HOSPITAL, outline, story, storyPeople, traceOf, WARD } from './story.ts';

const { ARRIVE, ASK, GAVE_UP, LEAVE, MOVE, READY, STAYS_HERE } = verbNumbers;
const stopsOf = (person: number) =>
  journeyOf(story, outline, person).stops.map(({ station, fromDay, readyDay }) => [station, fromDay, readyDay]);

test('whoever gets in at once has a line for each place', () =>
  expect(stopsOf(0)).toEqual([
    [HOSPITAL, -2, -2],
    [WARD, -2, 5],
    [HOME, 5, null],
  ]));

test('whoever is still there at the end of the run is ready on no day', () =>
  expect(stopsOf(2)).toEqual([
    [HOSPITAL, 2, 2],
    [WARD, 5, null],
  ]));

test('whoever waits outside has waiting as their first stop', () => {
  const { stops } = journeyOf(story, outline, 4);
  expect(stops[0]).toMatchObject({ station: WARD, fromDay: 9, isOutside: true });
});

test('whoever gives up has a line that says so', () => {
  const trace = traceOf([
    [1, ARRIVE, 0, -1, 0, 0],
    [1, ASK, 0, -1, WARD, 0],
    [6, LEAVE, 0, -1, HOME, GAVE_UP],
  ]);
  const { stops, gaveUpDay } = journeyOf(trace, outline, 0);
  expect(gaveUpDay).toBe(6);
  expect(stops.map(({ station, isOutside }) => [station, isOutside])).toEqual([
    [WARD, true],
    [HOME, false],
  ]);
});

test('whoever gives up and stays has a stop for each stay, with the wait between them', () => {
  const trace = traceOf([
    [1, ARRIVE, 0, -1, 0, 0],
    [1, ASK, 0, -1, HOSPITAL, 0],
    [1, MOVE, 0, -1, HOSPITAL, HOSPITAL],
    [3, READY, 0, HOSPITAL, -1, 0],
    [3, ASK, 0, HOSPITAL, WARD, 0],
    [5, ASK, 0, HOSPITAL, HOSPITAL, STAYS_HERE],
    [5, MOVE, 0, HOSPITAL, HOSPITAL, HOSPITAL],
    [6, READY, 0, HOSPITAL, -1, 0],
    [6, ASK, 0, HOSPITAL, WARD, 0],
  ]);
  const { stops, gaveUpDay } = journeyOf(trace, outline, 0);
  expect(gaveUpDay).toBeNull();
  expect(stops.map(({ station, fromDay, readyDay }) => [station, fromDay, readyDay])).toEqual([
    [HOSPITAL, 1, 3],
    [HOSPITAL, 5, 6],
  ]);
});

test('nobody has no journey', () => expect(journeyOf(story, outline, -1).stops).toEqual([]));

const runOf = (option: string, document = team) => {
  const program = compile(readModel(document).model as Model, { option });
  return { ...watch(program, 1, 0), network: program.network };
};

test('a team sees people where they are, and they go on from there', () => {
  const { network, trace, people } = runOf('today');
  const id = (station: number) => network.stationIds[station];
  const person = Array.from({ length: people.need.length }, (_, p) => p).find(
    (p) => journeyOf(trace, network, p).stops.length === 4,
  )!;
  const { stops } = journeyOf(trace, network, person);
  expect(stops.map(({ station, isTask }) => [id(station), isTask])).toEqual([
    ['acute', false],
    ['co-ordinators', true],
    ['p1', false],
    ['home', false],
  ]);
  expect(stops.map(({ fromDay }) => fromDay)).toEqual(stops.map(({ fromDay }) => fromDay).toSorted((a, b) => a - b));
});

test('the same person is found by their key in another option, and somebody who does not come is not', () => {
  const [today, other] = [runOf('today'), runOf('one-more')];
  for (const person of [0, 40, 200]) {
    const key = { high: today.people.keyHigh[person], low: today.people.keyLow[person] };
    const there = followedIn(other, key);
    expect([other.people.keyHigh[there], other.people.keyLow[there]]).toEqual([key.high, key.low]);
  }
  expect(followedIn(today, { high: 1, low: 2 })).toBe(-1);
  expect(followedIn(today, undefined)).toBe(-1);
});

test('the longest waits are those of everybody who waits, the longest first', () => {
  const { network, trace, people } = runOf('today', ilkeston);
  const world = buildTimeline({ trace, network, people: people.need.length }).worldAt(200);
  const all = [...world.state.keys()]
    .filter((p) => world.state[p] === 1 || world.state[p] === 3)
    .map((p) => world.day - world.sinceDay[p])
    .toSorted((a, b) => b - a);
  expect(all.length).toBeGreaterThan(5);
  expect(longestWaits(world, 5).map(({ days }) => days)).toEqual(all.slice(0, 5));
  expect(longestWaits(world, 1000)).toHaveLength(all.length);
});

test('nobody waits in the story’s beginning', () =>
  expect(longestWaits(buildTimeline({ trace: story, network: outline, people: storyPeople }).worldAt(0), 5)).toEqual(
    [],
  ));
