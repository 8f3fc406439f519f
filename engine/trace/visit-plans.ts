// Visits planned for a day, read from a trace: each stay's plan falls in a straight line from its first visits to its last.
import type { GatesFrom } from '../network/gate-outline.ts';
import { weekdayAt } from '../ground/dates.ts';
import { ASK, LEAVE, MOVE, READY, type Trace } from './trace.ts';

const ROUNDING = 1e-9;

interface Plan {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly first: number;
  readonly last: number;
  /** Its last day, earlier than planned if they have moved on. */
  until: number;
}

export interface VisitPlans {
  /** Records in their order. */
  read(record: number): void;
  /** Whether one more person's first visits fit into what the plans of that day leave. */
  fit(station: number, day: number): boolean;
}

interface Stays {
  readonly trace: Trace;
  readonly people: { readonly keyHigh: Uint32Array };
  readonly network: { readonly stationIds: readonly string[]; readonly keepsPlace: Uint8Array };
  readonly startDayNumber: number;
  readonly gatesAt: (day: number) => GatesFrom;
}

/**
 * A stay whose end the trace does not hold (it lasts beyond the run, or was finished elsewhere) is planned as one without end: at its
 * first visits. Stations that take everybody keep no plans here, for their visits keep nobody out.
 */
export function makeVisitPlans({ trace, people, network, startDayNumber, gatesAt }: Stays): VisitPlans {
  const running: Plan[][] = network.stationIds.map(() => []);
  const count = people.keyHigh.length;
  const planOf = Array.from<Plan | undefined>({ length: count });
  const hasAsked = new Uint8Array(count);
  let endDays: Float64Array | undefined;

  const most = (gates: GatesFrom, station: number, day: number): number =>
    gates.takesAll[station] ? -1 : gates.visitsPerDay[station * 7 + weekdayAt(startDayNumber + day)];

  function begin(r: number): void {
    const [day, person, station] = [trace.day[r], trace.patient[r], trace.other[r]];
    const gates = gatesAt(day);
    if (most(gates, station, Math.floor(day)) < 0) return;
    // Delayed there when the run began: their care was over.
    const isThereAtStart = !hasAsked[person];
    if (isThereAtStart && trace.verb[r + 1] === READY && trace.patient[r + 1] === person) return;
    endDays ??= endsOfStays(trace, count, network.keepsPlace);
    const end = endDays[r];
    const [first, last] = [gates.firstVisits[station], gates.lastVisits[station]];
    const firstDay = Math.floor(day);
    const lastDay = Math.max(firstDay, Number.isNaN(end) ? Infinity : lastDayOf(end));
    // Those there at the start are in the middle of their stay, and of its visits.
    const plan = { firstDay, lastDay, first: isThereAtStart ? (first + last) / 2 : first, last, until: lastDay };
    planOf[person] = plan;
    running[station].push(plan);
  }

  return {
    read(r) {
      const [day, verb, person] = [trace.day[r], trace.verb[r], trace.patient[r]];
      if (verb === ASK) hasAsked[person] = 1;
      if (verb !== MOVE && verb !== READY && verb !== LEAVE) return;
      // Being seen by a team ends no stay.
      if (network.keepsPlace[verb === MOVE ? trace.other[r] : trace.station[r]] === 1) return;
      const plan = planOf[person];
      if (plan) plan.until = Math.min(plan.until, Math.max(plan.firstDay, lastDayOf(day)));
      planOf[person] = undefined;
      if (verb === MOVE) begin(r);
    },
    fit(station, day) {
      const gates = gatesAt(day);
      const today = Math.floor(day);
      const room = most(gates, station, today);
      if (room < 0) return true;
      running[station] = running[station].filter(({ until }) => until >= today);
      const planned = running[station].reduce((sum, plan) => sum + visitsOn(plan, today), 0);
      return planned + gates.firstVisits[station] <= room + ROUNDING;
    },
  };
}

function visitsOn({ firstDay, lastDay, first, last }: Plan, day: number): number {
  const days = lastDay - firstDay;
  return days === 0 || days === Infinity ? first : first + ((last - first) * (day - firstDay)) / days;
}

/** The day before, of what ends at midnight: it needs nothing of the day that begins. */
const lastDayOf = (moment: number): number => Math.ceil(moment) - 1;

/** By record of a move: when the stay that it begins is over; NaN where the trace does not say. */
function endsOfStays(trace: Trace, count: number, keepsPlace: Uint8Array): Float64Array {
  const ends = new Float64Array(trace.length).fill(NaN);
  const readyDay = new Float64Array(count).fill(NaN);
  for (let r = trace.length - 1; r >= 0; r--) {
    const person = trace.patient[r];
    if (trace.verb[r] === READY && keepsPlace[trace.station[r]] === 0) readyDay[person] = trace.day[r];
    if (trace.verb[r] !== MOVE || keepsPlace[trace.other[r]] === 1) continue;
    ends[r] = readyDay[person];
    readyDay[person] = NaN;
  }
  return ends;
}
