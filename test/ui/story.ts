// A small story for the playback tests: two beds at a ward, home, and a queue outside, record by record.
import { verbNumbers, type NetworkOutline, type Trace } from '../../engine/index.ts';

export const HOME = 0;
export const HOSPITAL = 1;
export const WARD = 2;

/** Stations in order of id. The hospital has no limit and a stay of 0; the ward has two beds. */
export const outline: NetworkOutline = {
  stationIds: ['home', 'hospital', 'ward'],
  needIds: ['n1', 'n2'],
  streamIds: ['s'],
  places: Int32Array.of(2_147_483_647, 2_147_483_647, 2),
  isExit: Uint8Array.of(1, 0, 0),
  keepsPlace: Uint8Array.of(0, 0, 0),
  warmUpDays: 10,
  runDays: 100,
  startDate: '2019-06-03',
};

const { ARRIVE, ASK, MOVE, READY, LEAVE, OPEN, BY_EXIT } = verbNumbers;
type Record = readonly [day: number, verb: number, patient: number, station: number, other: number, value: number];

export function traceOf(records: readonly Record[]): Trace {
  const column = (at: number) => records.map((record) => record[at]);
  return {
    length: records.length,
    day: Float64Array.from(column(0)),
    verb: Uint8Array.from(column(1)),
    patient: Int32Array.from(column(2)),
    station: Int16Array.from(column(3)),
    other: Int16Array.from(column(4)),
    value: Float64Array.from(column(5)),
  };
}

const arriveAtHospital = (day: number, who: number): Record[] => [
  [day, ARRIVE, who, -1, 0, 0],
  [day, ASK, who, -1, HOSPITAL, 0],
  [day, MOVE, who, -1, HOSPITAL, HOSPITAL],
  [day, READY, who, HOSPITAL, -1, 0],
  [day, ASK, who, HOSPITAL, WARD, 0],
];
const toWard = (day: number, who: number): Record => [day, MOVE, who, HOSPITAL, WARD, WARD];
const goHome = (day: number, who: number): Record[] => [
  [day, READY, who, WARD, -1, 0],
  [day, ASK, who, WARD, HOME, 0],
  [day, LEAVE, who, WARD, HOME, BY_EXIT],
];

/** 0 and 1 take the beds; 2 and 3 wait in hospital; 0 leaves on day 5 and 2 moves up; 4 waits outside; a bed opens on day 20. */
export const story: Trace = traceOf([
  ...arriveAtHospital(-2, 0),
  toWard(-2, 0),
  ...arriveAtHospital(1, 1),
  toWard(1, 1),
  ...arriveAtHospital(2, 2),
  ...arriveAtHospital(3, 3),
  ...goHome(5, 0),
  toWard(5, 2),
  [9, ARRIVE, 4, -1, 1, 0],
  [9, ASK, 4, -1, WARD, 0],
  [20, OPEN, -1, WARD, 0, 3],
  toWard(20, 3),
  ...goHome(30, 1),
  [30, MOVE, 4, -1, WARD, WARD],
]);
export const storyPeople = 5;
