// The arrival book: everyone who comes in a replication, laid out once and kept from one slider move to the next.
import { makeArrivals, needTime, type Arrivals } from './arrivals.ts';
import type { Program } from './compile.ts';
import { meanPerDay } from './offered.ts';

/** People by the order in which they come. `needTimes` holds each one's own time for each need (people × needs). */
interface ArrivalBook {
  readonly people: number;
  readonly day: Float64Array;
  readonly stream: Int32Array;
  readonly keyHigh: Int32Array;
  readonly keyLow: Int32Array;
  readonly needTimes: Float64Array;
}

/** Longer runs are laid out a day at a time and forgotten, so that memory does not grow with the run. */
const MOST_IN_A_BOOK = 50_000;
const MOST_KEPT = 400_000;

const books = new Map<string, ArrivalBook>();
let kept = 0;
const signatures = new WeakMap<Program, string | null>();

/** The arrivals of a replication: from the book if it is of a size to keep. The same people either way. */
export function arrivalsOf(program: Program, seed: number, replication: number): Arrivals {
  const { network, later } = program;
  const laidOut = makeArrivals(seed, replication, network, later);
  let signature = signatures.get(program);
  if (signature === undefined) signatures.set(program, (signature = signatureOf(program)));
  if (signature === null) return laidOut;
  const key = `${seed} ${replication} ${signature}`;
  let book = books.get(key);
  if (book === undefined) {
    book = writeBook(laidOut, network.needHash);
    keep(key, book);
  }
  return readBook(book, laidOut);
}

/** What arrivals depend on, written out; null when there are too many of them to keep. */
function signatureOf({ network, later }: Program): string | null {
  const networks = [network, ...later.map((one) => one.network)];
  const perDay = Math.max(
    ...networks.map((one) => one.streams.reduce((sum, stream) => sum + meanPerDay(stream, one.runDays), 0)),
  );
  const growth = network.streams.some((stream) => stream.growthPerDay > 1) ? 4 : 1;
  // A renewal stream's intervals cannot be written out, so its people are laid out afresh.
  if (network.streams.some((stream) => stream.every !== null)) return null;
  if (perDay * growth * (network.warmUpDays + network.runDays) > MOST_IN_A_BOOK) return null;
  const plain = (_key: string, value: unknown) => (value instanceof Float64Array ? [...value] : value);
  const days = [network.startDayNumber, network.warmUpDays, network.runDays, ...later.map((one) => one.fromDay)];
  return JSON.stringify([days, [...network.needHash], networks.map((one) => one.streams)], plain);
}

function keep(key: string, book: ArrivalBook): void {
  books.set(key, book);
  kept += book.people;
  // The oldest go first; a map remembers the order of its keys.
  for (const [oldest, one] of books) {
    if (kept <= MOST_KEPT || oldest === key) return;
    books.delete(oldest);
    kept -= one.people;
  }
}

function writeBook(arrivals: Arrivals, needHash: Int32Array): ArrivalBook {
  const rows: number[][] = [];
  for (; arrivals.nextDay() < Infinity; arrivals.advance())
    rows.push([arrivals.nextDay(), arrivals.stream(), arrivals.keyHigh(), arrivals.keyLow()]);
  const needs = needHash.length;
  const needTimes = new Float64Array(needs > 1 ? rows.length * needs : 0);
  for (let i = 0; i < needTimes.length; i++) {
    const row = rows[Math.floor(i / needs)]!;
    needTimes[i] = needTime(row[2]!, row[3]!, needHash[i % needs]!);
  }
  return {
    people: rows.length,
    day: Float64Array.from(rows, (row) => row[0]!),
    stream: Int32Array.from(rows, (row) => row[1]!),
    keyHigh: Int32Array.from(rows, (row) => row[2]!),
    keyLow: Int32Array.from(rows, (row) => row[3]!),
    needTimes,
  };
}

function readBook(book: ArrivalBook, { numberedKey }: Arrivals): Arrivals {
  const { people, day, stream, keyHigh, keyLow, needTimes } = book;
  let at = 0;
  return {
    nextDay: () => (at < people ? day[at]! : Infinity),
    stream: () => stream[at]!,
    keyHigh: () => keyHigh[at]!,
    keyLow: () => keyLow[at]!,
    need(network) {
      const needs = network.needHash.length;
      if (needs === 1) return 0;
      const shares = stream[at]! * needs;
      let best = 0;
      let soonest = Infinity;
      for (let need = 0; need < needs; need++) {
        const share = network.streamShare[shares + need]!;
        if (share <= 0) continue;
        const time = needTimes[at * needs + need]! / share;
        if (time < soonest) {
          soonest = time;
          best = need;
        }
      }
      return best;
    },
    advance() {
      at++;
    },
    numberedKey,
  };
}
