// The shape of a compiled network: names become whole numbers, shares and routes become typed columns.

import type { Drawn } from '../distributions/index.ts';
import type { Holidays } from '../ground/holidays.ts';
import type { Windows } from '../ground/hours.ts';
import type { Site } from './sites.ts';

/** What a length of stay comes down to: inversion of one uniform number. */
export interface StaySampler extends Drawn {
  readonly meanDays: number;
  readonly sdDays: number;
  /** Share of people who stay longer than this many days. */
  readonly shareBeyond: (days: number) => number;
}

/** What a station costs, in £; 0 where the model says nothing. */
export interface StationCosts {
  /** Whether there is any cost to show: one that evidence gives a source for. */
  readonly known: boolean;
  readonly placeDay: number;
  readonly personDay: number;
  readonly visit: number;
  readonly start: number;
  readonly delayedDay: number;
  readonly growthPerYear: number;
  /** Of the five prices, in this order, those given without a source: their cost is unknown. */
  readonly unsourced: readonly boolean[];
}

/** "Unlimited" places. */
export const UNLIMITED = 2_147_483_647;

export type ArrivalKind = 'rate' | 'renewal' | 'counts' | 'moments' | 'always';

/** People a day by the day; `fromDay` counts from 1970-01-01, `ofWeekday` from Monday. */
export interface DayMeans {
  readonly fromDay: number;
  readonly ofDay: Float64Array;
  readonly ofWeekday: Float64Array;
}

/** A stream, compiled. Rates are people a day; factors are divided by their mean already. */
export interface NetworkStream {
  readonly kind: ArrivalKind;
  readonly hash: number;
  readonly arrivalsPerDay: number;
  /** 168 hourly factors, Monday 00:00 first; null when every hour is alike. */
  readonly hourFactors: Float64Array | null;
  /** True when the factors differ within one day. */
  readonly variesWithinDay: boolean;
  readonly monthFactors: Float64Array | null;
  /** Growth as a factor a day, compounded from the start date. */
  readonly growthPerDay: number;
  /** Means of one day after another instead, and where they are used up, those of the weekdays; null when no day has its own. */
  readonly means: DayMeans | null;
  /** Days that have the rates of a Sunday. */
  readonly holidays: Holidays;
  readonly every: StaySampler | null;
  readonly counts: readonly number[];
  readonly moments: readonly number[];
  readonly alwaysWaiting: number;
}

/** An attribute, compiled: one value for everybody, by shares of the stream they come from. */
export interface NetworkAttribute {
  readonly id: string;
  readonly values: readonly string[];
  readonly valueHash: Int32Array;
  /** How far apart in the traits two neighbouring values are. */
  readonly stride: number;
  /** By stream (the last: people there at the start) × value. */
  readonly shares: Float64Array;
}

/** People already there when the warm-up (or the run) begins. */
export interface InitialPeople {
  readonly hash: number;
  readonly state: 'inCare' | 'delayed' | 'waiting';
  readonly station: number;
  readonly need: number;
  /** By trait, the ask of those delayed or waiting; empty for those in care. */
  readonly asks: Int32Array;
  readonly people: number;
  /** For how many days those delayed or waiting have waited already: one for each of them, or drawn; null: not at all. */
  readonly since: readonly number[] | Drawn | null;
  /** By trait, what is left of the stay of those in care; empty for others. */
  readonly remaining: readonly Drawn[];
}

/**
 * Stations, needs and streams are indices of their SORTED ids, so the order of a file is never seen. S stations, N needs,
 * T streams, W ways, A asks, K kinds of people: need × traits + trait. Two networks of one document differ in numbers only, never in what an index means.
 */
export interface Network {
  readonly stationIds: readonly string[];
  readonly needIds: readonly string[];
  readonly streamIds: readonly string[];
  readonly attributes: readonly NetworkAttribute[];
  /** The same in every option, so that all have the same rows. */
  readonly sites: readonly Site[];
  /** Combinations of attributes (and of streams, where a table asks for them) within one need; 1 without any. */
  readonly traits: number;
  /** Distance in the traits from one stream to the next; 0 where no table asks for the stream. */
  readonly streamStride: number;
  readonly kinds: number;
  readonly startDate: string;
  /** Of day 0, counted from 1970-01-01. */
  readonly startDayNumber: number;
  readonly holidays: Holidays;
  readonly warmUpDays: number;
  readonly runDays: number;

  /** Length S. */
  readonly places: Int32Array;
  readonly isExit: Uint8Array;
  /** 1 for teams: people there keep the place they hold elsewhere. */
  readonly keepsPlace: Uint8Array;
  /** 1 for wards, caseloads and teams, whose places may be limited; the same whatever an option sets. */
  readonly limited: Uint8Array;
  readonly surgePlaces: Int32Array;
  readonly surgeOpenAt: Int32Array;
  readonly surgeCloseAt: Int32Array;
  readonly surgeMinDays: Float64Array;
  /** −1: no limit. */
  readonly startsPerMonth: Int32Array;
  /** −1: no limit. */
  readonly waitingRoom: Int32Array;
  /** 1 where a full waiting room turns away the least urgent, and not the last to come. */
  readonly turnsAwayLeastUrgent: Uint8Array;
  /** By station, when it takes people in, lets them go and makes progress; null at any hour. */
  readonly admits: readonly (Windows | null)[];
  readonly releases: readonly (Windows | null)[];
  readonly progresses: readonly (Windows | null)[];
  /** By station, how long a place is made ready after somebody has left it (null: not at all), and when that goes on. */
  readonly turnaround: readonly (StaySampler | null)[];
  readonly turnaroundHours: readonly (Windows | null)[];
  /** Whether any station has hours to admit, release or make progress. */
  readonly usesHours: boolean;
  /** Visits that can be made, by station × weekday (Monday first); −1 where there are no visits to count. */
  readonly visitsPerDay: Float64Array;
  readonly takesAll: Uint8Array;
  readonly deferDays: Int32Array;
  readonly patience: readonly (StaySampler | null)[];
  /** −1: the place they hold, where they stay again; whoever holds none waits on. */
  readonly patienceExit: Int16Array;
  /** By station, the id of its order of service (queue discipline), and the moment by which that ranks the list. */
  readonly orders: readonly string[];
  readonly rankDay: readonly ((joinedDay: number, askedDay: number) => number)[];
  readonly stationHash: Int32Array;
  /** 1 where people may wait for each other in a ring. */
  readonly mayLock: Uint8Array;

  /** Length S × K: the stay there of people of that kind; null at exits. */
  readonly stay: readonly (StaySampler | null)[];
  /** By station, the fewest and the most visits of anybody's first day there. */
  readonly fewestFirstVisits: Float64Array;
  readonly mostFirstVisits: Float64Array;
  /** Length S × K: visits a day on the first and on the last day of a stay there. */
  readonly firstVisits: Float64Array;
  readonly lastVisits: Float64Array;
  /** Length S × K: ways onward are wayFrom … wayTo − 1. */
  readonly wayFrom: Int32Array;
  readonly wayTo: Int32Array;
  /** Length W. */
  readonly wayShare: Float64Array;
  readonly wayHash: Int32Array;
  readonly wayReadmission: Uint8Array;
  /** Length W × K: the ask this way means for people of that kind. */
  readonly wayAsk: Int32Array;

  /** Length A (+1): stations asked for, in order of choice, are targets[askFrom[a]] … */
  readonly askFrom: Int32Array;
  readonly targets: Int16Array;
  /** Rank of the ask's priority among all priorities of the network (0 first). */
  readonly askClass: Int16Array;
  /** Whether this ask came from a need, so that the place it leads to is right or not. */
  readonly askForNeed: Uint8Array;
  /** Time to get ready once a place is reserved; null: none. */
  readonly askPrepare: readonly (StaySampler | null)[];
  /** Length A (+1): alternatives, soonest first. */
  readonly askAltFrom: Int32Array;
  readonly altAfterDays: Float64Array;
  /** NaN: that place's own care. */
  readonly altStayFactor: Float64Array;
  /** 1: keeps its turn for the right place while cared for here. */
  readonly altMovesOn: Uint8Array;
  readonly altClass: Int16Array;
  readonly altFrom: Int32Array;
  readonly altTargets: Int16Array;
  readonly classes: number;

  /** Length N. */
  readonly risesTo: Int16Array;
  readonly needHash: Int32Array;
  /** Length T × K: the ask with which an arrival of that kind begins. */
  readonly streamAsk: Int32Array;
  /** Length T × traits × N: shares of needs. */
  readonly streamShare: Float64Array;
  readonly streams: readonly NetworkStream[];
  readonly initial: readonly InitialPeople[];

  /** £ by station: a place in force for a day, a person's day, a visit, a start, a delayed day besides; NaN where no source is given. */
  readonly costs: readonly StationCosts[];

  readonly stayDaysPerDelayedDay: number;
  readonly risePerDelayedDay: number;
  readonly readmitPerDelayedDay: number;
}

/** Whether a station may have a limit of places, whatever an option sets: wards, caseloads and teams. */
export const mayBeFull = (network: Network, station: number): boolean =>
  !network.isExit[station] && network.limited[station] === 1;
