// The twin: one replication in both engines, and every time of every person compared to the last bit.
import type { Program } from './compile.ts';
import { isOpenAt } from './hours.ts';
import { journeysOf, type Journeys, type Step } from './journeys.ts';
import { watch } from './replication.ts';
import { loadSimJs } from './simjs-package.ts';

export interface Comparison {
  readonly patients: number;
  /** Times compared, and how many of them are equal to the last bit (and of the same event in the same place). */
  readonly times: number;
  readonly equal: number;
  /** The earliest in words; null when there is none. */
  readonly firstDifference: string | null;
}

export interface TwinReport extends Comparison {
  /** Rules of the model that SimJS cannot be told, each with its path; when there are any, nothing was compared. */
  readonly unsupported: readonly string[];
  /** Moments at which several things happened at once and their order matters. SimJS has an order of its own for those. */
  readonly ties: number;
  /** By the host's clock, without reading the journeys; 0 without one. */
  readonly milliseconds: { readonly onward: number; readonly simjs: number };
  /** `reported`: they differ, but there were ties, so neither need be wrong. */
  readonly verdict: 'equal' | 'different' | 'reported' | 'unsupported';
}

export interface Twin {
  unsupported(program: Program): string[];
  /** Runs one replication in both. `clock` gives milliseconds. */
  compare(program: Program, seed: number, replication: number, clock?: () => number): TwinReport;
}

/** The second engine and its package, loaded only when asked for. */
export async function loadTwin(): Promise<Twin> {
  const [{ run, unsupported }, simjs] = await Promise.all([import('./simjs.ts'), loadSimJs()]);
  return {
    unsupported,
    compare(program, seed, replication, clock = () => 0) {
      const lacking = unsupported(program);
      if (lacking.length > 0) {
        const milliseconds = { onward: 0, simjs: 0 };
        return { ...nothing, unsupported: lacking, ties: 0, milliseconds, verdict: 'unsupported' };
      }
      const began = clock();
      const { trace, people } = watch(program, seed, replication);
      const between = clock();
      const theirs = run(program, seed, replication, simjs);
      const ended = clock();
      const ours = journeysOf(trace, people, program.network);
      const comparison = compareJourneys(ours, theirs);
      const ties = tiesIn(program, ours);
      const isSame = comparison.firstDifference === null;
      return {
        ...comparison,
        unsupported: [],
        ties,
        milliseconds: { onward: between - began, simjs: ended - between },
        verdict: isSame ? 'equal' : ties > 0 ? 'reported' : 'different',
      };
    },
  };
}

const nothing: Comparison = { patients: 0, times: 0, equal: 0, firstDifference: null };

/** Person by person, step by step: the same thing, in the same place, at the same 64 bits of time. */
export function compareJourneys(onward: Journeys, simjs: Journeys): Comparison {
  let times = 0;
  let equal = 0;
  let first: { day: number; words: string } | null = null;
  const everybody = new Set([...onward.keys(), ...simjs.keys()]);
  for (const person of everybody) {
    const ours = onward.get(person) ?? [];
    const theirs = simjs.get(person) ?? [];
    const steps = Math.max(ours.length, theirs.length);
    times += steps;
    for (let step = 0; step < steps; step++) {
      const [a, b] = [ours[step], theirs[step]];
      if (isSame(a, b)) {
        equal++;
        continue;
      }
      const day = Math.min(a?.day ?? Infinity, b?.day ?? Infinity);
      if (first === null || day < first.day)
        first = { day, words: `person ${person}, step ${step + 1}: Onward ${inWords(a)}; SimJS ${inWords(b)}` };
    }
  }
  return { patients: everybody.size, times, equal, firstDifference: first?.words ?? null };
}

const isSame = (a: Step | undefined, b: Step | undefined): boolean =>
  a !== undefined && b !== undefined && a.day === b.day && a.what === b.what && a.where === b.where;

const inWords = (step: Step | undefined): string =>
  step === undefined ? 'nothing more' : `${step.what}${step.where === '' ? '' : ` ${step.where}`} on day ${step.day}`;

/** What somebody does of themselves, and not because a place came free. */
const ofThemselves: readonly Step['what'][] = ['arrived', 'ready', 'gave up', 'needs more'];
/** What depends on how things stand at that very moment. */
const lookingRound: readonly Step['what'][] = ['gave up', 'needs more', 'turned away'];

/**
 * Moments at which the order of what happens may matter: two people join one line; somebody gives up, rises or is turned away while
 * another stirs; anybody stirs just as hours turn or numbers change. Those there at the start ask in the order of their keys in both.
 */
export function tiesIn({ network, later }: Program, journeys: Journeys): number {
  const moments = new Map<number, { asked: string[]; stirred: number; looked: number }>();
  const startDay = 0 - network.warmUpDays;
  for (const journey of journeys.values()) {
    const seen = new Map<number, { stirs: boolean; looks: boolean }>();
    for (const [at, { day, what, where }] of journey.entries()) {
      if (day === startDay && isThereAtStart(journey, at)) continue;
      let moment = moments.get(day);
      if (moment === undefined) moments.set(day, (moment = { asked: [], stirred: 0, looked: 0 }));
      if (what === 'asked') moment.asked.push(where);
      const mine = seen.get(day) ?? { stirs: false, looks: false };
      seen.set(day, {
        stirs: mine.stirs || ofThemselves.includes(what),
        looks: mine.looks || lookingRound.includes(what),
      });
    }
    for (const [day, { stirs, looks }] of seen) {
      if (stirs) moments.get(day)!.stirred++;
      if (looks) moments.get(day)!.looked++;
    }
  }
  const changes = new Set(later.map(({ fromDay }) => fromDay));
  const hours = [...network.admits, ...network.releases].filter((windows) => windows !== null);
  const turns = (day: number) =>
    hours.some(
      (windows) =>
        isOpenAt(windows, day, network.startDayNumber) !== isOpenAt(windows, day - 1e-9, network.startDayNumber),
    );
  let ties = 0;
  for (const [day, { asked, stirred, looked }] of moments) {
    const sameLine = new Set(asked).size < asked.length;
    if (sameLine || (looked > 0 && stirred > 1) || (stirred > 0 && (changes.has(day) || turns(day)))) ties++;
  }
  return ties;
}

/** The first words of somebody there at the start, up to their first ask. */
function isThereAtStart(journey: readonly Step[], at: number): boolean {
  return journey.slice(0, at).every(({ what }) => what !== 'asked');
}
