// A model that comes with Onward, by how its id begins, for the figures that are about one.
import { readFileSync } from 'node:fs';
import { type Model, readModel } from '../../engine/index.ts';
import { badCommand } from '../bad-command.ts';
import { shippedFile, shippedIds } from '../house.ts';

export function shippedModel(begins: string): Model {
  const id = shippedIds().find((each) => each.startsWith(begins));
  const { model } = id === undefined ? {} : readModel(readFileSync(shippedFile(id), 'utf8'));
  if (model) return model;
  throw badCommand(
    'bench',
    `no model ${begins}… that can be used`,
    `models/${begins}-….json`,
    'Look at it with onward check.',
  );
}

/** A year long, with the warm-up given. */
export function ilkestonModel(warmUpDays: number): Model {
  const model = shippedModel('ilkeston');
  return { ...model, calendar: { ...model.calendar, warmUpDays, runDays: 365 } };
}

export const countyModel = (): Model => shippedModel('leicester');
