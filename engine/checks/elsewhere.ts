// Care elsewhere: the same care in a second place, keeping one's turn for the first, and a second choice only after some days.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { overflowFigures } from './overflow.ts';
import { samePatience } from './patience.ts';

const elsewhereWard = (beds: number | 'unlimited', stay: object) =>
  ward(beds, stay, { label: 'Elsewhere', next: [{ to: 'other-home' }] });
const otherHome = { ...home, label: 'Home from elsewhere' };

function sameCare(): Check[] {
  const [arrivals, beds, others, stay, factor] = [10, 3, 2, 0.3, 1.5];
  const exact = overflowFigures(arrivals, { beds, stay }, { beds: others, stay: stay * factor });
  const formula = 'chain of (in the right ward, elsewhere, waiting)';
  return checksOf({
    id: 'same-care-elsewhere',
    title: 'The same care elsewhere takes half as long again, and then goes on as from the right ward',
    source: 'Markov chain worked out exactly',
    setting: {
      calendar: { warmUpDays: 20, runDays: 220 },
      needs: { care: { label: 'Care', goesTo: 'right', otherwise: [{ to: 'elsewhere', stayFactor: factor }] } },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      // A stay of its own would be thirty times as long, and a way of its own would lead to another exit.
      stations: {
        right: ward(beds, exponential(stay)),
        elsewhere: elsewhereWard(others, exponential(9)),
        home,
        'other-home': otherHome,
      },
    },
    figures: [
      {
        id: 'elsewhere',
        figure: 'people cared for elsewhere',
        formula,
        reads: { station: 'elsewhere', measure: 'occupancy' },
        expected: exact.inOther,
      },
      {
        id: 'right-place',
        figure: 'share in the right place',
        formula,
        reads: { station: 'all', measure: 'rightPlace' },
        expected: exact.rightShare,
      },
      {
        id: 'home',
        figure: 'people who go home as from the right ward, a day',
        formula: 'λ',
        reads: { station: 'home', measure: 'starts' },
        expected: arrivals,
      },
    ],
  });
}

const turn = { arrivals: 5, beds: 2, others: 1, stay: 0.3, factor: 1.6 };

/**
 * n people in all: the first `beds` of them in the right ward, the next `others` elsewhere, the rest outside, for whoever is
 * elsewhere moves on in turn and their place there is the next one's. A birth-and-death chain.
 */
export function keptTurns({ arrivals, beds, others, stay, factor }: typeof turn) {
  const right = (n: number) => Math.min(n, beds);
  const elsewhere = (n: number) => Math.min(Math.max(0, n - beds), others);
  const weights = [1];
  for (let n = 1; n <= 300; n++)
    weights.push((weights[n - 1] * arrivals) / (right(n) / stay + elsewhere(n) / (factor * stay)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (n: number) => number) => weights.reduce((sum, weight, n) => sum + (of(n) * weight) / total, 0);
  return {
    right: mean(right),
    elsewhere: mean(elsewhere),
    /** Of those who find the right ward full, who find elsewhere full as well. */
    waitShare: mean((n) => (n >= beds + others ? 1 : 0)) / mean((n) => (n >= beds ? 1 : 0)),
    elsewhereStartsPerDay: arrivals * mean((n) => (n >= beds ? 1 : 0)),
    rightStartsPerDay: mean(right) / stay,
  };
}

function movesOn(): Check[] {
  const exact = keptTurns(turn);
  const formula = 'birth-and-death chain of all people: the first in the right ward, the next elsewhere';
  return checksOf({
    id: 'turn-kept',
    title: 'Cared for elsewhere they keep their turn, and move on with what is left of the stay',
    source: 'Birth-and-death chain worked out exactly; Kleinrock, Queueing Systems I (1975), chapter 3',
    setting: {
      calendar: { warmUpDays: 20, runDays: 400 },
      needs: {
        care: {
          label: 'Care',
          goesTo: 'right',
          otherwise: [{ to: 'elsewhere', stayFactor: turn.factor, movesOn: true }],
        },
      },
      streams: { people: { label: 'People', arrivalsPerDay: turn.arrivals } },
      stations: {
        right: ward(turn.beds, exponential(turn.stay)),
        elsewhere: elsewhereWard(turn.others, exponential(9)),
        home,
        'other-home': otherHome,
      },
    },
    figures: [
      {
        id: 'right',
        figure: 'people in the right ward',
        formula,
        reads: { station: 'right', measure: 'occupancy' },
        expected: exact.right,
      },
      {
        id: 'elsewhere',
        figure: 'people cared for elsewhere',
        formula,
        reads: { station: 'elsewhere', measure: 'occupancy' },
        expected: exact.elsewhere,
      },
      {
        id: 'wait-share',
        figure: 'share who wait, of those admitted elsewhere',
        formula: `${formula}; P(both full) / P(right ward full)`,
        reads: { station: 'elsewhere', measure: 'delayedShare' },
        expected: exact.waitShare,
      },
      {
        id: 'starts-elsewhere',
        figure: 'people admitted elsewhere, a day',
        formula: 'λ P(right ward full): from there they move on before anyone outside',
        reads: { station: 'elsewhere', measure: 'starts' },
        expected: exact.elsewhereStartsPerDay,
      },
      {
        id: 'starts',
        figure: 'people admitted to the right ward, from elsewhere or not, a day',
        formula: 'people in it over the stay',
        reads: { station: 'right', measure: 'starts' },
        expected: exact.rightStartsPerDay,
      },
    ],
  });
}

function afterDays(): Check[] {
  const [arrivals, beds, stay, afterDays] = [12, 4, 0.4, 0.2];
  const { gaveUpShare, meanWait } = samePatience(arrivals, beds, stay, afterDays);
  return checksOf({
    id: 'second-choice-later',
    title: 'A second choice with room for all, but only after some days of waiting for the first',
    source: 'Baccelli and Hebuterne 1981; Boots and Tijms, Top 7 (1999) 213-220: as if patience ended then',
    setting: {
      calendar: { warmUpDays: 20, runDays: 140 },
      needs: { care: { label: 'Care', goesTo: 'right', otherwise: [{ to: 'elsewhere', afterDays }] } },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: {
        right: ward(beds, exponential(stay)),
        elsewhere: elsewhereWard('unlimited', exponential(0.5)),
        home,
        'other-home': otherHome,
      },
    },
    figures: [
      {
        id: 'elsewhere',
        figure: 'people who take the second choice, a day',
        formula: 'λ P(V > d), V the wait of someone who would wait for ever',
        reads: { station: 'elsewhere', measure: 'starts' },
        expected: arrivals * gaveUpShare,
      },
      {
        id: 'waiting',
        figure: 'people waiting',
        formula: 'λ × mean of min(V, d) (Little)',
        reads: { station: 'right', measure: 'waiting' },
        expected: arrivals * meanWait,
      },
    ],
  });
}

export const elsewhere = (): Check[] => [...sameCare(), ...movesOn(), ...afterDays()];
