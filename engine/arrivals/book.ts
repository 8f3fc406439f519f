// The arrival book: everyone who comes in a replication, worked out once and reused from one slider move to the next.
import { makeArrivals, type Arrivals } from './arrivals.ts';
import type { Program } from '../network/compile.ts';
import { Draws } from './draws.ts';
import type { Network } from '../network/network.ts';
import { meanPerDay } from '../network/expected-arrivals.ts';

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
    book = writeBook(laidOut, network.needHash, new Draws(replication));
    keep(key, book);
  }
  return new BookReader(book, laidOut);
}

/** What arrivals depend on, written out; null when there are too many arrivals to store. */
function signatureOf({ network, later }: Program): string | null {
  const networks = [network, ...later.map((one) => one.network)];
  const perDay = Math.max(
    ...networks.map((one) => one.streams.reduce((sum, stream) => sum + meanPerDay(stream, one), 0)),
  );
  // A renewal stream's intervals cannot be written out, so its people are laid out afresh.
  if (network.streams.some((stream) => stream.every !== null)) return null;
  if (perDay * (network.warmUpDays + network.runDays) > MOST_IN_A_BOOK) return null;
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

function writeBook(arrivals: Arrivals, needHash: Int32Array, draws: Draws): ArrivalBook {
  let room = 256;
  let people = 0;
  let day = new Float64Array(room);
  let stream = new Int32Array(room);
  let keyHigh = new Int32Array(room);
  let keyLow = new Int32Array(room);
  const wider = <T extends Float64Array | Int32Array>(into: T, from: T): T => (into.set(from), into);
  for (let next = arrivals.nextDay(); next < Infinity; next = arrivals.nextDay()) {
    if (people === room) {
      room *= 2;
      day = wider(new Float64Array(room), day);
      stream = wider(new Int32Array(room), stream);
      keyHigh = wider(new Int32Array(room), keyHigh);
      keyLow = wider(new Int32Array(room), keyLow);
    }
    day[people] = next;
    stream[people] = arrivals.stream();
    keyHigh[people] = arrivals.keyHigh();
    keyLow[people] = arrivals.keyLow();
    people++;
    arrivals.advance();
  }
  const needTimes = needTimesOf(people, keyHigh, keyLow, needHash, draws);
  return {
    people,
    day: day.slice(0, people),
    stream: stream.slice(0, people),
    keyHigh: keyHigh.slice(0, people),
    keyLow: keyLow.slice(0, people),
    needTimes,
  };
}

function needTimesOf(
  people: number,
  keyHigh: Int32Array,
  keyLow: Int32Array,
  needHash: Int32Array,
  draws: Draws,
): Float64Array {
  const needs = needHash.length;
  const times = new Float64Array(needs > 1 ? people * needs : 0);
  if (needs > 1)
    for (let person = 0; person < people; person++)
      for (let need = 0; need < needs; need++)
        times[person * needs + need] = draws.needTime(keyHigh[person], keyLow[person], needHash[need]);
  return times;
}

class BookReader implements Arrivals {
  private readonly book: ArrivalBook;
  /** Knows the keys of numbered streams, which no book holds. */
  private readonly laidOut: Arrivals;
  private readonly day: Float64Array;
  private readonly people: number;
  private at = 0;

  constructor(book: ArrivalBook, laidOut: Arrivals) {
    this.book = book;
    this.laidOut = laidOut;
    this.day = book.day;
    this.people = book.people;
  }

  nextDay(): number {
    return this.at < this.people ? this.day[this.at] : Infinity;
  }

  stream(): number {
    return this.book.stream[this.at];
  }

  keyHigh(): number {
    return this.book.keyHigh[this.at];
  }

  keyLow(): number {
    return this.book.keyLow[this.at];
  }

  need(network: Network, trait: number): number {
    const { streamShare } = network;
    const needs = network.needHash.length;
    if (needs === 1) return 0;
    const { needTimes } = this.book;
    const times = this.at * needs;
    const shares = (this.stream() * network.traits + trait) * needs;
    let best = 0;
    let soonest = Infinity;
    for (let need = 0; need < needs; need++) {
      const share = streamShare[shares + need];
      if (share <= 0) continue;
      const time = needTimes[times + need] / share;
      if (time < soonest) {
        soonest = time;
        best = need;
      }
    }
    return best;
  }

  advance(): void {
    this.at++;
  }

  numberedKey(stream: number, n: number): void {
    this.laidOut.numberedKey(stream, n);
  }
}
