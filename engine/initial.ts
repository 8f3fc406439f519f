// Initial patients: who is already there when a run begins, in care, delayed or waiting.
import { residualOf, samplerOf, type Stay } from './distributions/index.ts';
import type { Model, Station } from './document.ts';
import type { InitialPeople } from './network.ts';
import { hashId } from './random.ts';
import { forNeed } from './reach.ts';

/** The order of ids wherever one is needed and the model gives none: never that of the file. */
export const sortedIds = (record: object): string[] => Object.keys(record).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

type AskFor = (to: string, need: number) => number;

export function initialPeople(
  model: Model,
  stationIds: readonly string[],
  needIds: readonly string[],
  ask: AskFor,
): InitialPeople[] {
  const result: InitialPeople[] = [];
  for (const id of sortedIds(model.initial ?? {})) {
    const given = model.initial![id]!;
    const station = stationIds.indexOf(id);
    const add = (
      state: InitialPeople['state'],
      need: number,
      people: number,
      askIndex: number,
      remaining: InitialPeople['remaining'],
    ) => {
      const hash = 0 | hashId(`initial ${state} ${id} ${needIds[need]}`);
      result.push({ hash, state, station, need, people, ask: askIndex, remaining });
    };
    for (const [need, people] of peopleByNeed(given.inCare, id, model, needIds)) {
      const stay = given.remaining ?? forNeed<Stay>((model.stations[id] as Station).stay, needIds[need]!);
      const remaining = stay === undefined ? null : given.remaining ? samplerOf(stay).quantile : residualOf(stay);
      add('inCare', need, people, -1, remaining);
    }
    for (const key of sortedIds(given.delayedFor ?? {})) {
      const isNeed = Object.hasOwn(model.needs, key);
      const need = isNeed ? needIds.indexOf(key) : needFor(key, model, needIds);
      add('delayed', need, given.delayedFor![key]!, ask(isNeed ? 'need' : key, need), null);
    }
    for (const [need, people] of peopleByNeed(given.waiting, id, model, needIds)) {
      const goesHere = [model.needs[needIds[need]!]!.goesTo].flat()[0] === id;
      add('waiting', need, people, ask(goesHere ? 'need' : id, need), null);
    }
  }
  return result;
}

function peopleByNeed(
  given: number | Record<string, number> | undefined,
  station: string,
  model: Model,
  needIds: readonly string[],
): [number, number][] {
  if (given === undefined) return [];
  if (typeof given === 'number') return [[needFor(station, model, needIds), given]];
  return sortedIds(given).map((id) => [needIds.indexOf(id), given[id]!]);
}

/** The need that a station is for: the first (by id) that goes there, or else simply the first. */
function needFor(station: string, model: Model, needIds: readonly string[]): number {
  const found = needIds.findIndex((id) => [model.needs[id]!.goesTo].flat().includes(station));
  return found < 0 ? 0 : found;
}
