// Hours of the week by walking through them: each start followed on a grid, and weekly chains by Taylor series of their equations.

/** Whether a moment of the week (days from Monday 00:00) is open. */
export type IsOpen = (day: number) => boolean;

export const daily =
  (weekdays: readonly number[], fromHour: number, toHour: number): IsOpen =>
  (day) => {
    const hour = (day - Math.floor(day)) * 24;
    return weekdays.includes(Math.floor(day) % 7) && hour >= fromHour && hour < toHour;
  };

/** Parts of an hour in a grid: openings, closings and the fixed stays looked at all fall on its lines. */
const PARTS = 10;
const STEP = 1 / 24 / PARTS;
const CELLS = 7 * 24 * PARTS;

/** Mean days of each start's walk over the middle of every cell, given the cells walked from it. */
const meanOverStarts = (walk: (cell: number) => number): number =>
  Array.from({ length: CELLS }, (_, cell) => walk(cell)).reduce((sum, days) => sum + days, 0) / CELLS;

const openCells = (isOpen: IsOpen): boolean[] =>
  Array.from({ length: CELLS }, (_, cell) => isOpen((cell + 0.5) * STEP));

/** Mean days to the next open moment, and the share of moments further from it than `beyond` days. */
export function toOpening(isOpen: IsOpen, beyond: number): { mean: number; share: number } {
  const open = openCells(isOpen);
  const walk = (cell: number): number => {
    let cells = 0;
    while (!open[(cell + cells) % CELLS]) cells++;
    return cells === 0 ? 0 : (cells - 0.5) * STEP;
  };
  return { mean: meanOverStarts(walk), share: meanOverStarts((cell) => (walk(cell) > beyond ? 1 : 0)) };
}

/** Mean days taken by a stay of so many whole cells that stands still while closed. */
export function fixedStandingStill(isOpen: IsOpen, days: number): number {
  const open = openCells(isOpen);
  const need = Math.round(days / STEP);
  return meanOverStarts((cell) => {
    // From the middle of a cell: half a cell first, and half a cell at the end if it began in an open one.
    let done = open[cell] ? 0.5 : 0;
    let at = cell + 1;
    for (; done < need - 0.5 - 1e-9; at++) if (open[at % CELLS]) done++;
    const left = need - done;
    let taken = at - cell - 0.5;
    if (left > 1e-9) {
      while (!open[at % CELLS]) {
        at++;
        taken++;
      }
      taken += left;
    }
    return taken * STEP;
  });
}

/** People in a service with room for all whose exponential stays stand still while closed: n' = λ − n/m while open; λ = 1. */
export function exponentialStandingStill(isOpen: IsOpen, mean: number): number {
  const open = openCells(isOpen);
  const kept = Math.exp(-STEP / mean);
  let people = 0;
  let area = 0;
  for (let week = 0; week < 200; week++) {
    area = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      if (open[cell]) {
        area += mean * STEP + (people - mean) * mean * (1 - kept);
        people = mean + (people - mean) * kept;
      } else {
        area += people * STEP + (STEP * STEP) / 2;
        people += STEP;
      }
    }
  }
  return area / 7;
}

type Rates = (state: number) => { to: number; perDay: number }[];

export interface WeeklyChain {
  readonly states: number;
  readonly isOpen: IsOpen;
  readonly open: Rates;
  readonly closed: Rates;
  /** Where a state goes the moment the doors open. */
  readonly opens: (state: number) => number;
}

/** Mean shares of time in the long run, open and closed apart: dp/dt = pQ in steps of an hour, by its Taylor series. */
export function weeklyChain({ states, isOpen, open, closed, opens }: WeeklyChain) {
  const [hour, terms] = [1 / 24, 20];
  /** The change of shares in a day, as a function of the shares. */
  const changeBy = (rates: Rates) => {
    const moves = Array.from({ length: states }, (_, from) => rates(from).map((move) => ({ from, ...move })))
      .flat()
      .filter(({ perDay }) => perDay > 0);
    return (p: Float64Array) => {
      const change = new Float64Array(states);
      for (const { from, to, perDay } of moves) {
        change[to] += p[from] * perDay;
        change[from] -= p[from] * perDay;
      }
      return change;
    };
  };
  const [whileOpen, whileClosed] = [changeBy(open), changeBy(closed)];
  let p = new Float64Array(states);
  p[0] = 1;
  for (let week = 0; week < 3000; week++) {
    const before = p;
    const time = { open: new Float64Array(states), closed: new Float64Array(states) };
    for (let at = 0; at < 7 * 24; at++) {
      const nowOpen = isOpen((at + 0.5) * hour);
      if (nowOpen && !isOpen((at + 167.5) * hour)) {
        const after = new Float64Array(states);
        p.forEach((share, state) => (after[opens(state)] += share));
        p = after;
      }
      const spent = nowOpen ? time.open : time.closed;
      const next = Float64Array.from(p);
      // t^k / k! before pQ^k in the shares, and its integral in the time spent.
      for (let k = 1, term: Float64Array = p, size = hour; k <= terms; k++, size *= hour / k) {
        for (let state = 0; state < states; state++) spent[state] += (term[state] * size) / 7;
        term = nowOpen ? whileOpen(term) : whileClosed(term);
        for (let state = 0; state < states; state++) next[state] += term[state] * size;
      }
      p = next;
    }
    if (p.reduce((most, share, state) => Math.max(most, Math.abs(share - before[state])), 0) < 1e-13)
      return { open: Array.from(time.open), closed: Array.from(time.closed) };
  }
  throw new Error('The weeks have not settled.');
}
