// What is said of an event log: what was understood, what was chosen, and what a first model leaves out.
import type { EventLog } from './log.ts';
import type { Journeys } from './journeys.ts';
import type { Mined } from './document.ts';
import { placesIn } from './document.ts';
import { exitOf, isExit } from './ways.ts';
import type { Seen } from './seen.ts';

/** Sentences without their full stops. */
export interface Told {
  readonly understood: readonly string[];
  readonly chosen: readonly string[];
  readonly unsaid: readonly string[];
}

const many = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
const listed = (names: readonly string[]): string => names.join(', ');
const short = (value: number): string => String(Number(value.toPrecision(3)));

export function told(
  log: EventLog,
  journeys: Journeys,
  seen: Seen,
  mined: Mined,
  { passedOver, before }: { passedOver: ReadonlyMap<string, number>; before: number },
): Told {
  const { stationNames, isTeam, places, stays, ways, kindNames, streams, calendar } = mined;
  const days = Math.max(...Array.from(seen.ends, (end, run) => end - seen.begins[run]));
  const where = (is: (at: number) => boolean) => stationNames.filter((_name, at) => is(at));
  const unlimited = where((at) => placesIn(places[at], '').beds === 'unlimited');
  const limited = stationNames.flatMap((name, at) => {
    const { beds } = placesIn(places[at], '');
    return beds === 'unlimited' ? [] : [`${name} ${beds}`];
  });
  const kept = where((at) => places[at].waitedInside > 0 && places[at].waitedInside >= places[at].waitedOutside);
  const released = where((at) => places[at].waitedOutside > places[at].waitedInside);
  const gone = [...ways.gaveUp].filter(([goal]) => !isExit(goal));
  const odd = kindNames.filter((_name, at) => (streams[at].dispersion?.low ?? 0) > 1);
  const exits = new Set(ways.kinds.flatMap(({ first }) => (isExit(first) ? [exitOf(first)] : [])));
  for (const its of ways.from)
    for (const goals of its.values()) for (const goal of goals.keys()) if (isExit(goal)) exits.add(exitOf(goal));
  return {
    understood: [
      `an event log: ${many(log.length, 'event')} of ${many(journeys.all.length, 'person')}${log.runs > 1 ? ` in ${log.runs} runs` : ''} over ${short(days)} days${calendar.isDated ? ` from ${calendar.startDate}` : ''}`.replace(
        'persons',
        'people',
      ),
      `${many(stationNames.length, 'station')}: ${stationNames.map((name, at) => `${name} (${many(places[at].uses, 'use')}, ${many(stays[at].ended, 'stay')} that ended)`).join(', ')}`,
      `${many(kindNames.length, 'kind')} of people: ${kindNames.map((name, at) => `${name} (${many(streams[at].people, 'arrival')})`).join(', ')}`,
      `ways out: ${[...exits].map((exit) => ways.exitNames[exit]).join(', ') || 'none'}`,
      ...(limited.length > 0 ? [`places, as many as were in use at once where people waited: ${listed(limited)}`] : []),
      ...(kept.length > 0 ? [`people keep the place they have until there is one in ${listed(kept)}`] : []),
      ...(released.length > 0
        ? [`people give up the place they have and wait without one for ${listed(released)}`]
        : []),
      ...(isTeam.includes(true)
        ? [
            `used by people who hold another place, so it is a team that sees them there: ${listed(where((at) => isTeam[at]))}`,
          ]
        : []),
    ],
    chosen: [
      ...(calendar.isDated ? [] : [`time 0 is a Monday at midnight, ${calendar.startDate}: the log names no date`]),
      ...(unlimited.length > 0 ? [`no limit of places where nobody waited: ${listed(unlimited)}`] : []),
      ...(journeys.hasArrivals
        ? []
        : [
            'the log has no arrivals: the first event of each person stands for theirs, and no wait before it is known',
          ]),
      ...(journeys.hasDepartures ? [] : ['the log has no departures: whoever has left their last place has left']),
      ...(seen.isCutOff.includes(1)
        ? ['nobody arrives for a long time before the log ends, so arrivals are counted up to the last one']
        : []),
      ...(before > 0
        ? [
            `${many(before, 'person')} there when the log begins count as neither an arrival nor a stay: a warm-up fills the model instead`.replace(
              'persons',
              'people',
            ),
          ]
        : []),
    ],
    unsaid: [
      ...(gone.length > 0
        ? [
            `people who left while they waited (a model can say so as patience): ${gone.map(([goal, count]) => `${stationNames[goal]} ${count}`).join(', ')}`,
          ]
        : []),
      ...(odd.length > 0
        ? [`that arrivals vary more from day to day than independent arrivals do: ${listed(odd)}`]
        : []),
      ...(ways.unknown > 0
        ? [`${many(ways.unknown, 'person')} whose need the log does not give`.replace('persons', 'people')]
        : []),
      ...(passedOver.size > 0
        ? [`rows of other kinds: ${[...passedOver].map(([type, count]) => `${type} ${count}`).join(', ')}`]
        : []),
      'which of those who wait goes first: whoever asked first does',
      'how places changed over time: the most at once are there always',
    ],
  };
}
