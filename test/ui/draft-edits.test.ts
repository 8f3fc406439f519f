// Long because every kind of edit is tried. A model drawn step by step: no edit breaks a document, undo brings back the very same, what goes takes its names along, and what is missing is said by path.
import { beforeEach, describe, expect, it } from 'vitest';
import { validate } from '../../engine/index.ts';
import { addNeed, addRoute, addStation, addStream } from '../../ui/model/draft/add.ts';
import { blankDraft, type Draft } from '../../ui/model/draft/draft.ts';
import { remove } from '../../ui/model/draft/remove.ts';
import { drawnRoutes } from '../../ui/model/draft/routes.ts';
import { rename, writeAt, writeNumber, writeShape } from '../../ui/model/draft/write.ts';
import { createDrawing } from '../../ui/state/draft.ts';
import { drafted, palette } from '../../ui/worker/drafted.ts';
import { shipped, shippedModel } from '../models/shipped.ts';
import fc from '../properties.ts';

const blank = blankDraft('Our place', '2027-04-01');
const missingIn = (draft: Draft) =>
  drafted(draft)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('three services, drawn from nothing', () => {
  let draft: Draft;
  const add = (kind: string, name: string) => void (draft = addStation(draft, kind, name).draft);
  const route = (from: string, to: string) => void (draft = addRoute(draft, from, to).draft);
  const number = (path: string, value: number) => void (draft = writeNumber(draft, path, value));
  beforeEach(() => void (draft = blank));

  it('says at every step what is missing, by path, until the engine accepts it', () => {
    expect(missingIn(draft)).toEqual(['streams']);
    draft = addStream(draft, 'People ready to leave').draft;
    add('ward', 'Acute');
    // The number of beds hides nothing else: the stay, the way on and the arrivals are asked for at once.
    expect(missingIn(draft)).toEqual(
      expect.arrayContaining([
        'stations.acute.beds',
        'stations.acute.stay',
        'stations.acute.next',
        'streams.people-ready-to-leave',
      ]),
    );
    add('ward', 'Beds');
    add('caseload', 'Home');
    add('exit', 'Out');
    route('streams.people-ready-to-leave', 'acute');
    route('stations.acute', 'beds');
    route('stations.acute', 'home');
    route('stations.beds', 'home');
    route('stations.home', 'out');
    expect(missingIn(draft)).toEqual(
      expect.arrayContaining(['stations.acute.next.0.share', 'stations.acute.next.1.share']),
    );
    expect(Object.values(draft.needs)).toEqual([{ label: 'Care', goesTo: 'acute' }]);
    number('streams.people-ready-to-leave.arrivalsPerDay', 3);
    number('stations.acute.next.0.share', 0.4);
    number('stations.acute.next.1.share', 0.5);
    number('stations.acute.beds', 20);
    number('stations.beds.beds', 30);
    number('stations.home.places', 40);
    for (const id of ['acute', 'beds', 'home'])
      draft = writeShape(draft, `stations.${id}.stay`, 'exponential', ['meanDays']);
    expect(missingIn(draft)).toEqual(
      expect.arrayContaining([
        'stations.acute.stay',
        'stations.beds.stay',
        'stations.home.stay',
        'stations.acute.next',
      ]),
    );
    for (const id of ['acute', 'beds', 'home']) number(`stations.${id}.stay.meanDays`, 5);
    expect(missingIn(draft)).toEqual(['stations.acute.next']);
    number('stations.acute.next.1.share', 0.6);
    expect(drafted(draft).problems).toEqual([]);
    expect(draft.controls!.map(({ path }) => path)).toHaveLength(7);
  });

  it('a number that cannot be used is refused beside its field, and every number typed is illustrative', () => {
    add('ward', 'Acute');
    number('stations.acute.beds', -3);
    expect(missingIn(draft)).toContain('stations.acute.beds');
    expect(draft.evidence!['stations.acute.beds']).toMatchObject({ status: 'illustrative' });
  });

  it('two of a name have names and ids of their own, and no id means something else', () => {
    add('ward', 'Need');
    add('ward', 'Need');
    add('ward', 'constructor');
    expect(Object.entries(draft.stations).map(([id, { label }]) => [id, label])).toEqual([
      ['need-2', 'Need'],
      ['need-2-2', 'Need 2'],
      ['constructor-2', 'constructor'],
    ]);
    expect(missingIn(draft).filter((path) => /^stations\.[^.]+$/.test(path))).toEqual([]);
  });

  it('a new name is the slider’s as well', () => {
    add('ward', 'Acute');
    number('stations.acute.beds', 5);
    number('stations.acute.stay.meanDays', 5);
    draft = rename(draft, 'stations.acute', 'Ward A');
    expect(draft.controls!.map(({ label }) => label)).toEqual(['Ward A', 'Ward A: mean stay']);
  });
});

describe('whatever is removed', () => {
  /** What is said of a name that is not there, or a path that leads nowhere. */
  const dangles = /^(the id of|the path of a number|a value of)/;

  it.each(shipped)('$id: takes with it everything that names it, and nothing else', ({ model: given }) => {
    const model = frozen(given);
    const parts = (['stations', 'streams', 'needs'] as const).flatMap((family) =>
      Object.keys(model[family]).map((one) => `${family}.${one}`),
    );
    const all = [...parts, ...drawnRoutes(model).map((route) => route.id)];
    // The county has hundreds.
    for (const what of all.length > 80 ? all.filter((_, at) => at % 9 === 0) : all) {
      const { draft } = remove(model, what);
      const { problems } = validate(draft);
      expect(problems.filter(({ expected }) => dangles.test(expected)).map(({ path }) => `${what}: ${path}`)).toEqual(
        [],
      );
      if (what.includes('>')) continue;
      const [family, one] = what.split('.');
      expect(Object.keys((draft as never)[family!])).not.toContain(one);
      expect(JSON.stringify(draft)).not.toContain(`"${what}.`);
    }
  });

  it('of a list of ways moves the paths of those after it', () => {
    const model = shippedModel('place-of-100000');
    expect(model.stations.p2!.next).toMatchObject([{ to: 'p1', share: expect.any(Number) }, { to: 'home' }]);
    const known = writeNumber(model, 'stations.p2.next.1.share', 0.7);
    const third = addRoute(known, 'stations.p2', 'p3').draft;
    const shared = writeNumber(third, 'stations.p2.next.2.share', 0.1);
    const { draft, went } = remove(shared, 'stations.p2>p1');
    expect(went.routes).toBe(1);
    expect(Object.keys(draft.evidence!).filter((path) => path.startsWith('stations.p2.next.'))).toEqual([
      'stations.p2.next.0.share',
      'stations.p2.next.1.share',
    ]);
    expect(draft.evidence!['stations.p2.next.1.share']).toEqual(shared.evidence!['stations.p2.next.2.share']);
  });
});

describe('what names a number that is gone', () => {
  const model: Draft = {
    ...shippedModel('one-queue'),
    options: [
      { id: 'today', title: 'Today' },
      { id: 'longer', title: 'Longer', set: { 'stations.ward.stay.meanDays': 12 } },
    ],
    story: [
      { title: 'Today', option: 'today' },
      { title: 'Longer', option: 'longer' },
    ],
  };

  it('goes with it: sliders and evidence, an option that changed nothing else, and the step that showed it', () => {
    const draft = writeShape(model, 'stations.ward.stay', 'fixed', ['days']);
    expect(draft.stations.ward!.stay).toEqual({ shape: 'fixed' });
    expect(draft.controls!.map(({ path }) => path)).toEqual(['stations.ward.beds', 'streams.people.arrivalsPerDay']);
    expect(Object.keys(draft.evidence!)).not.toContain('stations.ward.stay.meanDays');
    expect(draft.options!.map(({ id }) => id)).toEqual(['today']);
    expect(draft.story!.map(({ title }) => title)).toEqual(['Today']);
  });

  it('another shape keeps the numbers that it has as well, and all that names them', () => {
    const draft = writeShape(model, 'stations.ward.stay', 'lognormal', ['meanDays', 'sdDays', 'medianDays']);
    expect(draft.stations.ward!.stay).toEqual({ shape: 'lognormal', meanDays: 10 });
    expect(draft.options).toEqual(model.options);
    expect(draft.controls).toEqual(model.controls);
  });
});

type Step = (draft: Draft) => Draft;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom('ward', 'caseload', 'team', 'delay', 'exit'), fc.string({ maxLength: 12 })).map(
    ([kind, name]): Step =>
      (draft) =>
        addStation(draft, kind, name).draft,
  ),
  fc.string({ maxLength: 12 }).map(
    (name): Step =>
      (draft) =>
        addStream(draft, name).draft,
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]): Step => (draft) => {
    const owners = ['need', ...partsIn(draft)];
    const targets = ['need', ...Object.keys(draft.stations)];
    return addRoute(draft, owners[from % owners.length]!, targets[to % targets.length]!).draft;
  }),
  fc.nat().map((at): Step => (draft) => {
    const all = [...partsIn(draft), ...drawnRoutes(draft).map(({ id }) => id)];
    return all.length === 0 ? draft : remove(draft, all[at % all.length]!).draft;
  }),
  fc.tuple(fc.nat(), fc.constantFrom(-3, 0, 0.25, 1, 7, 1e9)).map(([at, value]): Step => (draft) => {
    const all = drafted(draft).numbers;
    return all.length === 0 ? draft : writeNumber(draft, all[at % all.length]!.path, value);
  }),
  fc
    .tuple(fc.nat(), fc.constantFrom('beds', 'places', 'stay.meanDays', 'startsPerMonth'), fc.option(fc.nat(30)))
    .map(([at, key, value]): Step => (draft) => {
      const ids = Object.keys(draft.stations);
      return ids.length === 0
        ? draft
        : writeNumber(draft, `stations.${ids[at % ids.length]}.${key}`, value ?? undefined);
    }),
  fc.tuple(fc.nat(), fc.constantFrom(...palette().shapes)).map(([at, { shape, numbers }]): Step => (draft) => {
    const ids = Object.keys(draft.stations);
    const keys = numbers.map(({ key }) => key);
    return ids.length === 0 ? draft : writeShape(draft, `stations.${ids[at % ids.length]}.stay`, shape, keys);
  }),
  fc.tuple(fc.nat(), fc.string({ maxLength: 12 })).map(([at, name]): Step => (draft) => {
    const all = partsIn(draft);
    return all.length === 0 ? draft : rename(draft, all[at % all.length]!, name);
  }),
  fc.nat().map((at): Step => (draft) => {
    const ids = Object.keys(draft.stations);
    return ids.length === 0 ? draft : addNeed(draft, ids[at % ids.length]!).draft;
  }),
);

const partsIn = (draft: Draft): string[] =>
  (['stations', 'streams', 'needs'] as const).flatMap((family) =>
    Object.keys(draft[family]).map((id) => `${family}.${id}`),
  );

describe('any sequence of edits', () => {
  const begins = ['place-of-100000', 'learn/tables', 'learn/initial-patients', 'learn/patience', 'winter'];

  it.each(['nothing', ...begins])(
    'from %s: each gives a document that is sound or says why not, and undo the very same',
    (name) => {
      const start = frozen(name === 'nothing' ? blank : (JSON.parse(JSON.stringify(shippedModel(name))) as Draft));
      let accepted = 0;
      fc.assert(
        fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
          const drawing = createDrawing();
          drawing.begin(start, true);
          const seen = [start];
          for (const step of steps) {
            const before = drawing.getState().draft!;
            const next = frozen(step(before));
            drawing.edit(next, 'An edit.');
            if (next !== before) seen.push(next);
            const { model, problems } = drafted(next);
            const errors = problems.filter(({ severity }) => severity === 'error');
            expect(model === undefined).toBe(errors.length > 0);
            if (model) accepted++;
          }
          for (const one of seen.toReversed()) {
            expect(JSON.stringify(drawing.getState().draft)).toBe(JSON.stringify(one));
            drawing.undo();
          }
          for (const one of seen) {
            expect(drawing.getState().draft).toBe(one);
            drawing.redo();
          }
        }),
        { numRuns: 40 },
      );
      if (name !== 'nothing') expect(accepted).toBeGreaterThan(5);
    },
  );

  it('a number that is taken away and typed again leaves the document as it was, but for the order of its keys', () => {
    const model = shippedModel('ilkeston-2019');
    const value = 395;
    const priced = writeAt(model, 'stations.p2.costs.placeDayGbp', value);
    expect(writeAt(priced, 'stations.p2.costs.placeDayGbp', undefined)).toEqual(model);
  });
});
