// Three pathways with step-down: people hold acute beds until Pathways 1 to 3 have room, and beds until Pathway 1 has, by the whole chain.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver, type Move, type State } from './markov-chain.ts';

const arrivals = 5;
const acute = { beds: 3, stay: 0.3 };
const shares = [0.5, 0.3, 0.2];
const p1 = { beds: 3, stay: 0.8 };
const p2 = { beds: 1, stay: 0.5 };
const p3 = { beds: 1, stay: 0.6 };
/** Of those who leave Pathways 2 and 3, the share who go on to Pathway 1, ahead of those still in acute beds. */
const onward = { p2: 0.4, p3: 0.6 };

/** The index of each number of a state; after them, in turn, the people ready in Pathway 2 (as 2) or 3 (as 3). */
const [ACUTE, FOR1, FOR2, FOR3, IN1, IN2, IN3, LINE] = [0, 1, 2, 3, 4, 5, 6, 7];

const readyIn = (state: State, pathway: number) => state.slice(LINE).filter((each) => each === pathway).length;
const inAcute = (state: State) => state[ACUTE] + state[FOR1] + state[FOR2] + state[FOR3];

/** Every free place goes to the first person for it, and so does the place that person leaves. */
function settled(before: State): State {
  const state = [...before];
  for (;;) {
    if (state[IN1] < p1.beds && state.length > LINE) {
      state.splice(LINE, 1);
      state[IN1]++;
    } else if (state[IN1] < p1.beds && state[FOR1] > 0) {
      state[FOR1]--;
      state[IN1]++;
    } else if (state[FOR2] > 0 && state[IN2] + readyIn(state, 2) < p2.beds) {
      state[FOR2]--;
      state[IN2]++;
    } else if (state[FOR3] > 0 && state[IN3] + readyIn(state, 3) < p3.beds) {
      state[FOR3]--;
      state[IN3]++;
    } else return state;
  }
}

function movesOf(state: State): Move[] {
  const moves: Move[] = [];
  const add = (perDay: number, by: (next: number[]) => void) => {
    const next = [...state];
    by(next);
    moves.push({ to: settled(next), perDay });
  };
  if (inAcute(state) < acute.beds) add(arrivals, (next) => next[ACUTE]++);
  if (state[ACUTE] > 0)
    shares.forEach((share, need) =>
      add((share * state[ACUTE]) / acute.stay, (next) => {
        next[ACUTE]--;
        next[FOR1 + need]++;
      }),
    );
  if (state[IN1] > 0) add(state[IN1] / p1.stay, (next) => next[IN1]--);
  for (const [place, pathway, stay, share] of [
    [IN2, 2, p2.stay, onward.p2],
    [IN3, 3, p3.stay, onward.p3],
  ]) {
    if (state[place] === 0) continue;
    add(((1 - share) * state[place]) / stay, (next) => next[place]--);
    add((share * state[place]) / stay, (next) => {
      next[place]--;
      next.push(pathway);
    });
  }
  return moves;
}

export function stepDownFigures() {
  const chain = chainFrom([[0, 0, 0, 0, 0, 0, 0]], movesOf);
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  const admittedPerDay = arrivals * mean((state) => (inAcute(state) < acute.beds ? 1 : 0));
  return {
    states: chain.states.length,
    admittedPerDay,
    turnedAwayPerDay: arrivals - admittedPerDay,
    acuteDelayed: mean((state) => inAcute(state) - state[ACUTE]),
    readyInP2: mean((state) => readyIn(state, 2)),
    readyInP3: mean((state) => readyIn(state, 3)),
    p1Occupancy: mean((state) => state[IN1]),
    acuteDelayForP1: mean((state) => state[FOR1]) / (admittedPerDay * shares[0]),
    stepDownDelay: mean((state) => readyIn(state, 3)) / (admittedPerDay * shares[2] * onward.p3),
  };
}

export function stepDown(): Check[] {
  const exact = stepDownFigures();
  const formula = 'chain of who is in care, who is ready for what, and in which turn';
  const route = (share: number) => [
    { to: 'p1', share, priority: 1 },
    { to: 'home', share: 1 - share },
  ];
  const figure = (id: string, words: string, station: string, measure: string, expected: number, who = 'all') => ({
    id,
    figure: words,
    formula: measure === 'delayDays' ? 'people ready over people who move (Little), from the chain' : formula,
    reads: { station, measure, who },
    expected,
  });
  return checksOf({
    id: 'step-down',
    title: 'Three pathways with step-down and blocking, step-down first',
    source: `Markov chain of ${exact.states} states; method: Perros, Queueing Networks with Blocking (1994)`,
    setting: {
      calendar: { warmUpDays: 30, runDays: 950 },
      needs: {
        p1: { label: 'Pathway 1', goesTo: 'p1', priority: 2 },
        p2: { label: 'Pathway 2', goesTo: 'p2' },
        p3: { label: 'Pathway 3', goesTo: 'p3' },
      },
      streams: {
        people: {
          label: 'People',
          arrivalsPerDay: arrivals,
          shares: { p1: shares[0], p2: shares[1], p3: shares[2] },
          startsAt: 'acute',
        },
      },
      stations: {
        acute: ward(acute.beds, exponential(acute.stay), { waitingRoom: 0, next: [{ to: 'need' }] }),
        p1: ward(p1.beds, exponential(p1.stay)),
        p2: ward(p2.beds, exponential(p2.stay), { next: route(onward.p2) }),
        p3: ward(p3.beds, exponential(p3.stay), { next: route(onward.p3) }),
        home,
      },
    },
    figures: [
      figure('acute-delayed', 'people ready in acute beds', 'acute', 'delayed', exact.acuteDelayed),
      figure('turned-away', 'people who find no acute bed, a day', 'acute', 'turnedAway', exact.turnedAwayPerDay),
      figure('p2-delayed', 'people ready in Pathway 2', 'p2', 'delayed', exact.readyInP2),
      figure('p3-delayed', 'people ready in Pathway 3', 'p3', 'delayed', exact.readyInP3),
      figure('p1-occupancy', 'people in Pathway 1', 'p1', 'occupancy', exact.p1Occupancy),
      figure('acute-delay', 'mean delay, acute to P1, days', 'p1', 'delayDays', exact.acuteDelayForP1, 'from:acute'),
      figure('step-down-delay', 'mean delay, P3 to P1, days', 'p1', 'delayDays', exact.stepDownDelay, 'from:p3'),
    ],
  });
}
