// A ward whose people wait in its beds for the next one: random arrivals, and a limited number may wait outside.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { lineFigures } from './line.ts';

const cases = [
  { id: 'blocked-bed', words: 'one bed before one bed', perDay: 3, room: 5, beds: [1, 1], stays: [0.2, 0.2] },
  { id: 'blocked-beds', words: 'two beds before two beds', perDay: 6, room: 5, beds: [2, 2], stays: [0.2, 0.25] },
];

export const blocking = (): Check[] =>
  cases.flatMap(({ id, words, perDay, room, beds, stays }) => {
    const exact = lineFigures(
      beds.map((places, k) => ({ beds: places, stay: stays[k] })),
      { perDay, room },
    );
    const formula = 'chain of (waiting, in care, ready, in the second)';
    return checksOf({
      id,
      title: `Blocking: ${words}, ${room} may wait outside`,
      source: 'Perros, Queueing Networks with Blocking (1994), chapter 4',
      setting: {
        calendar: { warmUpDays: 30, runDays: perDay === 3 ? 1050 : 650 },
        streams: { people: { label: 'People', arrivalsPerDay: perDay } },
        stations: {
          first: ward(beds[0], exponential(stays[0]), { waitingRoom: room, next: [{ to: 'second' }] }),
          second: ward(beds[1], exponential(stays[1])),
          home,
        },
      },
      figures: [
        {
          id: 'delayed',
          figure: 'people ready in the first and not gone',
          formula,
          reads: { station: 'first', measure: 'delayed' },
          expected: exact.delayed[0],
        },
        {
          id: 'transfer-delay',
          figure: 'mean delay of a transfer, days',
          formula: 'delayed people over people through it (Little)',
          reads: { station: 'second', measure: 'delayDays' },
          expected: exact.delayed[0] / exact.throughputPerDay,
        },
        {
          id: 'waiting',
          figure: 'people waiting outside',
          formula,
          reads: { station: 'first', measure: 'waiting' },
          expected: exact.waiting,
        },
        {
          id: 'turned-away',
          figure: 'people turned away, a day',
          formula: 'λ P(room and first station full)',
          reads: { station: 'first', measure: 'turnedAway' },
          expected: exact.turnedAwayPerDay,
        },
      ],
    });
  });
