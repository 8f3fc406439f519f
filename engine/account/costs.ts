// What costs are counted by: place-days, person-days, visits, starts, delayed days and free place-days of each station.
import type { Flow } from './flow.ts';
import type { PeopleOverTime } from './people-over-time.ts';
import type { Places } from './places.ts';

/** Numbers a station's costs are counted by, in the order above. */
export const COSTED = 6;

interface Accounts {
  readonly occupancy: PeopleOverTime;
  readonly delayed: PeopleOverTime;
  readonly places: Places;
  readonly flow: Flow;
}

/** As of the clock's day: a row of `COSTED` numbers a station. */
export function costRows({ occupancy, delayed, places, flow }: Accounts): Float64Array {
  const stations = places.open.length;
  const rows = new Float64Array(stations * COSTED);
  for (let s = 0; s < stations; s++) {
    places.count(s);
    rows.set(
      [
        places.daysAt(s),
        occupancy.daysAt(s),
        flow.visitsDelivered[s],
        flow.startsAt(s),
        delayed.daysAt(s),
        places.freeArea[s],
      ],
      s * COSTED,
    );
  }
  return rows;
}
