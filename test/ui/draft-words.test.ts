// A drawing in words: what is missing is asked for in plain questions without a path, at the thing that lacks it, and what went with something is counted.
import { describe, expect, it } from 'vitest';
import { addNeed, addRoute, addStation, addStream } from '../../ui/model/draft/add.ts';
import { blankDraft, type Draft } from '../../ui/model/draft/draft.ts';
import { remove } from '../../ui/model/draft/remove.ts';
import { writeNumber, writeShape } from '../../ui/model/draft/write.ts';
import { kindCalled, ownerOfProblem, sayMissing, sayRemoved, sayRoute, shapeCalled } from '../../ui/words/draft.ts';
import { drafted, palette } from '../../ui/worker/drafted.ts';
import { shippedModel } from '../models/shipped.ts';
import { oddWords, placeInDocument } from '../odd-words.ts';
import { tactless } from '../tactless.ts';

const blank = blankDraft('Our place', '2027-04-01');
const asked = (draft: Draft) =>
  drafted(draft)
    .problems.filter(({ severity }) => severity === 'error')
    .map((problem) => [ownerOfProblem(problem), sayMissing(draft, problem)]);

function someServices(): Draft {
  const withWard = addStation(blank, 'ward', 'Ward').draft;
  const withCare = addStation(withWard, 'caseload', 'Care at home').draft;
  const withOut = addStation(withCare, 'exit', 'Home').draft;
  return addStream(withOut, 'People who come').draft;
}

describe('what is missing', () => {
  it('is asked for, each at the thing that lacks it', () => {
    expect(asked(blank)).toEqual([[undefined, 'Nobody comes yet: add people who come.']]);
    const draft = addNeed(addRoute(someServices(), 'streams.people-who-come', 'ward').draft, 'care-at-home').draft;
    expect(asked(draft)).toEqual(
      expect.arrayContaining([
        ['stations.ward', 'How many beds are there? Type a number, or choose no limit.'],
        ['stations.ward', 'How long do people stay? Choose a shape, then type its numbers.'],
        ['stations.ward', 'Where do people go from here? Draw a route to another service.'],
        ['stations.care-at-home', 'How many places are there? Type a number, or choose no limit.'],
        ['streams.people-who-come', 'How many people come a day? Type a number.'],
        ['streams.people-who-come', 'What share of these people has each need? Type the shares.'],
      ]),
    );
  });

  it('names where a share leads, and says shares in per cent', () => {
    const one = addRoute(someServices(), 'stations.ward', 'care-at-home').draft;
    const two = addRoute(one, 'stations.ward', 'home').draft;
    expect(asked(two)).toContainEqual(['stations.ward', 'What share of people goes to Care at home? Type it.']);
    const shared = writeNumber(writeNumber(two, 'stations.ward.next.0.share', 0.25), 'stations.ward.next.1.share', 0.5);
    expect(asked(shared)).toContainEqual([
      'stations.ward',
      'Shares that add to 75 %. 25 % of the people go nowhere: raise the shares by that much.',
    ]);
  });

  it('says of a stay which number it lacks, and of a dead end how to leave', () => {
    const draft = writeShape(someServices(), 'stations.ward.stay', 'lognormal', ['meanDays', 'sdDays', 'medianDays']);
    expect(asked(draft)).toContainEqual(['stations.ward', 'Length of stay: mean is missing.']);
    const there = addRoute(draft, 'stations.ward', 'care-at-home').draft;
    const back = addRoute(there, 'stations.care-at-home', 'ward').draft;
    const full = ['ward', 'care-at-home'].reduce(
      (filled, id) =>
        writeNumber(writeShape(filled, `stations.${id}.stay`, 'fixed', ['days']), `stations.${id}.stay.days`, 3),
      writeNumber(writeNumber(back, 'stations.ward.beds', 3), 'stations.care-at-home.places', 3),
    );
    const led = addRoute(
      writeNumber(full, 'streams.people-who-come.arrivalsPerDay', 1),
      'streams.people-who-come',
      'ward',
    );
    expect(asked(led.draft)).toEqual([
      ['stations.ward', 'Nobody can leave from here: draw routes that lead to a way out.'],
      ['stations.care-at-home', 'Nobody can leave from here: draw routes that lead to a way out.'],
    ]);
  });

  it('has no path in it, whatever is taken out of a model', () => {
    for (const id of ['ilkeston-2019', 'place-of-100000', 'learn/tables', 'learn/team', 'winter']) {
      const model = shippedModel(id);
      for (const family of ['stations', 'streams', 'needs'] as const)
        for (const one of Object.keys(model[family])) {
          const { draft } = remove(model, `${family}.${one}`);
          for (const [, said] of asked(draft)) {
            expect(said).not.toMatch(placeInDocument);
            expect(said!.match(oddWords) ?? said!.match(tactless) ?? []).toEqual([]);
          }
        }
    }
  });
});

describe('what is drawn', () => {
  it('has a name for each kind that a document may have', () => {
    expect(palette().kinds.map(({ kind }) => kindCalled(kind))).toEqual([
      'Ward or beds',
      'Care at home',
      'Team',
      'Time that passes',
      'Way out',
    ]);
    expect(kindCalled('hospice')).toBe('Hospice');
  });

  it('says of every shape of a stay what must be known to choose it', () => {
    const shapes = palette().shapes.map(({ shape, label }) => shapeCalled(shape, label));
    expect(shapes.filter((said) => !/^[A-Z][a-z]+ \(.+\)$/.test(said))).toEqual([]);
    // On a phone the list is as wide as 43 letters.
    expect(shapes.filter((said) => said.length > 43)).toEqual([]);
    expect(shapes.filter((said) => said.includes('(only an average is known)'))).toHaveLength(1);
    expect(shapeCalled('other', 'Other')).toBe('Other');
  });

  it('says a route from end to end, and what went with something that was removed', () => {
    const model = shippedModel('place-of-100000');
    expect(sayRoute(model, 'stations.p2>p1')).toBe('Beds to recover in to Home with support');
    expect(sayRoute(model, 'stations.acute>need')).toBe('Acute hospital to Where they need to be');
    const { went } = remove(model, 'stations.p3');
    expect(went).toMatchObject({ needs: 1 });
    expect(sayRemoved('“Nursing beds”', went)).toMatch(/^Removed “Nursing beds”, and with it \d routes, 1 need, .*\.$/);
    expect(sayRemoved('“A”', { routes: 1, needs: 0, options: 0, sliders: 0, steps: 0, lines: 0 })).toBe(
      'Removed “A”, and with it 1 route.',
    );
    expect(sayRemoved('“A”', { routes: 0, needs: 0, options: 0, sliders: 0, steps: 0, lines: 0 })).toBe('Removed “A”.');
  });
});
