// Every number of every shipped model by name and with its unit: no path is shown, and no two numbers are called the same.
import { describe, expect, it } from 'vitest';
import { factsOf, numberAt, numberPaths, type NumberFacts } from '../../engine/index.ts';
import { nameOfNumber, sayNumberName } from '../../ui/words/numbers/number-name.ts';
import { sayNumber, sayRange, unitOf } from '../../ui/words/numbers/number-value.ts';
import { shipped, shippedModel } from '../models/shipped.ts';

describe.each(shipped.map(({ id, model }) => [id, model] as const))('%s', (_id, model) => {
  const named = numberPaths(model).map((path) => {
    const { value, facts } = numberAt(model, path);
    return { path, value, facts, ...nameOfNumber(model, path, facts.title) };
  });

  it('names each of its numbers in words, by its owner’s label', () => {
    for (const { path, part, what } of named) {
      // Nothing of a path: no point between letters, no word run into another, no part of a list by its bare number.
      for (const said of [part, what]) {
        expect(said, path).not.toMatch(/[a-z]\.[a-z0-9]|[a-z][A-Z]|undefined|null|NaN|\[object/);
        expect(said, path).toMatch(/^[\p{Lu}\d]/u);
      }
      expect(what.length, path).toBeLessThan(160);
    }
  });

  it('calls no two of them the same', () => {
    const names = named.map(({ part, what }) => `${part} – ${what}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('says each with a unit that is its own', () => {
    for (const { path, value, facts } of named) {
      const said = sayNumber(value, facts, path);
      expect(said, path).not.toMatch(/undefined|NaN|Gbp|PerDay|Days$|Hours$/);
      if (value === 'unlimited') expect(said).toBe('no limit');
      else if (facts.unit === 'share') expect(said, path).toMatch(/^[\d.,]+ %$/);
      else if (facts.unit.startsWith('£')) expect(said, path).toMatch(/^£[\d.,]+ a(n)? /);
      else if (facts.unit === 'hour') expect(said, path).toMatch(/^\d{1,2}:\d{2}$/);
      else if (['days', 'hours', 'people', 'starts', 'a day', 'visits a day'].includes(facts.unit))
        expect(said, path).toMatch(/^[\d.,]+ [a-z]/);
    }
  });
});

describe('a number is said', () => {
  const facts = (unit: string, title = 'X'): NumberFacts => ({ unit, title, dated: true });
  it.each([
    [1, 'days', 'stay.meanDays', '1 day'],
    [21, 'days', 'stay.meanDays', '21 days'],
    [1.5, 'hours', 'stay.meanHours', '1.5 hours'],
    [0.5504587156, 'share', 'shares.p1', '55.05 %'],
    [0.05, 'days a day', 'c.stayDaysPerDelayedDay', '0.05 days a day of delay'],
    [0.005, 'share a day', 'c.readmit', '0.5 % a day of delay'],
    [24, 'places', 'stations.p3.beds', '24 beds'],
    [1, 'places', 'stations.p3.beds', '1 bed'],
    [3, 'places', 'stations.team.staff', '3 staff'],
    [27, 'places', 'stations.p1.places', '27 places'],
    [395, '£ a delayed day', 'costs.delayedDayGbp', '£395 a delayed day'],
    [12.5, '£ a visit', 'costs.visitGbp', '£12.50 a visit'],
    [8.5, 'hour', 'hours.fromHour', '8:30'],
    [1.2, 'times', 'stayFactor', '× 1.2'],
    [2019, 'seed', 'experiment.seed', '2019'],
    [100, 'replications', 'experiment.replications', '100 simulated years'],
  ])('%d %s of %s as "%s"', (value, unit, path, said) => expect(sayNumber(value, facts(unit), path)).toBe(said));

  it('growth is a share of what is there', () => {
    expect(sayNumber(0.02, facts('a year', 'Growth'), 'growthPerYear')).toBe('2 % a year');
    expect(sayNumber(-0.02, facts('a year', 'Growth'), 'growthPerYear')).toBe('−2 % a year');
    expect(unitOf(facts('a year', 'Growth'), 'growthPerYear')).toBe('% a year');
  });

  it.each([
    [14, 35, 'days', '14 to 35 days'],
    [0.45, 0.65, 'share', '45 to 65 %'],
    [0, 1, 'days', '0 to 1 day'],
    [1, 1.5, 'times', '× 1 to × 1.5'],
    [80, 120, '£ a visit', '£80 a visit to £120 a visit'],
    [9, 17, 'hour', '9:00 to 17:00'],
    [undefined, 5, 'people', 'up to 5 people'],
    [2, undefined, 'people', '2 people or more'],
    [undefined, undefined, 'people', undefined],
  ])('from %s to %s %s as "%s"', (low, high, unit, said) => expect(sayRange(low, high, facts(unit), 'x')).toBe(said));
});

describe('in one line', () => {
  const model = shippedModel('ilkeston-2019');
  it.each([
    ['stations.p1.places', 'Places at home'],
    ['stations.p1.stay.sdDays', 'Care at home, stay: standard deviation'],
    ['stations.p2.next.0.priority', 'Supportive care beds, priority on the list (smaller goes first), to Care at home'],
    ['stations.p3.surge.minDays', 'Community hospital ward, stays open at least'],
    ['consequencesOfDelay.stayDaysPerDelayedDay', 'Extra days in the next service for each day of delay'],
  ])('%s is called "%s"', (path, said) => expect(sayNumberName(model, path, factsOf(model, path)!.title)).toBe(said));
});
