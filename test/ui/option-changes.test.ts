// What an option changes, as the page lists it: numbers by their slider's name, texts as they are written, dates in words.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../engine/index.ts';
import { sayNumberName } from '../../ui/words/numbers/number-name.ts';
import { sayChanges } from '../../ui/words/option-changes.ts';
import { numberWordsOf } from '../../ui/shown/assumption-lines.ts';
import { linesIn } from '../export/ilkeston.ts';
import { smallModel } from './small-model.ts';

const team = { kind: 'team', label: 'Co-ordinators', staff: 2, hours: { days: 'Mon-Fri', fromHour: 9, toHour: 17 } };
const model = { ...smallModel, stations: { ...smallModel.stations, team } } as unknown as Model;
const said = (set: Record<string, unknown>) => sayChanges(model, { set });

describe('an option', () => {
  it.each([
    [{ 'stations.p2.beds': 11 }, 'Beds: 3 → 11'],
    [{ 'stations.p1.places': 'unlimited' }, 'Places at home: 27 → no limit'],
    [{ 'stations.team.hours.days': 'Mon-Sun' }, 'Co-ordinators, days of work: Mon-Fri → Mon-Sun'],
    [{ 'stations.p1.startsPerMonth': 27 }, 'Home, starts per month: 27'],
    [{ 'streams.acute.shares.p2': 0.45 }, 'Need a bed: 40 → 45 %'],
    [{ 'stations.team.admits': { days: 'Sat, Sun' } }, 'Co-ordinators, admits: days: Sat, Sun'],
  ])('%j reads "%s"', (set, line) => expect(said(set)).toEqual([line]));

  it('where there is room for more words, reads as in the tables of numbers', () => {
    const set = { 'stations.team.hours.days': 'Mon-Sun', 'stations.team.hours.fromHour': 8 };
    expect(sayChanges(model, { set }, { name: sayNumberName })).toEqual([
      'Co-ordinators, works on: Mon-Fri → Mon-Sun',
      'Co-ordinators, works from: 9 → 8',
    ]);
  });

  it('with what is known of its numbers, has their units and no more digits than the page', () => {
    const of = structuredClone(model) as unknown as { stations: Record<string, object> };
    of.stations.p1 = { ...of.stations.p1, stay: { shape: 'lognormal', meanDays: 18.07, sdDays: 31.4603402 } };
    const set = {
      'stations.p1.stay.sdDays': 17.32050808,
      'stations.p2.beds': 1100,
      'streams.acute.shares.p2': 0.45,
    };
    const words = numberWordsOf(linesIn(of as unknown as Model));
    expect(sayChanges(of as unknown as Model, { set }, words)).toEqual([
      'Home, stay: standard deviation: 31.4603 → 17.3205 days',
      'Beds: 3 → 1,100 beds',
      'Need a bed: 40 → 45 %',
    ]);
    // Where nothing is known of them, they are no finer either.
    expect(sayChanges(of as unknown as Model, { set: { 'stations.p1.stay.sdDays': 17.32050808 } })[0]).toMatch(
      /31\.4603 → 17\.3205$/,
    );
  });

  it('with dates says them', () => {
    const changes = [
      { onDate: '2020-09-08', overDays: 91, set: { 'stations.p1.places': 37 } },
      { atDay: 0, untilDate: '2020-02-01', scale: { 'streams.acute.arrivalsPerDay': 1.2 } },
    ];
    expect(sayChanges(model, { changes })).toEqual([
      expect.stringMatching(/^From 8 Sept? 2020 over 91 days, Places at home: 37$/),
      'From 6 Jan 2020 until 1 Feb 2020, Arrivals: × 1.2',
    ]);
  });

  it('that is today lists nothing', () => expect(sayChanges(model, {})).toEqual([]));
});
