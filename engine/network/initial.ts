// Initial patients: who is already there when a run begins, in care, delayed or waiting.
import { residualOf, samplerOf, type Stay } from '../distributions/index.ts';
import type { Model, Waiters } from '../model/document.ts';
import type { Station } from '../model/document/stations.ts';
import { sortedIds } from '../ground/ids.ts';
import type { InitialPeople } from './network.ts';
import { hashId } from '../ground/random.ts';
import { everyValueOf, forWho, whoIs, type Traits, type Who } from '../model/who.ts';

type AskFor = (to: string, who: Who) => number;

export function initialPeople(
  model: Model,
  stationIds: readonly string[],
  needIds: readonly string[],
  traits: Traits,
  ask: AskFor,
): InitialPeople[] {
  const result: InitialPeople[] = [];
  const byTrait = <T>(need: number, one: (who: Who) => T): T[] =>
    Array.from({ length: traits.count }, (_, trait) => one(whoIs(needIds[need], traits, trait)));
  for (const id of sortedIds(model.initial ?? {})) {
    const given = model.initial![id];
    const station = stationIds.indexOf(id);
    const add = (
      state: InitialPeople['state'],
      // As the document names them: two groups of one need are two groups of people.
      name: string,
      need: number,
      people: number,
      asks: readonly number[],
      remaining: InitialPeople['remaining'],
      since: InitialPeople['since'] = null,
    ) => {
      const hash = 0 | hashId(`initial ${state} ${id} ${name}`);
      result.push({ hash, state, station, need, people, since, asks: Int32Array.from(asks), remaining });
    };
    for (const [need, people] of peopleByNeed(given.inCare, id, model, needIds)) {
      const remaining = byTrait(need, (who) =>
        given.remaining
          ? samplerOf(given.remaining)
          : residualOf(forWho<Stay>((model.stations[id] as Station).stay, who)!),
      );
      add('inCare', needIds[need], need, people, [], remaining);
    }
    for (const key of sortedIds(given.delayedFor ?? {})) {
      const isNeed = Object.hasOwn(model.needs, key);
      const need = isNeed ? needIds.indexOf(key) : needFor(key, model, needIds);
      const asks = byTrait(need, (who) => ask(isNeed ? 'need' : key, who));
      const waiters = given.delayedFor![key];
      add('delayed', key, need, peopleIn(waiters), asks, [], sinceOf(waiters));
    }
    for (const [need, waiters] of peopleByNeed(given.waiting, id, model, needIds)) {
      const goesHere = (who: Who) => [forWho<string | string[]>(model.needs[who.need].goesTo, who)!].flat()[0] === id;
      const asks = byTrait(need, (who) => ask(goesHere(who) ? 'need' : id, who));
      add('waiting', needIds[need], need, peopleIn(waiters), asks, [], sinceOf(waiters));
    }
  }
  return result;
}

const peopleIn = (waiters: Waiters): number => (typeof waiters === 'number' ? waiters : waiters.people);

function sinceOf(waiters: Waiters): InitialPeople['since'] {
  if (typeof waiters === 'number' || waiters.sinceDays === 0) return null;
  const { people, sinceDays } = waiters;
  if (typeof sinceDays === 'number') return Array<number>(people).fill(sinceDays);
  return Array.isArray(sinceDays) ? sinceDays : samplerOf(sinceDays);
}

function peopleByNeed<T>(
  given: number | Record<string, T> | undefined,
  station: string,
  model: Model,
  needIds: readonly string[],
): [number, number | T][] {
  if (given === undefined) return [];
  if (typeof given === 'number') return [[needFor(station, model, needIds), given]];
  return sortedIds(given).map((id) => [needIds.indexOf(id), given[id]]);
}

/** The need that a station is for: the first (by id) that goes there, or else simply the first. */
function needFor(station: string, model: Model, needIds: readonly string[]): number {
  const found = needIds.findIndex((id) =>
    everyValueOf<string | string[]>(model.needs[id].goesTo).flat().includes(station),
  );
  return found < 0 ? 0 : found;
}
