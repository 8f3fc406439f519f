// Figure: events a CPU second on the Ilkeston model, one thread, every measure on.
import { readFileSync } from 'node:fs';
import { type Model, compile, readModel, replicate } from '../../engine/index.ts';
import { badCommand } from '../bad-command.ts';
import { shippedFile, shippedIds } from '../house.ts';
import { eventCounter } from './events.ts';
import type { Figure } from './figure.ts';
import { median, perSecond, stretch } from './timing.ts';

const rounds = 5;

/** The shipped model, a year long, with the warm-up given. */
export function ilkestonModel(warmUpDays: number): Model {
  const id = shippedIds().find((each) => each.startsWith('ilkeston'));
  const { model } = id === undefined ? {} : readModel(readFileSync(shippedFile(id), 'utf8'));
  if (!model)
    throw badCommand(
      'bench',
      'no Ilkeston model that can be used',
      'models/ilkeston-….json',
      'Look at it with onward check.',
    );
  return { ...model, calendar: { ...model.calendar, warmUpDays, runDays: 365 } };
}

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
