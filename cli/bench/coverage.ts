// Figure: how often the 95 % interval holds the truth, over a thousand studies of a ward whose exact answer is known.
import { compile, interval, replicate, rowKeys, sayProblem, validate } from '../../engine/index.ts';
import type { Figure } from './figure.ts';

const studies = 1000;
const sizes = [10, 30, 100];
const arrivalsPerDay = 1.8;
const beds = 3;

/** Three beds, exponential stays of a day (M/M/3), short runs. */
const document = {
  schemaVersion: 1,
  id: 'coverage',
  title: 'Three beds',
  about: 'For measuring how often an interval holds the truth.',
  calendar: { startDate: '2024-01-01', warmUpDays: 30, runDays: 60 },
  experiment: { replications: 100, seed: 2024 },
  needs: { care: { label: 'Care', goesTo: 'ward' } },
  streams: { people: { label: 'People', arrivalsPerDay, shares: { care: 1 } } },
  stations: {
    ward: { kind: 'ward', label: 'Ward', beds, stay: { shape: 'exponential', meanDays: 1 }, next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
};

/** By the stationary distribution of the number present. */
function exact(): Record<string, number> {
  const weights = [1];
  for (let n = 1; n < 400; n++) weights.push((weights[n - 1] * arrivalsPerDay) / Math.min(n, beds));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (n: number) => number) => weights.reduce((sum, weight, n) => sum + of(n) * weight, 0) / all;
  return { occupancy: mean((n) => Math.min(n, beds)), waiting: mean((n) => Math.max(0, n - beds)) };
}

/** Every size uses the same replications, so the sizes differ in nothing else. */
export function coverage(): Figure {
  const { model, problems } = validate(document);
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  const program = compile(model, { option: 'today' });
  const keys = rowKeys(program);
  const truths = Object.entries(exact()).map(([measure, truth]) => ({
    measure,
    truth,
    row: keys.findIndex(
      (key) => key.measure === measure && key.station === 'ward' && key.statistic === 'mean' && key.who === 'all',
    ),
    held: sizes.map(() => 0),
  }));
  const most = Math.max(...sizes);
  for (let study = 0; study < studies; study++) {
    const values = Array.from({ length: most }, (_, r) => replicate(program, model.experiment.seed, study * most + r));
    for (const one of truths)
      sizes.forEach((size, at) => {
        const { low, high } = interval(values.slice(0, size).map((each) => each[one.row]));
        if (low <= one.truth && one.truth <= high) one.held[at]++;
      });
  }
  const result = truths.flatMap(({ measure, truth, held }) =>
    sizes.map((replications, at) => ({ measure, truth, replications, studies, coverage: held[at] / studies })),
  );
  return {
    name: 'coverage',
    result,
    sentences: result.map(
      (one) =>
        `${one.measure}, ${one.replications} replications: ${(100 * one.coverage).toFixed(1)} % of ${studies} intervals hold the exact ${one.truth.toFixed(3)}.`,
    ),
  };
}
