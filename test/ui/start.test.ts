// The list of models: each with a picture that shows its stations and places and a text that names them, each lesson under its rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberAt, readModel, type Model } from '../../engine/index.ts';
import { FIRST_MODEL, firstFacts } from '../../ui/model/first-model.ts';
import { isShipped, modelsToLearn, shippedModels } from '../../ui/model/shipped-models.ts';
import { headingId } from '../../ui/parts/method-text/method-sections.ts';
import { byRule } from '../../ui/views/start/by-rule.ts';
import { allLists } from '../../ui/views/start/outlines.ts';
import { pictureOf } from '../../ui/views/start/picture.ts';
import { placesOf, waysOf } from '../../ui/model/routes.ts';
import { sayPicture } from '../../ui/words/picture.ts';
import { root } from '../source-files.ts';
import { smallModel } from './small-model.ts';

const read = (folder: string): Model[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => readModel(readFileSync(join(root, folder, name), 'utf8')).model!);
const shipped = [...read('models'), ...read('models/learn')];
const methods = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');

it('brings what the schema says of the first document’s sliders, so that a first visit need not fetch it', () => {
  const first = shipped.find(({ id }) => id === FIRST_MODEL)!;
  const facts = first.controls!.map(({ path }) => [path, numberAt(first, path).facts]);
  expect(firstFacts).toEqual(Object.fromEntries(facts));
});

describe('the list', () => {
  it('holds every document that comes with the page, with the title and the words the document has', async () => {
    const { shipped: first, lessons } = await allLists();
    expect(first.map(({ id }) => id)).toEqual(shippedModels);
    const listed = [...first, ...lessons.flatMap(({ models }) => models)];
    expect(listed.map(({ id }) => id).toSorted()).toEqual(shipped.map(({ id }) => id).toSorted());
    for (const { id, title, about } of listed) {
      const model = shipped.find((one) => one.id === id)!;
      expect([title, about]).toEqual([model.title, model.about]);
      expect(isShipped(id)).toBe(true);
    }
  });

  it('puts each lesson once, under a rule or another part of the methods', () => {
    const lessons = modelsToLearn.map((id) => ({ id }));
    const groups = byRule(methods, lessons);
    expect(groups.flatMap(({ models }) => models.map(({ id }) => id)).toSorted()).toEqual(
      [...modelsToLearn].toSorted(),
    );
    const headings = [...methods.matchAll(/^###? (.+)$/gm)].map(([, heading]) => headingId(heading!));
    for (const { section } of groups) expect(headings).toContain(section);
    expect(groups.find(({ section }) => section === 'rule-19')).toEqual({
      section: 'rule-19',
      heading: 'Costs',
      models: [{ id: 'costs' }],
    });
  });

  it('loses none that the methods do not name', () => {
    expect(byRule(methods, [{ id: 'brand-new' }])).toEqual([
      { section: '', heading: 'More', models: [{ id: 'brand-new' }] },
    ]);
  });
});

describe.each(shipped.map((model) => [model.id, model] as const))('the picture of %s', (_id, model) => {
  const sizes = [
    [400, 205, 12.5],
    [200, 110, 0],
  ] as const;

  it.each(sizes)('shows every station inside its frame, none over another (%d × %d)', (width, height, fontSize) => {
    const { boxes } = pictureOf(model, width, height, fontSize);
    expect(boxes.map(({ id }) => id).toSorted()).toEqual(Object.keys(model.stations).toSorted());
    for (const [at, a] of boxes.entries()) {
      expect(Math.min(a.x, a.y, width - a.x - a.width, height - a.y - a.height)).toBeGreaterThanOrEqual(0);
      expect(Math.min(a.width, a.height)).toBeGreaterThan(0);
      for (const b of boxes.slice(at + 1))
        expect(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          `${a.id} over ${b.id}`,
        ).toBe(true);
    }
  });

  it('draws a cell for each place, inside its station, or none at all', () => {
    for (const { id, cells, cellSize, ...box } of pictureOf(model, 400, 205, 12.5).boxes) {
      const places = placesOf(model.stations[id]);
      expect([0, places]).toContain(cells.length);
      for (const { x, y } of cells) {
        expect(Math.min(x - box.x, box.x + box.width - x)).toBeGreaterThanOrEqual(cellSize / 2 - 1e-9);
        expect(Math.min(y - box.y, box.y + box.height - y)).toBeGreaterThanOrEqual(cellSize / 2 - 1e-9);
      }
    }
  });

  it('draws a line for each way, and its words name the services with their places', () => {
    const ways = waysOf(model);
    expect(pictureOf(model, 200, 110).lines).toHaveLength(ways.length);
    expect(ways.some(({ from }) => from === null)).toBe(true);
    const said = sayPicture(model);
    expect(said).toMatch(/^People come to: /);
    expect(said).not.toMatch(/undefined|NaN|null/);
    const services = Object.values(model.stations).filter(({ kind }) => kind !== 'exit');
    for (const station of services.slice(0, 12)) {
      const places = placesOf(station);
      expect(said).toContain(places === null ? station.label : `${station.label} (${places} `);
    }
  });
});

describe('routes', () => {
  it('go where needs go, and where stations lead', () => {
    expect(waysOf(smallModel)).toEqual([
      { from: null, to: 'acute' },
      { from: 'acute', to: 'p1' },
      { from: 'acute', to: 'p2' },
      { from: 'p1', to: 'home' },
      { from: 'p2', to: 'home' },
    ]);
    expect(sayPicture(smallModel)).toBe(
      'People come to: Acute. Acute, then Home or Bed. Home (27 places), then Home. Bed (3 beds), then Home.',
    );
  });

  it('leave out a station that is not there, and say how many more there are than are named', () => {
    const stations = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [`s${n}`, { ...smallModel.stations['p2'], label: `Ward ${n}` }]),
    );
    const many = { ...smallModel, needs: { p1: { label: '', goesTo: 's0' } }, stations: { ...stations } };
    expect(waysOf(many)).toEqual([]);
    expect(sayPicture(many)).toMatch(/Ward 11 \(3 beds\)\. And 3 more services\.$/);
  });
});
