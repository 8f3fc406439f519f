// Places held for a team, for a preparation, by a ring, in a surge or elsewhere: small chains, described by totals where possible.
import { chainMean, steadyState, walkChain, type Moves } from './markov-chain.ts';

function longRun(first: readonly number[], moves: Moves) {
  const chain = walkChain(first, moves);
  const share = steadyState(chain);
  return (of: (state: readonly number[]) => number) => chainMean(chain, share, of);
}

/** A state is [people in all, of them with or before the team]: those who fit have a bed, the rest wait outside. */
export function seenInBed(arrivals: number, beds: number, room: number, stay: number, staff: number, task: number) {
  const mean = longRun([0, 0], ([people, ready]) => [
    { to: [people + 1, ready], perDay: people < beds + room ? arrivals : 0 },
    { to: [people, ready + 1], perDay: (Math.min(people, beds) - ready) / stay },
    { to: [people - 1, ready - 1], perDay: Math.min(ready, staff) / task },
  ]);
  return {
    delayed: mean(([, ready]) => ready),
    notYetSeen: mean(([, ready]) => Math.max(0, ready - staff)),
    waiting: mean(([people]) => Math.max(0, people - beds)),
    turnedAwayPerDay: arrivals * mean(([people]) => (people === beds + room ? 1 : 0)),
  };
}

/** A state is [people in all, of them in care]: of the others as many prepare as there are beds left. */
export function preparedInTurn(arrivals: number, beds: number, getReady: number, stay: number) {
  const preparing = (people: number, inCare: number) => Math.min(people, beds) - inCare;
  const mean = longRun([0, 0], ([people, inCare]) => [
    { to: [people + 1, inCare], perDay: people < beds + 90 ? arrivals : 0 },
    { to: [people, inCare + 1], perDay: preparing(people, inCare) / getReady },
    { to: [people - 1, inCare - 1], perDay: inCare / stay },
  ]);
  return {
    full: mean(([people]) => (people >= beds ? 1 : 0)),
    noPlace: mean(([people]) => Math.max(0, people - beds)),
    waiting: mean(([people, inCare]) => people - inCare),
  };
}

/** A state is [people before the next place, of them ready or preparing, in the next place]. */
export function preparedFromBed(
  arrivals: number,
  acute: { beds: number; room: number; stay: number },
  next: { places: number; getReady: number; stay: number },
) {
  const preparing = (ready: number, there: number) => Math.min(ready, next.places - there);
  const mean = longRun([0, 0, 0], ([people, ready, there]) => [
    { to: [people + 1, ready, there], perDay: people < acute.beds + acute.room ? arrivals : 0 },
    { to: [people, ready + 1, there], perDay: (Math.min(people, acute.beds) - ready) / acute.stay },
    { to: [people - 1, ready - 1, there + 1], perDay: preparing(ready, there) / next.getReady },
    { to: [people, ready, there - 1], perDay: there / next.stay },
  ]);
  return {
    delayed: mean(([, ready]) => ready),
    preparing: mean(([, ready, there]) => preparing(ready, there)),
    free: mean(([, ready, there]) => next.places - there - preparing(ready, there)),
    turnedAwayPerDay: arrivals * mean(([people]) => (people === acute.beds + acute.room ? 1 : 0)),
  };
}

/**
 * A state is [people in all, of them in beds, surge or not (1 or 0)]. Written event by event, because whoever comes or goes may
 * open, fill or close the surge.
 */
export function surgeBeds(
  arrivals: number,
  stay: number,
  { beds, extra, openAt, closeAt }: { beds: number; extra: number; openAt: number; closeAt: number },
) {
  const mean = longRun([0, 0, 0], ([people, inBeds, open]) => {
    const moves: { to: number[]; perDay: number }[] = [];
    const most = open === 1 ? beds + extra : beds;
    if (people < 70) {
      if (inBeds < most) moves.push({ to: [people + 1, inBeds + 1, open], perDay: arrivals });
      else if (open === 0 && people + 1 - inBeds === openAt)
        moves.push({
          to: [people + 1, Math.max(inBeds, Math.min(people + 1, beds + extra)), 1],
          perDay: arrivals,
        });
      else moves.push({ to: [people + 1, inBeds, open], perDay: arrivals });
    }
    if (inBeds > 0) {
      const still = people - inBeds > 0 && inBeds - 1 < most ? inBeds : inBeds - 1;
      const closes = open === 1 && people - 1 - still <= closeAt;
      moves.push({ to: [people - 1, still, closes ? 0 : open], perDay: inBeds / stay });
    }
    return moves;
  });
  return {
    open: mean(([, inBeds, open]) => (open === 1 ? beds + extra : Math.max(beds, inBeds))),
    waiting: mean(([people, inBeds]) => people - inBeds),
    full: mean(([, inBeds, open]) => (inBeds >= (open === 1 ? beds + extra : beds) ? 1 : 0)),
  };
}

/** Two beds whose people want each other's, by hand: nobody, one in care, both in care, one of them ready. */
export function swaps(
  [a, b]: readonly number[],
  [aStay, bStay]: readonly number[],
  [aSwaps, bSwaps]: readonly number[],
) {
  const [nobody, first, second, both, firstReady, secondReady] = [0, 1, 2, 3, 4, 5];
  const [aHome, aOver] = [(1 - aSwaps) / aStay, aSwaps / aStay];
  const [bHome, bOver] = [(1 - bSwaps) / bStay, bSwaps / bStay];
  const table: readonly (readonly [from: number, to: number, perDay: number])[] = [
    [nobody, first, a],
    [nobody, second, b],
    [first, nobody, aHome],
    [first, second, aOver],
    [first, both, b],
    [second, nobody, bHome],
    [second, first, bOver],
    [second, both, a],
    [both, second, aHome],
    [both, firstReady, aOver],
    [both, first, bHome],
    [both, secondReady, bOver],
    // The second goes home, and whoever is ready moves over; or wants to swap as well, and both are in care again.
    [firstReady, second, bHome],
    [firstReady, both, bOver],
    [secondReady, first, aHome],
    [secondReady, both, aOver],
  ];
  const mean = longRun([nobody], ([state]) =>
    table.filter(([from]) => from === state).map(([, to, perDay]) => ({ to: [to], perDay })),
  );
  const share = (...states: number[]) => mean(([state]) => (states.includes(state) ? 1 : 0));
  return {
    perDay: share(firstReady) * bOver + share(secondReady) * aOver,
    firstReady: share(firstReady),
    secondReady: share(secondReady),
    inFirst: share(first, both, firstReady, secondReady),
  };
}

/**
 * A state is [in the right ward, elsewhere, waiting for either], event by event. `movesOn`: whoever is elsewhere takes the next
 * right place, and the first who waits outside takes theirs.
 */
export function careElsewhere(
  arrivals: number,
  right: { beds: number; stay: number },
  other: { beds: number; stay: number },
  movesOn: boolean,
) {
  const mean = longRun([0, 0, 0], ([here, there, waiting]) => {
    const freed = (where: 'right' | 'other'): number[] => {
      if (where === 'right' && movesOn && there > 0)
        return waiting > 0 ? [here, there, waiting - 1] : [here, there - 1, 0];
      if (waiting > 0) return [here, there, waiting - 1];
      return where === 'right' ? [here - 1, there, 0] : [here, there - 1, 0];
    };
    const arrive =
      here < right.beds
        ? [here + 1, there, waiting]
        : there < other.beds
          ? [here, there + 1, waiting]
          : [here, there, waiting + 1];
    return [
      { to: arrive, perDay: waiting < 170 ? arrivals : 0 },
      { to: freed('right'), perDay: here / right.stay },
      { to: freed('other'), perDay: there / other.stay },
    ];
  });
  return {
    here: mean(([here]) => here),
    there: mean(([, there]) => there),
    waiting: mean(([, , waiting]) => waiting),
    rightFull: mean(([here]) => (here === right.beds ? 1 : 0)),
    bothFull: mean(([here, there]) => (here === right.beds && there === other.beds ? 1 : 0)),
    rightStartsPerDay: mean(([here]) => here) / right.stay,
    rightShare:
      mean(([here]) => (here < right.beds ? 1 : 0)) +
      (movesOn ? 0 : mean(([here, , waiting]) => (waiting > 0 ? here / right.stay : 0)) / arrivals),
  };
}

/** Two equal wards of one bed, people on the lists of both: [in the first, in the second, waiting]. */
export function equalWards(arrivals: number, stay: number) {
  const mean = longRun([0, 0, 0], ([first, second, waiting]) => {
    const arrive = first === 0 ? [1, second, 0] : second === 0 ? [1, 1, 0] : [1, 1, waiting + 1];
    return [
      { to: arrive, perDay: waiting < 110 ? arrivals : 0 },
      { to: waiting > 0 ? [1, 1, waiting - 1] : [0, second, 0], perDay: first / stay },
      { to: waiting > 0 ? [1, 1, waiting - 1] : [first, 0, 0], perDay: second / stay },
    ];
  });
  return { first: mean(([n]) => n), second: mean(([, n]) => n), waiting: mean(([, , n]) => n) };
}

/** Some places, and a list that people leave one by one at a rate each: [people in all]. */
export function leavingTheList(arrivals: number, beds: number, stay: number, perDay: number) {
  const mean = longRun([0], ([people]) => [
    { to: [people + 1], perDay: people < 150 ? arrivals : 0 },
    { to: [people - 1], perDay: Math.min(people, beds) / stay + Math.max(0, people - beds) * perDay },
  ]);
  return { waiting: mean(([people]) => Math.max(0, people - beds)) };
}
