// Figure: events a CPU second on the Ilkeston model, one thread, every measure on.
import { compile, replicate } from '../../engine/index.ts';
import { eventCounter } from './events.ts';
import type { Figure } from './figure.ts';
import { ilkestonModel } from './shipped-model.ts';
import { median, perSecond, stretch } from './timing.ts';

const rounds = 5;

export function ilkestonSpeed(seconds: number): Figure {
  const program = compile(ilkestonModel(0), { option: 'today' });
  const eventsOf = eventCounter(program);
  let replication = 0;
  const piece = () => eventsOf(replicate(program, 1, replication++));
  stretch(seconds / 2, piece);
  const speeds = Array.from({ length: rounds }, () => perSecond(stretch(seconds, piece)));
  const result = { rounds, eventsPerCpuSecond: median(speeds), speeds };
  return {
    name: 'ilkeston',
    result,
    sentences: [
      `${(result.eventsPerCpuSecond / 1e6).toFixed(2)} million events a CPU second on the Ilkeston model, one thread, every measure on.`,
    ],
  };
}
