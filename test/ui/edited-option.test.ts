// An edited option: named by all that differs from the one it began as, recognised where it equals another, and never lost by choosing one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, type Model } from '../../engine/index.ts';
import { editedOption, sameOption } from '../../ui/shown/edited-option.ts';
import { editsOf, knowSame, whatOf } from '../../ui/state/what-is-shown.ts';
import { hasEdits } from '../../ui/model/asked.ts';
import { createSettings, leftVersions } from '../../ui/state/settings.ts';
import { sayChanges } from '../../ui/words/option-changes.ts';
import { root } from '../source-files.ts';
import { smallModel } from './small-model.ts';

const shipped = (id: string) => readModel(readFileSync(join(root, 'models', `${id}.json`), 'utf8')).model!;
const ilkeston = shipped('ilkeston-2019');
const [home, supported, ward] = ['stations.p1.places', 'stations.p2.beds', 'stations.p3.beds'] as const;
const edited = (
  option: string,
  set: Record<string, number>,
  changes: { atDay: number; path: string; value: number }[] = [],
) => ({ option, set, changes });

knowSame(sameOption);

describe('an edited option', () => {
  it('names every change, however many, and none that is the option’s own', () => {
    // proposed-16 has 37, 11 and 16: the 11 changes nothing.
    const over = edited('proposed-16', { [home]: 40, [supported]: 11, [ward]: 20 }, [
      { atDay: 30, path: ward, value: 22 },
    ]);
    expect(editsOf(ilkeston, over).set).toEqual({ [home]: 40, [ward]: 20 });
    const said = whatOf(ilkeston, over, {});
    expect(said.match(/ at \d+/g)).toEqual([' at 40', ' at 20', ' at 22']);
    expect(said).not.toMatch(/more change|the same as/);
  });

  it('lists all that it changes of today, not what the option it began as would', () => {
    // Began as 37, 11, 16 over 27, 3, 24; home put back to 27, so that two are left.
    const option = editedOption(ilkeston, edited('proposed-16', { [home]: 27, [ward]: 18 }));
    expect(option.set).toEqual({ [supported]: 11, [ward]: 18 });
    expect(sayChanges(ilkeston, option).map((line) => line.match(/: (.*)$/)![1])).toEqual(['3 → 11', '24 → 18']);
  });

  it.each([
    // Today's 27, 3 and 24 moved to what proposed-16 sets.
    ['today', { [home]: 37, [supported]: 11, [ward]: 16 }, 'proposed-16'],
    ['proposed-16', { 'stations.p3.surge.beds': 2 }, 'proposed-18'],
    ['proposed-18', { 'stations.p3.surge.beds': 0 }, 'proposed-16'],
    ['proposed-16', { [home]: 27, [supported]: 3, [ward]: 24 }, 'today'],
    ['proposed-16', { [home]: 27, [supported]: 3, [ward]: 32 }, 'beds-32'],
    ['today', { [home]: 37, [supported]: 11, [ward]: 17 }, undefined],
  ])('%s with %j is the same as %s', (option, set, same) => {
    expect(sameOption(ilkeston, edited(option, set as Record<string, number>))?.id).toBe(same);
  });

  it('is the same where the shares that follow are, and where a date is counted in days', () => {
    const place = shipped('place-of-100000');
    const shares = 'streams.acute.shares';
    // The third share is what two of them leave: 1 − 0.9 − 0.08.
    expect(sameOption(place, edited('today', { [`${shares}.p1`]: 0.9, [`${shares}.p2`]: 0.08 }))?.id).toBe(
      'guidance-shares',
    );
    // 0.5 leaves 0.5 for shares that stood 0.08 to 0.02: 0.4 and 0.1.
    const moved = editedOption(place, edited('guidance-shares', { [`${shares}.p1`]: 0.5 })).set!;
    expect([moved[`${shares}.p2`], moved[`${shares}.p3`]]).toEqual([expect.closeTo(0.4, 9), expect.closeTo(0.1, 9)]);
    // 1 October to 8 December 2022: 31 + 30 + 7 days.
    const winter = shipped('ilkeston-2022');
    const dated = (atDay: number) => edited('today', {}, [{ atDay, path: ward, value: 30 }]);
    expect(sameOption(winter, dated(68))?.id).toBe('fourteen-more');
    expect(sameOption(winter, dated(69))).toBeUndefined();
  });

  it('may sit inside something larger that the option sets', () => {
    const model = {
      ...smallModel,
      options: [{ id: 'short', title: 'Short', set: { 'stations.p1.stay': { shape: 'fixed', days: 12 } } }],
    } as unknown as Model;
    const option = editedOption(model, edited('short', { 'stations.p1.stay.days': 9 }));
    expect(option.set).toEqual({ 'stations.p1.stay': { shape: 'fixed', days: 9 } });
    expect(sameOption(model, edited('today', { 'stations.p1.stay.days': 12 }))?.id).toBe('short');
  });
});

describe('what was edited', () => {
  const opened = () => {
    const settings = createSettings();
    settings.open(ilkeston);
    return settings;
  };

  it('stays to be chosen when another option is, and comes back whole', () => {
    const settings = opened();
    settings.choose('proposed-16');
    settings.move(ward, 18, 40);
    settings.settle();
    settings.move(home, 39, 50);
    settings.settle();
    settings.keepFrom(home, 60);
    const before = settings.getState().present;
    expect(leftVersions(settings.getState())).toEqual([]);
    settings.choose('beds-32');
    settings.lay('busy-winter', true);
    expect(leftVersions(settings.getState())).toEqual([before]);
    settings.takeUp(before);
    const { present } = settings.getState();
    expect(present).toEqual({ ...before, conditions: ['busy-winter'] });
    expect(leftVersions(settings.getState())).toEqual([]);
    settings.choose('today');
    expect(leftVersions(settings.getState())).toEqual([expect.objectContaining({ set: before.set })]);
  });

  it('is one version for each option left, not one for each step of a thumb', () => {
    const settings = opened();
    for (const [option, beds] of [
      ['today', 20],
      ['proposed-16', 19],
    ] as const) {
      settings.choose(option);
      for (let to = 30; to >= beds; to--) {
        settings.move(ward, to, 0);
        settings.settle();
      }
    }
    settings.choose('beds-32');
    expect(leftVersions(settings.getState()).map(({ option, set }) => [option, set[ward]])).toEqual([
      ['proposed-16', 19],
      ['today', 20],
    ]);
    settings.undo();
    expect(leftVersions(settings.getState()).map(({ option }) => option)).toEqual(['today']);
    expect(hasEdits(settings.getState().present)).toBe(true);
  });
});
