// Preparation in a bed: the next place is reserved while the bed is still held, so one person holds two.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver, type State } from './markov-chain.ts';
import { cause } from './preparation.ts';

const transfer = { arrivals: 4, acute: 2, room: 2, acuteStay: 0.3, places: 2, getReady: 0.12, stay: 0.35 };

/** A state is [outside, in care in acute beds, ready there, preparing there, in the next place]. */
export function preparedTransfer({ arrivals, acute, room, acuteStay, places, getReady, stay }: typeof transfer) {
  function settled([outside, inCare, ready, preparing, there]: State): State {
    if (ready > 0 && preparing + there < places) return [outside, inCare, ready - 1, preparing + 1, there];
    if (outside > 0 && inCare + ready + preparing < acute) return [outside - 1, inCare + 1, ready, preparing, there];
    return [outside, inCare, ready, preparing, there];
  }
  const chain = chainFrom([[0, 0, 0, 0, 0]], ([outside, inCare, ready, preparing, there]) => [
    { to: settled([outside + 1, inCare, ready, preparing, there]), perDay: outside < room ? arrivals : 0 },
    { to: settled([outside, inCare - 1, ready + 1, preparing, there]), perDay: inCare / acuteStay },
    { to: settled([outside, inCare, ready, preparing - 1, there + 1]), perDay: preparing / getReady },
    { to: settled([outside, inCare, ready, preparing, there - 1]), perDay: there / stay },
  ]);
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  return {
    ready: mean(([, , ready]) => ready),
    preparing: mean(([, , , preparing]) => preparing),
    free: mean(([, , , preparing, there]) => places - preparing - there),
    turnedAwayPerDay: arrivals * mean(([outside]) => (outside === room ? 1 : 0)),
  };
}

export function heldTwice(): Check[] {
  const exact = preparedTransfer(transfer);
  const formula = 'chain of (outside, in care, ready, preparing, moved on)';
  return checksOf({
    id: 'prepared-transfer',
    title: 'Preparing for the next place holds two beds at once',
    source: 'Markov chain worked out exactly',
    setting: {
      calendar: { warmUpDays: 20, runDays: 300 },
      streams: { people: { label: 'People', arrivalsPerDay: transfer.arrivals } },
      stations: {
        acute: ward(transfer.acute, exponential(transfer.acuteStay), {
          waitingRoom: transfer.room,
          next: [{ to: 'after', prepare: exponential(transfer.getReady) }],
        }),
        after: ward(transfer.places, exponential(transfer.stay)),
        home,
      },
    },
    figures: [
      {
        id: 'delayed',
        figure: 'people ready in acute beds, those who prepare included',
        formula,
        reads: { station: 'acute', measure: 'delayed' },
        expected: exact.ready + exact.preparing,
      },
      cause('preparation', 'by preparation', 'after', 'preparation', formula, exact.preparing),
      cause('no-place', 'for want of the next place', 'after', 'no place', formula, exact.ready),
      {
        id: 'free',
        figure: 'free places after the acute beds',
        formula,
        reads: { station: 'after', measure: 'free' },
        expected: exact.free,
      },
      {
        id: 'turned-away',
        figure: 'people who find no acute bed, a day',
        formula,
        reads: { station: 'acute', measure: 'turnedAway' },
        expected: exact.turnedAwayPerDay,
      },
    ],
  });
}
