// The measures are the trace, added up: Little's law on the sample path, and delays whose causes leave nothing over.
import { describe, expect, it } from 'vitest';
import { rowKeys, type Program } from '../../engine/index.ts';
import { BY_EXIT } from '../../engine/trace.ts';
import { journeysOf, type Ask } from './journeys.ts';
import { changed, overModels, today, watched } from './over-models.ts';

type Reader = (station: string, measure: string, statistic: string, who?: string) => number | undefined;

function reader(program: Program, values: Float64Array): Reader {
  const rows = new Map(
    rowKeys(program).map((key, at) => [[key.station, key.measure, key.statistic, key.who, key.day].join(), values[at]]),
  );
  return (station, measure, statistic, who = 'all') => rows.get([station, measure, statistic, who, ''].join());
}

/** Equal to one part in a thousand million, or to a thousand-millionth of a person where nothing is expected. */
function same(found: number | undefined, expected: number, what: string): void {
  const near = found !== undefined && Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (!near) expect.fail(`${what}: found ${found}, the trace says ${expected}`);
}

const requests = [today, changed];

describe('sums over the trace', () => {
  it("Little's law: the area under each count is the sum of stays, delays and waits inside the window", () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of requests) {
        const { program, trace, values } = watched(model, request, seed);
        const { stationIds, runDays, isExit } = program.network;
        const read = reader(program, values);
        const { spans, asks } = journeysOf(trace);
        const inside = (from: number, to: number): number => Math.max(0, Math.min(to, runDays) - Math.max(from, 0));
        stationIds.forEach((id, station) => {
          if (isExit[station]) return;
          const here = spans.filter((span) => span.station === station);
          const area = here.reduce((sum, span) => sum + inside(span.from, span.to), 0);
          same(read(id, 'occupancy', 'mean'), area / runDays, `${id} occupancy`);
          const delayed = here.reduce(
            (sum, span) => sum + (Number.isNaN(span.ready) ? 0 : inside(span.ready, span.to)),
            0,
          );
          same(read(id, 'delayed', 'mean'), delayed / runDays, `${id} delayed`);
          const waited = asks
            .filter((ask) => ask.first === station)
            .reduce((sum, ask) => sum + inside(ask.from, ask.to), 0);
          same(read(id, 'waiting', 'mean'), waited / runDays, `${id} waiting`);
        });
        const delayed = spans.reduce(
          (sum, span) => sum + (Number.isNaN(span.ready) ? 0 : inside(span.ready, span.to)),
          0,
        );
        same(read('all', 'delayed', 'mean'), delayed / runDays, 'all delayed');
      }
    });
  });

  it('causes of delay add up, by where people ask to go and by where they are', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { program, trace, values } = watched(model, today, seed);
      const { stationIds, runDays, isExit } = program.network;
      const { asks } = journeysOf(trace);
      const keys = rowKeys(program);
      const inside = (from: number, to: number): number => Math.max(0, Math.min(to, runDays) - Math.max(from, 0));
      const causes = (fits: (key: (typeof keys)[0]) => boolean): number =>
        keys.reduce(
          (sum, key, at) => sum + (key.measure === 'delayCause' && key.station !== 'all' && fits(key) ? values[at] : 0),
          0,
        );
      stationIds.forEach((id, station) => {
        const to = asks.filter((ask) => ask.first === station).reduce((sum, ask) => sum + inside(ask.from, ask.to), 0);
        if (!isExit[station])
          same(
            causes((key) => key.station === id && key.who === 'all'),
            to / runDays,
            `causes of waiting for ${id}`,
          );
        const from = asks.filter((ask) => ask.held === station).reduce((sum, ask) => sum + inside(ask.from, ask.to), 0);
        same(
          causes((key) => key.who === `from:${id}`),
          from / runDays,
          `causes of delay in ${id}`,
        );
      });
      const outside = asks.filter((ask) => ask.held < 0).reduce((sum, ask) => sum + inside(ask.from, ask.to), 0);
      same(
        causes((key) => key.who === 'from:outside'),
        outside / runDays,
        'causes of waiting outside',
      );
    });
  });

  it('starts and leaves are the moves in and out, and the mean delay that of those who moved', () => {
    overModels({ count: 200 }, { calm: true }, (_, model, seed) => {
      const { program, trace, values } = watched(model, today, seed);
      const { stationIds, runDays, isExit } = program.network;
      const read = reader(program, values);
      const { spans, asks, left, arrived } = journeysOf(trace);
      const counted = (day: number): boolean => day >= 0 && day < runDays;
      stationIds.forEach((id, station) => {
        if (isExit[station]) {
          const out = [...left].filter(([, how]) => how.exit === station && how.how === BY_EXIT && counted(how.day));
          same(read(id, 'starts', 'mean'), out.length / runDays, `people out by ${id}`);
          const days = out.map(([person, how]) => how.day - arrived.get(person)!);
          if (days.length > 0)
            same(
              read(id, 'journeyDays', 'mean'),
              days.reduce((sum, day) => sum + day, 0) / days.length,
              `journeys to ${id}`,
            );
          return;
        }
        // A further stay in the place already held is neither a start nor a leave.
        const moved = asks.filter((ask) => ask.took === station && ask.held !== station && counted(ask.to));
        same(read(id, 'starts', 'mean'), moved.length / runDays, `starts in ${id}`);
        const gone = spans.filter((span) => span.station === station && counted(span.to));
        const stays = asks.filter((ask) => ask.took === station && ask.held === station && counted(ask.to)).length;
        same(read(id, 'leaves', 'mean'), (gone.length - stays) / runDays, `leaves from ${id}`);
        // For delay it is an ask that was answered, mostly at once; unless it was so before anything was counted.
        const atOnce = (ask: Ask): boolean => ask.held === station && ask.to === -program.network.warmUpDays;
        const answered = asks.filter((ask) => ask.took === station && counted(ask.to) && !atOnce(ask));
        if (answered.length > 0) {
          const days = answered.reduce((sum, ask) => sum + ask.to - ask.from, 0);
          same(read(id, 'delayDays', 'mean'), days / answered.length, `delay on the way to ${id}`);
          const waited = answered.filter((ask) => ask.to > ask.from).length;
          same(read(id, 'delayedShare', 'mean'), waited / answered.length, `share delayed on the way to ${id}`);
        }
      });
    });
  });
});
