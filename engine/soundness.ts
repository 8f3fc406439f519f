// What must hold of a system beyond its shape: names exist, shares add up, everyone arrives, stays and leaves.
import { stayProblem, type Stay } from './distributions/index.ts';
import type { Alternative, Model, PerNeed, Station, Stream, Way } from './document.ts';
import { reservedIds } from './document.ts';
import { error, listWords, nameHint, warning, type Problem } from './problem.ts';
import { reachProblems } from './reach.ts';
import { SHARE_TOLERANCE, sayShare } from './shares.ts';
import { stationKinds } from './stations/index.ts';

const MOST_STATIONS = 500;
const MOST_NEEDS = 200;
const MOST_STREAMS = 200;
const ARRIVALS = ['arrivalsPerDay', 'everyDays', 'counts', 'atDays', 'alwaysWaiting'] as const;

/** Problems of today's system; an option's system is checked the same way once its values are laid over. */
export function soundnessProblems(model: Model): Problem[] {
  const check = checks(model);
  const problems = [
    ...check.ids(),
    ...Object.entries(model.needs).flatMap(([id, need]) => check.need(`needs.${id}`, need)),
    ...Object.entries(model.streams).flatMap(([id, stream]) => check.stream(`streams.${id}`, stream)),
    ...Object.entries(model.stations).flatMap(([id, station]) => check.station(`stations.${id}`, station)),
    ...check.initial(),
    ...check.arrivals(),
  ];
  // Where people can go is worth asking only when every name and share is right.
  return problems.some((problem) => problem.severity === 'error') ? problems : [...problems, ...reachProblems(model)];
}

function checks(model: Model) {
  const needs = Object.keys(model.needs);
  const stations = Object.keys(model.stations);
  const exits = stations.filter((id) => model.stations[id]!.kind === 'exit');

  const named = (path: string, id: string, names: readonly string[], what: string): Problem[] =>
    names.includes(id) ? [] : [error(path, `"${id}"`, `the id of a ${what}`, nameHint(id, names, `${what}s`))];

  /** A station or equal stations; the word `need` only where an ask may lead to whatever a person needs. */
  const targets = (path: string, to: string | readonly string[], orNeed: boolean): Problem[] => {
    if (typeof to === 'string') return orNeed && to === 'need' ? [] : named(path, to, stations, 'station');
    return to.flatMap((id, at) => named(`${path}.${at}`, id, stations, 'station'));
  };
  const alternatives = (path: string, list: readonly Alternative[] | undefined): Problem[] =>
    (list ?? []).flatMap((one, at) => targets(`${path}.otherwise.${at}.to`, one.to, false));

  const stay = (path: string, given: Stay): Problem[] => {
    const problem = stayProblem(given);
    return problem === null
      ? []
      : [error(path, `a ${given.shape} stay that cannot be`, 'a stay whose numbers fit together', `${problem}.`)];
  };

  /** Everything in a value or in a table by need; a table must know what to do with everyone. */
  const each = <T>(path: string, value: PerNeed<T>, one: (path: string, value: T) => Problem[]): Problem[] => {
    if (typeof value !== 'object' || value === null || !('by' in value)) return one(path, value as T);
    const table = value as unknown as Record<string, T>;
    const keys = Object.keys(table).filter((key) => key !== 'by');
    const missing = keys.includes('else') ? [] : needs.filter((need) => !keys.includes(need));
    return [
      ...keys.flatMap((key) => (key === 'else' ? [] : named(`${path}.${key}`, key, needs, 'need'))),
      ...(missing.length === 0
        ? []
        : [
            error(
              path,
              `nothing for ${listWords(missing)}`,
              'an entry for every need',
              'Add them, or "else" for all the others.',
            ),
          ]),
      ...keys.flatMap((key) => one(`${path}.${key}`, table[key] as T)),
    ];
  };

  const addToOne = (path: string, shares: readonly number[]): Problem[] => {
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
    const hint =
      sum < 1 ? `${sayShare(1 - sum)} of the people go nowhere: give them a share.` : `Take ${sayShare(sum - 1)} away.`;
    return [error(path, `shares that add to ${sayShare(sum)}`, 'shares that add to 1', hint)];
  };

  const ways = (path: string, list: readonly Way[]): Problem[] => {
    const problems = list.flatMap((way, at) => [
      ...targets(`${path}.${at}.to`, way.to, true),
      ...alternatives(`${path}.${at}`, way.otherwise),
    ]);
    if (list.length === 1 && list[0]!.share === undefined) return problems;
    const unsaid = list.flatMap((way, at) => (way.share === undefined ? [`${path}.${at}.share`] : []));
    if (unsaid.length === 0)
      return [
        ...problems,
        ...addToOne(
          path,
          list.map((way) => way.share!),
        ),
      ];
    return [
      ...problems,
      ...unsaid.map((at) =>
        error(
          at,
          'nothing',
          'a share from 0 to 1',
          'Where there are several ways, each says what share of people go it.',
        ),
      ),
    ];
  };

  return {
    ids(): Problem[] {
      const families: [string, readonly string[], number][] = [
        ['needs', needs, MOST_NEEDS],
        ['streams', Object.keys(model.streams), MOST_STREAMS],
        ['stations', stations, MOST_STATIONS],
      ];
      return families.flatMap(([family, ids, most]) => [
        ...(ids.length > most
          ? [error(family, `${ids.length} ${family}`, `at most ${most}`, 'Put alike ones together.')]
          : []),
        ...ids.flatMap((id) =>
          (reservedIds as readonly string[]).includes(id) || id in {}
            ? [
                error(
                  `${family}.${id}`,
                  `the id "${id}"`,
                  'an id that means nothing else',
                  `Call it something else, such as "${id}-1".`,
                ),
              ]
            : [],
        ),
        ...ids.flatMap((id, at) => {
          const twin = ids.slice(0, at).find((other) => other.toLowerCase() === id.toLowerCase());
          return twin === undefined
            ? []
            : [
                warning(
                  `${family}.${id}`,
                  `"${id}" beside "${twin}"`,
                  'ids that differ in more than capitals',
                  'Rename one of them.',
                ),
              ];
        }),
      ]);
    },

    need(path: string, need: Model['needs'][string]): Problem[] {
      return [
        ...targets(`${path}.goesTo`, need.goesTo, false),
        ...alternatives(path, need.otherwise),
        ...(need.risesTo === undefined ? [] : named(`${path}.risesTo`, need.risesTo, needs, 'need')),
      ];
    },

    stream(path: string, stream: Stream): Problem[] {
      const given = ARRIVALS.filter((key) => stream[key] !== undefined);
      const found = given.length === 0 ? 'no arrivals' : listWords(given);
      const factors = (['weekdayFactors', 'monthFactors'] as const).flatMap((key) =>
        factorProblems(`${path}.${key}`, stream[key], key === 'weekdayFactors'),
      );
      const idle = (['weekdayFactors', 'monthFactors', 'growthPerYear'] as const).filter(
        (key) => stream[key] !== undefined && stream.arrivalsPerDay === undefined,
      );
      return [
        ...(given.length === 1
          ? []
          : [error(path, found, `exactly one of ${listWords(ARRIVALS, 'or')}`, 'Say in one way how people arrive.')]),
        ...factors,
        ...idle.map((key) =>
          error(
            `${path}.${key}`,
            key,
            `"arrivalsPerDay" beside it`,
            'It multiplies arrivalsPerDay and means nothing without it.',
          ),
        ),
        ...(stream.everyDays === undefined ? [] : interval(`${path}.everyDays`, stream.everyDays)),
        ...(stream.startsAt === undefined ? [] : targets(`${path}.startsAt`, stream.startsAt, true)),
        ...this.shares(`${path}.shares`, stream),
      ];
    },

    shares(path: string, stream: Stream): Problem[] {
      if (stream.shares === undefined)
        return needs.length === 1
          ? []
          : [
              error(
                path,
                'nothing',
                'the share of people with each need',
                `Give shares of ${listWords(needs.slice(0, 8))} that add to 1.`,
              ),
            ];
      const unknown = Object.keys(stream.shares).flatMap((id) => named(`${path}.${id}`, id, needs, 'need'));
      return [...unknown, ...addToOne(path, Object.values(stream.shares))];
    },

    station(path: string, station: Station): Problem[] {
      if (station.kind === 'exit') return [];
      const kind = stationKinds.find((one) => one.kind === station.kind)!;
      const problems: Problem[] = [];
      if (station.stay === undefined)
        problems.push(
          error(
            `${path}.stay`,
            'nothing',
            'how long people stay',
            'For a place only passed through give { "shape": "fixed", "days": 0 }.',
          ),
        );
      else problems.push(...each<Stay>(`${path}.stay`, station.stay as PerNeed<Stay>, stay));
      if (station.next === undefined)
        problems.push(
          error(
            `${path}.next`,
            'nothing',
            'where people go from here',
            'Give a list such as [{ "to": "home" }]; only an exit has none.',
          ),
        );
      else problems.push(...each<Way[]>(`${path}.next`, station.next, ways));
      if (kind.placesKey === 'places' && station.places === undefined && station.startsPerMonth === undefined)
        problems.push(
          error(
            `${path}.places`,
            'nothing',
            'places at once, or startsPerMonth',
            'Write "unlimited" if there is no limit.',
          ),
        );
      if (station.patience !== undefined) {
        problems.push(
          ...stay(`${path}.patience.stay`, station.patience.stay),
          ...named(`${path}.patience.to`, station.patience.to, exits, 'exit'),
        );
      }
      return [...problems, ...surgeProblems(`${path}.surge`, station, kind.placesKey)];
    },

    initial(): Problem[] {
      const byNeed = (path: string, station: string, given: number | Record<string, number> | undefined): Problem[] => {
        if (typeof given === 'object')
          return Object.keys(given).flatMap((id) => named(`${path}.${id}`, id, needs, 'need'));
        const whose = needs.filter((need) => [model.needs[need]!.goesTo].flat().includes(station));
        if (given === undefined || given === 0 || whose.length > 0) return [];
        return [
          error(
            path,
            String(given),
            `people by need, since no need goes to ${station}`,
            `Write { "${needs[0] ?? 'need'}": ${given} }.`,
          ),
        ];
      };
      return Object.entries(model.initial ?? {}).flatMap(([id, given]) => {
        const path = `initial.${id}`;
        if (!stations.includes(id)) return named(path, id, stations, 'station');
        if (exits.includes(id))
          return [
            error(
              path,
              'people at an exit',
              'a station where people stay',
              'Whoever has left is not part of the start.',
            ),
          ];
        return [
          ...byNeed(`${path}.inCare`, id, given.inCare),
          ...byNeed(`${path}.waiting`, id, given.waiting),
          ...Object.keys(given.delayedFor ?? {}).flatMap((key) =>
            named(`${path}.delayedFor.${key}`, key, [...needs, ...stations], 'need or station'),
          ),
          ...(given.remaining === undefined ? [] : stay(`${path}.remaining`, given.remaining)),
        ];
      });
    },

    arrivals(): Problem[] {
      const comes = Object.values(model.streams).some(
        ({ arrivalsPerDay, everyDays, counts, atDays, alwaysWaiting }) =>
          (arrivalsPerDay ?? 0) > 0 ||
          everyDays !== undefined ||
          (counts ?? []).some((count) => count > 0) ||
          (atDays ?? []).length > 0 ||
          (alwaysWaiting ?? 0) > 0,
      );
      return comes
        ? []
        : [
            error(
              'streams',
              'no arrivals',
              'somebody who arrives',
              'Nothing would happen: give a stream an arrivalsPerDay above 0.',
            ),
          ];
    },
  };

  function interval(path: string, given: Stay): Problem[] {
    const problems = stay(path, given);
    if (problems.length > 0 || given.shape !== 'fixed' || (given['days'] ?? given['hours']) !== 0) return problems;
    return [
      error(
        path,
        'no time between arrivals',
        'an interval above 0',
        'With no time between them endless people would arrive at once.',
      ),
    ];
  }
}

function factorProblems(path: string, factors: readonly number[] | undefined, week: boolean): Problem[] {
  if (factors === undefined) return [];
  const problems: Problem[] = [];
  if (week && factors.length !== 7 && factors.length !== 168)
    problems.push(
      error(
        path,
        `a list of ${factors.length}`,
        '7 factors (Monday to Sunday) or 168 (every hour from Monday 00:00)',
        'Write 1 for a usual day.',
      ),
    );
  if (factors.every((factor) => factor === 0))
    problems.push(
      error(path, 'factors that are all 0', 'at least one above 0', 'For no arrivals at all set arrivalsPerDay to 0.'),
    );
  return problems;
}

function surgeProblems(path: string, { surge, kind }: Station, placesKey: 'beds' | 'places' | null): Problem[] {
  if (surge === undefined) return [];
  const problems: Problem[] = [];
  if (surge.closeAtWaiting >= surge.openAtWaiting)
    problems.push(
      error(
        `${path}.closeAtWaiting`,
        String(surge.closeAtWaiting),
        `less than openAtWaiting, which is ${surge.openAtWaiting}`,
        'Else the places would open and close at one moment.',
      ),
    );
  if (placesKey !== null && surge[placesKey] === undefined)
    problems.push(error(`${path}.${placesKey}`, 'nothing', `the surge ${placesKey}`, `A ${kind} has ${placesKey}.`));
  return problems;
}
