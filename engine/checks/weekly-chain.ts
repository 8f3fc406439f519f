// Markov chains with hours of the week: one set of moves while open, another while closed, until every week is the same.
import { exp } from '../ground/portable.ts';
import { chainFrom, meanOver, type Chain, type Move, type State } from './markov-chain.ts';
import type { Week } from './week.ts';

export interface Weekly {
  readonly open: (state: State) => readonly Move[];
  readonly closed: (state: State) => readonly Move[];
  /** What an opening does at once. */
  readonly opens: (state: State) => State;
}

/** Means over the whole week, and over its closed part alone as a share of the whole week. */
export interface WeeklyMeans {
  readonly mean: (of: (state: State) => number) => number;
  readonly whileClosed: (of: (state: State) => number) => number;
}

export function weeklyMeans(week: Week, first: State, { open, closed, opens }: Weekly): WeeklyMeans {
  // Any rate will do for finding the states.
  const all = chainFrom([first], (state) => [...open(state), ...closed(state), { to: opens(state), perDay: 1 }]);
  const places = new Map(all.states.map((state, at) => [state.join(), at]));
  const withMoves = (movesOf: (state: State) => readonly Move[]): Chain => ({
    states: all.states,
    moves: all.states.map((state) =>
      movesOf(state)
        .filter(({ perDay }) => perDay > 0)
        .map(({ to, perDay }) => ({ to: places.get(to.join())!, perDay })),
    ),
  });
  const chains = { open: withMoves(open), closed: withMoves(closed) };
  const opened = all.states.map((state) => places.get(opens(state).join())!);

  /** A week from its first opening; `over` gathers person-days of each state. */
  function walk(shares: Float64Array, overOpen: Float64Array, overClosed: Float64Array): Float64Array {
    let now = shares;
    week.forEach(([from, to], at) => {
      const next = new Float64Array(now.length);
      now.forEach((share, state) => (next[opened[state]] += share));
      now = course(chains.open, next, to - from, overOpen);
      now = course(chains.closed, now, (week[at + 1]?.[0] ?? week[0][0] + 7) - to, overClosed);
    });
    return now;
  }

  let shares = new Float64Array(all.states.length);
  shares[0] = 1;
  for (let weeks = 0; weeks < 2000; weeks++) {
    const [overOpen, overClosed] = [new Float64Array(shares.length), new Float64Array(shares.length)];
    const next = walk(shares, overOpen, overClosed);
    const moved = next.reduce((sum, share, at) => sum + Math.abs(share - shares[at]), 0);
    shares = Float64Array.from(next);
    if (moved > 1e-13) continue;
    const closedShare = overClosed.map((days) => days / 7);
    const share = closedShare.map((each, at) => each + overOpen[at] / 7);
    return {
      mean: (of) => meanOver(all, share, of),
      whileClosed: (of) => meanOver(all, closedShare, of),
    };
  }
  throw new Error('The weekly chain did not settle.');
}

/** Shares some days on, by a Poisson number of steps; to `over` are added the days spent in each state on the way. */
function course({ moves }: Chain, shares: Float64Array, days: number, over: Float64Array): Float64Array {
  const leaving = moves.map((each) => each.reduce((sum, { perDay }) => sum + perDay, 0));
  const watched = Math.max(...leaving);
  const steps = watched * days;
  const after = new Float64Array(shares.length);
  let now = shares;
  let weight = exp(-steps);
  let later = 1;
  for (let step = 0; step < steps + 12 * Math.sqrt(steps) + 40; step++) {
    later = Math.max(0, later - weight);
    for (let at = 0; at < now.length; at++) {
      after[at] += weight * now[at];
      // Days on which exactly this many steps are done: the chance of more, over the rate of steps.
      over[at] += (now[at] * later) / watched;
    }
    const next = new Float64Array(now.length);
    for (let from = 0; from < now.length; from++) {
      if (now[from] === 0) continue;
      next[from] += now[from] * (1 - leaving[from] / watched);
      for (const { to, perDay } of moves[from]) next[to] += (now[from] * perDay) / watched;
    }
    now = next;
    weight *= steps / (step + 1);
  }
  return after;
}
