// An event log as columns of numbers: who, what, when and where, row by row, in days from the log's first day.

/** What kind of event a row is; vidigi's words. */
export const KINDS = ['arrival', 'depart', 'queue', 'resource_use', 'resource_use_end'] as const;
export const ARRIVAL = 0;
export const DEPART = 1;
export const QUEUE = 2;
export const USE = 3;
export const USE_END = 4;

export interface EventLog {
  readonly length: number;
  readonly person: Int32Array;
  readonly kind: Uint8Array;
  readonly event: Int32Array;
  readonly day: Float64Array;
  /** −1: none is named. So too for exits. */
  readonly resource: Int32Array;
  readonly exit: Int32Array;
  /** In the file. */
  readonly line: Int32Array;
  readonly eventNames: readonly string[];
  readonly resourceNames: readonly string[];
  readonly exitNames: readonly string[];
  readonly pathwayNames: readonly string[];
  /** By person; a person of another run is another person. */
  readonly personNames: readonly string[];
  readonly runOf: Int32Array;
  readonly pathwayOf: Int32Array;
  readonly runs: number;
  readonly calendar: LogCalendar;
}

export interface LogCalendar {
  /** The date of day 0, at midnight. */
  readonly startDate: string;
  /** Otherwise day 0 is the log's time 0, and its date is chosen. */
  readonly isDated: boolean;
  /** When the log begins, if nothing happens before; Infinity where only its first event says so. */
  readonly zeroDay: number;
  /** Days in the unit of the times; 0 where they are dates. */
  readonly unitDays: number;
  readonly unit: string;
}

/** The rows of each person together, in the order of the file: those of person p from `from[p]` up to `from[p + 1]`. */
export function rowsByPerson({ person, length, personNames }: EventLog): { rows: Int32Array; from: Int32Array } {
  const from = new Int32Array(personNames.length + 1);
  for (let row = 0; row < length; row++) from[person[row] + 1]++;
  for (let one = 0; one < personNames.length; one++) from[one + 1] += from[one];
  const next = from.slice();
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) rows[next[person[row]]++] = row;
  return { rows, from };
}
