// What is heard from a phone or a private window: anything may come down a line, and only what is one of its messages is obeyed.
import { isNumber, isObject, isWord, storyViews, storyYears } from '../../../../engine/index.ts';
import type { Choice } from '../choices/choices.ts';
import { everyCommand } from '../keys.ts';
import type { FromPhone, ToStage } from './speaker.ts';

/** More than a box of notes takes: how much is kept is for the step to say. */
const MOST_NOTES = 20_000;
const isOneOf = (value: unknown, of: readonly unknown[]): boolean => of.includes(value);
const isShort = (value: unknown, most = 200): boolean => isWord(value) && value.length <= most;

/** What may be chosen; whether this model has it is for whoever obeys. */
export function choiceIn(value: unknown): Choice | undefined {
  if (!isObject(value)) return undefined;
  const { record } = value;
  const isChoice =
    isOneOf(value.picture, storyViews) ||
    isShort(value.option) ||
    isShort(value.spotlight) ||
    isOneOf(value.year, storyYears) ||
    (isShort(value.condition) && typeof value.isOn === 'boolean') ||
    (isNumber(value.daysPerSecond) && value.daysPerSecond >= 0.5 && value.daysPerSecond <= 30) ||
    (isShort(value.path, 500) && isNumber(value.value)) ||
    (isObject(record) && isShort(record.title) && isShort(record.notes, MOST_NOTES)) ||
    isOneOf(value.story, ['without this step', 'as it was']) ||
    value.moved === 'back';
  return isChoice ? (value as unknown as Choice) : undefined;
}

/** Of the private window, to the stage. */
export function toStage(value: unknown): ToStage | undefined {
  if (!isObject(value)) return undefined;
  if (value.hello === true) return { hello: true };
  if (value.bye === true) return { bye: true };
  if (isOneOf(value.ask, ['link', 'document'])) return value as ToStage;
  return commandOrChoice(value);
}

/** Of a phone, to the private window on the laptop. */
export function fromPhone(value: unknown): FromPhone | undefined {
  if (!isObject(value)) return undefined;
  return value.restart === true ? { restart: true } : commandOrChoice(value);
}

function commandOrChoice({ command, choice }: Record<string, unknown>) {
  const known = everyCommand.find((one) => one === command);
  if (known) return { command: known };
  const chosen = choiceIn(choice);
  return chosen && { choice: chosen };
}
