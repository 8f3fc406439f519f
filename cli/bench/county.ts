// Figure: CPU seconds of one replication of the county, five years long, and whether memory grows from one to the next.
import { compile, replicate, rowKeys } from '../../engine/index.ts';
import type { Figure } from './figure.ts';
import { countyModel } from './shipped-model.ts';
import { median } from './timing.ts';

const rounds = 20;

export function county(): Figure {
  const model = countyModel();
  const began = process.cpuUsage();
  const program = compile(model, { option: 'today' });
  const days = program.network.runDays;
  const keys = rowKeys(program);
  // People who came from outside, at the place that took them, and those who left the lists; visits made.
  const sum = (values: Float64Array, wanted: (key: (typeof keys)[number]) => boolean) =>
    keys.reduce((total, key, at) => total + (wanted(key) ? values[at] || 0 : 0), 0) * days;
  const cpuSeconds: number[] = [];
  const residentMB: number[] = [];
  let firstAfter = 0;
  let patients = 0;
  let visits = 0;
  for (let replication = 0; replication < rounds; replication++) {
    const start = process.cpuUsage();
    const values = replicate(program, 1, replication);
    cpuSeconds.push(secondsSince(start));
    if (replication === 0) {
      firstAfter = secondsSince(began);
      patients = Math.round(sum(values, ({ measure, who }) => measure === 'starts' && who === 'from:outside'));
      visits = Math.round(sum(values, ({ measure, statistic }) => measure === 'visits' && statistic === 'delivered'));
    }
    residentMB.push(Math.round(process.memoryUsage.rss() / 1_048_576));
  }
  const result = { days, patients, visits, cpuSeconds, medianCpuSeconds: median(cpuSeconds), firstAfter, residentMB };
  return {
    name: 'county',
    result,
    sentences: [
      `${(days / 365.25).toFixed(0)} years of the county, ${patients} patients and ${visits} visits: ${result.medianCpuSeconds.toFixed(2)} CPU seconds a replication on one thread (middle of ${rounds}), the first ${firstAfter.toFixed(2)} with everything that comes before it.`,
      `${residentMB[0]} MB resident after one, ${residentMB[4]} after five, ${residentMB[rounds - 1]} after ${rounds}.`,
    ],
  };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
