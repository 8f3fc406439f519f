// The points of a stream's bands: how many lie in a cell, when each comes, how high it lies, and the key of the person there.
import { threefryRows, uniform53 } from '../ground/random.ts';
import { poissonCount, poissonTable } from '../network/rates.ts';
import type { Crowd } from './crowd.ts';
import type { RatesInBlock } from './rates-in-block.ts';

/** Points in a cell on average: enough for a cell to be worth its draw, few enough for a table of their number. */
export const POINTS_IN_A_CELL = 64;
const tableOfPoints = poissonTable(POINTS_IN_A_CELL);
/** Cells whose points are drawn together; few enough for them to stay at hand. */
const AT_ONCE = 32;
const ROOM = AT_ONCE * (tableOfPoints.length + 1);

/** Sets a point's height apart from its key; above the number of any point. */
const FOR_HEIGHT = 0x80000000 | 0;

/** A row a cell: its address, its key once drawn, and where it lies. */
const addresses = new Int32Array(2 * AT_ONCE);
const cellKeys = new Int32Array(2 * AT_ONCE);
const cells = Array.from({ length: AT_ONCE }, () => ({ from: 0, days: 0, bottom: 0, width: 0, isUnder: false }));
/** A row a point: its cell, that cell's key, its number there, and the key drawn for it. */
const cellOf = new Int32Array(ROOM);
const keyOfCell = new Int32Array(2 * ROOM);
const numbers = new Int32Array(2 * ROOM);
const keys = new Int32Array(2 * ROOM);
const moments = new Float64Array(ROOM);
const heights = new Int32Array(2 * ROOM);

/** Draws the points of one stream after another between two days, and puts those under the rate into a crowd. */
export class Points {
  private readonly isMirror: boolean;
  private readonly replicationKey: Int32Array;
  private waiting = 0;
  private stream = 0;
  private hash = 0;
  private fromDay = 0;
  private toDay = 0;

  /** A mirror brings the same people as its original, at mirrored moments. */
  constructor(seed: number, replication: number) {
    this.isMirror = replication < 0;
    this.replicationKey = Int32Array.of(seed, replication < 0 ? ~replication : replication);
  }

  begin(stream: number, hash: number, fromDay: number, toDay: number): void {
    this.stream = stream;
    this.hash = hash;
    this.fromDay = fromDay;
    this.toDay = toDay;
  }

  /** A cell of the band `bottom` to `bottom + width` people a day. `isUnder`: all of it lies under the rate, so that nobody's height matters. */
  cell(
    address: number,
    from: number,
    days: number,
    bottom: number,
    width: number,
    isUnder: boolean,
    rates: RatesInBlock,
    into: Crowd,
  ): void {
    const n = this.waiting++;
    addresses[2 * n] = this.hash;
    addresses[2 * n + 1] = address;
    const cell = cells[n];
    cell.from = from;
    cell.days = days;
    cell.bottom = bottom;
    cell.width = width;
    cell.isUnder = isUnder;
    if (this.waiting === AT_ONCE) this.finish(rates, into);
  }

  /** Draws the points of the cells that were named. */
  finish(rates: RatesInBlock, into: Crowd): void {
    threefryRows(this.waiting, this.replicationKey, 0, addresses, 2, cellKeys);
    let points = 0;
    for (let cell = 0; cell < this.waiting; cell++) {
      const high = cellKeys[2 * cell];
      const low = cellKeys[2 * cell + 1];
      const many = poissonCount(tableOfPoints, this.uniform(high, low));
      for (let number = 0; number < many; number++, points++) {
        cellOf[points] = cell;
        keyOfCell[2 * points] = high;
        keyOfCell[2 * points + 1] = low;
        numbers[2 * points] = number;
      }
    }
    this.waiting = 0;
    threefryRows(points, keyOfCell, 2, numbers, 2, keys);
    this.take(points, rates, into);
  }

  /** Puts people where a point certainly lies under the rate, and looks at the heights of the others. */
  private take(points: number, rates: RatesInBlock, into: Crowd): void {
    const { stream, fromDay, toDay } = this;
    let unsure = 0;
    for (let point = 0; point < points; point++) {
      const cell = cells[cellOf[point]];
      const high = keys[2 * point];
      const low = keys[2 * point + 1];
      const moment = cell.from + cell.days * this.uniform(high, low);
      if (moment < fromDay || moment >= toDay) continue;
      if (cell.isUnder) {
        into.add(moment, stream, high, low);
        continue;
      }
      cellOf[unsure] = cellOf[point];
      moments[unsure] = moment;
      keys[2 * unsure] = high;
      keys[2 * unsure + 1] = low;
      keyOfCell[2 * unsure] = keyOfCell[2 * point];
      keyOfCell[2 * unsure + 1] = keyOfCell[2 * point + 1];
      numbers[2 * unsure] = numbers[2 * point] | FOR_HEIGHT;
      unsure++;
    }
    threefryRows(unsure, keyOfCell, 2, numbers, 2, heights);
    for (let point = 0; point < unsure; point++) {
      const { bottom, width } = cells[cellOf[point]];
      const height = bottom + width * this.uniform(heights[2 * point], heights[2 * point + 1]);
      if (height < rates.rateAt(moments[point])) into.add(moments[point], stream, keys[2 * point], keys[2 * point + 1]);
    }
  }

  private uniform(high: number, low: number): number {
    const u = uniform53(high, low);
    return this.isMirror ? 1 - u : u;
  }
}
