// Stations in line where a ready person keeps the place until the next has room: the exact chain of any such line.
import { chainFrom, longRunOf, meanOver, type Move, type State } from './markov-chain.ts';

/** A stay of 0 days makes a buffer: everyone in it is ready to go on. */
export interface LinePlace {
  readonly beds: number;
  readonly stay: number;
}

/** Random arrivals, with a limited number waiting outside; or always somebody waiting. */
export type Outside = { readonly perDay: number; readonly room: number } | 'always somebody';

export interface LineFigures {
  readonly waiting: number;
  /** By station: people ready and not gone, and all people there. */
  readonly delayed: readonly number[];
  readonly occupancy: readonly number[];
  readonly turnedAwayPerDay: number;
  readonly throughputPerDay: number;
}

/** A state is [waiting outside, then for each station: in care, ready]. */
export function lineFigures(line: readonly LinePlace[], outside: Outside): LineFigures {
  const last = line.length - 1;
  const inCare = (k: number) => 1 + 2 * k;
  const ready = (k: number) => 2 + 2 * k;
  const here = (state: State, k: number) => state[inCare(k)] + state[ready(k)];
  const hasRoom = (state: State, k: number) => here(state, k) < line[k].beds;

  /** Everyone who can move does, from the far end back, until nobody can: all in one moment. */
  function settled(before: State): State {
    const state = [...before];
    for (let moved = true; moved;) {
      moved = false;
      for (let k = last; k >= 0; k--)
        while (state[ready(k)] > 0 && (k === last || hasRoom(state, k + 1))) {
          state[ready(k)]--;
          if (k < last) enter(state, k + 1);
          moved = true;
        }
      while ((outside === 'always somebody' || state[0] > 0) && hasRoom(state, 0)) {
        if (outside !== 'always somebody') state[0]--;
        enter(state, 0);
        moved = true;
      }
    }
    return state;
  }
  const enter = (state: number[], k: number) => state[line[k].stay === 0 ? ready(k) : inCare(k)]++;
  const changed = (state: State, by: (next: number[]) => void): State => {
    const next = [...state];
    by(next);
    return settled(next);
  };

  const full = (state: State) => outside !== 'always somebody' && state[0] >= outside.room && !hasRoom(state, 0);
  function movesOf(state: State): Move[] {
    const moves: Move[] = [];
    if (outside !== 'always somebody' && !full(state))
      moves.push({ to: changed(state, (next) => next[0]++), perDay: outside.perDay });
    line.forEach(({ stay }, k) => {
      if (state[inCare(k)] === 0) return;
      const to = changed(state, (next) => {
        next[inCare(k)]--;
        next[ready(k)]++;
      });
      moves.push({ to, perDay: state[inCare(k)] / stay });
    });
    return moves;
  }

  const chain = chainFrom([settled(Array.from({ length: 1 + 2 * line.length }, () => 0))], movesOf);
  const shares = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, shares, of);
  const { stay } = line[last];
  return {
    waiting: mean((state) => state[0]),
    delayed: line.map((_, k) => mean((state) => state[ready(k)])),
    occupancy: line.map((_, k) => mean((state) => here(state, k))),
    turnedAwayPerDay: outside === 'always somebody' ? 0 : outside.perDay * mean((state) => (full(state) ? 1 : 0)),
    throughputPerDay: mean((state) => state[inCare(last)]) / stay,
  };
}
