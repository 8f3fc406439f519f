// A new painted layer and a new view, put in by this test alone: one file and one line in their list, and the page has them.
import { beforeEach, expect, it, vi } from 'vitest';
import { compile, readModel, rowKeys } from '../../engine/index.ts';
import { gatesOf } from '../../engine/network/gate-outline.ts';
import { watch } from '../../engine/study/replication.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import { arrive, addressOf, route, viewOf } from '../../ui/address/route.ts';
import { headerOf, isOfModel, listed, type ViewLine } from '../../ui/address/views.ts';
import { peopleOf } from '../../ui/export/pictures/people.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import type { Layer, Painting } from '../../ui/scene/paint/painting.ts';
import { mapOf } from '../../ui/shown/map.ts';

const painted: { readonly people: number; readonly marksBefore: number }[] = [];
/** How often anything has been drawn on the canvas. */
let strokes = 0;

vi.mock('../../ui/scene/paint/layers/index.ts', async (original) => {
  const { layers } = await original<{ layers: readonly Layer[] }>();
  const halo = ({ world }: Painting) => {
    painted.push({ people: world.occupancy.reduce((sum, one) => sum + one, 0), marksBefore: strokes });
  };
  return { layers: [...layers, halo] };
});

vi.mock('../../ui/address/views.ts', async (original) => {
  const all = await original<Record<string, unknown> & { views: readonly ViewLine[] }>();
  const heatmap = { view: 'heatmap', name: 'Heat map', isOfModel: true } as const;
  const views: readonly ViewLine[] = [...all.views, heatmap];
  const lineOf = (view: string) => views.find((one) => one.view === view)!;
  return {
    ...all,
    views,
    lineOf,
    viewNamed: (name: string) => views.find((one) => one.view === name || one.was === name)?.view,
    namesOfModel: views.filter((one) => one.isOfModel).map((one) => one.view),
    listed: views.filter(({ isUnlisted }) => !isUnlisted),
    isOfModel: (view: string) => lineOf(view).isOfModel ?? false,
  };
});

beforeEach(() => {
  const context = new Proxy({} as Record<string, unknown>, {
    get: (known, name) => known[String(name)] ?? (() => void strokes++),
    set: (known, name, value) => Boolean((known[String(name)] = value) || true),
  });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  // A path may be drawn in any way.
  const path = new Proxy({}, { get: () => () => {} });
  vi.stubGlobal('Path2D', function Path2D() {
    return path;
  });
});

it('a painted layer: painted on every picture, over those before it, from the same day', () => {
  const model = readModel(ilkeston).model!;
  const program = compile(model, { option: 'today' });
  const { trace, people, values } = watch(program, 1, 0);
  const { network } = program;
  const timeline = buildTimeline({ trace, network, people: people.need.length });
  const run = {
    trace,
    people,
    values,
    network,
    model,
    timeline,
    keys: rowKeys(program),
    gates: gatesOf(program),
    map: mapOf(model, network, timeline),
  };
  const svg = { getBoundingClientRect: () => ({ width: 1000, height: 500 }) };
  const picture = peopleOf(run as never, svg as never, 1);
  picture.paint(40);
  expect(painted).toHaveLength(1);
  expect(painted[0].people).toBe(timeline.seatsAt(40).world.occupancy.reduce((sum, one) => sum + one, 0));
  expect(painted[0].marksBefore).toBeGreaterThan(painted[0].people);
});

it('a view: reached by its address, named in the header, and it keeps the settings of the model', () => {
  expect(viewOf('#/heatmap')).toBe('heatmap');
  expect(headerOf(false, listed).row).toContainEqual({ view: 'heatmap', name: 'Heat map', isOfModel: true });
  expect(isOfModel('heatmap' as never)).toBe(true);
  arrive('#/checks', '#/explore?m=ilkeston-2019&v=1');
  expect(addressOf('heatmap' as never, route.getState())).toBe('#/heatmap?m=ilkeston-2019&v=1');
});
