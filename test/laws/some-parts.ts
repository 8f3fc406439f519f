// Parts of generated models: stays, tables by who people are, hours of the week, visits and costs.
import type { Dice } from './dice.ts';

/** A piece of a model document, as JSON. */
export type Piece = { [key: string]: unknown };

/** What is known of the people of a model, by which tables may distinguish them: words and their values. */
export type Known = Readonly<Record<string, readonly string[]>>;

export const partsOf = ({ between, chance, pick }: Dice, known: Known) => {
  const quarter = (low: number, high: number): number => between(low, high) / 4;

  const stay = (): Piece => {
    const meanDays = quarter(2, 24);
    return pick<() => Piece>([
      () => ({ shape: 'exponential', meanDays }),
      () => ({ shape: 'lognormal', meanDays, sdDays: meanDays * 0.75 }),
      () => ({ shape: 'fixed', days: quarter(1, 20) }),
    ])();
  };

  /** Some hours: the length of a team's task, or of getting ready. */
  const task = (): Piece =>
    chance(0.5) ? { shape: 'exponential', meanDays: between(1, 6) / 8 } : { shape: 'fixed', days: between(1, 8) / 8 };

  /** Now and then a table by one of the words, and now and then tables in the table. */
  const byWho = <T>(make: () => T, p: number, words: readonly string[] = Object.keys(known)): T | Piece => {
    if (words.length === 0 || !chance(p)) return make();
    const by = pick(words);
    const others = words.filter((word) => word !== by);
    const one = (): T | Piece => byWho(make, 0.2, others);
    const named = known[by].filter(() => chance(0.6));
    return { by, ...Object.fromEntries(named.map((value) => [value, one()])), else: one() };
  };

  /** Windows that all have Wednesday from noon to 15:00, so that any two meet. */
  const hours = (): Piece | Piece[] =>
    pick<Piece | Piece[]>([
      { days: 'Mon-Fri', fromHour: 9, toHour: 18 },
      { days: 'Wed, Sun', fromHour: 6, toHour: 15 },
      { days: 'Tue-Sat' },
      [
        { days: 'Fri-Mon', toHour: 12 },
        { days: 'Wed', fromHour: 9, toHour: 15 },
      ],
      { days: 'Mon-Wed', fromHour: 12, toHour: 21 },
    ]);

  const visits = (): Piece => {
    const first = between(0, 4) / 2;
    const takesAll = chance(0.25);
    const aDay = (): number => between(2, 6) / 2;
    const plan = (): Piece => ({ first, last: between(0, chance(0.8) ? first * 2 : 4) / 2 });
    const takesEverybody = takesAll || first > 1;
    return {
      visitsPerDay: chance(0.5) ? aDay() : [aDay(), aDay(), 2, aDay(), aDay(), between(0, 1), 0],
      // Whether a first day fits cannot depend on the person, so plans by who need a service that takes everybody.
      visits: takesEverybody ? byWho(() => ({ ...plan(), first: between(0, 4) / 2 }), 0.4) : plan(),
      ...(takesEverybody ? { takesAll: true } : {}),
      ...(chance(0.6) ? { deferDays: between(0, 2) } : {}),
    };
  };

  /** Costs, some of them without a source. */
  const costs = (hasPlaces: boolean, hasVisits: boolean): Piece => ({
    ...(hasPlaces ? { placeDayGbp: 50 } : {}),
    ...(hasVisits ? { visitGbp: 30 } : {}),
    personDayGbp: between(1, 9) * 10,
    ...(chance(0.5) ? { startGbp: 200 } : {}),
    ...(chance(0.5) ? { delayedDayGbp: 75 } : {}),
    ...(chance(0.7) ? { growthPerYear: between(1, 4) / 20 } : {}),
  });

  return { stay, task, byWho, hours, visits, costs, quarter };
};
