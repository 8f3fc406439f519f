// Localities: which part of a county each service belongs to follows from the document's own tables, and from nothing else.
import { describe, expect, test } from 'vitest';
import { readModel, type Model } from '../../engine/index.ts';
import { localitiesOf, localitiesToOpen, localityName } from '../../ui/model/localities.ts';
import { countyModel } from '../../tools/county-model.mjs';
import learnt from '../../models/learn/localities.json?raw';

const county = countyModel() as unknown as Model;
const clone = (): Model => structuredClone(county);

describe('localities are read off the tables of a document', () => {
  test('stations a table sends one locality to are that locality’s; what serves all is nobody’s', () => {
    const { ids, of } = localitiesOf(county)!;
    expect(ids).toEqual(['city', 'west', 'east-and-rutland']);
    expect(of.get('coalfield')).toBe('west');
    expect(of.get('nursing-city')).toBe('city');
    for (const shared of ['royal', 'co-ordinators-royal', 'specialist', 'home']) expect(of.has(shared)).toBe(false);
  });

  test('a team that only one locality’s stations lead to is that locality’s', () =>
    expect(localitiesOf(county)!.of.get('stroke-rehab-west')).toBe('west'));

  test('where a list names others too, whoever is asked first decides, and nobody where two ask first', () => {
    const model = clone();
    const bed = model.needs.bed as { goesTo: Record<string, unknown> };
    bed.goesTo['city'] = ['abbey-park', 'castle-gate', 'coalfield'];
    expect(localitiesOf(model)!.of.get('coalfield')).toBe('west');
    bed.goesTo['city'] = ['coalfield', 'abbey-park', 'castle-gate'];
    expect(localitiesOf(model)!.of.has('coalfield')).toBe(false);
  });

  test('`else` stands for the localities a table does not name', () => {
    const model = clone();
    model.needs.physio.goesTo = {
      by: 'locality',
      city: 'physio-city',
      west: 'physio-west',
      else: 'physio-east-and-rutland',
    };
    expect(localitiesOf(model)!.of.get('physio-east-and-rutland')).toBe('east-and-rutland');
    model.needs.physio.goesTo = { by: 'locality', city: 'physio-city', else: 'physio-west' };
    expect(localitiesOf(model)!.of.has('physio-west')).toBe(false);
  });

  test('attributes that send nobody anywhere make no localities', () => {
    const model = clone();
    model.attributes = { age: { label: 'Age', shares: { old: 0.5, young: 0.5 } } };
    expect(localitiesOf(model)).toBeNull();
    expect(localitiesOf({ ...model, attributes: undefined })).toBeNull();
  });

  test('a small map is shown whole, though it has localities', () => {
    const small = readModel(learnt).model as Model;
    expect(localitiesOf(small)!.ids).toEqual(['city', 'valley']);
    expect(localitiesToOpen(small)).toEqual([]);
    expect(localitiesToOpen(county)).toHaveLength(3);
  });

  test('a locality has the name that its own services give it, where several do', () => {
    expect(localityName('south-glos', ['South Gloucestershire: home', 'South Gloucestershire: beds'])).toBe(
      'South Gloucestershire',
    );
    expect(localityName('east', ['Nursing, East and Rutland', 'St Anne', 'ICS, East and Rutland'])).toBe(
      'East and Rutland',
    );
    expect(localityName('east', ['Nursing, East and Rutland', 'Beds, ward 1', 'More beds, ward 1'])).toBe('East');
  });

  test('ids become names', () =>
    expect(['city', 'east-and-rutland', 'north_west'].map((id) => localityName(id))).toEqual([
      'City',
      'East and Rutland',
      'North West',
    ]));
});
