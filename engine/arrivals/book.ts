// The arrival book: everyone who comes in a replication, worked out once and reused from one slider move to the next.
import { Arrivals, makeArrivals } from './arrivals.ts';
import { Crowd } from './crowd.ts';
import { Draws } from './draws.ts';
import { Kinds } from './kinds.ts';
import { LaidOut } from './laid-out.ts';
import { MOST_PEOPLE_IN_A_BOOK, MOST_PEOPLE_IN_BOOKS, MOST_PASSING_BOOKS } from '../ground/kept.ts';
import type { Program } from '../network/compile.ts';
import { meanPerDay } from '../network/expected-arrivals.ts';

/** Everyone who comes, and their kinds as they were last asked for. */
interface Book {
  readonly crowd: Crowd;
  readonly kinds: Kinds;
}

const books = new Map<string, Book>();
let kept = 0;
/** Programs whose people nobody asks for again but the option beside them, and the last few books of such. */
const passing = new WeakSet<Program>();
const passed = new Map<string, Book>();
const described = new WeakMap<Program, Described>();

/** What the arrivals of a program depend on, written out, and how many rows a book of them needs; null where none is kept. */
type Described = { readonly signature: string; readonly room: number } | null;

/** The arrivals of a replication: from the book if it is of a size to keep. The same people either way. */
export function arrivalsOf(program: Program, seed: number, replication: number): Arrivals {
  const { network, later } = program;
  let its = described.get(program);
  if (its === undefined) described.set(program, (its = describe(program)));
  if (its === null) return makeArrivals(seed, replication, network, later);
  const key = `${seed} ${replication} ${its.signature}`;
  const laidOut = new LaidOut(seed, replication, network, later);
  const isPassing = passing.has(program);
  let book = (isPassing ? passed : books).get(key);
  if (book === undefined) {
    book = { crowd: new Crowd(its.room), kinds: new Kinds() };
    while (!laidOut.isOver()) laidOut.layOutBlock(book.crowd);
    if (isPassing) keepAWhile(key, book);
    else keep(key, book);
  } else laidOut.skipAll();
  return new Arrivals(laidOut, new Draws(replication), book.crowd, book.kinds);
}

/** From now on, so that its books do not take the place of those that are asked for again and again. */
export const passBy = (program: Program): void => void passing.add(program);

function describe({ network, later }: Program): Described {
  const networks = [network, ...later.map((one) => one.network)];
  const perDay = Math.max(
    ...networks.map((one) => one.streams.reduce((sum, stream) => sum + meanPerDay(stream, one), 0)),
  );
  // A renewal stream's intervals cannot be written out, so its people are laid out afresh.
  if (network.streams.some((stream) => stream.every !== null)) return null;
  const people = perDay * (network.warmUpDays + network.runDays);
  if (people > MOST_PEOPLE_IN_A_BOOK) return null;
  const plain = (_key: string, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value);
  const days = [network.startDayNumber, network.warmUpDays, network.runDays, ...later.map((one) => one.fromDay)];
  // Seldom do more come than four standard deviations above the mean.
  const room = Math.ceil(people + 4 * Math.sqrt(people)) + 16;
  return { signature: JSON.stringify([days, networks.map((one) => one.streams)], plain), room };
}

function keepAWhile(key: string, book: Book): void {
  passed.set(key, book);
  if (passed.size > MOST_PASSING_BOOKS) passed.delete(passed.keys().next().value!);
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
