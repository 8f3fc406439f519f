// What some generated models say besides, by dice of its own, so that a rule added here leaves every other model as it was.
import { dice, type Dice } from './dice.ts';
import type { Piece } from './some-parts.ts';

/** The same document, or a copy that says more. */
export function withMore(document: Piece, seed: number, isStretchable: boolean): Piece {
  const roll = dice(Math.imul(seed + 7, 1540483477));
  const streams = someMeans(document.streams as Piece, roll);
  const options = (document.options as Piece[]).map((option) =>
    withoutLimits(option, document.stations as Piece, 'backlog' in streams, roll),
  );
  const consequencesOfDelay = someBetter(document.consequencesOfDelay as Piece | undefined, roll);
  const initial = isStretchable ? document.initial : waitedAlready(document.initial as Piece | undefined, roll);
  const byUrgency = someByUrgency(document.stations as Record<string, Piece>, roll);
  const made = someTurnarounds(someStay(byUrgency, roll), roll, isStretchable);
  const stations = somePlans(made, Object.keys(document.needs as Piece), roll);
  const calendar = isStretchable ? document.calendar : someHolidays(document.calendar as Piece, roll);
  return { ...document, calendar, streams, stations, options, ...(initial ? { initial } : {}), ...consequencesOfDelay };
}

/** Some waiting rooms turn away the least urgent. */
const someByUrgency = (stations: Record<string, Piece>, { chance }: Dice): Record<string, Piece> =>
  Object.fromEntries(
    Object.entries(stations).map(([id, station]) => [
      id,
      'waitingRoom' in station && chance(0.5) ? { ...station, turnsAway: 'least-urgent' } : station,
    ]),
  );

/** Some who give up keep the place they hold; not where a stay may take no time, or they could give up for ever at one moment. */
function someStay(stations: Record<string, Piece>, { chance }: Dice): Record<string, Piece> {
  if (JSON.stringify(stations).includes('"days":0}')) return stations;
  const one = (station: Piece): Piece =>
    'patience' in station && chance(0.6)
      ? { ...station, patience: { ...(station.patience as Piece), to: 'here' } }
      : station;
  return Object.fromEntries(Object.entries(stations).map(([id, station]) => [id, one(station)]));
}

/** Some places have to be made ready, now and then in some hours only. */
function someTurnarounds(
  stations: Record<string, Piece>,
  { between, chance, pick }: Dice,
  isStretchable: boolean,
): Record<string, Piece> {
  const stay = (): Piece =>
    chance(0.5) ? { shape: 'fixed', days: between(1, 6) / 8 } : { shape: 'exponential', meanDays: between(1, 6) / 4 };
  const during = (): Piece =>
    isStretchable || chance(0.6)
      ? {}
      : { during: pick([{ days: 'Mon-Fri', fromHour: 9, toHour: 18 }, { days: 'Wed, Sun' }]) };
  const one = (station: Piece): Piece =>
    ['beds', 'places', 'staff'].some((key) => key in station) && chance(0.12)
      ? { ...station, turnaround: { stay: stay(), ...during() } }
      : station;
  return Object.fromEntries(Object.entries(stations).map(([id, station]) => [id, one(station)]));
}

/** Some plans of visits that must fit depend on the need. */
function somePlans(stations: Record<string, Piece>, needs: readonly string[], { between, chance }: Dice): Piece {
  const plan = (): Piece => ({ first: between(0, 4) / 4, last: between(0, 4) / 2 });
  const one = (station: Piece): Piece =>
    'visitsPerDay' in station && !('takesAll' in station) && needs.length > 1 && chance(0.6)
      ? { ...station, visits: { by: 'need', [needs[0]]: plan(), else: plan() } }
      : station;
  return Object.fromEntries(Object.entries(stations).map(([id, station]) => [id, one(station)]));
}

/** Some days are like a Sunday, before the start date and after it, in no order, now and then two in a row. */
function someHolidays(calendar: Piece, { between, chance }: Dice): Piece {
  if (chance(0.7)) return calendar;
  const date = (): string => `2024-0${between(1, 2)}-${10 + between(0, 18)}`;
  return { ...calendar, holidays: [date(), '2023-12-25', date(), '2023-12-26', date()] };
}

/** Some get better while they wait. */
function someBetter(consequences: Piece | undefined, { chance, pick }: Dice): Piece {
  if (!consequences || !('stayDaysPerDelayedDay' in consequences) || chance(0.5)) return {};
  return { consequencesOfDelay: { ...consequences, stayDaysPerDelayedDay: pick([-1, -0.5, -0.125]) } };
}

/** Some of those who wait at the start have waited before it. */
function waitedAlready(initial: Piece | undefined, { between, chance, pick }: Dice): Piece | undefined {
  const days = (): number => between(0, 24) / 4;
  const one = (people: unknown): unknown =>
    chance(0.4)
      ? people
      : {
          people,
          sinceDays: pick<() => unknown>([
            days,
            () => Array.from({ length: people as number }, days),
            () => ({ shape: 'exponential', meanDays: 1 + days() }),
          ])(),
        };
  const all = (given: unknown): Piece =>
    Object.fromEntries(Object.entries(given as Piece).map(([id, people]) => [id, one(people)]));
  return (
    initial &&
    Object.fromEntries(
      Object.entries(initial as Record<string, Piece>).map(([id, given]) => [
        id,
        {
          ...given,
          ...('waiting' in given ? { waiting: all(given.waiting) } : {}),
          ...('delayedFor' in given ? { delayedFor: all(given.delayedFor) } : {}),
        },
      ]),
    )
  );
}

/** Some changes of places take the limit away. An endless backlog would never have to wait then, and a priced place needs a number. */
function withoutLimits(option: Piece, stations: Piece, hasBacklog: boolean, { chance }: Dice): Piece {
  const one = (change: Piece): Piece => {
    const [path] = Object.keys(change.set as Piece);
    const { costs = {} } = stations[path.split('.')[1]] as Piece;
    const isPriced = 'placeDayGbp' in (costs as Piece);
    const mayGo = !hasBacklog && !isPriced && !('overDays' in change) && /\.(beds|places|staff)$/.test(path);
    return mayGo && chance(0.25) ? { ...change, set: { [path]: 'unlimited' } } : change;
  };
  return { ...option, changes: (option.changes as Piece[]).map(one) };
}

/** A stream at a plain rate has a mean for each of some days instead, before the start date, within the run or beyond it. */
function someMeans(streams: Piece, { between, chance }: Dice): Piece {
  const one = (stream: Piece): Piece => {
    const { arrivalsPerDay, weekdayFactors: _, growthPerYear, ...rest } = stream;
    if (arrivalsPerDay === undefined || growthPerYear !== undefined || !chance(0.5)) return stream;
    const fromDate = `2024-0${between(1, 2)}-${10 + between(0, 18)}`;
    const means = Array.from({ length: between(1, 40) }, () => between(0, 16) / 8);
    return { ...rest, meansPerDay: { fromDate, means, ...(chance(0.3) ? { times: between(2, 6) / 4 } : {}) } };
  };
  return Object.fromEntries(Object.entries(streams).map(([id, stream]) => [id, one(stream as Piece)]));
}
