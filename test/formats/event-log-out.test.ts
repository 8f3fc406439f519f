// Runs as event logs: what vidigi's own rules make of them is where the engine has everybody, and our reader finds nothing wrong with them.
import { describe, expect, it } from 'vitest';
import { advanceWorld, type Cell, compile, csvText, estimate, startWorld, watch } from '../../engine/index.ts';
import { isEventsHead, readEvents } from '../../formats/events.ts';
import { LOG_COLUMNS, logRows } from '../../formats/events/write-log.ts';
import { openTable } from '../../formats/table-file.ts';
import { shipped } from '../models/shipped.ts';

const MOST_EVENTS = 30_000;
const programs = shipped.flatMap(({ id, model }) => {
  const program = compile(model, { option: 'today' });
  return estimate(program, 1, { watched: true, byWeek: 0 }).events < MOST_EVENTS ? [[id, program] as const] : [];
});

interface Event {
  readonly entity_id: number;
  readonly event_type: string;
  readonly event: string;
  readonly time: number;
  readonly run: number;
  readonly resource_id: number | null;
}
const eventOf = (row: readonly Cell[]): Event =>
  Object.fromEntries(LOG_COLUMNS.map((column, at) => [column, row[at]])) as unknown as Event;

it('there are enough models to look at', () => expect(programs.length).toBeGreaterThan(40));

describe.each(programs)('%s', (_name, program) => {
  const { network } = program;
  const watched = watch(program, 3, 0);
  const rows = logRows({ ...watched, network, run: 1, unit: 'hours' });
  const events = rows.map(eventOf);

  it('has vidigi’s columns, one run, one arrival of everybody, and whole numbers of places', () => {
    expect(LOG_COLUMNS.slice(0, 7)).toEqual([
      'entity_id',
      'event_type',
      'event',
      'time',
      'pathway',
      'run',
      'resource_id',
    ]);
    expect(new Set(events.map(({ run }) => run))).toEqual(new Set([1]));
    const arrivals = events.filter(
      ({ event_type, event }) => event_type === 'arrival_departure' && event === 'arrival',
    );
    expect(arrivals.length).toBe(watched.people.need.length);
    expect(new Set(arrivals.map((one) => one.entity_id)).size).toBe(arrivals.length);
    const isSound = ({ event_type, event, time, resource_id }: Event): boolean =>
      (event_type === 'arrival_departure'
        ? ['arrival', 'depart'].includes(event)
        : ['queue', 'resource_use', 'resource_use_end'].includes(event_type)) &&
      time >= 0 &&
      (event_type.startsWith('resource_use')
        ? Number.isInteger(resource_id) && resource_id! >= 1
        : resource_id === null);
    expect(events.filter((event) => !isSound(event))).toEqual([]);
  });

  it('never has two people in one place', () => {
    const inUse = new Set<string>();
    const twice = events.filter(({ event_type, event, resource_id }) => {
      const place = `${event.replace(/_(begins|ends)$/, '')} ${resource_id}`;
      if (event_type === 'resource_use') return inUse.size === inUse.add(place).size;
      return event_type === 'resource_use_end' && !inUse.delete(place);
    });
    expect(twice).toEqual([]);
  });

  it('at a moment each is where the engine has them, by the last of their events', () => {
    const world = startWorld(network, watched.people.need.length);
    const last = new Map<number, Event>();
    const { runDays, warmUpDays } = network;
    let read = 0;
    for (const share of [0.3, 0.55, 0.97]) {
      const day = -warmUpDays + share * (runDays + warmUpDays) + 0.0123;
      advanceWorld(world, watched.trace, day);
      for (; read < events.length && events[read].time <= (day + warmUpDays) * 24; read++)
        last.set(events[read].entity_id, events[read]);
      const count = (event: string) => [...last.values()].filter((one) => one.event === event).length;
      for (const [station, id] of network.stationIds.entries()) {
        const waiting = [...world.askedFor].filter(
          (asked, person) => asked === station && world.team[person] < 0,
        ).length;
        expect(count(`${id}_wait_begins`), `wait for ${id}`).toBe(waiting);
        const isTeam = network.keepsPlace[station] === 1;
        const there = [...world.state].filter((state, person) =>
          isTeam
            ? world.team[person] === station
            : world.station[person] === station && state === 2 && world.team[person] < 0,
        ).length;
        expect(count(`${id}_begins`), `in ${id}`).toBe(there);
      }
    }
  });

  it('is read without a question', async () => {
    const table = await openTable(new Uint8Array(new TextEncoder().encode(csvText(LOG_COLUMNS, rows))), isEventsHead);
    expect(readEvents(table, undefined)).not.toHaveProperty('problems');
  });
});
