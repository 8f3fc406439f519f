// Models nobody wrote: a seed makes a valid document that uses most of what a document can say, near the point where places run out.

/** A piece of a model document, as JSON. */
export type Piece = { [key: string]: unknown };

export interface Wanted {
  /** Only what time can be stretched under: known moments and intervals, no calendar months, no Poisson rates. */
  readonly stretchable?: boolean;
  /** No consequences of delay, no patience: everybody does what they would do anyway. */
  readonly calm?: boolean;
}

/** A generator of its own (mulberry32), so that a law's models do not hang on the engine's random numbers. */
function dice(seed: number): {
  between: (low: number, high: number) => number;
  chance: (p: number) => boolean;
  pick: <T>(of: readonly T[]) => T;
} {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { between, chance: (p) => next() < p, pick: (of) => of[between(0, of.length - 1)] };
}

/** Names whose order of letters is not their order in the file. */
const names = ['willow', 'ash', 'rowan', 'elm', 'maple', 'birch'];

export function someModel(seed: number, wanted: Wanted = {}): Piece {
  const { between, chance, pick } = dice(Math.imul(seed + 1, 2654435761));
  const runDays = between(40, 70);
  const warmUpDays = chance(0.5) ? between(3, 15) : 0;
  const middle = names.slice(0, between(2, 5));
  const needIds = ['low', 'high', 'mid'].slice(0, between(1, 3));
  const front = chance(0.5);

  const stay = (): Piece => {
    const meanDays = between(2, 24) / 4;
    return pick<() => Piece>([
      () => ({ shape: 'exponential', meanDays }),
      () => ({ shape: 'lognormal', meanDays, sdDays: meanDays * 0.75 }),
      () => ({ shape: 'fixed', days: between(1, 20) / 4 }),
    ])();
  };
  const perNeed = <T>(make: () => T): T | Piece =>
    needIds.length > 1 && chance(0.25) ? { by: 'need', [needIds[0]]: make(), else: make() } : make();
  const otherwise = (not: string): Piece =>
    chance(0.4)
      ? {
          otherwise: [
            {
              to: pick(middle.filter((name) => name !== not)),
              ...(chance(0.7) ? { afterDays: between(0, 8) / 4 } : {}),
              ...(chance(0.5) ? { stayFactor: between(5, 10) / 8 } : {}),
              ...(chance(0.2) ? { priority: between(1, 3) } : {}),
            },
          ],
        }
      : {};
  const priority = (): Piece => (chance(0.5) ? { priority: between(1, 3) } : {});
  /** One station, now and then two equal ones. */
  const oneOrTwo = (from: readonly string[], others: readonly string[]): { to: string | string[]; first: string } => {
    const first = pick(from);
    const other = pick(others);
    return { to: chance(0.25) && other !== first ? [first, other] : first, first };
  };

  /** Ways on: mostly towards the end of the list, sometimes back up, always some of them out. Shares are eighths, so they add up. */
  const ways = (index: number, back = true): Piece[] => {
    const later = middle.slice(index + 1);
    const out = { to: chance(0.8) ? 'home' : 'elsewhere' };
    const on: Piece[] = [];
    if (later.length > 0 && chance(0.6)) {
      const { to, first } = oneOrTwo(later, back ? middle : later);
      on.push({ to, ...priority(), ...(back ? otherwise(first) : {}) });
    }
    if (back && chance(0.35)) on.push({ to: pick(middle.slice(0, index + 1)), ...priority() });
    if (on.length === 0) return [out];
    const eighths = on.map(() => between(1, 3));
    const rest = 8 - eighths.reduce((sum, part) => sum + part, 0);
    return [...on.map((way, i) => ({ ...way, share: eighths[i] / 8 })), { ...out, share: rest / 8 }];
  };

  const station = (index: number): Piece => {
    const kind = pick(['ward', 'ward', 'ward', 'caseload', 'delay']);
    const label = `Station ${index}`;
    if (kind === 'delay') return { kind, label, stay: stay(), next: ways(index) };
    const placesKey = kind === 'ward' ? 'beds' : 'places';
    return {
      kind,
      label,
      [placesKey]: between(1, 5),
      // A buffer holds people for no time of its own; a way back to it would be a loop in which no time passes.
      ...(chance(0.15)
        ? { stay: { shape: 'fixed', days: 0 }, next: ways(index, false) }
        : { stay: perNeed(stay), next: perNeed(() => ways(index)) }),
      ...(chance(0.25)
        ? {
            surge: {
              [placesKey]: between(1, 3),
              openAtWaiting: between(2, 4),
              closeAtWaiting: between(0, 1),
              minDays: between(0, 6),
            },
          }
        : {}),
      ...(!wanted.stretchable && chance(0.15) ? { startsPerMonth: between(4, 20) } : {}),
      ...(chance(0.2) ? { waitingRoom: between(0, 4) } : {}),
      ...(!wanted.calm && chance(0.2)
        ? { patience: { stay: { shape: 'exponential', meanDays: between(4, 20) / 2 }, to: 'elsewhere' } }
        : {}),
    };
  };

  const stations: Piece = {
    ...Object.fromEntries(middle.map((name, index) => [name, station(index)])),
    ...(front
      ? {
          door: {
            kind: 'ward',
            label: 'Front door',
            beds: chance(0.5) ? 'unlimited' : between(2, 6),
            stay: chance(0.5) ? { shape: 'fixed', days: 0 } : stay(),
            next: [{ to: 'need' }],
          },
        }
      : {}),
    home: { kind: 'exit', label: 'Home' },
    elsewhere: { kind: 'exit', label: 'Elsewhere' },
  };

  const needs = Object.fromEntries(
    needIds.map((id, i) => {
      const { to, first } = oneOrTwo(middle, middle);
      return [
        id,
        {
          label: `Need ${i}`,
          goesTo: to,
          ...priority(),
          ...otherwise(first),
          ...(i + 1 < needIds.length && chance(0.6) ? { risesTo: needIds[i + 1] } : {}),
        },
      ];
    }),
  );

  const quarter = (): number => between(1, 8) / 4;
  const whole = runDays + warmUpDays;
  const come = (): Piece => {
    const known = { atDays: Array.from({ length: between(5, 60) }, () => between(0, whole * 4) / 4 - warmUpDays) };
    const apart = { everyDays: { shape: 'exponential', meanDays: quarter() } };
    if (wanted.stretchable) return chance(0.5) ? known : apart;
    return pick<() => Piece>([
      () => ({ arrivalsPerDay: between(2, 14) / 8 }),
      () => ({ arrivalsPerDay: between(2, 14) / 8, weekdayFactors: [1, 2, 1, 1, 3, 0, 0], growthPerYear: 0.1 }),
      () => known,
      () => apart,
      () => ({ counts: Array.from({ length: runDays }, () => between(0, 2)) }),
    ])();
  };
  const shares = (): Piece => {
    if (needIds.length === 1) return { [needIds[0]]: 1 };
    if (needIds.length === 2) return { [needIds[0]]: 0.625, [needIds[1]]: 0.375 };
    return { [needIds[0]]: 0.5, [needIds[1]]: 0.375, [needIds[2]]: 0.125 };
  };
  const streams = Object.fromEntries(
    ['zebra', 'aspen']
      .slice(0, between(1, 2))
      .map((id) => [
        id,
        { label: `Stream ${id}`, ...come(), shares: shares(), ...(front ? { startsAt: 'door' } : {}) },
      ]),
  );

  const limited = middle.filter((name) => (stations[name] as Piece).kind !== 'delay');
  const initial = Object.fromEntries(
    limited
      .filter(() => chance(0.3))
      .map((name) => [
        name,
        {
          inCare: { [pick(needIds)]: between(0, 6) },
          ...(wanted.stretchable || chance(0.5) ? { remaining: { shape: 'exponential', meanDays: quarter() } } : {}),
          ...(chance(0.4) ? { waiting: { [pick(needIds)]: between(1, 3) } } : {}),
          ...(chance(0.3) ? { delayedFor: delayedIn(name) } : {}),
        },
      ]),
  );
  /** Delayed for a need that leads elsewhere. */
  function delayedIn(name: string): Piece {
    const away = needIds.filter((id) => ![(needs[id] as Piece).goesTo].flat().includes(name));
    return away.length > 0 ? { [pick(away)]: between(1, 2) } : {};
  }
  const hurts: Piece = {
    ...(chance(0.5) ? { stayDaysPerDelayedDay: 0.25 } : {}),
    ...(chance(0.5) ? { risePerDelayedDay: 0.125 } : {}),
  };
  return {
    schemaVersion: 1,
    id: `some-model-${seed}`,
    title: 'A model nobody wrote',
    about: 'Made by a seed, for tests.',
    calendar: { startDate: '2024-01-01', warmUpDays, runDays },
    experiment: { replications: 1, seed },
    ...(Object.keys(initial).length > 0 ? { initial } : {}),
    ...(!wanted.calm && chance(0.4) && Object.keys(hurts).length > 0 ? { consequencesOfDelay: hurts } : {}),
    needs,
    streams,
    stations,
    options: [{ id: 'changed', title: 'Changed on the way', changes: someChanges(limited, stations) }],
  };

  /** Places fall on one day and rise on another. */
  function someChanges(of: readonly string[], among: Piece): Piece[] {
    return of
      .filter(() => chance(0.6))
      .flatMap((name) => {
        const path = `stations.${name}.${(among[name] as Piece).kind === 'ward' ? 'beds' : 'places'}`;
        return [
          { atDay: between(5, 20), set: { [path]: between(0, 3) } },
          {
            atDay: between(21, 38),
            set: { [path]: between(1, 7) },
            ...(chance(0.3) ? { overDays: between(2, 8) } : {}),
          },
        ];
      });
  }
}
