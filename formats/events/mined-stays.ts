// Lengths of stay at each station of a log, as a document has them, with the evidence of their numbers.
import { fitStays, type FittedNumber, type StayFit } from '../../engine/index.ts';
import type { Journey } from './journeys.ts';
import { CLEARLY, type Evidence, measured } from './measured.ts';
import type { Seen } from './seen.ts';

/** A piece of a document and the evidence of its numbers, by the rest of their paths. */
export interface Piece {
  readonly piece: object;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly ended: number;
}

/** Fewer stays of one kind of people than this say nothing of how they differ. */
const ENOUGH = 30;
/** Parts of a day, a hundredth of a second: fixed stays must not differ by what times lose in adding up. */
const AS_GOOD_AS = 1e7;
/** A tenth of a second stands for no time at all, where others had some. */
const NO_TIME = 1e-6;

interface Stay {
  readonly kind: number;
  readonly days: number;
  readonly isEnded: boolean;
}

/** By station. `kindOf`: undefined for people who are in no kind. */
export function staysOf(
  all: readonly Journey[],
  stations: number,
  kindOf: ReadonlyMap<Journey, number>,
  before: ReadonlySet<Journey>,
  { ends, runOf }: Seen,
): Stay[][] {
  const stays = Array.from({ length: stations }, (): Stay[] => []);
  for (const journey of all)
    for (const [at, use] of journey.uses.entries()) {
      // Of whoever was there before, nobody knows how long they had been.
      if (at === 0 && before.has(journey)) continue;
      const isEnded = !Number.isNaN(use.ready);
      const days =
        Math.round(((isEnded ? use.ready : ends[runOf[journey.person]]) - use.begin) * AS_GOOD_AS) / AS_GOOD_AS;
      if (isEnded || days > 0) stays[use.station].push({ kind: kindOf.get(journey) ?? -1, days, isEnded });
    }
  return stays;
}

/** For everybody, or by need where their stays clearly differ. `needs`: the names of the kinds. */
export function mineStay(stays: readonly Stay[], needs: readonly string[], file: string): Piece {
  const whole = fitOf(stays);
  const kinds = [...new Set(stays.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => [kind, stays.filter((stay) => stay.kind === kind)] as const);
  const large = byKind.filter(([kind, its]) => kind >= 0 && endedIn(its) >= ENOUGH);
  const rest = stays.filter(({ kind }) => !large.some(([known]) => known === kind));
  const groups = [
    ...large.map(([kind, its]) => [needs[kind], its] as const),
    ...(rest.length > 0 ? [['else', rest] as const] : []),
  ];
  const canDiffer = groups.length > 1 && (rest.length === 0 || endedIn(rest) > 0);
  if (
    canDiffer &&
    mayDiffer(
      stays,
      groups.map(([, its]) => its),
    )
  ) {
    const fits = groups.map(([name, its]) => ({ name, its, fit: fitOf(its) }));
    const criterion = fits.reduce((sum, { fit }) => sum + (fit?.shapes.at(0)?.aic ?? NaN), 0);
    if (whole?.shapes[0] && criterion + CLEARLY < whole.shapes[0].aic) {
      const pieces = fits.map(({ name, its, fit }) => ({ name, ...pieceOf(fit, its, file) }));
      const others = rest.length > 0 ? [] : [{ name: 'else', ...pieceOf(whole, stays, file) }];
      return {
        piece: { by: 'need', ...Object.fromEntries([...pieces, ...others].map(({ name, piece }) => [name, piece])) },
        evidence: Object.fromEntries(
          [...pieces, ...others].flatMap(({ name, evidence }) =>
            Object.entries(evidence).map(([path, its]) => [path === '' ? name : `${name}.${path}`, its]),
          ),
        ),
        ended: endedIn(stays),
      };
    }
  }
  return pieceOf(whole, stays, file);
}

/** A quick look, by the logarithms of the stays that ended: whether one normal curve says them clearly worse than one for each. */
function mayDiffer(all: readonly Stay[], groups: readonly (readonly Stay[])[]): boolean {
  const criterion = (stays: readonly Stay[]): number => {
    const logs = stays.filter(({ isEnded }) => isEnded).map(({ days }) => Math.log(Math.max(days, NO_TIME)));
    const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
    const squares = logs.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return logs.length * Math.log(Math.max(squares / logs.length, Number.MIN_VALUE)) + 4;
  };
  return groups.reduce((sum, its) => sum + criterion(its), 0) + CLEARLY < criterion(all);
}

const endedIn = (stays: readonly Stay[]): number => stays.reduce((sum, { isEnded }) => sum + Number(isEnded), 0);

/** Undefined where no stay ended, or none took any time. */
function fitOf(stays: readonly Stay[]): StayFit | undefined {
  if (!stays.some(({ days, isEnded }) => isEnded && days > 0)) return undefined;
  const of = (isWanted: boolean) =>
    Float64Array.from(
      stays.filter(({ isEnded }) => isEnded === isWanted),
      ({ days }) => Math.max(days, NO_TIME),
    );
  return fitStays({ ended: of(true), stillThere: of(false), before: new Float64Array(0) });
}

function pieceOf(fit: StayFit | undefined, stays: readonly Stay[], file: string): Piece {
  const ended = endedIn(stays);
  if (fit === undefined) {
    if (ended > 0) return { piece: { shape: 'fixed', days: 0 }, evidence: { '': measured(file, ended) }, ended };
    const meanDays = stays.reduce((sum, { days }) => sum + days, 0) || 1;
    const note = 'Nobody’s stay ended before the log did: it is put at all their days together.';
    return {
      piece: { shape: 'exponential', meanDays },
      evidence: { '': { ...measured(file, 0), status: 'illustrative', note } },
      ended,
    };
  }
  const best = fit.shapes.find(({ refused }) => refused === null);
  if (best === undefined || best.gap.isClear) {
    const note = 'The records themselves: no shape says them well.';
    return { piece: fit.empirical.stay, evidence: { '': { ...measured(file, ended), note } }, ended };
  }
  const censored = fit.stillThere > 0 ? `${fit.stillThere} more had not ended.` : '';
  const of = (number: FittedNumber): Evidence => ({
    ...measured(file, ended, number),
    ...(censored === '' ? {} : { note: censored }),
  });
  return {
    piece: best.stay,
    evidence: { meanDays: of(best.mean), ...('sdDays' in best.stay ? { sdDays: of(best.sd) } : {}) },
    ended,
  };
}
