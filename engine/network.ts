// The shape of a compiled network: names become whole numbers, shares and routes become typed columns.

/** What a length of stay comes down to: inversion of one uniform number. */
export interface StaySampler {
  readonly meanDays: number;
  readonly sdDays: number;
  readonly quantile: (u: number) => number;
}

/** "Unlimited" places. */
export const UNLIMITED = 2_147_483_647;

export type ArrivalKind = 'rate' | 'renewal' | 'counts' | 'moments' | 'always';

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
  readonly every: StaySampler | null;
  readonly counts: readonly number[];
  readonly moments: readonly number[];
  readonly alwaysWaiting: number;
}

/** People already there when the warm-up (or the run) begins. */
export interface InitialPeople {
  readonly hash: number;
  readonly state: 'inCare' | 'delayed' | 'waiting';
  readonly station: number;
  readonly need: number;
  /** The ask of those delayed or waiting; −1 for those in care. */
  readonly ask: number;
  readonly people: number;
  readonly remaining: ((u: number) => number) | null;
}

/**
 * Stations, needs and streams are indices of their SORTED ids, so the order of a file is never seen. S stations, N needs,
 * T streams, W ways, A asks. Two networks of one document differ in numbers only, never in what an index means.
 */
export interface Network {
  readonly stationIds: readonly string[];
  readonly needIds: readonly string[];
  readonly streamIds: readonly string[];
  readonly startDate: string;
  /** Of day 0, counted from 1970-01-01. */
  readonly startDayNumber: number;
  readonly warmUpDays: number;
  readonly runDays: number;

  /** Length S. */
  readonly places: Int32Array;
  readonly isExit: Uint8Array;
  /** 1 for wards and caseloads, whose places may be limited; the same whatever an option sets. */
  readonly limited: Uint8Array;
  readonly surgePlaces: Int32Array;
  readonly surgeOpenAt: Int32Array;
  readonly surgeCloseAt: Int32Array;
  readonly surgeMinDays: Float64Array;
  /** −1: no limit. */
  readonly startsPerMonth: Int32Array;
  /** −1: no limit. */
  readonly waitingRoom: Int32Array;
  readonly patience: readonly (StaySampler | null)[];
  readonly patienceExit: Int16Array;
  /** By station, the moment by which its list is ranked. */
  readonly rankDay: readonly ((joinedDay: number, askedDay: number) => number)[];
  readonly stationHash: Int32Array;
  /** 1 where people may wait for each other in a ring. */
  readonly mayLock: Uint8Array;

  /** Length S × N: the stay there of a person with that need; null at exits. */
  readonly stay: readonly (StaySampler | null)[];
  /** Length S × N: ways onward are wayFrom … wayTo − 1. */
  readonly wayFrom: Int32Array;
  readonly wayTo: Int32Array;
  /** Length W. */
  readonly wayShare: Float64Array;
  readonly wayHash: Int32Array;
  readonly wayReadmission: Uint8Array;
  /** Length W × N: the ask this way means for a person with that need. */
  readonly wayAsk: Int32Array;

  /** Length A (+1): stations asked for, in order of choice, are targets[askFrom[a]] … */
  readonly askFrom: Int32Array;
  readonly targets: Int16Array;
  /** Rank of the ask's priority among all priorities of the network (0 first). */
  readonly askClass: Int16Array;
  /** Whether this ask came from a need, so that the place it leads to is right or not. */
  readonly askForNeed: Uint8Array;
  /** Length A (+1): alternatives, soonest first. */
  readonly askAltFrom: Int32Array;
  readonly altAfterDays: Float64Array;
  /** NaN: that place's own care. */
  readonly altStayFactor: Float64Array;
  readonly altClass: Int16Array;
  readonly altFrom: Int32Array;
  readonly altTargets: Int16Array;
  readonly classes: number;

  /** Length N. */
  readonly risesTo: Int16Array;
  readonly needHash: Int32Array;
  /** Length T × N: the ask with which an arrival of that need begins; shares of needs by stream. */
  readonly streamAsk: Int32Array;
  readonly streamShare: Float64Array;
  readonly streams: readonly NetworkStream[];
  readonly initial: readonly InitialPeople[];

  readonly stayDaysPerDelayedDay: number;
  readonly risePerDelayedDay: number;
  readonly readmitPerDelayedDay: number;
}

/** Whether a station may have a limit of places, whatever an option sets: wards and caseloads. */
export const mayBeFull = (network: Network, station: number): boolean =>
  !network.isExit[station] && network.limited[station] === 1;

/** Whether it has one at the start; "unlimited" places are neither free nor in force in any number. */
export const hasLimit = (network: Network, station: number): boolean => network.places[station] !== UNLIMITED;
