// A row of speed: both builds kept warm, a slice of CPU seconds each in turn, and with them a program in C where there is one.
import { progressBar } from '../../output/progress.ts';
import { type Stretch, median, perSecond } from '../timing.ts';
import type { CProgram } from './c-program.ts';
import { type Contest, openSide } from './contest.ts';
import { type Quartiles, pairedRatio, sayQuartiles, takeTurns } from './paired.ts';
import { speedRows } from './rows.ts';

export interface SpeedBeside {
  readonly unit: string;
  /** What this build did in a CPU second, as a multiple of what the other did. */
  readonly ratio: Quartiles;
  /** What either did, as a share of what the program in C did. */
  readonly ofC?: { readonly here: Quartiles; readonly there: Quartiles };
  /** Of what both gave for the same replications. */
  readonly checksums: { readonly here: string; readonly there: string };
  /** Fields of the document that the other build does not know. */
  readonly unread: readonly string[];
  readonly slices: { readonly here: Stretch[]; readonly there: Stretch[]; readonly c?: Stretch[] };
}

export async function compareSpeed(name: string, contest: Contest, c: CProgram | undefined): Promise<SpeedBeside> {
  const { kind, unit, alsoInC, document } = speedRows[name];
  const { seconds, rounds, quiet, later } = contest;
  const inC = alsoInC && c;
  const [here, there] = [openSide(contest, 'here'), openSide(contest, 'there')];
  const bar = await progressBar((rounds + 1) * (inC ? 3 : 2), quiet, `slices of ${name}`);
  later(() => bar.end());
  try {
    const text = JSON.stringify(document());
    const begun = { here: await here.begin(kind, text), there: await there.begin(kind, text) };
    const checksums = { here: begun.here.checksum, there: begun.there.checksum };
    const turns = [here, there, ...(inC ? [inC] : [])].map((side) => async (round: number) => {
      const slice = await side.slice(seconds, round);
      bar.add(1);
      return slice;
    });
    // The first round is not counted: nobody should pay for being compiled.
    await takeTurns(1, turns);
    return { unit, ...read(await takeTurns(rounds, turns)), checksums, unread: begun.there.unread };
  } finally {
    bar.end();
    here.end();
    there.end();
  }
}

function read([here, there, c]: Stretch[][]): Omit<SpeedBeside, 'unit' | 'checksums' | 'unread'> {
  const ratio = (ours: Stretch[], theirs: Stretch[]) => pairedRatio(ours.map(perSecond), theirs.map(perSecond));
  if (!c) return { ratio: ratio(here, there), slices: { here, there } };
  return {
    ratio: ratio(here, there),
    ofC: { here: ratio(here, c), there: ratio(there, c) },
    slices: { here, there, c },
  };
}

export function saySpeed({ unit, ratio, ofC, checksums, unread, slices }: SpeedBeside): string[] {
  const speed = (all: Stretch[]) => inWords(median(all.map(perSecond)));
  const share = (of: Quartiles) => sayQuartiles(of, 3);
  return [
    `${sayQuartiles(ratio, 2)} times the other build: ${speed(slices.here)} ${unit} a CPU second, and there ${speed(slices.there)}.`,
    ...(ofC && slices.c
      ? [`${share(ofC.here)} of the program in C (${speed(slices.c)} ${unit}), and there ${share(ofC.there)}.`]
      : []),
    checksums.here === checksums.there
      ? 'The results are the same.'
      : 'The results are not the same: other people come, or other rows are kept.',
    ...(unread.length > 0 ? [sayUnread(unread)] : []),
  ];
}

/** Many fields may have one name. */
export function sayUnread(unread: readonly string[]): string {
  const names = [...new Set(unread.map((path) => path.slice(path.lastIndexOf('.') + 1)))];
  return `The other build goes without ${names.join(', ')}, which it does not know.`;
}

function inWords(value: number): string {
  return value >= 1e5 ? `${(value / 1e6).toFixed(2)} million` : value.toPrecision(3);
}
