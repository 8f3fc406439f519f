// The twin: runs one replication in the native and the second engine, and compares every time of every person to the last bit.
import type { Program } from '../network/compile.ts';
import { journeysOf, type Journeys, type Step } from '../trace/journeys.ts';
import { watch } from '../study/replication.ts';
import { tiesIn } from './ties.ts';

export interface Comparison {
  readonly patients: number;
  /** Times compared, and how many of them are equal to the last bit (and of the same event in the same place). */
  readonly times: number;
  readonly equal: number;
  /** The earliest in words, and its day; null and Infinity when there is none. */
  readonly firstDifference: string | null;
  readonly firstDay: number;
}

export interface TwinReport extends Comparison {
  /** Rules of the model that SimJS cannot express, each with its path; when there are any, nothing was compared. */
  readonly unsupported: readonly string[];
  /** Moments at which several things happened at once and their order matters. SimJS has an order of its own for those. */
  readonly ties: number;
  /** By the host's clock, without reading the journeys; 0 without one. */
  readonly milliseconds: { readonly onward: number; readonly simjs: number };
  /** `reported`: they differ, but not before a tie, so neither need be wrong. */
  readonly verdict: 'equal' | 'different' | 'reported' | 'unsupported';
}

export interface Twin {
  unsupported(program: Program): string[];
  /** Runs one replication in both. `clock` gives milliseconds. */
  compare(program: Program, seed: number, replication: number, clock?: () => number): TwinReport;
}

/** The second engine and its package, loaded only on request. */
export async function loadTwin(): Promise<Twin> {
  const { loadSimJs, run, unsupported } = await import('./simjs.ts');
  const simjs = await loadSimJs();
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
      const ties = tiesIn(program, trace, ours);
      const isSame = comparison.firstDifference === null;
      return {
        ...comparison,
        unsupported: [],
        ties: ties.length,
        milliseconds: { onward: between - began, simjs: ended - between },
        verdict: isSame ? 'equal' : ties.some((day) => day <= comparison.firstDay) ? 'reported' : 'different',
      };
    },
  };
}

const nothing: Comparison = { patients: 0, times: 0, equal: 0, firstDifference: null, firstDay: Infinity };

/** Person by person, step by step: the same thing, in the same place, at the same 64 bits of time. */
export function compareJourneys(onward: Journeys, simjs: Journeys, other = 'SimJS'): Comparison {
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
        first = { day, words: `person ${person}, step ${step + 1}: Onward ${inWords(a)}; ${other} ${inWords(b)}` };
    }
  }
  return {
    patients: everybody.size,
    times,
    equal,
    firstDifference: first?.words ?? null,
    firstDay: first?.day ?? Infinity,
  };
}

const isSame = (a: Step | undefined, b: Step | undefined): boolean =>
  a !== undefined && b !== undefined && a.day === b.day && a.what === b.what && a.where === b.where;

const inWords = (step: Step | undefined): string =>
  step === undefined ? 'nothing more' : `${step.what}${step.where === '' ? '' : ` ${step.where}`} on day ${step.day}`;
