// Wards, teams and lists that follow the week or the month, with few places: their chains, built from the other files of this folder.
import { period } from './by-period.ts';
import { daily, weeklyChain, type IsOpen } from './hours.ts';
import { integral } from './unlimited-places.ts';

export const weekdays = [0, 1, 2, 3, 4];
export const office = daily(weekdays, 9, 17);
export const letGo: IsOpen = (day) => daily(weekdays, 10, 16)(day) || daily([5], 10, 12)(day);

/** Two beds given out in hours. A state is in beds × 48 + waiting. */
export function twoBeds() {
  const [arrivals, beds, stay, room] = [1.2, 2, 0.6, 48];
  const state = (inBeds: number, waiting: number) => inBeds * room + waiting;
  const parts = (of: number) => [Math.floor(of / room), of % room];
  const settle = (inBeds: number, waiting: number) => {
    const taken = Math.min(waiting, beds - inBeds);
    return state(inBeds + taken, waiting - taken);
  };
  const moves = (put: (inBeds: number, waiting: number) => number) => (of: number) => {
    const [inBeds, waiting] = parts(of);
    return [
      { to: put(inBeds, Math.min(waiting + 1, room - 1)), perDay: waiting + 1 < room ? arrivals : 0 },
      ...(inBeds > 0 ? [{ to: put(inBeds - 1, waiting), perDay: inBeds / stay }] : []),
    ];
  };
  const time = weeklyChain({
    states: 3 * room,
    isOpen: daily(weekdays, 8, 18),
    open: moves(settle),
    closed: moves(state),
    opens: (of) => settle(...(parts(of) as [number, number])),
  });
  const mean = (of: (inBeds: number, waiting: number) => number, when = ['open', 'closed'] as ('open' | 'closed')[]) =>
    when.reduce(
      (sum, each) =>
        sum + time[each].reduce((part, share, at) => part + share * of(...(parts(at) as [number, number])), 0),
      0,
    );
  return {
    meanWait: mean((_, waiting) => waiting) / arrivals,
    full: mean((inBeds) => (inBeds === beds ? 1 : 0)),
    noPlace: mean((inBeds, waiting) => (inBeds === beds ? waiting : 0)),
    closed: mean((inBeds, waiting) => (inBeds < beds ? waiting : 0), ['closed']),
  };
}

/** Three beds whose stays stand still at night. A state is the people there. */
export function threeBeds() {
  const [arrivals, beds, stay, most] = [3, 3, 0.2, 70];
  const come = (people: number) => ({ to: Math.min(people + 1, most - 1), perDay: people + 1 < most ? arrivals : 0 });
  const time = weeklyChain({
    states: most,
    isOpen: daily(weekdays, 8, 20),
    open: (people) => [
      come(people),
      ...(people > 0 ? [{ to: people - 1, perDay: Math.min(people, beds) / stay }] : []),
    ],
    closed: (people) => [come(people)],
    opens: (people) => people,
  });
  const mean = (of: (people: number) => number) =>
    time.open.reduce((sum, share, people) => sum + (share + time.closed[people]) * of(people), 0);
  return { waiting: mean((n) => Math.max(0, n - beds)), occupancy: mean((n) => Math.min(n, beds)) };
}

/** A team of two in hours. A state is being seen × 55 + waiting. */
export function twoStaff() {
  const [arrivals, staff, task, room] = [3, 2, 3 / 24, 55];
  const takeOn = (seen: number, waiting: number) => {
    const taken = Math.min(staff - seen, waiting);
    return (seen + taken) * room + waiting - taken;
  };
  const come = (of: number, put: (seen: number, waiting: number) => number) => {
    const waiting = of % room;
    const perDay = waiting + 1 < room ? arrivals : 0;
    return { to: put(Math.floor(of / room), Math.min(waiting + 1, room - 1)), perDay };
  };
  const time = weeklyChain({
    states: 3 * room,
    isOpen: daily(weekdays, 8, 18),
    open: (of) => {
      const seen = Math.floor(of / room);
      return [come(of, takeOn), ...(seen > 0 ? [{ to: takeOn(seen - 1, of % room), perDay: seen / task }] : [])];
    },
    closed: (of) => [come(of, (seen, waiting) => seen * room + waiting)],
    opens: (of) => takeOn(Math.floor(of / room), of % room),
  });
  const mean = (of: (state: number) => number) =>
    time.open.reduce((sum, share, state) => sum + (share + time.closed[state]) * of(state), 0);
  return { seen: mean((of) => Math.floor(of / room)), waiting: mean((of) => of % room) };
}

/** M/M/c with patience d for all, the density of the wait of someone without end: λ π exp(λ min(t, d) − c t / m). */
export function waitAtMost(arrivals: number, beds: number, stay: number, most: number) {
  const density = (t: number) => Math.exp(arrivals * Math.min(t, most) - (beds * t) / stay);
  let before = 1;
  let room = 1;
  for (let n = 1; n < beds; n++) room += before *= (arrivals * stay) / n;
  const short = integral(density, 0, most);
  const long = integral(density, most, most + 40 * stay, 20_000);
  const total = room + arrivals * before * (short + long);
  return {
    longer: (arrivals * before * long) / total,
    meanWait: (arrivals * before * (integral((t) => t * density(t), 0, most) + most * long)) / total,
  };
}

/** From January, people waiting at the beginning of each month once its starts are given, and over all of them. */
export function monthByMonth(already: number, perDay: number, starts: number, days: readonly number[]) {
  let over: number[] = Array.from({ length: 200 }, (_, n) => (n === already ? 1 : 0));
  const begins: number[] = [];
  let area = 0;
  for (const length of days) {
    begins.push(over.reduce((sum, share, n) => sum + share * Math.max(0, n - starts), 0));
    const { over: next, waiting } = period(over, perDay * length, starts);
    area += waiting * length;
    over = next;
  }
  return { begins, waiting: area / days.reduce((sum, length) => sum + length, 0) };
}
