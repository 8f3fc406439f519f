// The arrival book: everyone who comes in a replication, worked out once and reused from one slider move to the next.
import { Arrivals, makeArrivals } from './arrivals.ts';
import { Crowd } from './crowd.ts';
import { DayByDay } from './day-by-day.ts';
import { Draws } from './draws.ts';
import { Kinds } from './kinds.ts';
import { MOST_PEOPLE_IN_A_BOOK, MOST_PEOPLE_IN_BOOKS } from '../ground/kept.ts';
import type { Program } from '../network/compile.ts';
import { meanPerDay } from '../network/expected-arrivals.ts';

/** Everyone who comes, and their kinds as they were last asked for. */
interface Book {
  readonly crowd: Crowd;
  readonly kinds: Kinds;
}

const books = new Map<string, Book>();
let kept = 0;
const signatures = new WeakMap<Program, string | null>();

/** The arrivals of a replication: from the book if it is of a size to keep. The same people either way. */
export function arrivalsOf(program: Program, seed: number, replication: number): Arrivals {
  const { network, later } = program;
  let signature = signatures.get(program);
  if (signature === undefined) signatures.set(program, (signature = signatureOf(program)));
  if (signature === null) return makeArrivals(seed, replication, network, later);
  const key = `${seed} ${replication} ${signature}`;
  const laidOut = new DayByDay(seed, replication, network, later);
  let book = books.get(key);
  if (book === undefined) {
    book = { crowd: new Crowd(), kinds: new Kinds() };
    while (!laidOut.isOver()) laidOut.layOutDay(book.crowd);
    keep(key, book);
  } else laidOut.skipAll();
  return new Arrivals(laidOut, new Draws(replication), book.crowd, book.kinds);
}

/** What arrivals depend on, written out; null when there are too many arrivals to store. */
function signatureOf({ network, later }: Program): string | null {
  const networks = [network, ...later.map((one) => one.network)];
  const perDay = Math.max(
    ...networks.map((one) => one.streams.reduce((sum, stream) => sum + meanPerDay(stream, one), 0)),
  );
  // A renewal stream's intervals cannot be written out, so its people are laid out afresh.
  if (network.streams.some((stream) => stream.every !== null)) return null;
  if (perDay * (network.warmUpDays + network.runDays) > MOST_PEOPLE_IN_A_BOOK) return null;
  const plain = (_key: string, value: unknown) => (value instanceof Float64Array ? [...value] : value);
  const days = [network.startDayNumber, network.warmUpDays, network.runDays, ...later.map((one) => one.fromDay)];
  return JSON.stringify([days, networks.map((one) => one.streams)], plain);
}

function keep(key: string, book: Book): void {
  books.set(key, book);
  kept += book.crowd.people;
  // The oldest go first; a map remembers the order of its keys.
  for (const [oldest, one] of books) {
    if (kept <= MOST_PEOPLE_IN_BOOKS || oldest === key) return;
    books.delete(oldest);
    kept -= one.crowd.people;
  }
}
