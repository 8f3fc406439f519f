// Waits: why one person is waiting at one moment, and what comes next, read from the trace of a watched run.
import { nextMonthStart } from '../ground/dates.ts';
import { isOpenAt, nextTurn, type Windows } from '../ground/hours.ts';
import { ASK, BY_EXIT, GAVE_UP, LEAVE, MOVE, READY, RESERVE, STAYS_HERE, TURNED_AWAY } from './trace.ts';
import { WaitState, type WatchedWaits } from './wait-state.ts';

export type { WatchedWaits } from './wait-state.ts';

/** Days are days from the start date, stations indices of the network. */
export interface Wait {
  readonly day: number;
  /** Index in `causes`: the first that applies (rule 18). */
  readonly cause: number;
  /** The station asked for first; or that of the place promised; or the team that sees them. */
  readonly station: number;
  /** Where they hold a place; −1: outside. */
  readonly held: number;
  /** Since when they have been ready, or waiting outside. */
  readonly sinceDay: number;
  /** Of that station: places in force, people in them, places kept for people who get ready. */
  readonly places: number;
  readonly inUse: number;
  readonly promised: number;
  /** Of that station: places being made ready after somebody has left. */
  readonly turning: number;
  /** People who asked first for the same station and go before them; others may too where `isAtLeast`. */
  readonly ahead: number;
  readonly isAtLeast: boolean;
  /** Of a starts limit, how many there may be in a month, all of them made; and when they are counted anew. */
  readonly startsPerMonth: number;
  readonly nextMonthDay: number;
  /** When they have got ready for the place promised; NaN: none is. */
  readonly preparedDay: number;
  /** Whose hours keep them now, `there` where they are to go or `here` where they are, and when these open. */
  readonly closed: 'there' | 'here' | null;
  readonly opensDay: number;
  /** A team is seeing them (or has yet to), and when it has seen them (or begins to); null: not before the end of the run. */
  readonly isSeen: boolean;
  readonly assessedDay: number | null;
  /** When that station next takes anybody; null: not before the end of the run. */
  readonly nextPlaceDay: number | null;
  /** When the wait is over, how and where; null: not before the end of the run. */
  readonly ends: WaitEnd | null;
}

export interface WaitEnd {
  readonly day: number;
  readonly how: 'moves' | 'leaves' | 'gives up' | 'is turned away';
  /** −1: turned away. Of whoever gives up and stays where they are, that place. */
  readonly station: number;
}

/** Null for a person who is not waiting on that day. Reads the trace from its beginning: some milliseconds for a year of a town. */
export function waitAt(watched: WatchedWaits, person: number, day: number): Wait | null {
  const state = new WaitState(watched);
  state.advance(day);
  return waitIn(state, watched, person);
}

/** The same from a state that has been read to the moment. */
export function waitIn(state: WaitState, watched: WatchedWaits, person: number): Wait | null {
  const { world } = state;
  const { day } = world;
  const cause = person < 0 ? -1 : state.causeOf(person);
  if (cause < 0) return null;
  const isSeen = world.team[person] >= 0;
  const promised = state.promised[person];
  const station = isSeen ? world.team[person] : promised >= 0 ? promised : world.askedFor[person];
  const held = world.station[person];
  const { startDayNumber, joinedOtherwise } = watched.gates;
  const gates = state.gatesAt(day);
  const closed = isSeen ? null : state.closedFor(person, station);
  const windows = closed === 'there' ? gates.admits[station] : closed === 'here' ? gates.releases[held] : null;
  return {
    day,
    cause,
    station,
    held,
    sinceDay: world.sinceDay[person],
    places: world.places[station],
    inUse: world.occupancy[station],
    promised: state.promises[station],
    turning: state.turning[station],
    ahead: isSeen ? 0 : state.ahead(person),
    isAtLeast: !isSeen && promised < 0 && joinedOtherwise[station] === 1,
    startsPerMonth: state.startsPerMonth[station],
    nextMonthDay: nextMonthStart(startDayNumber + day) - startDayNumber,
    preparedDay: state.preparedDay[person],
    closed,
    opensDay: windows === null ? NaN : opensAfter(windows, day, startDayNumber),
    isSeen,
    assessedDay: world.keepsPlace[station] ? assessedDay(watched, world.records, person, station, isSeen) : null,
    nextPlaceDay: nextPlaceDay(state, watched, station),
    ends: endOfWait(watched, world.records, person),
  };
}

function opensAfter(windows: Windows, day: number, startDayNumber: number): number {
  let turn = nextTurn(windows, day, startDayNumber);
  while (turn < Infinity && !isOpenAt(windows, turn, startDayNumber)) turn = nextTurn(windows, turn, startDayNumber);
  return turn;
}

/** The next record of a move into the station, or of a place there promised; a person who has a promise already takes nothing from others. */
function nextPlaceDay(state: WaitState, { trace }: WatchedWaits, station: number): number | null {
  for (let r = state.world.records; r < trace.length; r++) {
    if (trace.other[r] !== station) continue;
    const verb = trace.verb[r];
    const isNew = verb === MOVE && trace.station[r] !== station && state.promised[trace.patient[r]] !== station;
    if (verb === RESERVE || isNew || (verb === LEAVE && trace.value[r] === BY_EXIT)) return trace.day[r];
  }
  return null;
}

function assessedDay(
  { trace }: WatchedWaits,
  from: number,
  person: number,
  team: number,
  isSeen: boolean,
): number | null {
  for (let r = from; r < trace.length; r++) {
    if (trace.patient[r] !== person) continue;
    const isIt = isSeen ? trace.verb[r] === READY && trace.station[r] === team : trace.verb[r] === MOVE;
    if (isIt) return trace.day[r];
    if (trace.verb[r] === LEAVE) return null;
  }
  return null;
}

function endOfWait({ trace, network }: WatchedWaits, from: number, person: number): WaitEnd | null {
  for (let r = from; r < trace.length; r++) {
    if (trace.patient[r] !== person) continue;
    const [day, station, verb] = [trace.day[r], trace.other[r], trace.verb[r]];
    if (verb === ASK && trace.value[r] === STAYS_HERE) return { day, how: 'gives up', station };
    if (verb === MOVE && network.keepsPlace[station] === 0) return { day, how: 'moves', station };
    if (verb !== LEAVE) continue;
    const why = trace.value[r];
    return { day, how: why === GAVE_UP ? 'gives up' : why === TURNED_AWAY ? 'is turned away' : 'leaves', station };
  }
  return null;
}
