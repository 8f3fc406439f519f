// Figure: one move of a slider on the Ilkeston model, from the move to the changed numbers.
import { type RunRequest, compile, rowKeys } from '../../engine/index.ts';
import { type Pool, openPool } from '../pool.ts';
import type { Figure } from './figure.ts';
import { ilkestonModel } from './shipped-model.ts';
import { movesOf, summaryAndDifferences } from './slider-moves.ts';
import { quantile } from './timing.ts';

const moves = 60;
const replications = 100;
const workers = 2;
/** After the first two, which go alone so that a number shows soon. */
const aTask = 7;

export async function slider(): Promise<Figure> {
  const model = ilkestonModel(180);
  const { path, values } = movesOf(model);
  const pool = await openPool(model, workers);
  try {
    const keys = rowKeys(compile(model, { option: 'today' }));
    const base = await everyReplication(pool, { option: 'today' }, () => {});
    const first: number[] = [];
    const all: number[] = [];
    for (let move = 0; move < moves; move++) {
      const request = { option: 'today', set: { [path]: values[move % values.length] } };
      const start = performance.now();
      let firstAt = 0;
      const answer = await everyReplication(pool, request, (two) => {
        summaryAndDifferences(keys, two, base.slice(0, 2));
        firstAt = performance.now() - start;
      });
      summaryAndDifferences(keys, answer, base);
      first.push(firstAt);
      all.push(performance.now() - start);
    }
    const result = { path, moves, workers, firstNumberMs: middleAndTail(first), allMs: middleAndTail(all) };
    return {
      name: 'slider',
      result,
      sentences: [
        `A move of ${path} on the Ilkeston model, ${workers} workers kept warm, ${moves} moves:`,
        `the first changed number after ${words(result.firstNumberMs)}; all ${replications} simulated years, with differences, after ${words(result.allMs)}.`,
      ],
    };
  } finally {
    await pool.close();
  }
}

async function everyReplication(
  pool: Pool,
  request: RunRequest,
  onFirstTwo: (values: Float64Array[]) => void,
): Promise<Float64Array[]> {
  let tasks = 0;
  const run = (from: number, count: number) =>
    pool.run(
      { request, seed: 1, replications: Array.from({ length: count }, (_, at) => from + at) },
      tasks++ % workers,
    );
  const firstTwo = Promise.all([run(0, 1), run(1, 1)]);
  const rest: Promise<Float64Array[]>[] = [];
  for (let from = 2; from < replications; from += aTask) rest.push(run(from, Math.min(aTask, replications - from)));
  const two = (await firstTwo).flat();
  onFirstTwo(two);
  return [...two, ...(await Promise.all(rest)).flat()];
}

const middleAndTail = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) });
const words = ({ p50, p95 }: { p50: number; p95: number }): string =>
  `${p50.toFixed(0)} ms (19 in 20 within ${p95.toFixed(0)} ms)`;
