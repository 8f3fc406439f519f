// Figure: seconds to fit a million stays from a table, and how often the intervals of made data sets hold the truth.
import { fitStays } from '../../engine/index.ts';
import { readStays } from '../../formats/records/stays.ts';
import { openTable } from '../../formats/table-file.ts';
import type { Figure } from './figure.ts';
import { uniforms } from './uniforms.ts';

const ROWS = 1_000_000;
const [SETS, PEOPLE, MEAN_DAYS, LAST_DAY] = [4000, 60, 12, 120];

export async function fits(): Promise<Figure> {
  const next = uniforms(2_463_534_242);
  const drawn = () => -0.5 * MEAN_DAYS * Math.log(next() * next());
  const lines = Array.from({ length: ROWS }, () => drawn().toFixed(3));
  const bytes = new Uint8Array(new TextEncoder().encode(`stay\n${lines.join('\n')}\n`));
  const start = process.cpuUsage();
  const { lengths } = readStays(await openTable(bytes), { unit: 'days', leaveOut: ['zeros'], mostDays: 3650 });
  const best = fitStays(lengths!).shapes[0];
  const { user, system } = process.cpuUsage(start);
  const cpuSeconds = (user + system) / 1e6;

  const held = { mean: 0, sd: 0 };
  const truth = { mean: MEAN_DAYS, sd: MEAN_DAYS / Math.SQRT2 };
  for (let set = 0; set < SETS; set++) {
    const [ended, stillThere]: number[][] = [[], []];
    for (let person = 0; person < PEOPLE; person++) {
      const [days, soFar] = [drawn(), LAST_DAY * next()];
      (days <= soFar ? ended : stillThere).push(Math.min(days, soFar));
    }
    const [records, still] = [Float64Array.from(ended), Float64Array.from(stillThere)];
    const { shapes } = fitStays({ ended: records, stillThere: still, before: new Float64Array(0) });
    const gamma = shapes.find(({ shape }) => shape === 'gamma')!;
    for (const what of ['mean', 'sd'] as const)
      if (gamma[what].low! <= truth[what] && truth[what] <= (gamma[what].high ?? Infinity)) held[what]++;
  }
  const ofHundred = (count: number) => ((100 * count) / SETS).toFixed(1);
  return {
    name: 'fits',
    result: { rows: ROWS, cpuSeconds, shape: best.shape, sets: SETS, held },
    sentences: [
      `A table of ${ROWS.toLocaleString('en-GB')} stays read, and four shapes fitted to it: ${cpuSeconds.toFixed(2)} CPU seconds (${best.shape} is best; they were made as gamma).`,
      `Of ${SETS.toLocaleString('en-GB')} made data sets of ${PEOPLE} people each, the 95 % interval of a gamma holds the mean in ${ofHundred(held.mean)} of 100 and the standard deviation in ${ofHundred(held.sd)}.`,
    ],
  };
}
