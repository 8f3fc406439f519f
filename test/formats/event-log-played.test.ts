// A log played: at every moment people are where its own rows have them, and where the engine has those of a run that went out as a log.
import { describe, expect, it } from 'vitest';
import { advanceWorld, compile, csvText, startWorld, verbNumbers, watch } from '../../engine/index.ts';
import { isEventsHead, minedFrom, readEvents, type ReadEvents } from '../../formats/events.ts';
import { playedFrom } from '../../formats/events/played.ts';
import { LOG_COLUMNS, logRows } from '../../formats/events/write-log.ts';
import { openTable } from '../../formats/table-file.ts';
import { shippedModel } from '../models/shipped.ts';
import { published, SOUND } from './event-log-files.ts';

async function played(text: string, unit?: 'minutes' | 'hours', times = 1) {
  const table = await openTable(new Uint8Array(new TextEncoder().encode(text)), isEventsHead);
  const read = readEvents(table, unit) as ReadEvents;
  const { model, names } = minedFrom(read, 'log.csv');
  const { network } = compile(model!, { option: 'today' });
  const { trace, needs } = playedFrom(read.journeys, names, network, times, () => true);
  return { trace, network, needs, world: startWorld(network, needs.length) };
}

describe.each(['ilkeston-2019', 'two-queues', 'stroke-unit-2016', 'learn/team', 'learn/moves-on'])('%s', (id) => {
  it('is where the engine has it', async () => {
    const model = shippedModel(id);
    const program = compile(model, { option: 'today' });
    const watched = watch(program, 5, 0);
    const text = csvText(LOG_COLUMNS, logRows({ ...watched, network: program.network, run: 1, unit: 'minutes' }));
    const { trace, network, needs, world } = await played(text);
    expect(needs.length).toBe(watched.people.need.length);
    const { warmUpDays, runDays, stationIds, isExit } = program.network;
    const theirs = startWorld(program.network, watched.people.need.length);
    const places = stationIds.flatMap((station, at) =>
      isExit[at] ? [] : [[station, at, network.stationIds.indexOf(station)] as const],
    );
    let people = 0;
    for (const share of [0.2, 0.41, 0.63, 0.98]) {
      const day = share * (warmUpDays + runDays) + 0.01;
      advanceWorld(theirs, watched.trace, day - warmUpDays);
      advanceWorld(world, trace, day);
      for (const [station, a, b] of places)
        for (const what of ['occupancy', 'waiting', 'delayed'] as const) {
          expect(world[what][b], `${what} of ${station} on day ${day}`).toBe(theirs[what][a]);
          people += theirs[what][a];
        }
    }
    expect(people).toBeGreaterThan(10);
  });
});

const emergency = published('emergency-department');
it.runIf(emergency !== undefined)('an emergency department is as its rows have it, in use and waiting', async () => {
  const { trace, network, world } = await played(emergency!, 'minutes', 24);
  const rows = emergency!
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([who, , event, type, time]) => ({
      who,
      type,
      time: Number(time),
      station: event.replace(/_(begins|complete)$/, ''),
    }));
  let waited = 0;
  for (const minute of [30.5, 300.5, 777.7, 1500.1, 1800.3]) {
    advanceWorld(world, trace, (minute / 1440) * 24);
    const inUse = new Map<string, number>();
    const waiting = new Map<string, number>();
    const people = new Map<string, typeof rows>();
    for (const row of rows) people.set(row.who, [...(people.get(row.who) ?? []), row]);
    for (const its of people.values()) {
      const before = its.filter(({ time }) => time <= minute).at(-1);
      const after = its.find(({ time }) => time > minute);
      if (before?.type === 'resource_use') inUse.set(before.station, (inUse.get(before.station) ?? 0) + 1);
      else if (before && after) waiting.set(after.station, (waiting.get(after.station) ?? 0) + 1);
    }
    for (const [at, id] of network.stationIds.entries()) {
      if (id.startsWith('queue-') || id === 'left') continue;
      expect(world.occupancy[at], `${id} in use at ${minute}`).toBe(inUse.get(id) ?? 0);
      expect(world.waiting[at], `waiting for ${id} at ${minute}`).toBe(waiting.get(id) ?? 0);
      waited += world.waiting[at];
    }
  }
  expect(waited).toBeGreaterThan(10);
});

it('who waited shows since when', async () => {
  const { trace, network, world } = await played(SOUND, 'hours');
  advanceWorld(world, trace, 3.75 / 24);
  const [cubicle, doctor] = ['cubicle', 'doctor'].map((id) => network.stationIds.indexOf(id));
  expect([world.occupancy[cubicle], world.occupancy[doctor], world.waiting[cubicle]]).toEqual([1, 1, 1]);
  const waits = world.askedFor.indexOf(cubicle);
  expect(world.sinceDay[waits] * 24).toBeCloseTo(3.5, 9);
  // And nobody is in another place than the one they asked for.
  const moves = [...trace.verb.keys()].filter((record) => trace.verb[record] === verbNumbers.MOVE);
  expect(moves.map((record) => trace.value[record])).toEqual(moves.map((record) => trace.other[record]));
});
