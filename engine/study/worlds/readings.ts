// Other readings of what a source says ("27 a month": places, or starts): nothing lies between them, so each is a world of its own.
import { Refusal } from '../../ground/problem.ts';
import type { Model, Option } from '../../model/document.ts';
import { optionsOf, type RunRequest } from '../../model/option.ts';
import type { Compiler } from '../kept-programs.ts';
import type { PlausibleWorld } from './drawing.ts';
import type { JudgedWorld } from './verdicts.ts';

export interface Reading {
  /** The options of the document that read it so: for the baseline and for the option. */
  readonly baseline: string;
  readonly option: string;
  /** Of the option that says how it is read. */
  readonly title: string;
}

/** A reading with what came of it. */
export interface JudgedReading extends Reading {
  readonly world: JudgedWorld;
}

export interface ReadingWorld extends Reading {
  readonly world: PlausibleWorld;
}

/**
 * The first reading of the option goes with the first of the baseline. An option without one of its own is read as the baseline is,
 * unless it sets what that reading sets: then nobody has said what it would be. Numbers stay as the document has them.
 */
export function readingWorlds(
  model: Model,
  [baseline, option]: readonly [RunRequest, RunRequest],
  compile: Compiler,
): ReadingWorld[] {
  const all = optionsOf(model);
  const readingsOf = (id: string) => all.filter(({ otherReadingOf }) => otherReadingOf === id);
  const [ofBaseline, ofOption] = [readingsOf(baseline.option), readingsOf(option.option)];
  const count = Math.max(ofBaseline.length, ofOption.length);
  return Array.from({ length: count }, (_, number) => number).flatMap((number): ReadingWorld[] => {
    const [before, after] = [ofBaseline[number], ofOption[number]];
    const requests = [readAs(all, baseline, before), readAs(all, option, after ?? before, after === undefined)];
    if (requests.some((request) => request === undefined)) return [];
    const asked = requests as RunRequest[];
    const reading = { baseline: asked[0].option, option: asked[1].option, title: (after ?? before).title };
    try {
      const programs = asked.map((request) => compile(model, request));
      return [{ ...reading, world: { number, drawn: [], values: [], again: 0, requests: asked, programs } }];
    } catch (error) {
      // What the checks refuse is no world.
      if (!(error instanceof Refusal)) throw error;
      return [];
    }
  });
}

/** `isBorrowed`: the reading is of the baseline. Undefined where what is asked for sets the same numbers as the reading. */
function readAs(
  all: readonly Option[],
  request: RunRequest,
  reading: Option | undefined,
  isBorrowed = false,
): RunRequest | undefined {
  if (reading === undefined) return request;
  const own = all.find(({ id }) => id === request.option)!;
  const read = Object.entries(reading.set ?? {}).filter(
    ([path, value]) => JSON.stringify(value) !== JSON.stringify(own.set?.[path]),
  );
  const changed = (own.changes ?? []).flatMap(({ set, scale }) => Object.keys({ ...set, ...scale }));
  const moved = [...Object.keys(request.set ?? {}), ...(request.changes ?? []).map(({ path }) => path)];
  const others = isBorrowed ? [...Object.keys(own.set ?? {}), ...changed, ...moved] : moved;
  if (read.some(([path]) => others.includes(path))) return undefined;
  return isBorrowed
    ? { ...request, set: { ...Object.fromEntries(read), ...request.set } }
    : { ...request, option: reading.id };
}
