// The ways people glide: from box to box along pipes and gaps, on every map of the page, and never through a service they do not enter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, readModel, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import { layoutStage } from '../../ui/scene/layout/stage-layout.ts';
import { wayAround } from '../../ui/scene/layout/around.ts';
import { layoutScene, leastHeight, type SceneLayout } from '../../ui/scene/layout/layout.ts';
import { mapOf, type SceneMap } from '../../ui/shown/map.ts';
import { planOf } from '../../ui/scene/paint/painting.ts';
import { pointAlong } from '../../ui/scene/layout/pipes.ts';
import { mapOfView } from '../../ui/scene/layout/told-as-one.ts';
import { fetchAround } from '../../ui/scene/layout/ways.ts';
import { root } from '../source-files.ts';

beforeAll(fetchAround);

it('goes round a box by the nearer side, along the middle of the gap', () => {
  // Three boxes of 80 by 20 under each other with gaps of 20, 10 from the left edge and 20 from the right: gaps' middles are 5 and 100.
  const [top, between, bottom] = [0, 40, 80].map((y) => ({ x: 10, y, width: 80, height: 20 }));
  const way = wayAround(top!, bottom!, [between!], { width: 110, height: 100 })!;
  // From the middle (50, 10) to the left is 45, to the right 50; so out at (10, 10), down at x = 5, in at (10, 90).
  expect(pointAlong(way, 0)).toEqual([10, 10]);
  expect(pointAlong(way, 0.5)[0]).toBeCloseTo(5);
  expect(pointAlong(way, 0.5)[1]).toBeCloseTo(50);
  expect(pointAlong(way, 1)).toEqual([10, 90]);
});

it('finds none where a box bars the whole width', () => {
  const [top, between, bottom] = [0, 40, 80].map((y) => ({ x: 0, y, width: 100, height: 20 }));
  expect(wayAround(top!, bottom!, [between!], { width: 100, height: 100 })).toBeNull();
});

/** Half a year is enough for most ways to be gone. */
function mapOfModel(
  id: string,
  change: (model: Model) => unknown = () => {},
): { map: SceneMap; stations: number; used: string[] } {
  const { model } = readModel(readFileSync(join(root, 'models', `${id}.json`), 'utf8'));
  change(model!);
  const program = compile(model!, { option: 'today' });
  const { trace, people } = watch(program, 1, 0);
  const { network } = program;
  const timeline = buildTimeline({ trace, network, people: people.need.length });
  const stations = network.stationIds.length;
  const used = [...timeline.flow.keys()]
    .filter((i) => timeline.flow[i] > 0 && i >= stations)
    .map((i) => `${Math.floor(i / stations) - 1}>${i % stations}`);
  return { map: mapOf(model!, network, timeline), stations, used };
}

/** Of the ways that somebody went: those that lead through a third service, and those between two boxes that are not there. */
function faults(layout: SceneLayout, stations: number, used: readonly string[]): string[] {
  const plan = planOf(layout, stations, 1);
  return used.flatMap((key) => {
    const [from, to] = key.split('>').map(Number);
    const [a, b] = [plan.boxes[from!], plan.boxes[to!]];
    const way = plan.wayOf(from!, to!);
    if (!way) return a && b ? [`${a.of.id} > ${b.of.id}: no way`] : [];
    const crossed = new Set<string>();
    for (let step = 0; step <= 500; step++) {
      const [x, y] = pointAlong(way, step / 500);
      for (const box of layout.boxes)
        if (box !== a && box !== b && !box.of.members)
          if (x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1)
            crossed.add(`${a?.of.id} > ${b?.of.id}: through ${box.of.id}`);
    }
    return [...crossed];
  });
}

const shorter = (model: Model) => Object.assign(model.calendar, { warmUpDays: 60, runDays: 180 });
const scattered = (model: Model) => {
  shorter(model);
  const services = Object.values(model.stations).filter(({ kind }) => kind !== 'exit');
  for (const [i, station] of services.entries())
    Object.assign(station, { position: { x: 12 + 25 * (i % 4), y: 15 + 30 * Math.floor(i / 4) } });
};

describe.each([
  ['three pathways', 'ilkeston-2019', () => {}],
  ['an area with positions of its own', 'bristol-area-2022', scattered],
  ['a county', 'leicester-leicestershire-rutland-2018', shorter],
])('%s', (_, id, change) => {
  const { map, stations, used } = mapOfModel(id, change);

  it.each([
    [1029, 440],
    [1560, 700],
  ])('in Explore, %d by %d', (width, height) => {
    for (const open of [undefined, ...(map.localities ?? []).map((one) => one.id)]) {
      const view = mapOfView(map, open, false);
      const layout = layoutScene(view, width, Math.max(height, leastHeight(view, width)));
      expect(faults(layout, stations, used)).toEqual([]);
    }
  });

  it.each([
    [620, 380, 24],
    [1320, 380, 24],
    [900, 620, 32],
  ])('in Present, %d by %d', (width, height, fontPx) => {
    expect(faults(layoutStage(map, width, height, fontPx), stations, used)).toEqual([]);
  });
});
