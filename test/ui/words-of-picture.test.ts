// The words of the picture: what a place looks like, who is in the wrong one, and what waiting has come to.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../engine/index.ts';
import { placeOf } from '../../ui/shown/place.ts';
import { needInSentence, neededIn, sayElsewhere } from '../../ui/words/elsewhere.ts';
import { nameOfWaited, sayNotWaited, sayNotWaitedShort, wholeDays } from '../../ui/words/waited-days.ts';

const all = import.meta.glob<Model>('../../models/*.json', { eager: true, import: 'default' });
const look = (model: string) =>
  Object.fromEntries(
    Object.entries(all[`../../models/${model}.json`].stations)
      .filter(([, { kind }]) => kind !== 'exit')
      .map(([id, station]) => [id, placeOf(station)]),
  );

describe('a place', () => {
  it('in Ilkeston: beds, houses, and beds under a roof', () => {
    expect(look('ilkeston-2019')).toEqual({ acute: 'bed', p1: 'house', p2: 'roofed', p3: 'bed' });
  });
  it('in Bristol', () => {
    const { acute, 'p1-bristol': home, 'p2-bristol': rehabilitation } = look('bristol-area-2022');
    expect([acute, home, rehabilitation]).toEqual(['bed', 'house', 'roofed']);
  });
  it('in the county: every community hospital is beds on wards, co-ordinators are staff', () => {
    const {
      evington,
      melton,
      'st-lukes-stroke': stroke,
      'co-ordinators': team,
      'ics-city': home,
    } = look('leicester-leicestershire-rutland-2018');
    expect([evington, melton, stroke, team, home]).toEqual(['bed', 'bed', 'bed', 'staff', 'house']);
  });
});

describe('who is in the wrong place', () => {
  it('needs what their need names after its number', () => {
    expect(neededIn('Pathway 1: care at home')).toBe('care at home');
    expect(neededIn('Intensive support at home')).toBe('intensive support at home');
    expect(neededIn('TIA')).toBe('TIA');
  });
  it.each([
    ['Pathway 2: supportive care bed', 'Pathway 2: a supportive care bed'],
    ['Community hospital bed', 'a community hospital bed'],
    ['Pathway 3: assessment bed', 'Pathway 3: an assessment bed'],
    ['Pathway 3: community hospital ward', 'Pathway 3: a community hospital ward'],
    ['Pathway 2: a bed to recover in', 'Pathway 2: a bed to recover in'],
    ['Either ward', 'either ward'],
    ['Pathway 1: care at home', 'Pathway 1: care at home'],
  ])('of “%s” stands in a sentence as “%s”', (label, said) => expect(needInSentence(label)).toBe(said));
  it('counts beds, and care is not counted', () => {
    const of = (people: number, label: string) => sayElsewhere([{ people, care: neededIn(label) }])[0];
    expect(of(1, 'Pathway 2: supportive care bed')).toBe('1 of them needs a supportive care bed');
    expect(of(9, 'Pathway 3: community hospital ward')).toBe('9 of them need community hospital ward beds');
    expect(of(5, 'Pathway 2: a bed to recover in')).toBe('5 of them need beds to recover in');
    expect(of(5, 'A ward bed')).toBe('5 of them need ward beds');
    expect(of(5, 'Either ward')).toBe('5 of them need either ward');
    expect(of(5, 'Pathway 1: care at home')).toBe('5 of them need care at home');
  });
  it('is said in as many words as fit', () => {
    expect(sayElsewhere([{ people: 9, care: 'care at home' }])).toEqual([
      '9 of them need care at home',
      '9 need care at home',
      '9 need other care',
    ]);
    expect(sayElsewhere([{ people: 1, care: 'care at home' }])[0]).toBe('1 of them needs care at home');
    const two = [
      { people: 8, care: 'care at home' },
      { people: 5, care: 'supportive care bed' },
    ];
    expect(sayElsewhere(two)[0]).toBe('13 of them need other care (8 care at home, 5 supportive care beds)');
    const one = [{ people: 1, care: 'an assessment bed' }, ...two.slice(0, 1)];
    expect(sayElsewhere(one)[0]).toBe('9 of them need other care (1 assessment bed, 8 care at home)');
    expect(sayElsewhere(one.slice(0, 1))[0]).toBe('1 of them needs an assessment bed');
    expect(sayElsewhere([{ people: 8, care: 'a rehabilitation bed' }])[1]).toBe('8 need rehabilitation beds');
    expect(sayElsewhere(two).at(-1)).toBe('13 need other care');
  });
});

describe('days not spent waiting', () => {
  const model = all['../../models/ilkeston-2019.json'];
  it('are said of the better future only, and of a worse one that they are more', () => {
    expect(nameOfWaited(model)).toBe('Hospital days spent waiting since 3 June');
    expect(sayNotWaited(model, 412, 130).join(' ')).toBe('282 hospital days not spent waiting since 3 June');
    expect(sayNotWaited(model, 3, 4).join(' ')).toBe('1 hospital day more spent waiting since 3 June');
    expect(sayNotWaited(model, 4, 4).join(' ')).toBe('As many hospital days spent waiting as today since 3 June');
    expect([sayNotWaitedShort(9, 8), sayNotWaitedShort(8, 10)]).toEqual(['1 day spared', '2 days more']);
  });
  it('that are whole except for rounding are whole', () => {
    expect([wholeDays(411.9999999999), wholeDays(411.9)]).toEqual([412, 411]);
  });
});
