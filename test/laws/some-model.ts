// Generated models. Long because a seed makes a valid document that uses everything a document can say, near the point where places run out.
import { dice } from './dice.ts';
import { withMore } from './some-more.ts';
import { partsOf, type Known, type Piece } from './some-parts.ts';

export type { Piece } from './some-parts.ts';

export interface Wanted {
  /** Only rules under which time can be stretched: known moments and intervals, no hours or months of the calendar, no Poisson rates. */
  readonly stretchable?: boolean;
  /** No consequences of delay, no patience: everybody does what they would do anyway. */
  readonly calm?: boolean;
}

const placesKeys: Readonly<Record<string, string>> = { ward: 'beds', caseload: 'places', team: 'staff' };
/** Names whose order of letters is not their order in the file. */
const names = ['willow', 'ash', 'rowan', 'elm', 'maple', 'birch'];

export function someModel(seed: number, wanted: Wanted = {}): Piece {
  const roll = dice(Math.imul(seed + 1, 2654435761));
  const { between, chance, pick } = roll;
  // Prices rise after a year, so a few runs last longer, with few people in them.
  const isLong = !wanted.stretchable && chance(0.04);
  const runDays = isLong ? 400 : between(40, 70) + (chance(0.1) ? 0.5 : 0);
  const warmUpDays = chance(0.5) ? between(3, 15) + (chance(0.2) ? 0.25 : 0) : 0;
  const middle = names.slice(0, between(2, 5));
  const needIds = ['low', 'high', 'mid'].slice(0, between(1, 3));
  const streamIds = ['zebra', 'aspen'].slice(0, between(1, 2));
  const localities: Known = chance(0.4) ? { locality: ['west', 'city', 'north'].slice(0, between(2, 3)) } : {};
  const ages: Known = chance(0.2) ? { age: ['old', 'young'] } : {};
  const attributes: Known = { ...localities, ...ages };
  const known: Known = {
    ...(needIds.length > 1 ? { need: needIds } : {}),
    ...(chance(0.3) ? { stream: streamIds } : {}),
    ...attributes,
  };
  const front = chance(0.5);
  const teamIds = ['assessors', 'therapists'].filter(() => chance(0.35));
  const withHours = !wanted.stretchable && chance(0.5);
  const withVisits = !wanted.stretchable && chance(0.5);
  const withCosts = isLong || chance(0.3);
  const { stay, task, byWho, hours, visits, costs } = partsOf(roll, known);
  const kindOf = new Map(middle.map((name) => [name, pick(['ward', 'ward', 'ward', 'caseload', 'caseload', 'delay'])]));

  const priority = (): Piece => (chance(0.5) ? { priority: byWho(() => between(1, 3), 0.15) } : {});
  const alternatives = (not: readonly string[], mayMoveOn: boolean): Piece[] => {
    const to = pick([...middle, ...(chance(0.1) ? teamIds : [])].filter((name) => !not.includes(name)));
    const one = {
      to,
      ...(chance(0.7) ? { afterDays: between(0, 8) / 4 } : {}),
      ...(chance(0.5) && middle.includes(to) ? { stayFactor: between(5, 10) / 8 } : {}),
      ...(chance(0.2) ? { priority: between(1, 3) } : {}),
      ...(mayMoveOn && middle.includes(to) && chance(0.5) ? { movesOn: true } : {}),
    };
    const others = middle.filter((name) => name !== one.to && !not.includes(name));
    return [one, ...(chance(0.15) && others.length > 0 ? [{ to: pick(others), afterDays: between(0, 8) / 4 }] : [])];
  };
  /** Alternatives and preparation go together, but no preparation with moving on, nor for a team. */
  const otherwise = (not: readonly string[]): Piece => {
    if (!chance(0.4) || middle.every((name) => not.includes(name))) return {};
    return { otherwise: byWho(() => alternatives(not, true), 0.15) };
  };
  const prepared = (ask: Piece, p: number): Piece => {
    const text = JSON.stringify(ask.otherwise ?? '');
    if (text.includes('movesOn') || teamIds.some((id) => text.includes(id))) return {};
    return chance(p) ? { prepare: task() } : {};
  };
  /** One station, now and then two equal ones. */
  const oneOrTwo = (from: readonly string[], others: readonly string[]): { to: string | string[]; all: string[] } => {
    const first = pick(from);
    const other = pick(others);
    const two = chance(0.25) && other !== first;
    return { to: two ? [first, other] : first, all: two ? [first, other] : [first] };
  };

  /** Ways on: mostly towards the end of the list, sometimes back up, always some of them out. Shares are eighths, so they add up. */
  const ways = (index: number, back = true): Piece[] => {
    const later = middle.slice(index + 1);
    const exit = { to: chance(0.8) ? 'home' : 'elsewhere' };
    const out = { ...exit, ...prepared({}, 0.1) };
    const on: Piece[] = [];
    if (later.length > 0 && chance(0.6)) {
      const { to, all } = oneOrTwo(later, back ? middle : later);
      const way = { to, ...priority(), ...(back ? otherwise(all) : {}) };
      on.push({ ...way, ...prepared(way, 0.2) });
    }
    if (back && chance(0.35)) on.push({ to: pick(middle.slice(0, index + 1)), ...priority() });
    if (teamIds.length > 0 && chance(0.5)) on.push({ to: pick(teamIds), ...priority() });
    if (on.length === 0) return [out];
    const eighths = on.map(() => between(1, 2));
    const rest = 8 - eighths.reduce((sum, part) => sum + part, 0);
    const again = chance(0.3) ? { readmission: true } : {};
    return [
      ...on.map((way, i) => ({ ...way, ...(i === 0 ? again : {}), share: eighths[i] / 8 })),
      { ...out, share: rest / 8 },
    ];
  };

  const gates = (keys: readonly string[]): Piece =>
    Object.fromEntries(keys.filter(() => withHours && chance(0.3)).map((key) => [key, hours()]));
  const surge = (placesKey: string): Piece =>
    chance(0.25)
      ? {
          surge: {
            [placesKey]: between(1, 3),
            openAtWaiting: between(2, 4),
            closeAtWaiting: between(0, 1),
            minDays: between(0, 6),
          },
        }
      : {};
  const list = (): Piece => ({
    ...(!wanted.stretchable && chance(0.2) ? { startsPerMonth: between(3, 14) } : {}),
    ...(chance(0.2) ? { waitingRoom: between(0, 4) } : {}),
    ...(chance(0.25) ? { order: 'longest-delayed' } : {}),
    ...(!wanted.calm && chance(0.2)
      ? { patience: { stay: { shape: 'exponential', meanDays: between(4, 20) / 2 }, to: 'elsewhere' } }
      : {}),
  });
  const costed = (hasPlaces: boolean, hasVisits: boolean): Piece =>
    withCosts && chance(0.6) ? { costs: costs(hasPlaces, hasVisits) } : {};

  /** Two wards whose people want each other's few beds, so that they lock now and then. */
  const isKnotted = chance(0.12);
  const station = (name: string, index: number): Piece => {
    const kind = kindOf.get(name)!;
    const label = `Station ${index}`;
    if (isKnotted && index < 2 && kind === 'ward')
      return {
        kind,
        label,
        beds: between(1, 2),
        stay: byWho(stay, 0.25),
        next: [
          { to: middle[1 - index], ...priority(), share: 0.5 },
          { to: 'home', share: 0.5 },
        ],
        ...gates(['admits', 'releases', 'progresses']),
      };
    if (kind === 'delay')
      return {
        kind,
        label,
        stay: stay(),
        next: ways(index),
        ...gates(['releases', 'progresses']),
        ...costed(false, false),
      };
    const placesKey = kind === 'ward' ? 'beds' : 'places';
    const visited = kind === 'caseload' && withVisits && chance(0.7) ? visits() : {};
    const hasVisits = 'visitsPerDay' in visited;
    const hasPlaces = !(hasVisits && chance(0.4));
    return {
      kind,
      label,
      ...(hasPlaces ? { [placesKey]: between(1, 5) } : {}),
      // A buffer holds people for no time of its own; a way back to it would be a loop in which no time passes.
      ...(chance(0.15)
        ? { stay: { shape: 'fixed', days: 0 }, next: ways(index, false) }
        : { stay: byWho(stay, 0.25), next: byWho(() => ways(index), 0.25) }),
      ...(hasPlaces ? surge(placesKey) : {}),
      ...visited,
      ...gates(['admits', 'releases', 'progresses']),
      ...list(),
      ...costed(hasPlaces, hasVisits),
    };
  };

  const team = (index: number): Piece => {
    const limited = chance(0.8);
    return {
      kind: 'team',
      label: `Team ${index}`,
      staff: limited ? between(1, 2) : 'unlimited',
      stay: byWho(task, 0.15),
      next: [{ to: 'need', ...(chance(0.3) ? { priority: 1 } : {}), ...prepared({ otherwise: needs }, 0.1) }],
      ...(limited ? surge('staff') : {}),
      ...gates(['hours']),
      ...list(),
      ...costed(limited, false),
    };
  };

  const needs = Object.fromEntries(
    needIds.map((id, i) => {
      const all: string[] = [];
      const goesTo = byWho(
        () => {
          const found = oneOrTwo(middle, middle);
          all.push(...found.all);
          return found.to;
        },
        0.2,
        Object.keys(known).filter((word) => word !== 'need'),
      );
      const ask = { label: `Need ${i}`, goesTo, ...priority(), ...otherwise(all) };
      const rises = i + 1 < needIds.length && chance(0.6) ? { risesTo: needIds[i + 1] } : {};
      return [id, { ...ask, ...prepared(ask, 0.2), ...rises }];
    }),
  );

  const stations: Piece = {
    ...Object.fromEntries(middle.map((name, index) => [name, station(name, index)])),
    ...Object.fromEntries(teamIds.map((name, index) => [name, team(index)])),
    ...(front
      ? {
          door: {
            kind: 'ward',
            label: 'Front door',
            beds: chance(0.5) ? 'unlimited' : between(2, 6),
            stay: chance(0.5) ? { shape: 'fixed', days: 0 } : stay(),
            next: [{ to: teamIds.length > 0 && chance(0.5) ? pick(teamIds) : 'need' }],
            ...gates(['releases']),
          },
        }
      : {}),
    home: { kind: 'exit', label: 'Home' },
    elsewhere: { kind: 'exit', label: 'Elsewhere' },
  };

  const quarter = (): number => between(1, 8) / 4;
  const whole = Math.floor(runDays + warmUpDays);
  const come = (): Piece => {
    const known = {
      atDays: Array.from({ length: between(5, 60) }, () => between(0, whole * 4) / 4 - Math.floor(warmUpDays)),
    };
    const apart = { everyDays: { shape: 'exponential', meanDays: isLong ? 8 : quarter() } };
    if (wanted.stretchable) return chance(0.5) ? known : apart;
    if (isLong) return chance(0.5) ? { arrivalsPerDay: 0.25 } : apart;
    return pick<() => Piece>([
      () => ({ arrivalsPerDay: between(2, 14) / 8 }),
      () => ({ arrivalsPerDay: between(2, 14) / 8, weekdayFactors: [1, 2, 1, 1, 3, 0, 0], growthPerYear: 0.1 }),
      () => known,
      () => apart,
      () => ({ counts: Array.from({ length: Math.ceil(runDays) }, () => between(0, 2)) }),
    ])();
  };
  const split = (of: readonly string[]): Piece => {
    if (of.length === 1) return { [of[0]]: 1 };
    if (of.length === 2) return { [of[0]]: 0.625, [of[1]]: 0.375 };
    return { [of[0]]: 0.5, [of[1]]: 0.375, [of[2]]: 0.125 };
  };
  const starts = [
    ...(front ? ['door', 'door'] : ['need', 'need', 'need']),
    ...(teamIds.length > 0 ? [pick(teamIds)] : []),
  ];
  const streams: Piece = Object.fromEntries(
    streamIds.map((id) => {
      const where = (): string => pick(starts);
      const startsAt = byWho(
        where,
        0.2,
        Object.keys(known).filter((word) => word !== 'stream'),
      );
      const shares = byWho(() => split(needIds), 0.2, Object.keys(attributes));
      return [id, { label: `Stream ${id}`, ...come(), shares, startsAt }];
    }),
  );
  // An endless backlog only where people can neither pass in no time nor find endless room.
  const slow = middle.filter((name) => {
    const { beds, places, stay: days } = stations[name] as Piece;
    return typeof (beds ?? places) === 'number' && !JSON.stringify(days).includes('"days":0}');
  });
  const words = JSON.stringify(needs);
  const slowNeeds =
    middle.every((name) => slow.includes(name) || !words.includes(`"${name}"`)) &&
    !teamIds.some((id) => words.includes(id));
  if (!isLong && slow.length > 0 && chance(0.15)) {
    const to = slowNeeds && chance(0.7) ? 'need' : pick(slow);
    streams.backlog = { label: 'Backlog', alwaysWaiting: between(1, 3), shares: split(needIds), startsAt: to };
  }

  const limited = [...middle, ...teamIds].filter((name) => {
    const { beds, places, staff } = stations[name] as Piece;
    return typeof (beds ?? places ?? staff) === 'number';
  });
  const initial = Object.fromEntries(
    [...middle.filter((name) => kindOf.get(name) !== 'delay'), ...teamIds]
      .filter(() => chance(0.3))
      .map((name) => {
        const waiting = { waiting: { [pick(needIds)]: between(1, 3) } };
        if (teamIds.includes(name)) return [name, waiting];
        return [
          name,
          {
            inCare: { [pick(needIds)]: between(0, 6) },
            ...(wanted.stretchable || chance(0.5) ? { remaining: { shape: 'exponential', meanDays: quarter() } } : {}),
            ...(chance(0.4) ? waiting : {}),
            ...(chance(0.4) ? { delayedFor: delayedIn(name) } : {}),
          },
        ];
      }),
  );
  /** Delayed for a need that leads elsewhere, or for a team. */
  function delayedIn(name: string): Piece {
    const away = needIds.filter((id) => !JSON.stringify((needs[id] as Piece).goesTo).includes(`"${name}"`));
    const teams = teamIds.length > 0 && chance(0.4) ? { [pick(teamIds)]: 1 } : {};
    return { ...(away.length > 0 ? { [pick(away)]: between(1, 2) } : {}), ...teams };
  }
  const hurts: Piece = {
    ...(chance(0.5) ? { stayDaysPerDelayedDay: 0.25 } : {}),
    ...(chance(0.5) ? { risePerDelayedDay: 0.125 } : {}),
    ...(chance(0.3) ? { readmitPerDelayedDay: 0.0625 } : {}),
  };
  const hurt = !wanted.calm && chance(0.4) && Object.keys(hurts).length > 0;
  const withSource = Object.keys(stations).filter((id) => 'costs' in (stations[id] as Piece));
  const evidence = Object.fromEntries(
    withSource.flatMap((id) => {
      const at = `stations.${id}.costs`;
      const keys = Object.keys((stations[id] as Piece).costs as Piece);
      const paths = chance(0.6) ? [at] : keys.filter(() => chance(0.6)).map((key) => `${at}.${key}`);
      return paths.map((path) => [path, { status: 'illustrative', source: 'A test.' }]);
    }),
  );
  const document = {
    schemaVersion: 1,
    id: `some-model-${seed}`,
    title: 'A model nobody wrote',
    about: 'Made by a seed, for tests.',
    calendar: { startDate: '2024-01-01', warmUpDays, runDays },
    experiment: { replications: 1, seed },
    ...(Object.keys(initial).length > 0 ? { initial } : {}),
    ...(hurt ? { consequencesOfDelay: hurts } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes: someAttributes() } : {}),
    needs,
    streams,
    stations,
    ...(Object.keys(evidence).length > 0 ? { evidence } : {}),
    options: [{ id: 'changed', title: 'Changed on the way', changes: someChanges(limited, stations) }],
    ...(limited.length > 0
      ? { conditions: [{ id: 'busy', title: 'Busy', changes: [someCondition(pick(limited))] }] }
      : {}),
  };
  return withMore(chance(0.6) ? onTheGround(document) : document, seed, wanted.stretchable === true);

  /** Where people live and where some services are, for a model whose people live somewhere. */
  function onTheGround(one: Piece): Piece {
    const { locality } = attributes;
    if (!locality) return one;
    const point = () => ({ lon: between(-200, 200) / 100, lat: 52 + between(-100, 100) / 100 });
    const where = Object.fromEntries(locality.map((value) => [value, { centre: point() }]));
    const sited = Object.entries(one.stations as Record<string, Piece>).map(([id, station]) => {
      const isSite = middle.includes(id) && chance(0.7);
      const place = isSite ? { locality: pick(locality), ...(chance(0.8) ? { lonLat: point() } : {}) } : {};
      return [id, { ...station, ...place }];
    });
    const all = one.attributes as Record<string, Piece>;
    return {
      ...one,
      attributes: { ...all, locality: { ...all.locality, where } },
      stations: Object.fromEntries(sited),
    };
  }

  function someAttributes(): Piece {
    return Object.fromEntries(
      Object.entries(attributes).map(([id, values]) => [
        id,
        {
          label: `What ${id}`,
          shares: chance(0.3)
            ? { by: 'stream', [streamIds[0]]: split(values), else: split(values.toReversed()) }
            : split(values),
        },
      ]),
    );
  }

  /** Places fall on one day and rise on another; visits too. */
  function someChanges(of: readonly string[], among: Piece): Piece[] {
    const places = of
      .filter(() => chance(0.6))
      .flatMap((name) => {
        const path = `stations.${name}.${placesKeys[(among[name] as Piece).kind as string]}`;
        return [
          { atDay: between(5, 20), set: { [path]: between(0, 3) } },
          {
            atDay: between(21, 38),
            set: { [path]: between(1, 7) },
            ...(chance(0.3) ? { overDays: between(2, 8) } : {}),
          },
        ];
      });
    const visited = middle.filter((name) => typeof (among[name] as Piece).visitsPerDay === 'number' && chance(0.6));
    return [
      ...places,
      ...visited.map((name) => ({ atDay: between(5, 30), set: { [`stations.${name}.visitsPerDay`]: between(4, 9) } })),
    ];
  }

  /** A condition that any option may be run under: half the places, for a while. */
  function someCondition(name: string): Piece {
    const path = `stations.${name}.${placesKeys[(stations[name] as Piece).kind as string]}`;
    return { atDay: between(3, 9), untilDate: '2024-01-22', scale: { [path]: 0.5 } };
  }
}
